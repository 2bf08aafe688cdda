import { describe, expect, it } from "vitest";
import type { Diagnostic, RuleAbout, TermAbout } from "../../src/core/index";
import { github } from "../../src/cli/report/github";
import { reportJson } from "../../src/core/report/json";
import type { Paint } from "../../src/cli/report/paint";
import { plain } from "../../src/cli/report/paint";
import { pretty } from "../../src/cli/report/pretty";
import type { Result } from "../../src/core/report/result";
import { sarif } from "../../src/cli/report/sarif";
import { reportUnix } from "../../src/core/report/unix";

const terms: TermAbout[] = [
  { label: "distributed", names: ["distributed"], words: [], axis: "arrangement", axisLabel: "the places", question: "Where is it?", distinction: "place-and-power" },
  { label: "decentralized", names: ["decentralized"], words: [], axis: "control", axisLabel: "control", question: "Who decides?", distinction: "place-and-power" },
];

const source = "# Barns\n\nOur grain is decentralized: it lies\nin nine barns.\n";
const words = source.indexOf("decentralized");
const proof = source.indexOf("in nine barns");
const grain: Diagnostic = {
  rule: "decentralized-for-distributed",
  severity: "warning",
  from: words,
  to: words + 13,
  message: "Says decentralized, and gives places.",
  question: "Who decides about the grain?",
  convention: "two-axes",
  evidence: [{ axis: "arrangement", from: proof, to: proof + 13 }],
  fixes: [
    { title: "Say “distributed”", kind: "choice", edits: [{ from: words, to: words + 13, insert: "distributed" }] },
    { title: "Say who decides", kind: "choice", edits: [] },
  ],
};
const lonely: Diagnostic = { rule: "no-definition", severity: "hint", from: 0, to: 7, message: "A concept, 100% without a definition.", question: "", evidence: [], fixes: [] };

const result: Result = {
  convention: "two-axes",
  notes: [
    { path: "a, b/grain: new.md", source, diagnostics: [lonely, grain] },
    { path: "z.md", source: "\uFEFF🌾\r\nit is decentralized", diagnostics: [{ ...grain, convention: "topology", from: 11, to: 24, evidence: [], fixes: [], severity: "error" }] },
  ],
  judged: 7,
  unread: [{ path: "odd.md", reason: "its bytes are not UTF-8" }],
};
/** A note whose fixes reach another note, and make a new one. */
const far: Result = {
  ...result,
  notes: [
    {
      path: "mill.md",
      source: "# Mill\n\n- Barn\n",
      diagnostics: [
        {
          ...lonely,
          from: 10,
          to: 14,
          fixes: [
            { title: "Link “Barn”", kind: "safe", edits: [{ from: 10, to: 14, insert: "[[Barn]]", links: [{ from: 0, to: 8, path: "barn.md", label: "Barn" }] }] },
            { title: "Add the way back", kind: "choice", edits: [], elsewhere: [{ path: "old barns/barn.md", edits: [{ from: 8, to: 8, insert: "- [[Mill]]\n" }] }] },
            { title: "Create “Barn”", kind: "choice", edits: [], creates: [{ path: "barn.md", text: "# Barn\n" }] },
          ],
        },
      ],
    },
  ],
};
const nothing: Result = { convention: "two-axes", notes: [], judged: 3, unread: [] };

