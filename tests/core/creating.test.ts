import { describe, expect, it } from "vitest";
import { applyEdits, type Relation } from "../../src/core/index";
import { sharedVaults } from "./shared-vaults";
import { stated, vault } from "./small-vault";

const ebb = "The sea going out.\n\nSee also the [[harbour]].\n\n## Related\n\n- **Slack water**: comes behind it\n- [[Spring tide]]: the highest\n- **Flood**: the other way\n";
const notes = { "concepts/ebb.md": ebb, "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- **Slack water**: comes before it\n", "log.md": "Nothing.\n" };
const said = (label: string): Relation => {
  const found = vault(notes).graph().relations.find((relation) => relation.source === "concepts/ebb.md" && relation.label === label);
  if (!found) throw new Error(`nothing is said of ${label}`);
  return found;
};

describe("the fix that creates a missing note", () => {
  it("is that of a check: a note as the vault has them, and a link where there was a mere label", () => {
    const index = vault(notes);
    const fix = index.creating("concepts/ebb.md", said("Slack water"));
    const checked = index.check().flatMap(({ path, diagnostics }) => (path === "concepts/ebb.md" ? diagnostics : [])).find(({ rule, message }) => rule === "undefined-concept" && message.includes("Slack water"));
    expect(fix).toEqual(checked?.fixes[0]);
    expect(fix?.title).toBe("Create “concepts/Slack water.md”");
    expect(fix?.creates?.[0]?.text).toContain("[the other way round: comes behind it]");
    expect(applyEdits(ebb, fix?.edits ?? [])).toContain("- **[[Slack water]]**: comes behind it\n");
    expect(index.creating("concepts/ebb.md", said("Slack water"), { form: "markdown" })?.edits[0]?.insert).toBe("[Slack water](Slack%20water.md)");
  });

  it("creates what a link leads to, by a relation or in passing", () => {
    const index = vault(notes);
    expect(index.creating("concepts/ebb.md", said("Spring tide"))).toMatchObject({ edits: [], creates: [{ path: "concepts/Spring tide.md" }] });
    expect(index.creating("concepts/ebb.md", said("harbour"))).toMatchObject({ edits: [], creates: [{ path: "concepts/harbour.md" }] });
  });

  it("gives the note a name that every system allows, and leads the link there", () => {
    const odd = "The sea.\n\n## Related\n\n- [[C: the sequel]]: a film\n- [[Why?]]: a question\n- What is 1/2 of it: half\n- con.: a name\n- tags/foam: the top\n";
    const index = vault({ "concepts/ebb.md": odd });
    const created = index.graph().relations.map((relation) => {
      const fix = index.creating("concepts/ebb.md", relation);
      return [fix?.creates?.[0]?.path, applyEdits(odd, fix?.edits ?? []).split("\n").find((line, at) => line !== odd.split("\n")[at]) ?? null];
    });
    expect(created).toEqual([
      ["concepts/C the sequel.md", "- [[C the sequel|C: the sequel]]: a film"],
      ["concepts/Why.md", "- [[Why|Why?]]: a question"],
      ["concepts/What is 1 2 of it.md", "- [[What is 1 2 of it|What is 1/2 of it]]: half"],
      ["concepts/con.md", "- [[con|con.]]: a name"],
      ["concepts/foam.md", "- [[foam|tags/foam]]: the top"],
    ]);
  });

  it("finds the relation again where the note has changed before it", () => {
    const text = `A new line.\n\n${ebb}`;
    const fix = vault({ ...notes, "concepts/ebb.md": text }).creating("concepts/ebb.md", said("Slack water"));
    expect(applyEdits(text, fix?.edits ?? [])).toContain("- **[[Slack water]]**: comes behind it\n");
  });

  it("is none where a note is there, or nothing is said", () => {
    const index = vault(notes);
    expect(index.creating("concepts/ebb.md", { label: "Flood", from: 0 })).toBe(null);
    expect(index.creating("nowhere.md", { label: "Slack water", from: 0 })).toBe(null);
    expect(stated(index, "concepts/ebb.md").map(({ label }) => label)).toContain("Flood");
  });
});

describe.skipIf(sharedVaults.missing)(`in a large vault ${sharedVaults.note}`, () => {
  it("is found fast enough to be asked for between two others", () => {
    const index = vault({});
    for (const note of sharedVaults.read("knowledge-base")) index.upsert(note);
    const missing = index.graph().relations.filter(({ target }) => target === null).slice(0, 12);
    let fixes = 0;
    const times = missing.map((relation) => {
      const began = performance.now();
      if (index.creating(relation.source, relation)) fixes += 1;
      return performance.now() - began;
    }).sort((a, b) => a - b);
    console.log(`creating: ${fixes} of ${missing.length}, median ${(times[6] ?? NaN).toFixed(1)} ms, slowest ${(times.at(-1) ?? NaN).toFixed(1)} ms`);
    expect(fixes).toBeGreaterThan(0);
  });
});
