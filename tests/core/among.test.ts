import { expect, test } from "vitest";
import { parse } from "yaml";
import { among, createVaultIndex, defaultConfig, noteSource } from "../../src/core/index";

const index = createVaultIndex(defaultConfig);
for (const [path, text] of Object.entries({
  "concepts/Mill.md": "# The mill\n\n*It grinds.* See [[Weir]].\n\n## Related concepts\n\n- [[Weir]]: holds its water.\n- [[Mill]]: itself.\n- [[Barn]]: keeps what it grinds.\n- Nowhere: is missing.\n",
  "concepts/Weir.md": "# Weir\n\n*A low dam.*\n\n## Related concepts\n\n- [[Mill]]: is driven by it.\n",
  "concepts/Barn.md": "# Barn\n\n*A house for grain.*\n",
  "Diary.md": "We walked to the [[Mill]].\n",
})) index.upsert(noteSource(path, text, (yaml) => parse(yaml) as unknown));

const told = (paths: string[], without: Parameters<typeof among>[2] = ["mention", "tag"], most = 10): string[][] =>
  among(index, paths, without, most).nodes.map(({ label, isConcept, relations }) => [label, ...(isConcept ? [] : ["plain"]), ...relations.map(({ kind, label: other }) => `${kind} ${other}`)]);

test("some notes are told with what they say of each other, and of no others", () => {
  expect(told(["concepts/Weir.md", "concepts/Mill.md"])).toEqual([["Weir", "related Mill"], ["The mill", "related Weir"]]);
  expect(told(["concepts/Mill.md", "Diary.md"], [])).toEqual([["The mill"], ["Diary", "plain", "mention Mill"]]);
  expect(told(["concepts/Mill.md", "concepts/Mill.md"])).toEqual([["The mill"]]);
  expect(told(["nowhere.md"])).toEqual([["nowhere", "plain"]]);
  expect(told([])).toEqual([]);
});

test("no more relations are told than are wanted", () => {
  const { nodes, count, left } = among(index, ["concepts/Weir.md", "concepts/Mill.md", "concepts/Barn.md"], ["mention"], 2);
  expect([count, left, nodes.map(({ relations }) => relations.length)]).toEqual([3, 1, [1, 1, 0]]);
});