describe("json", () => {
  it("is the contract, key for key", () => {
    expect(JSON.parse(reportJson(result))).toEqual({
      version: 1,
      convention: "two-axes",
      notes: [
        {
          path: "a, b/grain: new.md",
          diagnostics: [
            { rule: "no-definition", severity: "hint", from: 0, to: 7, line: 1, column: 1, message: "A concept, 100% without a definition.", question: "", evidence: [], fixes: [] },
            {
              rule: "decentralized-for-distributed",
              severity: "warning",
              from: 22,
              to: 35,
              line: 3,
              column: 14,
              message: "Says decentralized, and gives places.",
              question: "Who decides about the grain?",
              convention: "two-axes",
              evidence: [{ axis: "arrangement", from: 45, to: 58 }],
              fixes: [
                { title: "Say “distributed”", kind: "choice", edits: [{ from: 22, to: 35, insert: "distributed" }] },
                { title: "Say who decides", kind: "choice", edits: [] },
              ],
            },
          ],
        },
        {
          path: "z.md",
          diagnostics: [
            {
              rule: "decentralized-for-distributed",
              severity: "error",
              from: 11,
              to: 24,
              line: 2,
              column: 7,
              message: "Says decentralized, and gives places.",
              question: "Who decides about the grain?",
              convention: "topology",
              evidence: [],
              fixes: [],
            },
          ],
        },
      ],
      summary: { notes: 7, error: 1, warning: 1, info: 0, hint: 1 },
      unread: [{ path: "odd.md", reason: "its bytes are not UTF-8" }],
    });
  });

  it("says what a fix does in other notes", () => {
    const { notes } = JSON.parse(reportJson(far)) as { notes: { diagnostics: { fixes: unknown }[] }[] };
    expect(notes[0]?.diagnostics[0]?.fixes).toEqual([
      { title: "Link “Barn”", kind: "safe", edits: [{ from: 10, to: 14, insert: "[[Barn]]" }] },
      { title: "Add the way back", kind: "choice", edits: [], elsewhere: [{ path: "old barns/barn.md", edits: [{ from: 8, to: 8, insert: "- [[Mill]]\n" }] }] },
      { title: "Create “Barn”", kind: "choice", edits: [], creates: [{ path: "barn.md", text: "# Barn\n" }] },
    ]);
  });

  it("of a clean vault still has its summary", () => {
    expect(JSON.parse(reportJson(nothing))).toEqual({ version: 1, convention: "two-axes", notes: [], summary: { notes: 3, error: 0, warning: 0, info: 0, hint: 0 } });
  });
});

describe("unix", () => {
  it("is one line a diagnostic", () => {
    expect(reportUnix(result)).toBe(
      "a, b/grain: new.md:1:1: hint: A concept, 100% without a definition. [no-definition]\n" +
        "a, b/grain: new.md:3:14: warning: Says decentralized, and gives places. (convention: two-axes) [decentralized-for-distributed]\n" +
        "z.md:2:7: error: Says decentralized, and gives places. (convention: topology) [decentralized-for-distributed]\n",
    );
    expect(reportUnix(nothing)).toBe("");
  });
});

describe("github", () => {
  it("escapes properties and text", () => {
    expect(github(result).split("\n")).toEqual([
      "::notice file=a%2C b/grain%3A new.md,line=1,endLine=1,col=1,endColumn=7,title=distinguo%3A no-definition::A concept, 100%25 without a definition.",
      "::warning file=a%2C b/grain%3A new.md,line=3,endLine=3,col=14,endColumn=26,title=distinguo%3A decentralized-for-distributed::Says decentralized, and gives places.%0AWho decides about the grain?%0AConvention: two-axes",
      "::error file=z.md,line=2,endLine=2,col=7,endColumn=19,title=distinguo%3A decentralized-for-distributed::Says decentralized, and gives places.%0AWho decides about the grain?%0AConvention: topology",
      "",
    ]);
  });

  it("puts the vault's folder in the repository before the paths", () => {
    expect(github(result, "docs/vault/")).toContain("file=docs/vault/z.md,");
  });
});

