import { memoryUsage } from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVaultIndex, defaultConfig, hashOf, type Shard, type VaultIndex } from "../../src/core/index";
import { directionsOf } from "../../src/core/graph/directions";
import { note, vault } from "./small-vault";

describe("a link opens the note that Obsidian would open", () => {
  const notes = ["tide.md", "water/tide.md", "water/deep/tide.md", "water/sea.md", "air/sea.md", "air/long folder/Wind Rose.md", "air/Ünïcode.md", "50%.md", "v1.2.md", "潮汐.md", "air/100%20.md", "air/Node.js.md", "water/map.excalidraw.md"];
  /** The path that the only link of a note at `from` leads to. */
  const opens = (link: string, from = "home.md"): string | null | undefined => {
    const index = vault({ ...Object.fromEntries(notes.map((path) => [path, ""])), [from]: link }, { concepts: { folders: [], types: [], tags: [], exclude: [] } });
    const all = vault({ ...Object.fromEntries(notes.map((path) => [path, ""])), [from]: `---\ntype: concept\n---\n${link}` }).graph().relations;
    const broken = index.check().some(({ diagnostics }) => diagnostics.some(({ rule }) => rule === "unresolved-link"));
    const target = all.find(({ kind }) => kind === "mention")?.target;
    expect(broken).toBe(target === null);
    return target;
  };

  it.each([
    ["[[tide]]", "home.md", "tide.md"],
    ["[[TIDE.MD]]", "home.md", "tide.md"],
    ["[[water/tide]]", "home.md", "water/tide.md"],
    ["[[deep/tide]]", "home.md", "water/deep/tide.md"],
    ["[[sea]]", "home.md", "air/sea.md"],
    ["[[sea]]", "water/deep/here.md", "air/sea.md"],
    ["[[sea]]", "water/here.md", "water/sea.md"],
    ["[x](sea.md)", "water/here.md", "water/sea.md"],
    ["[x](/water/sea.md)", "air/here.md", "water/sea.md"],
    ["[x](./sea.md)", "air/here.md", "air/sea.md"],
    ["[x](../water/sea)", "air/here.md", "water/sea.md"],
    ["[x](../tide.md#moon)", "air/here.md", "tide.md"],
    ["[[../sea]]", "water/deep/here.md", "water/sea.md"],
    ["[x](wind%20rose.md)", "home.md", "air/long folder/Wind Rose.md"],
    ["[x](wind%2520rose.md)", "home.md", "air/long folder/Wind Rose.md"],
    ["[x](air/long folder/Wind Rose.md)", "home.md", "air/long folder/Wind Rose.md"],
    ["[[U\u0308ni\u0308code]]", "home.md", "air/Ünïcode.md"],
    ["[[50%]] ", "home.md", "50%.md"],
    ["[[v1.2]]", "home.md", "v1.2.md"],
    ["[[潮汐|tide]]", "home.md", "潮汐.md"],
    ["[[100%20]]", "home.md", "air/100%20.md"],
    ["[[Node.js]]", "home.md", "air/Node.js.md"],
    ["[x](map.excalidraw)", "home.md", "water/map.excalidraw.md"],
    ["![x](sea.md#^a)", "water/here.md", "water/sea.md"],
    // Obsidian compares the ends of paths, wherever the folder's name begins.
    ["[[eep/tide]]", "home.md", "water/deep/tide.md"],
    ["[[de/tide]]", "home.md", null],
    // There is none below the root: so the path is looked for at the end of others.
    ["[x](../sea.md)", "air/here.md", "air/sea.md"],
    ["[x](../sea.md)", "water/deep/here.md", "water/sea.md"],
    ["[x](../sea.md)", "air/long folder/deep/here.md", null],
    ["[x](../../../water/sea.md)", "air/here.md", "water/sea.md"],
    ["[x](./../water/sea.md)", "air/here.md", "water/sea.md"],
    ["[x](/sea.md)", "air/here.md", null],
    ["[[constructor]]", "home.md", null],
    ["[[__proto__]]", "home.md", null],
  ])("%s in %s", (link, from, expected) => {
    expect(opens(link, from)).toBe(expected);
  });
});

