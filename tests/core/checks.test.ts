import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { about, applyEdits, type Config, type Diagnostic } from "../../src/core/index";
import { noteExamplesOf } from "./checks-examples";
import { changedBy, type Notes } from "./checks-fixed";
import { vault } from "./small-vault";

/** All that a vault's check says, with the words that are marked. */
function checkAll(notes: Notes, config: Partial<Config> = {}): (Diagnostic & { path: string; marked: string })[] {
  return vault(notes, config).check().flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ ...diagnostic, path, marked: (notes[path] ?? "").slice(diagnostic.from, diagnostic.to) })));
}

/** The same of one note. */
function check(notes: Notes, path: string, config: Partial<Config> = {}): (Diagnostic & { marked: string })[] {
  return checkAll(notes, config).filter((diagnostic) => diagnostic.path === path);
}

const noteRules = about().rules.filter((rule) => rule.about === "notes");
const tide = "concepts/tide.md";
const moon = "concepts/moon.md";
/** A pair of notes about which there is nothing to say. */
const sound = {
  [tide]: "The sea's breath.\n\n## Related\n\n- [[moon]]: pulls\n",
  [moon]: "Ours.\n\n## Related\n\n- [[tide]]: is pulled\n",
};

it("says nothing of a sound vault", () => {
  expect(checkAll(sound)).toEqual([]);
});

/** An example without its marks, and what they mark. */
function unmark(marked: Notes): { notes: Record<string, string>; places: { path: string; from: number; to: number }[] } {
  const notes: Record<string, string> = {};
  const places: { path: string; from: number; to: number }[] = [];
  for (const [path, source] of Object.entries(marked)) {
    let text = "";
    for (const [index, part] of source.split(/[«»]/).entries()) {
      if (index % 2 === 1) places.push({ path, from: text.length, to: text.length + part.length });
      text += part;
    }
    notes[path] = text;
  }
  return { notes, places: places.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.from - b.from)) };
}

describe.each(noteRules)("$id", ({ id, severity }) => {
  const { reported, leftAlone } = noteExamplesOf(id);
  const own = (notes: Notes, config: Partial<Config> = {}) => checkAll(notes, config).filter(({ rule }) => rule === id);

  it("has examples of both kinds", () => {
    expect(reported.length).toBeGreaterThan(0);
    expect(leftAlone.length).toBeGreaterThan(0);
  });

  it.each(leftAlone)("leaves alone %j", (notes) => {
    expect(own(notes)).toEqual([]);
  });

  describe.each(reported)("reports $notes", ({ notes: marked, fixed }) => {
    const { notes, places } = unmark(marked);

    it("at its marks, in words that judge nobody", () => {
      const found = own(notes);
      expect(places.length).toBeGreaterThan(0);
      expect(found.map(({ path, from, to }) => ({ path, from, to }))).toEqual(places);
      for (const { message, question, severity: loudness } of found) {
        expect(`${message} ${question}`).not.toMatch(/\b(?:wrong|incorrect|misuse|you should|undefined|null|NaN)\b/i);
        expect(loudness).toBe(severity);
      }
    });

    it("as loud as the config says, and not at all in what is left out", () => {
      expect(own(notes, { rules: { [id]: "error" } }).map(({ severity: loudness }) => loudness)).toEqual(places.map(() => "error"));
      expect(own(notes, { rules: { [id]: "off" } })).toEqual([]);
      expect(own(notes, { exclude: Object.keys(notes) })).toEqual([]);
    });

    it("unless the note says that it is meant", () => {
      const paths = new Set(places.map(({ path }) => path));
      if (id === "broken-front-matter") return;
      const silenced = Object.entries(notes).map(([path, text]) => {
        if (!paths.has(path)) return [path, text];
        return [path, text.startsWith("---\n") ? text.replace("---\n", `---\ndistinguo-ignore: [${id}]\n`) : `---\ndistinguo-ignore: [${id}]\n---\n${text}`];
      });
      expect(own(Object.fromEntries(silenced) as Notes)).toEqual([]);
    });

    it(fixed ? "and mends it" : "and leaves the mending to the writer", () => {
      const [first] = own(notes);
      const [fix] = first?.fixes ?? [];
      if (!first || !fix) {
        expect(fixed).toBeUndefined();
        return;
      }
      const changed = changedBy(fix, first.path, notes);
      if (fixed) expect(changed).toEqual(fixed);
      const after = { ...notes, ...changed };
      expect(own(after)).toHaveLength(places.length - 1);
      // What a new note is stays to be said.
      const fresh = (path: string) => fix.creates?.some((note) => note.path === path) ?? false;
      const rulesOf = (all: Notes) => checkAll(all).filter(({ rule, path }) => rule !== "missing-definition" || !fresh(path)).map(({ rule }) => rule).sort();
      for (const { path } of fix.creates ?? []) expect(check(after, path).map(({ rule }) => rule)).toContain("missing-definition");
      expect(rulesOf(notes)).toEqual(expect.arrayContaining(rulesOf(after)));
      expect(rulesOf(after).length).toBeLessThan(rulesOf(notes).length);
    });
  });
});

