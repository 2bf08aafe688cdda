import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCompleter, createMentionSurvey, createNoteSurvey, createVaultIndex, defaultConfig, isSamePlace, linkPlace, typedLabel, type Config } from "../../src/core/index";
import { note, vault } from "./small-vault";
import { sharedVaults } from "./shared-vaults";

function concepts(...titles: string[]): Record<string, string> {
  return Object.fromEntries(titles.map((entry) => {
    const [title = "", ...aliases] = entry.split("|");
    return [`concepts/${title.toLowerCase()}.md`, `---\ntitle: ${JSON.stringify(title)}\naliases: ${JSON.stringify(aliases)}\n---\nA word of ours.\n`];
  }));
}

/** What is offered behind some typed text, as it would go on. */
function offered(typed: string, ...titles: string[]): string[] {
  const complete = createCompleter(vault(concepts(...titles)).labelled());
  return complete(typed, { path: "note.md", linked: new Set(), limit: 8 }).map(({ from, shown }) => `${typed.slice(0, from)}|${shown}`);
}

describe("what was typed of a label", () => {
  it.each<[string, string]>([
    ["the com", "the com"], ["com", "com"], ["- (“Data com", "- (“Data com"], ["**com", "**com"], ["See [[x|y]] and com", "See [[x|y]] and com"], ["- [ ] com", "- [ ] com"],
    ["It costs $5, com", "It costs $5, com"], ["`a` com", "`a` com"], ["[a](b) com", "[a](b) com"], ["\\[a com", "\\[a com"], ["%% x %% com", "%% x %% com"], ["هذه مشا", "هذه مشا"],
    ["com ", ""], ["", ""], ["com.", ""], ["`com", ""], ["``a ` com", ""], ["[[com", ""], ["[[x|com", ""], ["[com", ""], ["[a](com", ""], ["![[com", ""], ["$com", ""], ["$$ com", ""], ["%% com", ""],
    ["<!-- com", ""], ["<span com", ""], ["#com", ""], ["#a/com", ""], ["@com", ""], ["https://a.org/com", ""], ["www.com", ""], ["a.org", ""], ["a/com", ""], ["\\com", ""], ["key=com", ""],
    ["~~~com", ""], ["> ~~~ com", ""], ["[a]: com", ""], ["[^a]: com", "[^a]: com"],
  ])("%j is %j", (line, expected) => {
    expect(typedLabel(line, line.length)).toBe(expected);
  });

  it("is nothing within a word, nor in a line that is no writing; a long one is cut at a word", () => {
    expect(typedLabel("commons", 3)).toBe("");
    expect(typedLabel("com mons", 3)).toBe("com");
    expect(typedLabel(`${"x".repeat(30_000)} com`, 30_004)).toBe("");
    const cut = typedLabel(`${"word ".repeat(100)}com`, 503);
    expect(cut.length).toBeLessThanOrEqual(80);
    expect(cut).toMatch(/^ word (?:word )+com$/);
  });

  it.each(["潮", "a", "[a](b)`c`$d$", "[a](b) `c` $d$ ", "\\%", "<b>"])("is looked for in time that grows with the line: %s", (piece) => {
    const time = (size: number): number => {
      const line = `${piece.repeat(size / piece.length)} com`;
      const runs = Array.from({ length: 7 }, () => {
        // Of the processor: what others do on the machine is not counted.
        const start = process.cpuUsage();
        for (let time = 0; time < 40; time += 1) typedLabel(line, line.length);
        return process.cpuUsage(start).user;
      });
      return Math.min(...runs);
    };
    time(19_000);
    // Four times the text: four times the time, not sixteen.
    expect(time(19_000) / time(4_750)).toBeLessThan(10);
  });
});

