import { expect, test } from "vitest";
import { applyEdits, shapeTitle, type Fix } from "../../src/core/index";
import { checks } from "../../src/core/checks/index";
import { noteExamplesOf } from "./checks-examples";
import { lintText } from "./note";
import { vault } from "./small-vault";

const said = "The archive is decentralized because its copies sit on servers in nine countries.";
/** The fixes of a rule about notes in a vault, by default in the vaults of its examples. */
function fixesOf(rule: string, ...vaults: Readonly<Record<string, string>>[]): Fix[] {
  const plain = (notes: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(notes).map(([path, text]) => [path, text.replace(/[«»]/g, "")]));
  const asked = vaults.length > 0 ? vaults : noteExamplesOf(rule).reported.map(({ notes }) => plain(notes));
  return asked.flatMap((notes) => vault(notes).check().flatMap(({ diagnostics }) => diagnostics.filter((one) => one.rule === rule).flatMap(({ fixes }) => fixes)));
}

const shapes = (text: string): (string | undefined)[] => lintText(text).flatMap(({ fixes }) => fixes.map(({ shape }) => shape));

test("a choice has the same shape in every spelling, and a title in plain words", () => {
  expect(shapes(said)).toEqual(["write-word:distributed", "add-link"]);
  for (const other of [said.replace("centralized", "centralised"), said.replace("decentral", "de-central"), said.replace("decentralized", "DECENTRALIZED")]) expect(shapes(other)).toEqual(shapes(said));
  expect(shapes("Distributed and decentralised mean the same.")[0]).toBe("deny-sameness");
  expect(shapeTitle("write-word:distributed")).toBe("Say “distributed” instead");
  expect(shapeTitle("deny-sameness")).toBe("Deny that the two are the same");
  expect(shapeTitle("of-a-later-version:here")).toBe("of-a-later-version:here");
});

test("every fix of a rule about notes that can be one of many has a shape with a title", () => {
  const fixes = checks.flatMap(({ about }) => fixesOf(about.id));
  expect(fixes.length).toBeGreaterThan(10);
  for (const { title, shape } of fixes) if (!/^Link to/.test(title)) expect(shapeTitle(shape ?? ""), title).toMatch(/^[A-Z]/);
});

test("items that one list takes begin it once, and each of them alone is whole", () => {
  const notes = { "concepts/Mill.md": "# Mill\n\n*A mill turns grain into flour.*\n", ...Object.fromEntries(["Weir", "Leat"].map((name) => [`concepts/${name}.md`, `# ${name}\n\n*It holds water.*\n\n## Related\n\n- [[Mill]]: needs it.\n`])) };
  const edits = fixesOf("one-way-relation", notes).flatMap(({ elsewhere = [] }: Fix) => elsewhere.flatMap((note) => note.edits));
  const [first, second] = edits;
  if (!first || !second?.item) throw new Error("two items were to be added");
  const joined = { ...second, insert: second.item.joined + second.insert.slice(second.item.lead) };
  const list = "\n\n## Related\n\n- [[Leat]]: [the other way round: needs it.]";
  expect(applyEdits(notes["concepts/Mill.md"], [first])).toBe(`${notes["concepts/Mill.md"].trimEnd()}${list}\n`);
  expect(applyEdits(notes["concepts/Mill.md"], [first, joined])).toBe(`${notes["concepts/Mill.md"].trimEnd()}${list}\n- [[Weir]]: [the other way round: needs it.]\n`);
});