it("has a file for every rule, and a rule for every file", () => {
  const shared = ["check-vault", "gathered", "hierarchy", "index", "note-rule", "vault-view"];
  const files = readdirSync("src/core/checks").map((file) => file.replace(/\.ts$/, ""));
  expect(files.filter((file) => !shared.includes(file)).sort()).toEqual(noteRules.map(({ id }) => id).sort());
  for (const { summary, rationale } of noteRules) expect(`${summary} ${rationale}`).not.toMatch(/\b(?:wrong|incorrect|misuse|you should)\b/i);
});

it.each([
  ["the title", "---\nid: wave\naliases: [swell]\ntitle: Wave\n---\n\n# Waves\n", "Wave"],
  ["the heading it begins with", "---\naliases: [swell]\n---\n\n# The Wave #\n\n- [[tide]]\n", "The Wave"],
  ["the first line that has text", "\r\n\r\n  - one\r\n  - two\r\n\r\n## More\r\n", "- one"],
  ["nothing in a note that has nothing", "---\naliases: [swell]\n---\n", ""],
])("points at %s where a definition is missing", (_, source, marked) => {
  const found = check({ ...sound, "concepts/wave.md": source }, "concepts/wave.md").filter(({ rule }) => rule === "missing-definition" || rule === "orphan-concept");
  expect(found).toMatchObject([{ marked }, { marked }]);
});

it("mends a paragraph that became a heading by a blank line, in the note's own line breaks", () => {
  for (const lineBreak of ["\n", "\r\n"]) {
    const lines = ["## Uses", "", "The miller waits for the ebb, and sleeps until then.", "---", "", "## Related", "", "- [[moon]]: pulls"];
    const source = lines.join(lineBreak);
    const [found] = check({ [tide]: source, [moon]: sound[moon] }, tide).filter(({ rule }) => rule === "paragraph-as-heading");
    expect(found?.fixes).toMatchObject([{ kind: "safe" }]);
    const mended = applyEdits(source, found?.fixes[0]?.edits ?? []);
    expect(mended).toBe([...lines.slice(0, 3), "", ...lines.slice(3)].join(lineBreak));
    expect(check({ [tide]: mended, [moon]: sound[moon] }, tide).map(({ rule }) => rule)).not.toContain("paragraph-as-heading");
  }
});