describe("completions", () => {
  it.each<[string, string[], string[]]>([
    ["the com", ["Commons"], ["the |commons"]],
    ["the Com", ["Commons"], ["the |Commons"]],
    ["data com", ["Commons", "Data commons"], ["|data commons", "data |commons"]],
    ["Data-com", ["Data commons"], ["|Data-commons"]],
    ["data commons tr", ["Data Commons Trust"], ["|data commons trust"]],
    ["networks", ["Network"], ["|networks"]],
    ["networ", ["Networks of trade", "Network"], ["|network", "|networks of trade"]],
    ["organis", ["Organization"], []],
    ["organisation", ["Organization"], ["|organisation"]],
    ["who", ["World body|WHO"], []],
    ["The", ["The post"], []],
    ["by the", ["The post"], []],
    ["The p", ["The post"], ["|The post"]],
    ["WHO", ["World body|WHO"], ["|WHO"]],
    ["by the eb", ["Tide|ebb"], []],
    ["by the ebb", ["Tide|ebb"], ["by the |ebb"]],
    ["self-gov", ["Governance"], []],
    ["self-gov", ["Self-governance"], ["|self-governance"]],
    ["co", ["Commons"], []],
    ["ommons", ["Commons"], []],
    ["in the DAO tre", ["DAO treasury"], ["in the |DAO treasury"]],
    ["the tide mi", ["Tide mill", "Mint"], ["the |tide mill"]],
    ["مشا", ["مشاعات"], ["|مشاعات"]],
  ])("%j of %j are %j", (typed, titles, expected) => {
    expect(offered(typed, ...titles)).toEqual(expected);
  });

  it("puts what is linked last, and leaves the note's own concept out", () => {
    const complete = createCompleter(vault(concepts("Commons", "Community", "Commoning")).labelled());
    const targets = (path: string, linked: string[]): string[] => complete("com", { path, linked: new Set(linked), limit: 8 }).map(({ target }) => target.slice(9, -3));
    expect(targets("", [])).toEqual(["commons", "commoning", "community"]);
    expect(targets("", ["concepts/commons.md"])).toEqual(["commoning", "community", "commons"]);
    expect(targets("concepts/commons.md", [])).toEqual(["commoning", "community"]);
  });

  it("takes its labels from an array that stays the same until a label changes", () => {
    const index = createVaultIndex(defaultConfig);
    for (const [path, text] of Object.entries(concepts("Tide", "Mill"))) index.upsert(note(path, text));
    const first = index.labelled();
    index.upsert(note("concepts/tide.md", "---\ntitle: Tide\naliases: []\n---\nAnother definition.\n"));
    index.upsert(note("walk.md", "A walk.\n"));
    expect(index.labelled()).toBe(first);
    const after = (change: () => void): string => {
      change();
      return index.labelled().map(({ prefLabel }) => prefLabel).join();
    };
    expect(after(() => index.upsert(note("concepts/tide.md", "---\ntitle: Ebb\n---\nx\n")))).toBe("Mill,Ebb");
    expect(after(() => index.rename("concepts/mill.md", "concepts/z.md"))).toBe("Ebb,Mill");
    expect(after(() => index.remove("concepts/tide.md"))).toBe("Mill");
    expect(after(() => index.upsert(note("concepts/y.md", "# Yard\n")))).toBe("Yard,Mill");
  });
});

