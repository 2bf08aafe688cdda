import { describe, expect, it } from "vitest";
import type { Relation } from "../../src/core/index";
import { vault } from "./small-vault";

const mill = "concepts/mill.md";

function definition(source: string): string | undefined {
  return vault({ [mill]: source }).concept(mill)?.definition;
}

/** What a note about mills states: label, sentence. */
function stated(source: string): Relation[] {
  return vault({ [mill]: source }).graph().relations.filter(({ kind }) => kind !== "mention" && kind !== "tag");
}

function listed(item: string): string[] {
  return stated(`It grinds.\n\n## Related\n\n- ${item}\n`).map(({ label, sentence }) => (sentence === "" ? label : `${label}: ${sentence}`));
}

describe("a definition is no field", () => {
  it.each([
    ["# Mill\n\nup:: [[weir]]\n\nA mill grinds.", "A mill grinds."],
    ["# Mill\n\nup:: [[weir]]\nA mill grinds.", "A mill grinds."],
    ["# Mill\n\n(up:: [[weir]])\n\nA mill grinds.", "A mill grinds."],
    ["up:: [[weir]]\n# Mill\n\nA mill grinds.", "A mill grinds."],
    ["# Mill\n\nType: concept\nStatus: half done\nCreated: May 3\n\nA mill grinds.", "A mill grinds."],
    ["*Last edited 2024*\n\n# Mill\n\nA mill grinds.", "A mill grinds."],
    ["*Last edited by Ann on 3 May 2024*\n\n# Mill\n\nA mill grinds.", "A mill grinds."],
    ["A mill grinds.\n\n# Mill\n\nMore of it.", "A mill grinds."],
    ["# Mill\n\nMill: what grinds.", "Mill: what grinds."],
    ["# Mill\n\nup:: [[weir]]", ""],
  ])("%j", (source, expected) => {
    expect(definition(source)).toBe(expected);
    expect(vault({ [mill]: source }).check().some(({ diagnostics }) => diagnostics.some(({ rule }) => rule === "missing-definition"))).toBe(expected === "");
  });
});

describe("a line of joined heads", () => {
  it.each([
    ["Weir · Granary", ["Weir", "Granary"]],
    ["Weir | Granary: both hold", ["Weir: both hold", "Granary: both hold"]],
    ["[[去中心化]]：由谁决定", ["去中心化: 由谁决定"]],
    ["**磨坊**：磨", ["磨坊: 磨"]],
    ["水、沙", ["水", "沙"]],
    ["[[weir]], which holds", ["weir: which holds"]],
    ["[[weir]] and what holds it", ["weir: and what holds it"]],
    ["[[Ann Reed]], Dutch miller", ["Ann Reed: Dutch miller"]],
    ["[[weir]] · **Source:** a book", ["weir: · Source: a book"]],
    ["Trial and error", ["Trial and error"]],
  ])("%s", (item, expected) => {
    expect(listed(item)).toEqual(expected);
  });
});

it.each(["https://example.org/weir", "www.example.org", "ann@example.org", "mailto:ann@example.org", "none", "None", "n/a", "TODO", "TBD: soon", "-", "…", "???"])("%s names nothing", (item) => {
  expect(listed(item)).toEqual([]);
  expect(stated(`---\nrelated: ${JSON.stringify(item)}\n---\nIt grinds.`)).toEqual([]);
});

describe("labels looked up", () => {
  const index = vault({ "concepts/granary.md": "", "concepts/the-hague.md": "---\ntitle: The Hague\n---\n", "concepts/race.md": "---\ntitle: Race (mill)\n---\n", "concepts/moon.md": "---\ntitle: Moon (Luna) (the)\n---\n" });

  it.each([
    ["The Granary", "granary"],
    ["a granary", "granary"],
    ["Granary (the big one)", "granary"],
    ["The granaries (old)", "granary"],
    ["The Hague", "the-hague"],
    ["Race (mill)", "race"],
    ["Race", "race"],
    ["Hague", null],
    ["the", null],
    ["mill", null],
  ])("%s", (label, name) => {
    expect(index.resolveLabel(label)).toBe(name === null ? null : `concepts/${name}.md`);
  });

  it("are found once their note is there", () => {
    const growing = vault({ [mill]: "It grinds.\n\n## Related\n\n- The Granary\n" });
    expect(growing.graph().relations).toMatchObject([{ target: null }]);
    growing.upsert({ path: "concepts/granary.md", source: "", frontMatter: { from: 0, to: 0, properties: {}, problem: undefined } });
    expect(growing.graph().relations).toMatchObject([{ target: "concepts/granary.md" }]);
  });
});

it("a concept that is broader than itself is told so once", () => {
  const index = vault({ [mill]: "---\nup: Mill\n---\nIt grinds." });
  expect(index.graph().relations).toMatchObject([{ kind: "broader", source: mill, target: mill }]);
  const rules = index.check().flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
  expect(rules).toContain("self-relation");
  expect(rules).not.toContain("hierarchy-cycle");
});

describe("other languages", () => {
  it.each([
    "Siehe auch", "Verwandte Begriffe", "Verwandtes Thema", "Voir aussi", "Concepts liés", "Notions connexes", "Véase también", "Ver también", "Conceptos relacionados", "Veja também", "Tópicos relacionados", "Vedi anche", "Concetti correlati",
    "Zie ook", "Verwante begrippen", "Gerelateerd", "Zobacz też", "Powiązane pojęcia", "Pojęcia pokrewne", "См. также", "Связанные понятия", "相关概念", "参见", "另見", "関連項目", "関連する概念", "관련 개념", "같이 보기",
  ])("%s", (words) => {
    const wanted = [["weir", "related"]];
    for (const text of [`## ${words}\n\n- [[weir]]`, `**${words}:**\n\n- [[weir]]`, `${words}: [[weir]]`, `${words}：[[weir]]`]) {
      expect([text, stated(`It grinds.\n\n${text}\n`).map(({ label, kind }) => [label, kind])]).toEqual([text, wanted]);
    }
  });

  it.each(["Verwandte Literatur", "Recursos relacionados", "Alliés", "Ressources associées", "相关文献", "Powiązane zasoby", "Связанные ресурсы"])("not %s", (words) => {
    expect(stated(`It grinds.\n\n## ${words}\n\n- [[weir]]\n`)).toEqual([]);
  });
});
