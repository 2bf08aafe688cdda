import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, type AroundWish } from "../../src/core/index";
import { Middle } from "../../src/obsidian/concepts/middle";
import { firstOutlook, isOutlook, movedOutlook, outlookWithout, readOutlook, withPin, type Outlook } from "../../src/obsidian/concepts/outlook";
import { within } from "../../src/obsidian/concepts/picture/within";
import { rowsOf } from "../../src/obsidian/concepts/rows";
import { Trail } from "../../src/obsidian/concepts/trail";
import { vault } from "./small-vault";

describe("the trail of notes that a view has shown", () => {
  const walked = (...paths: string[]): Trail => {
    const trail = new Trail();
    for (const path of paths) trail.goOn(path);
    return trail;
  };

  it("goes back and forward, and forgets what lay ahead when one goes on", () => {
    const trail = walked("a", "b", "b", "c");
    expect([trail.canGoBack, trail.canGoForward]).toEqual([true, false]);
    expect([trail.step(-1), trail.step(-1), trail.step(-1)]).toEqual(["b", "a", undefined]);
    expect(trail.step(1)).toBe("b");
    trail.goOn("d");
    expect([trail.step(1), trail.step(-1), trail.step(1)]).toEqual([undefined, "b", "d"]);
  });

  it("follows what is renamed, by itself or with its folder", () => {
    const trail = walked("f/a", "g", "fa", "f/b/c");
    trail.rename("f", "e");
    expect([trail.step(-1), trail.step(-1), trail.step(-1), trail.step(1), trail.step(1), trail.step(1)]).toEqual(["fa", "g", "e/a", "g", "fa", "e/b/c"]);
  });

  it("forgets what is gone, and makes one visit of two that are side by side then", () => {
    const trail = walked("a", "gone/x", "a", "b", "gone");
    trail.forget("gone");
    expect([trail.canGoForward, trail.step(-1), trail.step(-1)]).toEqual([false, "a", undefined]);
    trail.forget("a");
    trail.forget("b");
    expect([trail.canGoBack, trail.canGoForward, trail.step(-1)]).toEqual([false, false, undefined]);
    trail.goOn("c");
    expect(trail.canGoBack).toBe(false);
  });

  it("keeps no more than it should", () => {
    const trail = new Trail(3);
    for (const path of ["a", "b", "c", "d"]) trail.goOn(path);
    expect([trail.step(-1), trail.step(-1), trail.step(-1)]).toEqual(["c", "b", undefined]);
  });

  it("is never beside itself, whatever is done", () => {
    const step = fc.oneof(
      fc.constantFrom("a", "b", "f/c", "f/d").map((path) => (trail: Trail) => trail.goOn(path)),
      fc.constantFrom<1 | -1>(1, -1).map((by) => (trail: Trail) => void trail.step(by)),
      fc.constantFrom("a", "f").map((path) => (trail: Trail) => trail.forget(path)),
      fc.constant((trail: Trail) => trail.rename("b", "a")),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const trail = new Trail(5);
      for (const act of steps) act(trail);
      const { canGoBack, canGoForward } = trail;
      expect(trail.step(1) !== undefined).toBe(canGoForward);
      if (canGoForward) expect(trail.step(-1)).not.toBeUndefined();
      expect(trail.canGoBack).toBe(canGoBack);
    }));
  });
});

describe("how one looks at the sidebar", () => {
  it("is read as it was written", () => {
    const outlook = { ...firstOutlook(), tab: "square" as const, picture: false, locked: "a.md", depth: 3 as const, filter: { without: ["mention" as const], tags: ["x"], folders: [""], domains: ["y"] }, pins: { "a.md": { "b.md": { x: 1, y: -2 } } } };
    expect(readOutlook(JSON.parse(JSON.stringify(outlook)))).toEqual(outlook);
    expect(isOutlook(outlook)).toBe(true);
  });

  it("is as at first where what is kept can't be used", () => {
    for (const state of [null, undefined, 7, "x", [], {}, { depth: 9, picture: "no", locked: 4, tab: "map", filter: [], pins: { a: { b: { x: "1", y: 2 } }, c: 5 } }]) expect(readOutlook(state)).toMatchObject({ ...firstOutlook(), pins: expect.any(Object) as object });
    expect(readOutlook({ filter: { without: ["mention", "none", 3], tags: [1, "t"] } }).filter).toEqual({ without: ["mention"], tags: ["t"], folders: [], domains: [] });
    expect([isOutlook({}), isOutlook(undefined), isOutlook({ active: true })]).toEqual([false, false, false]);
  });
});

