import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { parsedTree } from "../../src/core/markdown/parse";
import { plainTree } from "../../src/core/markdown/plain-tree";
import { prepare } from "../../src/core/markdown/prepare";
import { sharedVaults } from "./shared-vaults";

interface Shape {
  type: string;
  from?: number | undefined;
  to?: number | undefined;
  value?: string;
  inside?: Shape[];
}

/** What a tree says, with neighbouring texts as one; lists and their items without their places, which the plain tree does not give. */
function shapeOf(node: Nodes): Shape {
  const shape: Shape = { type: node.type };
  if (node.type !== "root" && node.type !== "list" && node.type !== "listItem") [shape.from, shape.to] = [node.position?.start.offset, node.position?.end.offset];
  if ("value" in node) shape.value = node.value;
  if (node.type === "wikiLink") shape.value += `|${node.data.alias}`;
  if (node.type === "link") shape.value = node.url;
  if ("children" in node) {
    shape.inside = [];
    for (const child of node.children.map(shapeOf)) {
      const last = shape.inside.at(-1);
      if (last?.type === "text" && child.type === "text") Object.assign(last, { value: `${last.value ?? ""}${child.value ?? ""}`, to: child.to });
      else shape.inside.push(child);
    }
  }
  return shape;
}

/** Whether a text is plain; if it is, both readings must agree. */
function isPlain(markdown: string): boolean {
  const tree = plainTree(markdown);
  if (tree) expect(shapeOf(tree)).toEqual(shapeOf(parsedTree(markdown)));
  return tree !== null;
}

describe("a plain tree", () => {
  it.each([
    "- [[mill|Mills]]: turned by *water*",
    "* **Weir** — `gate` and [race](the-race.md) \n\n* Sluice",
    "Beside the mill \n- wheel\n  - paddle\n    - oak\n  - axle\n- stone\n\nAnd the granary.\r\n",
    "A snake_case word, [a bracket] and ~~all~~ the rest: 12 sacks.",
  ])("needs no parser: %j", (markdown) => {
    expect(isPlain(markdown)).toBe(true);
  });

  it.each(["- mill\n  of oak", "1. mill", "- a\n    - b\n  - c", "- a\n* b", "# Mill", "mill\n---", "> mill", "a <b>c</b>", "*a **b***", "[mill]: a.md", "![a](b.png)", "a\\*b", "- - a", "    mill"])("leaves to the parser: %j", (markdown) => {
    expect(isPlain(markdown)).toBe(false);
  });

  const piece = fc.constantFrom(..."mill|*|**|_|`|[[weir]]|[race](a.md)|[race]|(oak)| |, |.|\n|\n\n|- |\n- |\n  - |\n    - |* |é|🌾|“|’|€|1. |#|\r\n|~~|!|[|]|  |—|***|=|\u00A0|:".split("|"), "[[weir|Weirs]]");

  it("says what the parser says, wherever it says anything", () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        if (isPlain(pieces.join(""))) plain += 1;
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it.skipIf(sharedVaults.missing)(`says so on a real vault ${sharedVaults.note}`, () => {
    const pieces = sharedVaults.read("knowledge-base").filter((_, index) => index % 8 === 0).flatMap(({ source }) => source.split(/^#.*$/m));
    expect(pieces.filter((text) => text.length < 2000 && isPlain(prepare(text))).length).toBeGreaterThan(200);
  });
});