describe("a link that leads nowhere", () => {
  const found = (notes: Notes) => checkAll(notes).filter(({ rule }) => rule === "unresolved-link").map(({ message, fixes }) => [message.slice(message.indexOf(". ") + 2), ...fixes.map(({ title, kind }) => `${kind}: ${title}`)]);
  const mill = "Turns.\n";

  it("is surely led to the only note of its name, if that lies in a folder of the same name or the link names none", () => {
    expect(found({ "old/mills/mill.md": mill, "log.md": "[[new/mills/mill]]" })).toEqual([["A note of that name lies at “old/mills/mill.md”: link to it there.", "safe: Link to “old/mills/mill.md”"]]);
    expect(found({ "old/mill.md": mill, "log/old/a.md": "[x](../mill.md)" })).toEqual([["A note of that name lies at “old/mill.md”: link to it there.", "safe: Link to “old/mill.md”"]]);
    expect(found({ "old/mill.md": mill, "log.md": "[[mills/mill]]" })).toEqual([["A note of that name lies at “old/mill.md”: is it meant?", "choice: Link to “old/mill.md”"]]);
  });

  it("from a note to its own old place is not surely led to another of its name", () => {
    expect(found({ "new/mills/mill.md": "See [[gone/mills/mill]].", "old/mills/mill.md": mill })).toEqual([["A note of that name lies at “old/mills/mill.md”: is it meant?", "choice: Link to “old/mills/mill.md”"]]);
    expect(found({ "new/mill.md": "See [[gone/mill]]." })).toEqual([["Only this note itself is called so."]]);
  });

  it("is led first where most of the path as it is written leads", () => {
    const index = { "docs/river/mills/index.md": mill, "log/index.md": mill, "log/mills/index.md": mill, "index.md": mill };
    expect(found({ ...index, "log/a/b.md": "[x](../docs/river/mills/index.md)" })).toEqual([
      ["“docs/river/mills/index.md” differs in how the path begins alone: link to it there.", "safe: Link to “docs/river/mills/index.md”", "choice: Link to “log/mills/index.md”"],
    ]);
  });

  it("is not led to an index for its name alone", () => {
    expect(found({ "a/index.md": mill, "b/index.md": mill, "c/d.md": "[[e/index]]" })).toEqual([["Notes of that name lie at “a/index.md” and 1 more place."]]);
    expect(found({ "a/index.md": mill, "c/d.md": "[[e/index]]" })).toEqual([["A note of that name lies at “a/index.md”."]]);
  });

  it("to a folder is called so, and led to its first page", () => {
    expect(checkAll({ "log/mills/README.md": mill, "log/a.md": "[x](mills/) [[log]]" }).map(({ message, fixes }) => [message, fixes.map(({ title, kind }) => `${kind}: ${title}`)])).toEqual([
      ["The link leads to “mills/”, which is a folder. Its first page is “log/mills/README.md”: is it meant?", ["choice: Link to “log/mills/README.md”"]],
      ["The link leads to “log”, which is a folder. Mend the link, or take it out.", []],
    ]);
  });

  it("is told to be mended where no note is to be created", () => {
    expect(found({ "log.md": "[[mill]]" })).toEqual([["Mend the link, or take it out."]]);
    expect(found({ [tide]: "Water.\n\n## Related\n\n- [[mill]]: waits for it\n" })).toEqual([["Create the note, or mend the link.", "choice: Create “concepts/mill.md”"]]);
  });
});

