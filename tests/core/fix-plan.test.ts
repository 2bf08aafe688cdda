import type { App } from "obsidian";
import { expect, test } from "vitest";
import { changesOf, type Plan } from "../../src/obsidian/fixes/plan";
import type { Edit } from "../../src/core/index";

// No edit here holds a link, so that nothing is asked of the app.
const app = {} as App;
const text = "The weir holds the water back.";

function planned(...edits: Edit[]): { after: string | null | undefined; waiting: number[] } {
  const plans = edits.map((edit, index): Plan => ({ path: "Weir.md", fix: { title: String(index), kind: "safe", edits: [edit] } }));
  const { changes, waiting } = changesOf(app, plans, new Map([["Weir.md", text]]));
  return { after: changes[0]?.after(), waiting: waiting.map(({ fix }) => Number(fix.title)) };
}

test("of two fixes that touch the same words, or put something in at the same place, the second waits", () => {
  const [dam, lake, small] = [{ from: 4, to: 8, insert: "dam" }, { from: 6, to: 20, insert: "lake" }, { from: 4, to: 4, insert: "small " }];
  expect(planned(dam, lake)).toEqual({ after: "The dam holds the water back.", waiting: [1] });
  expect(planned(lake, dam)).toEqual({ after: "The welakeater back.", waiting: [1] });
  expect(planned(dam, small, { from: 8, to: 8, insert: " still" })).toEqual({ after: "The small dam still holds the water back.", waiting: [] });
  expect(planned(small, { ...small, insert: "big " })).toEqual({ after: "The small weir holds the water back.", waiting: [1] });
});

test("items for one list follow each other, and the first begins it", () => {
  const item = (name: string): Edit => ({ from: text.length, to: text.length, insert: `\n\n## Related\n\n- ${name}`, item: { lead: 14, joined: "\n" } });
  expect(planned(item("Leat"), item("Mill"), item("Pond"))).toEqual({ after: `${text}\n\n## Related\n\n- Leat\n- Mill\n- Pond`, waiting: [] });
});