it("a link to a file that is no note is nobody's affair, nor is its name a label", () => {
  const index = vault({ "concepts/tide.md": "[[chart.png]], ![[chart.pdf]]\n\n## Related\n\n- [[moon.png]]: a picture\n- ![[wave.mp3]]\n", "concepts/moon.md": "---\naliases: [moon.png]\n---\n" });
  expect(index.graph().relations).toEqual([]);
  expect(index.check().flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).not.toContain("unresolved-link");
});

describe("neighbors", () => {
  const index = vault({
    "concepts/tide.md": "The sea's breath, moved by the [[moon]].\n\n## Related\n\n- [[moon]]: pulls\n- [[wave]]: rides on it\n- Surge: wind\n",
    "concepts/moon.md": "Ours.\n\n## Related\n\n- [[tide]]: is pulled\n",
    "concepts/wave.md": "Up and down.",
    "diary.md": "---\ntags: wave\n---\nSaw the [[tide]] go out.",
  });

  it("are seen from both ends, one-way ones first", () => {
    expect(index.neighbors("concepts/tide.md").map(({ relation: { kind }, direction, label, path }) => [kind, direction, label, path])).toEqual([
      ["related", "out", "Surge", null],
      ["related", "out", "wave", "concepts/wave.md"],
      ["related", "out", "moon", "concepts/moon.md"],
      ["related", "in", "moon", "concepts/moon.md"],
      ["mention", "in", "diary", "diary.md"],
      ["mention", "out", "moon", "concepts/moon.md"],
    ]);
    expect(index.neighbors("concepts/wave.md").map(({ relation: { kind }, direction, path }) => [kind, direction, path])).toEqual([
      ["related", "in", "concepts/tide.md"],
      ["tag", "in", "diary.md"],
    ]);
    expect(index.neighbors("nowhere.md")).toEqual([]);
  });

  it("carry the sentence around a mention", () => {
    expect(index.neighbors("diary.md").map(({ relation }) => relation.sentence)).toEqual(["Saw the tide go out.", ""]);
  });
});

it("the direction of a relation tells whether its far end answers", () => {
  const mill = "[[wheel]], [[race]].\n\n## Related\n\n- [[race]]: feeds it\n- [[wheel]]: turns it\n- Miller: keeps it\n";
  const { relations } = vault({ "concepts/mill.md": mill, "concepts/wheel.md": "Turns.\n\n## Wheel vs. [[mill]]\n", "concepts/race.md": "For the [[mill]]." }).graph();
  const directionOf = directionsOf(relations);
  expect(relations.map((relation) => `${relation.source} ${relation.kind} ${relation.label}: ${directionOf(relation)}`)).toEqual([
    "concepts/mill.md mention wheel: one-way",
    "concepts/mill.md mention race: both",
    "concepts/mill.md related race: one-way",
    "concepts/mill.md related wheel: both",
    "concepts/mill.md related Miller: one-way",
    "concepts/race.md mention mill: both",
    "concepts/wheel.md contrast mill: both",
  ]);
});

describe("sentences around links", () => {
  it.each([
    ["One. Two with [[tide]] in it, e.g. here. Three.", "Two with tide in it, e.g. here."],
    ["Is it [[tide]]? Yes.", "Is it tide?"],
    ["- first\n- second has [[tide]]\n  and more\n- third", "second has tide and more"],
    ["> quoted [[tide]]\n> on two lines", "quoted tide on two lines"],
    ["| a | the [[tide|ebb]] | c |\n| - | - | - |", "the ebb"],
    ["## On [[tide]]s", "On tides"],
    ["“It ends.” Then [x](concepts/tide.md) *begins* again.", "Then x begins again."],
    ["潮が引く。次は[[tide]]だ。終わり。", "次はtideだ。"],
    ["No end to [[tide]]", "No end to tide"],
  ])("%j", (source, sentence) => {
    const index = vault({ "concepts/tide.md": "", "a.md": source.replace("[[tide|ebb]]", "[[tide\\|ebb]]") });
    expect(index.graph().relations.map((relation) => relation.sentence)).toEqual([sentence]);
  });
});

