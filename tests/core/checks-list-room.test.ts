import { describe, expect, it } from "vitest";
import type { LinkStyle } from "../../src/core/index";
import { changedBy } from "./checks-fixed";
import { vault } from "./small-vault";

const ebb = "concepts/ebb.md";
const flood = "concepts/flood.md";

/** The note about the flood, once the way back to the ebb is added; null where there is no such fix. */
function withWayBack(source: string, style: Partial<LinkStyle> = {}, sentence = ": follows it"): string | null {
  const notes = { [ebb]: `The sea going out.\n\n## Related\n\n- [[flood]]${sentence}\n`, [flood]: source, "concepts/moon.md": "Ours.", "concepts/sea.md": "All water." };
  const index = vault(notes);
  const [found] = index.check(style).find(({ path }) => path === ebb)?.diagnostics.filter(({ rule }) => rule === "one-way-relation") ?? [];
  expect(found).toBeDefined();
  const [fix] = found?.fixes ?? [];
  if (!fix) return null;
  const after = { ...notes, ...changedBy(fix, ebb, notes) };
  expect(vault(after).neighbors(flood).filter(({ relation, direction, path }) => relation.kind === "related" && direction === "out" && path === ebb)).toHaveLength(1);
  return after[flood] ?? null;
}

const gap = "[the other way round: follows it]";

describe("one more item goes into a list as the list has its items", () => {
  it.each([
    ["hyphens and colons", "In.\n\n## Related\n\n- [[moon]]: pulls\n", `In.\n\n## Related\n\n- [[moon]]: pulls\n- [[ebb]]: ${gap}\n`],
    ["no final line break", "In.\n\n## Related\n\n- [[moon]]: pulls", `In.\n\n## Related\n\n- [[moon]]: pulls\n- [[ebb]]: ${gap}`],
    ["Windows line breaks", "In.\r\n\r\n## Related\r\n\r\n* **[[moon]]** – pulls\r\n\r\n## Sources\r\n", `In.\r\n\r\n## Related\r\n\r\n* **[[moon]]** – pulls\r\n* **[[ebb]]** – ${gap}\r\n\r\n## Sources\r\n`],
    ["bold with the colon inside", "In.\n\n## Related\n\n+ **Moon:** pulls\n+ **Sea:** holds\n", `In.\n\n## Related\n\n+ **Moon:** pulls\n+ **Sea:** holds\n+ **[[ebb]]**: ${gap}\n`],
    ["numbers", "In.\n\n## Related\n\n1. [[moon]] - pulls\n2. [[sea]] - holds\n", `In.\n\n## Related\n\n1. [[moon]] - pulls\n2. [[sea]] - holds\n3. [[ebb]] - ${gap}\n`],
    ["tasks", "In.\n\n## Related\n\n- [x] [[moon]]: pulls\n", `In.\n\n## Related\n\n- [x] [[moon]]: pulls\n- [ ] [[ebb]]: ${gap}\n`],
    ["blank lines between them", "In.\n\n## Related\n\n- [[moon]]: pulls\n\n- [[sea]]: holds\n", `In.\n\n## Related\n\n- [[moon]]: pulls\n\n- [[sea]]: holds\n\n- [[ebb]]: ${gap}\n`],
    ["lists of their own, and text that goes on", "In.\n\n## Related\n\n- [[moon]]: pulls\n  and goes on\n\n  in two parts\n  - [[sea]]: holds\n\nThe end.\n", `In.\n\n## Related\n\n- [[moon]]: pulls\n  and goes on\n\n  in two parts\n  - [[sea]]: holds\n- [[ebb]]: ${gap}\n\nThe end.\n`],
    ["a quote around them", "In.\n\n## Related\n\n> - [[moon]]: pulls\n", `In.\n\n## Related\n\n> - [[moon]]: pulls\n> - [[ebb]]: ${gap}\n`],
    ["a rule below", "In.\n\n## Related\n\n- [[moon]]: pulls\n\n---\n\n## Sources\n", `In.\n\n## Related\n\n- [[moon]]: pulls\n- [[ebb]]: ${gap}\n\n---\n\n## Sources\n`],
    ["none yet", "In.\n\n## Related\n\n## Sources\n", `In.\n\n## Related\n\n- [[ebb]]: ${gap}\n\n## Sources\n`],
    ["no such list", "In.\n", `In.\n\n## Related\n\n- [[ebb]]: ${gap}\n`],
    ["nothing at all", "", `## Related\n\n- [[ebb]]: ${gap}\n`],
    ["only properties", "---\ntype: concept\n---", `---\ntype: concept\n---\n## Related\n\n- [[ebb]]: ${gap}\n`],
    ["another list below it", "In.\n\n## Related\n\n- [[moon]]: pulls\n\n### Broader\n\n- [[sea]]\n", `In.\n\n## Related\n\n- [[moon]]: pulls\n- [[ebb]]: ${gap}\n\n### Broader\n\n- [[sea]]\n`],
  ])("%s", (_, source, expected) => {
    expect(withWayBack(source)).toBe(expected);
  });

  it.each([
    ["a table", "In.\n\n## Related\n\n| what | how |\n| --- | --- |\n| [[moon]] | pulls |\n"],
    ["relations in properties", "---\nrelated: [\"[[moon]]\"]\n---\nIn.\n"],
    ["code that nothing closes", "In.\n\n```\nhigh water\n"],
    ["a paragraph of links", "In.\n\n## Related\n\n[[moon]], [[sea]]\n"],
  ])("%s is left to the writer", (_, source) => {
    expect(withWayBack(source)).toBeNull();
  });

  it("keeps what is said from closing the gap, and asks for nothing where nothing was said", () => {
    expect(withWayBack("In.\n\n## Related\n\n- [[moon]]: pulls\n", {}, ": it [is] *not* a [link](x), `no`")).toContain("- [[ebb]]: [the other way round: it is not a link");
    expect(withWayBack("In.\n\n## Related\n\n- [[moon]]: pulls\n", {}, "")).toContain("- [[ebb]]\n");
  });
});

it.each<[Partial<LinkStyle>, string]>([
  [{ form: "markdown", path: "relative" }, "[ebb](ebb.md)"],
  [{ form: "markdown", path: "absolute" }, "[ebb](concepts/ebb.md)"],
  [{ form: "wiki", path: "absolute" }, "[[concepts/ebb|ebb]]"],
  [{ form: "markdown" }, "[ebb](ebb.md)"],
])("links are written as %j", (style, expected) => {
  expect(withWayBack("In.\n", style)).toContain(`- ${expected}: [`);
});

it("links are written as most of the vault's own notes have them, where nothing else is known", () => {
  const notes = {
    [ebb]: "Out.\n\n## Related\n\n- «[flood](../concepts/flood.md)»\n".replace(/[«»]/g, ""),
    [flood]: "In.\n",
    "log/a day.md": "See [ebb](../concepts/ebb.md) and [more](<../log/another day.md>).\n",
    "log/another day.md": "See [ebb](../concepts/ebb.md), [[ebb]], and [the day](<a day.md>).\n",
  };
  const [fix] = vault(notes).check().flatMap(({ diagnostics }) => diagnostics.filter(({ rule }) => rule === "one-way-relation").flatMap(({ fixes }) => fixes));
  expect(fix?.elsewhere?.[0]?.edits[0]).toMatchObject({ insert: expect.stringContaining("- [ebb](ebb.md)") as string, links: [{ path: ebb, label: "ebb" }] });
});