describe("a note that is created", () => {
  const related = (...items: string[]) => `Water.\n\n## Related\n\n${items.map((item) => `- ${item}\n`).join("")}`;

  it("lists all who name it, each once and with what it says", () => {
    const notes = { [tide]: related("[[moon]]: pulls", "Mill", "**Mills**: wait for it"), [moon]: related("[[tide]]: is pulled", "[[mill]]: stands still") };
    for (const rule of ["undefined-concept", "unresolved-link"]) {
      const [found] = checkAll(notes).filter((one) => one.rule === rule);
      const [fix] = found?.fixes ?? [];
      expect(fix?.creates?.[0]?.text.split("\n").filter((line) => line.startsWith("- "))).toEqual(["- [[moon]]: [the other way round: stands still]", "- [[tide]]: [the other way round: wait for it]"]);
      if (found && fix) expect(checkAll({ ...notes, ...changedBy(fix, found.path, notes) }).map((one) => one.rule)).not.toContain("one-way-relation");
    }
  });

  it("goes where concept notes lie, and the link is led there", () => {
    const notes = { [tide]: related("[[moon]]: pulls", "[[tags/Water mill]]: waits for it", "[Weir](../rivers/weir.md): holds it"), [moon]: related("[[tide]]: is pulled"), "tags/rain.md": "Wet.\n" };
    const found = checkAll(notes).filter(({ rule }) => rule === "unresolved-link");
    expect(found.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([["Create “concepts/Water mill.md”"], ["Create “concepts/Weir.md”"]]);
    let after: Notes = notes;
    for (const { fixes: [fix], path } of [...found].reverse()) if (fix) after = { ...after, ...changedBy(fix, path, after) };
    expect(after[tide]).toContain("- [[Water mill]]: waits for it\n- [Weir](Weir.md): holds it\n");
    expect(checkAll(after).map(({ rule }) => rule)).toEqual(["missing-definition", "missing-definition"]);
  });
});

it("hides a new note where most of the others are shown, or say that they are no drafts", () => {
  const shown = "---\ntype: concept\npublish: true\ndraft: false\n---\nWater.\n\n## Related\n\n";
  const [fix] = check({ [moon]: `${shown}- Sea: holds\n- [[tide]]: is pulled\n`, [tide]: `${shown}- [[moon]]: pulls\n` }, moon).flatMap(({ fixes }) => fixes);
  expect(fix?.creates?.[0]?.text).toMatch(/^---\ntype: concept\npublish: false\ndraft: true\n---\n/);
});

it("knows a gap where a definition stands in a property, and where only that is one", () => {
  const gap = "[What it is.]";
  const defined = (source: string) => vault({ [tide]: source }).concept(tide)?.definition;
  expect(defined(`---\ndescription: "${gap}"\n---\n`)).toBe("");
  expect(defined(`${gap}\n\nThe sea's breath.\n`)).toBe("The sea's breath.");
  expect(defined(`[[moon]]\n`)).toBe("moon");
  expect(defined("[Rarely] the sea's breath.\n")).toBe("[Rarely] the sea's breath.");
});

it("takes a gap in a list for what is yet to be said", () => {
  const index = vault({ ...sound, [moon]: "Ours.\n\n## Related\n\n- [[tide]]: [the other way round: pulls]\n- **[[ebb]]** – [[flood]]\n" });
  expect(index.graph().relations.filter(({ source, kind }) => source === moon && kind === "related").map(({ label, sentence }) => [label, sentence])).toEqual([["tide", ""], ["ebb", "flood"]]);
});

it("takes an entry that says nothing more out of a list without asking", () => {
  const found = (items: string) => check({ ...sound, [tide]: `The sea's breath.\n\n## Related\n\n- [[moon]]: pulls\n${items}` }, tide).filter(({ rule }) => rule === "duplicate-relation");
  expect(found("- [[moon]]\n")).toMatchObject([{ message: "“moon” is in this list already. Say in one entry what there is to say.", fixes: [{ kind: "safe" }] }]);
  expect(found("- [[moon|The Moon]]: lifts\n")).toMatchObject([{ message: "“The Moon” is in this list already, as “moon”. Say in one entry what there is to say.", fixes: [{ kind: "choice" }] }]);
});

describe("the definition of a word that is kept apart from another", () => {
  const source = "Copies of the songbook are kept on machines in three towns.\n";
  const found = (path: string, config: Partial<Config> = {}, text = source) => check({ [path]: text }, path, config).filter(({ rule }) => rule === "other-axis-definition");

  it("is quoted, and the convention named, with a question", () => {
    expect(found("concepts/decentralised.md")).toMatchObject([{ message: expect.stringMatching(/^The definition says “[^”]+”, which is about [^;]+; by the convention “Two axes”, “decentralized” stands for who decides\.$/) as string, question: "Does the note mean who decides, or where things are?" }]);
  });

  it("is silent under a convention by which the word may say this", () => {
    expect(found("concepts/decentralized.md", { convention: "commons" })).toEqual([]);
    expect(found("concepts/decentralized.md", { convention: "commons", conventions: { concepts: "two-axes" } })).toHaveLength(1);
  });

  it("counts the vault's own words", () => {
    const words = { "terms-of-art": {}, evidence: { control: ["songbook"] }, cues: {}, exceptions: [] };
    expect(found("concepts/decentralized.md", { words })).toEqual([]);
  });
});

describe("several concepts", () => {
  const under = (...wide: string[]) => `---\nbroader: [${wide.map((name) => `"[[${name}]]"`).join(", ")}]\n---\nWater.\n`;
  const found = (notes: Notes, rule: string) => checkAll(notes).filter((diagnostic) => diagnostic.rule === rule).map(({ path, marked, message }) => [path, marked, message]);

  it("round in a circle are named in their order, once", () => {
    const notes = { "concepts/a.md": under("b"), "concepts/b.md": under("c", "d"), "concepts/c.md": under("a"), "concepts/d.md": "Water." };
    expect(found(notes, "hierarchy-cycle")).toEqual([["concepts/c.md", "[[a]]", "The way up leads round: “c” → “a” → “b” → “c”. Which of these steps does not hold?"]]);
    expect(found(notes, "hierarchy-shortcut")).toEqual([]);
  });

  it("in two circles are told of both", () => {
    const notes = { "concepts/a.md": under("b"), "concepts/b.md": under("a", "c"), "concepts/c.md": under("b"), "concepts/top.md": under("a") };
    expect(found(notes, "hierarchy-cycle").map(([path, marked]) => [path, marked])).toEqual([["concepts/b.md", "[[a]]"], ["concepts/c.md", "[[b]]"]]);
  });

  it("above one another are told of a step that skips some, however far", () => {
    const notes = { "concepts/a.md": under("b", "e"), "concepts/b.md": under("c"), "concepts/c.md": under("d"), "concepts/d.md": under("e"), "concepts/e.md": "Water." };
    expect(found(notes, "hierarchy-shortcut")).toEqual([["concepts/a.md", "[[e]]", "“a” lies under “e” by way of “b” already. Is the direct step meant as well?"]]);
  });

  it("apart from the rest are told once for each group, by its first, and the rest is the largest", () => {
    const to = (name: string) => `Water, like [[${name}]].\n`;
    const notes = { "concepts/a.md": to("b"), "concepts/b.md": "Water.", "concepts/c.md": to("d"), "concepts/d.md": to("e"), "concepts/e.md": "Water.", "concepts/f.md": "Water.", "concepts/g.md": to("h"), "concepts/h.md": to("g") };
    expect(found(notes, "disconnected-island").map(([path, , message]) => [path, message])).toEqual([
      ["concepts/a.md", "This concept is tied to “b”, and none of them to the rest of the map. What ties them to it?"],
      ["concepts/g.md", "This concept is tied to “h”, and none of them to the rest of the map. What ties them to it?"],
    ]);
  });

  it("in great numbers are checked in one go", () => {
    const count = 300;
    const notes = Object.fromEntries(Array.from({ length: count }, (_, index) => [`concepts/n${index}.md`, `---\nbroader: ["[[n${(index + 1) % count}]]", "[[n${(index + 2) % count}]]"]\naliases: [same]\n---\nWater.\n\n## Related\n\n- [[n0]]: hub\n`]));
    expect(checkAll(notes).filter(({ rule }) => rule === "duplicate-label")).toHaveLength(count);
    expect(Math.max(...checkAll(notes).map(({ message }) => message.length))).toBeLessThan(400);
  });
});

it.each([
  ["all that an item has below it, whose text goes on", "- ebbs\n  and goes on\n  - **Spring tide**: moves it\n", 0],
  ["one of two below it", "- ebbs\n  and goes on\n  - neap tide\n    - ebb\n  - **Spring tide**: moves it\n", 1],
  ["the only one, with a sentence below that links", "- **Spring tide**: moves it\n\nLike [[neap tide]].\n", 0],
  ["one of two, with a sentence below that links", "- **Spring tide**: moves it\n- [[neap tide]]\n\nLike [[neap tide]].\n", 1],
  ["the only one, with nothing else", "- **Spring tide**: moves it\n\n## Sources\n\nA book.\n", 1],
])("an entry is taken out where nothing is read otherwise without it: %s", (_, list, fixes) => {
  const notes = { "concepts/Spring tide.md": `# Spring tide\n\nHigh water.\n\n## Related concepts\n\n${list}`, "concepts/neap tide.md": "A low tide.", "concepts/ebb.md": "Water that goes." };
  expect(check(notes, "concepts/Spring tide.md").filter(({ rule }) => rule === "self-relation").map((found) => found.fixes.length)).toEqual([fixes]);
});