describe("changes", () => {
  const names = ["concepts/a.md", "concepts/A.md", "concepts/b.md", "x/a.md", "x/concepts/c.md", "B.md", "index.md", "out/b.md"];
  const targets = ["a", "b", "x/a", "./a", "../b", "C", "nowhere", "out/b", "B.md"];
  const path = fc.constantFrom(...names);
  const folder = fc.constantFrom("concepts", "x", "x/concepts", "out", "new", "concepts-old");
  const source = fc
    .record({
      type: fc.constantFrom("", "type: concept\n"),
      title: fc.constantFrom("", "title: Alpha\n", "title: gamma\n", "title: Beta (B)\n", "title: ALPHA\n", "title: IT\n", "title: [broken\n"),
      aliases: fc.constantFrom("", "aliases: ['#alpha', gamma]\n", "aliases: [Alpha]\n", "aliases: [it, gamma]\n", "tags: [alpha, b]\n", "related: '[[c]]'\n", "broader: '[[b]]'\n", "broader: Alpha\n"),
      links: fc.array(fc.constantFrom(...targets), { maxLength: 3 }),
      items: fc.array(fc.constantFrom("Alpha: x", "**Betas**: y", "[[c]] - z", "B", "gamma", "constructor", "[q](../x/a.md): r", "Alpha and Beta", "Alpha and gamma", "ALPHA", "ITs: s"), { maxLength: 3 }),
      heading: fc.constantFrom("", "## Alpha vs. [[b]]\n", "Text.\n---\n"),
    })
    .map(({ type, title, aliases, links, items, heading }) => `---\n${type}${title}${aliases}---\nText ${links.map((link) => `[[${link}]]`).join(" ")}.\n\n${heading}\n## Related\n\n${items.map((item) => `- ${item}`).join("\n")}\n`);
  const written = (path: string, source: string) => ({ kind: "upsert" as const, path, source });
  const listing = (items: string) => written("concepts/a.md", `## Related\n\n- ${items}\n`);
  const steps = (isAsked: boolean, ...all: ReturnType<typeof written>[]): [[ReturnType<typeof written>, boolean][], boolean] => [all.map((step) => [step, isAsked]), true];
  /** What goes wrong by one mistake alone, and comes by chance once in a few hundred runs */
  const known = [
    // Two notes that a label names equally well: which of them is offered first must not hang on which came first.
    steps(false, written("concepts/a.md", "Text [[out/b]].\n"), written("x/a.md", "---\ntype: concept\ntitle: Beta (B)\n---\n"), written("x/concepts/c.md", "---\ntitle: Beta (B)\n---\n")),
    // A label that comes, in place of another.
    steps(true, listing("Alpha"), written("concepts/b.md", ""), written("concepts/b.md", "---\ntitle: Alpha\n---\n")),
    // The same labels, of which another is the title.
    steps(true, listing("Alpha"), written("concepts/b.md", "---\ntitle: gamma\naliases: [Alpha]\n---\n"), written("concepts/b.md", "---\ntitle: Alpha\naliases: [gamma]\n---\n")),
    // The last part of a label of several.
    steps(true, listing("Alpha and gamma"), written("concepts/b.md", "---\ntitle: Alpha\n---\n"), written("x/concepts/c.md", "---\ntitle: gamma\n---\n")),
  ];
  const change = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("upsert" as const), path, source }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("rename" as const), path, to: path }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), path: folder, to: folder, order: fc.constantFrom("folder", "notes", "both", "other way") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const), path: folder }) },
    // The app is closed, notes come, change and go, and it is opened again.
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("reopen" as const), path, isRested: fc.boolean(), meanwhile: fc.array(fc.tuple(path, fc.option(source)), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("rest" as const), path, turns: fc.nat(4) }) },
  );
  const config = { ...defaultConfig, exclude: ["out"] };

  const all = (index: VaultIndex) => ({
    graph: index.graph(),
    check: index.check(),
    neighbors: names.map((name) => index.neighbors(name)),
    labels: ["Alpha", "beta", "B", "gammas", "c"].map((label) => index.resolveLabel(label)),
    size: index.size,
  });

  const below = (at: string, notes: ReadonlyMap<string, string>) => [...notes.keys()].filter((name) => name.startsWith(`${at}/`));

  it("in any order give what a rebuild gives", () => {
    fc.assert(
      // Asked or not: what is looked up at once, and what is looked up together, must come out the same.
      fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 24 }), fc.boolean(), (changes, isReversed) => {
        let index = createVaultIndex(config);
        const shards = new Map<number, Shard>();
        index.packAnew();
        const notes = new Map<string, string>();
        /** A stamp tells one text from another. */
        const stamp = (text: string) => ({ mtime: hashOf(text), size: text.length });
        for (const [step, isAsked] of changes) {
          if (step.kind === "upsert") {
            index.upsert(note(step.path, step.source), stamp(step.source));
            notes.set(step.path, step.source);
          } else if (step.kind === "rest") {
            for (let turn = 0; turn < step.turns; turn += 1) index.advance();
          } else if (step.kind === "reopen") {
            if (step.isRested) while (index.advance());
            for (let packed = index.pack(); packed; packed = index.pack()) shards.set(packed.number, packed.shard);
            for (const [at, text] of step.meanwhile) {
              if (text === null) notes.delete(at);
              else notes.set(at, text);
            }
            index = createVaultIndex(config);
            for (const shard of shards.values()) index.unpack(shard);
            const missing = index.fit([...notes].map(([at, text]) => ({ path: at, ...stamp(text) })));
            expect(missing.every((at) => step.meanwhile.some(([one]) => one === at))).toBe(true);
            for (const at of missing) index.upsert(note(at, notes.get(at) ?? ""), stamp(notes.get(at) ?? ""));
          } else if (step.kind === "remove") {
            index.remove(step.path);
            notes.delete(step.path);
          } else if (step.kind === "rename") {
            index.rename(step.path, step.to);
            const moved = notes.get(step.path);
            if (moved !== undefined) {
              notes.delete(step.path);
              notes.set(step.to, moved);
            }
          } else if (step.kind === "clear") {
            index.remove(step.path);
            for (const name of below(step.path, notes)) notes.delete(name);
          } else {
            // Nobody moves a folder into itself.
            if (`${step.to}/`.startsWith(`${step.path}/`) || `${step.path}/`.startsWith(`${step.to}/`)) continue;
            const moves = below(step.path, notes).map((name) => ({ name, to: step.to + name.slice(step.path.length) }));
            // The folder tells of itself, and each note of itself, in whatever order.
            if (step.order === "folder" || step.order === "both") index.rename(step.path, step.to);
            if (step.order !== "folder") for (const { name, to } of moves) index.rename(name, to);
            if (step.order === "other way") index.rename(step.path, step.to);
            const texts = moves.map(({ name }) => notes.get(name) ?? "");
            for (const { name } of moves) notes.delete(name);
            for (const [at, { to }] of moves.entries()) notes.set(to, texts[at] ?? "");
          }
          if (!isAsked) continue;
          index.neighbors(step.path);
          // What a check has found out may serve the next one.
          index.check();
        }
        const rebuilt = createVaultIndex(config);
        const entries = [...notes].sort();
        for (const [name, text] of isReversed ? entries.reverse() : entries) rebuilt.upsert(note(name, text));
        expect(all(index)).toEqual(all(rebuilt));
      }),
      { numRuns: 400, examples: known },
    );
  });

  /** How many relations are looked up anew by a change, in a vault of so many notes; all others stay the very same objects. */
  const renewed = (size: number, change: (index: VaultIndex) => void): { changed: number; all: number } => {
    const notes = Object.fromEntries(Array.from({ length: size }, (_, at) => [`concepts/c${at}.md`, `---\ntitle: Title ${at}\naliases: [alias ${at}]\n---\n[[c${(at + 1) % size}]]\n\n## Related\n\n- Title ${(at + 2) % size}: x\n- alias ${(at + 3) % size}: y\n- [[c${(at + 4) % size}]]: z\n`]));
    const index = vault({ ...notes, "far/a/one.md": "---\ntags: alias-7\n---\n[[c7]]", "far/a/two.md": "", "near.md": "To [[one]]." });
    const before = new Set(index.graph().relations);
    change(index);
    const { relations } = index.graph();
    return { changed: relations.filter((relation) => !before.has(relation)).length, all: relations.length };
  };
  const seventh = (aliases: string, text = "") => note("concepts/c7.md", `---\ntitle: Title 7\naliases: [${aliases}]\n---\n${text}[[c8]]\n\n## Related\n\n- Title 9: x\n- alias 10: y\n- [[c11]]: z\n`);

  it.each<[string, number, (index: VaultIndex) => void]>([
    ["a sentence of a note", 4, (index) => index.upsert(seventh("alias 7", "More. "))],
    // Its own four, those of the note that named the alias, and the link of the one whose tag did; not those that link to it.
    ["an alias of a note", 4 + 4 + 1, (index) => index.upsert(seventh("other"))],
    ["a new note that nobody names", 1, (index) => index.upsert(note("concepts/new.md", "[[c7]]"))],
    ["a new folder's name", 2, (index) => index.rename("far", "away")],
    ["a note that moves", 4 + 4 * 4 + 2, (index) => index.rename("concepts/c7.md", "concepts/deep/c7.md")],
    ["a note that goes", 4 * 4, (index) => index.remove("concepts/c7.md")],
  ])("cost what they change, not what the vault holds: %s", (_, expected, change) => {
    const [small, large] = [renewed(50, change), renewed(400, change)];
    expect(small.changed).toBe(expected);
    expect(large.changed).toBe(small.changed);
    expect(large.all).toBeGreaterThan(small.all * 7);
  });

  it("are seen by others where a note becomes a concept note, and where it stops being one", () => {
    const index = vault({ "a.md": "", "b.md": "To [[a]]." });
    expect(index.graph().relations).toEqual([]);
    index.upsert(note("a.md", "---\ntype: concept\n---\n"));
    expect(index.graph().relations).toMatchObject([{ kind: "mention", source: "b.md", target: "a.md" }]);
    index.rename("a.md", "templates/a.md");
    expect(index.graph().relations).toEqual([]);
    expect(index.concept("templates/a.md")).toBeUndefined();
    index.rename("templates/a.md", "a.md");
    index.upsert(note("a.md", ""));
    expect(index.graph()).toEqual({ concepts: [], notes: [], missing: [], relations: [] });
  });

  it("keep what was read of a note, not its text", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const size = 200_000;
    const held = () => {
      collect();
      return memoryUsage().heapUsed;
    };
    const opening = "---\ntitle: A rather long title\naliases: [a rather long alias]\ntags: [a-rather-long-tag]\nrelated: '[[a rather long property]]'\n---\n# A rather long heading\n\n*The rather long definition.*\n\nA [[rather long link]] in a sentence.\n\n## Related concepts\n\n- [[rather long item]]: said at length\n";
    const index = createVaultIndex(defaultConfig);
    const before = held();
    // As it comes from a file: one flat text of its own.
    for (let at = 0; at < 50; at += 1) index.upsert(note(`concepts/n${at}.md`, Buffer.from(opening + "Padding goes on.\n\n".repeat(size / 18)).toString("utf8")));
    expect(index.graph().relations.length).toBeGreaterThan(100);
    expect(held() - before).toBeLessThan((50 * size) / 4);
  }, 300_000);

  it("reach one note of ten thousand", () => {
    const index = createVaultIndex(defaultConfig);
    for (let number = 0; number < 10_000; number += 1) {
      index.upsert(note(`${number % 10 === 0 ? "concepts" : "notes"}/n${number}.md`, `Text with [[n${(number * 7) % 10_000}]].\n\n## Related\n\n- [[n${(number * 13) % 10_000}]]: so\n`));
    }
    const before = index.graph();
    index.upsert(note("concepts/n500.md", "Text with [[n40]].\n\n## Related\n\n- [[n30]]: else\n"));
    const from = (graph: typeof before, isOwn: boolean) => graph.relations.filter(({ source }) => (source === "concepts/n500.md") === isOwn);
    expect(from(index.graph(), true).map(({ target }) => target)).toEqual(["concepts/n40.md", "concepts/n30.md"]);
    expect(from(index.graph(), false)).toEqual(from(before, false));
  });
});
