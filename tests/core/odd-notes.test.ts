import { expect, test } from "vitest";
import { createVaultIndex, defaultConfig, lint } from "../../src/core/index";
import { proseMask } from "../../src/core/prose/mask";
import { note } from "./small-vault";

const size = 100_000;
const many = (piece: string) => piece.repeat(size / piece.length);

/** Notes of 100 kB that no one writes: where an expression takes time by the square of their length, they take minutes. */
const notes: readonly [string, string][] = [
  ["dashes", `The data ${many("-")} distributed`],
  ["lines of dashes in sentences", `The data is distributed ${"-".repeat(1_400)}. `.repeat(60)],
  ["a chain of hyphens", `decentralized ${many("stored-on-many-")} distributed`],
  ["chains of hyphens in sentences", `It is decentralized: ${"stored-on-many-".repeat(90)}. `.repeat(60)],
  ["spaces in a heading", `# distributed ${many(" ")}x`],
  ["hashes in a heading", `# distributed ${many("# ")}x`],
  ["spaces in a suppression", `%% distinguo-ignore ${many(" ")}x %%\nIt is distributed.`],
  ["spaces behind a suppression's reason", `<!-- distinguo-ignore equated: so ${many(" ")}x -->\nIt is distributed.`],
  ["marks of comments", `distributed ${many("%%")}`],
  ["a mark of a comment on each line", many("distributed %%\n")],
  ["comments that nothing closes", many("distributed <!--\n")],
  ["brackets", `distributed ${many("[")}`],
  ["brackets of links", `distributed ${many("[a](")}`],
  ["pairs", many("distributed (decentralized ")],
  ["pipes", `distributed ${many("|")}`],
  ["a row below a header that is no row of dashes", `distributed | a\n-${many(" ")}x`],
  ["the same among related concepts", `## Related\n\n| distributed | a |\n-${many(" ")}x`],
  ["marks of emphasis that nothing closes", `distributed ${many("*a_ ")}`],
  ["quotes in quotes", `${many("> ")}distributed`],
  ["items in items", `${many("- ")}distributed`],
  ["quotes and items in turn", `${many("> - ")}distributed`],
  ["a line without a full stop", many("the distributed sheds of the data are decentralized and many copies ")],
  ["spaces between two words", `distributed${many(" ")}decentralized`],
  ["an alias of quotation marks", `---\naliases: ["a${many("'")}b"]\ntitle: "t${many(":")}x"\n---\nIt is distributed.`],
];

/** The time out is the assertion: it is far above what they take, and far below what they would take by the square. */
test.each(notes)("%s", { timeout: 10_000 }, (_, source) => {
  const odd = note("concepts/odd.md", source);
  expect(proseMask(odd, /distributed/i).text).toHaveLength(source.length);
  expect(lint(odd, defaultConfig)).toBeInstanceOf(Array);
  const index = createVaultIndex(defaultConfig);
  index.upsert(odd);
  expect(index.check()).toBeInstanceOf(Array);
});

test("marks by the million, which leave as many spaces, are no more than the stack can take", { timeout: 20_000 }, () => {
  expect(lint(note("odd.md", `${"*".repeat(5_000_000)}distributed `), defaultConfig)).toEqual([]);
});