describe("what is pinned", () => {
  it("is kept by note, let go one by one, and forgotten where one has pinned nothing for long", () => {
    const spot = { x: 1, y: 2 };
    let pins: Outlook["pins"] = {};
    for (let note = 0; note < 60; note++) pins = withPin(pins, `${note}.md`, "a.md", spot);
    expect([Object.keys(pins).length, Object.keys(pins)[0]]).toEqual([50, "10.md"]);
    pins = withPin(withPin(pins, "10.md", "b.md", spot), "60.md", "a.md", spot);
    expect([Object.keys(pins).length, pins["10.md"], "11.md" in pins]).toEqual([50, { "a.md": spot, "b.md": spot }, false]);
    pins = withPin(withPin(pins, "60.md", "a.md", null), "10.md", "a.md", null);
    expect(["60.md" in pins, pins["10.md"]]).toEqual([false, { "b.md": spot }]);
    const kept = Object.fromEntries(Array.from({ length: 80 }, (_, note) => [`${note}.md`, { "a.md": spot }]));
    expect(Object.keys(readOutlook({ pins: kept }).pins)).toHaveLength(50);
  });
});

describe("how one looks at the sidebar, when notes and folders move or go", () => {
  const outlook = { ...firstOutlook(), locked: "f/a.md", filter: { without: [], tags: [], folders: ["f", "f/g", "other", ""], domains: [] }, pins: { "f/a.md": { "f/b.md": { x: 1, y: 2 }, "? lost": { x: 3, y: 4 } }, "c.md": { "f/a.md": { x: 5, y: 6 } } } };
  const moved = (path: string): string => (path === "f" || path.startsWith("f/") ? `e${path.slice(1)}` : path);

  it("follows them: what stays, what is chosen, what is pinned", () => {
    expect(movedOutlook(outlook, moved)).toEqual({ ...outlook, locked: "e/a.md", filter: { ...outlook.filter, folders: ["e", "e/g", "other", ""] }, pins: { "e/a.md": { "e/b.md": { x: 1, y: 2 }, "? lost": { x: 3, y: 4 } }, "c.md": { "e/a.md": { x: 5, y: 6 } } } });
  });

  it("lets go of what is gone", () => {
    expect(outlookWithout(outlook, (path) => path === "f" || path.startsWith("f/"))).toEqual({ ...outlook, locked: null, filter: { ...outlook.filter, folders: ["other", ""] }, pins: { "c.md": { "f/a.md": { x: 5, y: 6 } } } });
  });
});

describe("the middle of the view", () => {
  it("opens and closes by hand, and takes that back where it can", () => {
    const middle = new Middle();
    middle.goTo("a.md");
    middle.toggle("b.md", false, false);
    expect([[...middle.opened], [...middle.closed]]).toEqual([["b.md"], []]);
    middle.toggle("b.md", true, false);
    expect(middle.opened.size).toBe(0);
    middle.toggle("c.md", true, true);
    expect([...middle.closed]).toContain("c.md");
    middle.toggle("c.md", false, true);
    expect([middle.closed.has("c.md"), middle.opened.has("c.md")]).toEqual([false, false]);
    middle.rename("b.md", "z.md");
    expect([...middle.closed]).toEqual(["z.md"]);
    middle.goTo("d.md");
    expect(middle.closed.size).toBe(0);
  });

  it("makes room for more, but not without end, and forgets it with the note", () => {
    const middle = new Middle();
    middle.goTo("a.md");
    const rooms = [0, 1, 2, 3, 4].map(() => {
      const { room, canGrow } = middle;
      middle.grow();
      return [room, canGrow];
    });
    expect(rooms).toEqual([[150, true], [300, true], [600, true], [1200, false], [1200, false]]);
    middle.goTo("b.md");
    expect(middle.room).toBe(150);
  });

  it("goes to another note where its own is gone", () => {
    const middle = new Middle();
    middle.goTo("a.md");
    middle.goTo("f/b.md");
    middle.forget("f", "a.md");
    expect([middle.path, middle.canGoBack]).toEqual(["a.md", false]);
    middle.forget("a.md", "a.md");
    expect(middle.path).toBeUndefined();
    expect([middle.sees("c.md"), middle.sees("c.md"), middle.sees(undefined)]).toEqual([true, false, true]);
  });
});