describe("the place of a link", () => {
  it.each<[string, string, string]>([
    ["# A\n\nText.\n", "the com", "text"], ["", "the com", "text"], ["", "## The com", "text"], ["- a\n", "- com", "text"], ["- a\n", "    - com", "text"], ["> [!note] a\n", "> com", "text"],
    ["| a | b |\n|---|---|\n", "| com", "cell"], ["", "| com", "cell"], ["Money: $$\n\n", "com", "text"], ["---\na: b\n---\n", "com", "text"], ["%% a %%\n", "com", "text"], ["```\na\n```\n", "com", "text"], ["$$\na\n$$\n", "com", "text"],
    ["```\n", "com", "never"], ["- a\n  ```js\n", "  com", "never"], ["---\n", "up: com", "never"], ["$$\n", "com", "never"], ["%%\n", "com", "never"], ["Text %% a\n", "com", "never"], ["<!--\n", "com", "never"],
    ["> a\n", "> com", "never"], ["\n", "    com", "never"], ["<div>\n", "com", "never"], ["<pre>\n", "com", "never"],
    ["", "x `com`", "none"], ["%% a\n", "b %% com", "text"],
  ])("behind %j and %j is %j", (before, line, expected) => {
    expect(linkPlace(before, line, line.length)).toBe(expected);
  });

  it("stays what it was while the line goes on, but where a word or what stands open ends", () => {
    expect([isSamePlace("text", "mons are"), isSamePlace("cell", "mons are"), isSamePlace("none", "mons"), isSamePlace("never", "mons of a - b")]).toEqual([true, true, true, true]);
    expect([isSamePlace("none", "mons "), isSamePlace("never", " %% a"), isSamePlace("never", " --> a"), isSamePlace("never", " $$ a"), isSamePlace("never", "</pre> a")]).toEqual([false, false, false, false, false]);
  });
});

/** What a survey of the whole vault, and one for the note alone, say of each note. */
function bothSurveys(notes: Record<string, string>, config: Config): [whole: unknown, alone: unknown][] {
  const graph = vault(notes, config).graph();
  const sources = Object.entries(notes).map(([path, text]) => note(path, text));
  const survey = createMentionSurvey(graph, config);
  for (const source of sources) survey.add(source);
  const whole = new Map(survey.report().notes.map(({ path, mentions }) => [path, mentions]));
  return sources.map((source) => {
    const alone = createNoteSurvey(source, graph, config, sources.length);
    if (!alone.isSettled) for (const other of sources) alone.add(other);
    return [whole.get(source.path) ?? [], alone.report().mentions];
  });
}

describe("a survey for one note", () => {
  it("comes to what the survey of the vault says of it", () => {
    const names = ["Tide", "Tide mill", "Mill|axis", "DAO", "İz", "Straße", "潮汐", "R&D", "Café"];
    const word = fc.constantFrom("tide", "tides", "tide mill", "mills", "axes", "DAO", "dao", "İZ", "STRASSE", "潮汐", "R and D", "cafe\u0301", "CAFÉ", "[[tide]]", "`mill`", "x", ".\n\n");
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
    let said = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 12, maxLength: 30 }), fc.constantFrom("few", "some", "all"), fc.boolean(), (texts, amount, declines) => {
        const notes = { ...concepts(...names), ...Object.fromEntries(texts.map((one, index) => [`${index}.md`, one])) };
        if (declines) notes["concepts/tide.md"] = "---\ntitle: Tide\ndistinguo-mentions: false\n---\nx\n";
        for (const [whole, alone] of bothSurveys(notes, { ...defaultConfig, mentions: { amount, exclude: ["dao", "DAO"] } })) {
          expect(alone).toEqual(whole);
          if (Array.isArray(whole) && whole.length > 0) said += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(said).toBeGreaterThan(100);
  });

  it.skipIf(sharedVaults.missing)(`agrees in a real vault ${sharedVaults.note}`, () => {
    const notes = sharedVaults.read("knowledge-base");
    const index = createVaultIndex(defaultConfig);
    for (const one of notes) index.upsert(one);
    const graph = index.graph();
    const survey = createMentionSurvey(graph, defaultConfig);
    for (const one of notes) survey.add(one);
    const whole = new Map(survey.report().notes.map(({ path, mentions }) => [path, mentions]));
    for (const one of notes.filter((_note, at) => at % 600 === 0)) {
      const alone = createNoteSurvey(one, graph, defaultConfig, notes.length);
      if (!alone.isSettled) for (const other of notes) alone.add(other);
      expect(alone.report().mentions, one.path).toEqual(whole.get(one.path) ?? []);
    }
  }, 240_000);
});