describe("sarif", () => {
  const rules: RuleAbout[] = [
    { id: "equated", summary: "Offers the two as one.", rationale: "Two questions, one answer.", severity: "warning", about: "prose" },
    { id: "decentralized-for-distributed", summary: "Says who, gives where.", rationale: "A reader looks for power.", severity: "warning", about: "prose" },
  ];
  const log = JSON.parse(sarif(result, rules, "1.2.3")) as { version: string; runs: Record<string, unknown>[] };
  const [run = {}] = log.runs;

  it("describes the tool and its rules", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    expect(run["columnKind"]).toBe("utf16CodeUnits");
    expect(run["tool"]).toEqual({
      driver: {
        name: "distinguo",
        version: "1.2.3",
        semanticVersion: "1.2.3",
        rules: [
          { id: "equated", shortDescription: { text: "Offers the two as one." }, fullDescription: { text: "Two questions, one answer." }, defaultConfiguration: { level: "warning" } },
          { id: "decentralized-for-distributed", shortDescription: { text: "Says who, gives where." }, fullDescription: { text: "A reader looks for power." }, defaultConfiguration: { level: "warning" } },
        ],
      },
    });
  });

  it("places each result, its evidence and its choices", () => {
    const [hint, warning, error] = run["results"] as Record<string, unknown>[];
    expect(hint).toMatchObject({ ruleId: "no-definition", level: "note", message: { text: "A concept, 100% without a definition." } });
    expect(hint).not.toHaveProperty("ruleIndex");
    expect(error).toMatchObject({ level: "error" });
    const artifactLocation = { uri: "a%2C%20b/grain%3A%20new.md", uriBaseId: "VAULT" };
    expect(warning).toMatchObject({
      ruleId: "decentralized-for-distributed",
      properties: { convention: "two-axes" },
      ruleIndex: 1,
      level: "warning",
      message: { text: "Says decentralized, and gives places. Who decides about the grain?" },
      locations: [{ physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 27, charOffset: 22, charLength: 13, snippet: { text: "decentralized" } } } }],
      relatedLocations: [{ id: 0, message: { text: "Evidence: arrangement" }, physicalLocation: { artifactLocation, region: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 14 } } }],
      fixes: [
        { description: { text: "Say “distributed”" }, artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 27, charOffset: 22, charLength: 13 }, insertedContent: { text: "distributed" } }] }] },
      ],
    });
  });

  it("leaves out a choice that changes nothing, which SARIF has no room for", () => {
    const [, warning] = run["results"] as { fixes: unknown[] }[];
    expect(warning?.fixes).toHaveLength(1);
  });

  it("holds fixes of other notes, and none that makes a note", () => {
    const fixesOf = (JSON.parse(sarif(far, rules, "1")) as { runs: { results: { fixes: unknown }[] }[] }).runs[0]?.results[0]?.fixes;
    expect(fixesOf).toMatchObject([
      { artifactChanges: [{ artifactLocation: { uri: "mill.md" }, replacements: [{ deletedRegion: { startLine: 3, startColumn: 3, charOffset: 10 }, insertedContent: { text: "[[Barn]]" } }] }] },
      { description: { text: "Add the way back" }, artifactChanges: [{ artifactLocation: { uri: "old%20barns/barn.md" }, replacements: [{ deletedRegion: { charOffset: 8, charLength: 0 }, insertedContent: { text: "- [[Mill]]\n" } }] }] },
    ]);
    expect(fixesOf).toHaveLength(2);
  });

  it("keeps a result's fingerprint when lines above it come", () => {
    const printOf = (of: Result) => {
      const [first] = (JSON.parse(sarif(of, rules, "1")) as { runs: { results: { partialFingerprints: object }[] }[] }).runs[0]?.results ?? [];
      return first?.partialFingerprints;
    };
    const alone = (text: string): Result => ({ ...nothing, notes: [{ path: "a.md", source: text, diagnostics: [{ ...grain, from: text.indexOf("decentralized"), to: text.indexOf("decentralized") + 13, evidence: [], fixes: [] }] }] });
    expect(printOf(alone(`New.\n\n${source}`))).toEqual(printOf(alone(source)));
    expect(printOf(alone("Else decentralized.\n"))).not.toEqual(printOf(alone(source)));
  });

  it("says which notes could not be read", () => {
    expect(run["invocations"]).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text: "odd.md could not be read: its bytes are not UTF-8" } }] }]);
  });
});