describe("the rows of the list", () => {
  const related = (title: string, ...says: string[]) => `---\ntitle: ${title}\ntype: concept\n---\nA word.\n\n## Related Concepts\n\n${says.map((said) => `- ${said}`).join("\n")}\n`;
  const many = Array.from({ length: 20 }, (_, index) => `Stone ${String(index + 1).padStart(2, "0")}: lies near`);
  const index = vault({
    "hub.md": related("Hub", ...many, "[[rim]]: turns round it", "[[rim]]: holds it"),
    "rim.md": related("Rim", "[[hub]]: is its middle", "[[spoke]]: bears it"),
    "spoke.md": related("Spoke", "[[hub]]: begins there"),
  });
  const wish: AroundWish = { depth: 2, opened: [], closed: [], without: [], tags: [], folders: [], domains: [], most: 150 };
  const none = { closed: new Set<string>(), whole: new Set<string>() };
  const drawn = (folding = none, asked: Partial<AroundWish> = {}): string[] =>
    rowsOf(around(index, "hub.md", { ...wish, ...asked }), folding).map(({ level, at, of, isOpen, label }) => `${"  ".repeat(level - 1)}${isOpen === undefined ? "" : isOpen ? "- " : "+ "}${label} ${at}/${of}`);

  it("are groups, some of each, and a line for the rest", () => {
    expect(drawn().slice(0, 2)).toEqual(["- Related 1/2", "  Stone 01 1/13"]);
    expect(drawn()).toContain("  10 more 13/13");
    expect(drawn({ ...none, whole: new Set(["Related"]) })).toContain("  - Rim 21/22");
    expect(drawn({ ...none, closed: new Set(["Related"]) }).slice(0, 2)).toEqual(["+ Related 1/2", "- Named as related by 2/2"]);
  });

  it("have what ties a node to others below it once, where it comes first, and never what leads back", () => {
    const rows = drawn({ ...none, whole: new Set(["Related"]) });
    expect(rows.slice(rows.indexOf("  - Rim 21/22"))).toEqual(["  - Rim 21/22", "    Spoke 1/1", "  Rim 22/22", "- Named as related by 2/2", "  - Spoke 1/2", "    Rim 1/1", "  Rim 2/2"]);
  });

  it("are all there where the picture holds only the first, as if there had been no more room", () => {
    const whole = around(index, "hub.md", wish);
    for (const most of [1, 5, 22, 99]) {
      const { nodes, neighbors, left } = around(index, "hub.md", { ...wish, most });
      // What lies beyond a node counts what neither the picture nor the list holds.
      expect(within(whole, most)).toMatchObject({ nodes: nodes.map((node) => ({ ...node, beyond: whole.nodes.find(({ key }) => key === node.key)?.beyond })), neighbors, left });
    }
  });

  it("are told apart by ids that stay when others come and go", () => {
    const ids = (folding = none): string[] => rowsOf(around(index, "hub.md", wish), folding).map(({ id }) => id);
    expect(new Set(ids()).size).toBe(ids().length);
    const whole = ids({ ...none, whole: new Set(["Related"]) });
    expect(new Set(whole).size).toBe(whole.length);
    // Below the rim, which comes to be seen, is the spoke.
    expect(ids().filter((id) => !whole.includes(id))).toEqual(["Related\nmore", "Named as related by\nNamed as related by rim.md 1\nRelated spoke.md 1"]);
    const closer = rowsOf(around(index, "hub.md", { ...wish, depth: 1 }), none).map(({ id }) => id);
    expect(closer.every((id) => ids().includes(id))).toBe(true);
  });
});