describe("pretty", () => {
  it("shows the words, the evidence, the question, the choices and the numbers", () => {
    expect(pretty(result, { columns: 80, paint: plain, terms, convention: "two-axes" })).toBe(`a, b/grain: new.md

  1:1  hint  no-definition
  1 │ # Barns
    │ ^^^^^^^
  A concept, 100% without a definition.

  3:14  warning  decentralized-for-distributed
  3 │ Our grain is decentralized: it lies
    │              ^^^^^^^^^^^^^
  4 │ in nine barns.
    │ ~~~~~~~~~~~~~
  Says decentralized, and gives places.
  evidence  the places: “in nine barns” (line 4)
  question  Who decides about the grain?
  choices   · Say “distributed”
            · Say who decides

z.md

  2:7  error  decentralized-for-distributed  (convention: topology)
  2 │ it is decentralized
    │       ^^^^^^^^^^^^^
  Says decentralized, and gives places.
  question  Who decides about the grain?

1 error, 1 warning, 1 hint in 2 of 7 notes; 1 note could not be read.
Convention: two-axes.
`);
  });

  it("tells fixes from choices, and counts what is too much to count", () => {
    const look = { columns: 80, paint: plain, terms, convention: "two-axes" };
    expect(pretty({ ...far, unread: [], judged: 1, canFix: true }, look)).toBe(`mill.md

  3:3  hint  no-definition
  3 │ - Barn
    │   ^^^^
  A concept, 100% without a definition.
  fix       · Link “Barn”
  choices   · Add the way back
            · Create “Barn”

1 can be fixed: check --fix, or --fix --dry-run to see how.
1 hint in 1 of 1 note.
Convention: two-axes.
`);
    const [, choice] = far.notes[0]?.diagnostics[0]?.fixes ?? [];
    const many = [...Array.from({ length: 1200 }, () => lonely), grain, { ...grain, rule: "equated" }, { ...lonely, rule: "two-halves", fixes: choice ? [choice] : [] }];
    const [page = ""] = pretty({ ...nothing, notes: [{ path: "a.md", source, diagnostics: many }], canFix: true }, look).split("\n\n").slice(-2, -1);
    expect(page.trimStart()).toBe(`1  warning  decentralized-for-distributed
      1  warning  equated
  1,200  hint     no-definition
      1  hint     two-halves`);
    expect(pretty({ ...nothing, notes: [{ path: "a.md", source, diagnostics: many.slice(-1) }], canFix: true }, look)).toContain("\n1 has a choice to make; --fix --rule ID takes the first one: two-halves.\n");
  });

  it("tells in which folders very many lie", () => {
    const many = Array.from({ length: 150 }, () => lonely);
    const look = { columns: 80, paint: plain, terms, convention: "two-axes" };
    const notes = [{ path: "b.md", source, diagnostics: [lonely] }, { path: "log/old/a.md", source, diagnostics: many }];
    expect(pretty({ ...nothing, notes }, look)).not.toContain("  log/\n");
    expect(pretty({ ...nothing, notes: [...notes, { path: "log/b.md", source, diagnostics: many }] }, look)).toContain("\n  301  hint     no-definition\n\n  300  log/\n    1  ./\n\n");
  });

  it("says so where there is nothing to report", () => {
    expect(pretty(nothing, { columns: 80, paint: plain, terms, convention: "two-axes" })).toBe("Nothing to report in 3 notes.\nConvention: two-axes.\n");
  });

  it("colours the severity and the words' underline, never the text of the note", () => {
    const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;
    const page = pretty(result, { columns: 80, paint, terms, convention: "two-axes" });
    expect(page).toContain("<yellow>warning</yellow>");
    expect(page).toContain("             <yellow>^^^^^^^^^^^^^</yellow>");
    expect(page).toContain(" Our grain is decentralized: it lies\n");
  });
});
