import { createHash } from "node:crypto";
import { type Edit, type Place, places, type Range, type Result, type RuleAbout, type Severity } from "../../core/index";
import { lineEnd, lineStart } from "./line";

const levels: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0, for code scanning. `rules` are all rules of the linter, so that the silent ones are described too. */
export function sarif(result: Result, rules: readonly RuleAbout[], version: string): string {
  const ruleIndex = new Map(rules.map((rule, at) => [rule.id, at]));
  const results = result.notes.flatMap(({ path, source, diagnostics }) => {
    const placeOf = places(source);
    const artifactLocation = locationOf(path);
    const location = (range: Range) => ({ physicalLocation: { artifactLocation, region: region(range, placeOf, source) } });
    const seen = new Map<string, number>();
    return diagnostics.map(({ rule, severity, from, to, message, question, convention, evidence, fixes }) => {
      const line = lineOf(source, from);
      const nth = (seen.get(rule + line) ?? 0) + 1;
      seen.set(rule + line, nth);
      // The format has no place for a choice that changes nothing, nor for one that makes a new note.
      const changes = fixes.filter(({ edits, elsewhere = [], creates = [] }) => edits.length + elsewhere.length > 0 && creates.length === 0);
      return {
        ruleId: rule,
        ...(ruleIndex.has(rule) ? { ruleIndex: ruleIndex.get(rule) } : {}),
        level: levels[severity],
        message: { text: question === "" ? message : `${message} ${question}` },
        locations: [location({ from, to })],
        ...(convention !== undefined && { properties: { convention } }),
        ...(evidence.length === 0
          ? {}
          : { relatedLocations: evidence.map((range, id) => ({ id, message: { text: `Evidence: ${range.axis}` }, ...location(range) })) }),
        // Of the line's own words, so that it stays the same when lines above it come and go.
        partialFingerprints: { "distinguoLine/v1": createHash("sha256").update([path, rule, line, nth].join("\n")).digest("hex").slice(0, 32) },
        ...(changes.length === 0
          ? {}
          : {
              fixes: changes.map(({ title, edits, elsewhere = [] }) => ({
                description: { text: title },
                artifactChanges: [
                  ...(edits.length === 0 ? [] : [{ artifactLocation, replacements: edits.map((edit) => replacement(edit, region(edit, placeOf))) }]),
                  // Lines would need the other note's text; offsets do without.
                  ...elsewhere.map((other) => ({ artifactLocation: locationOf(other.path), replacements: other.edits.map((edit) => replacement(edit, offsets(edit))) })),
                ],
              })),
            }),
      };
    });
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "distinguo",
            version,
            semanticVersion: version,
            rules: rules.map(({ id, summary, rationale, severity }) => ({
              id,
              shortDescription: { text: summary },
              fullDescription: { text: rationale },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { VAULT: { description: { text: "The root of the vault." } } },
        properties: { convention: result.convention },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: result.unread.map(({ path, reason }) => ({
              level: "warning",
              message: { text: `${path} could not be read: ${reason}` },
            })),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function locationOf(path: string): object {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "VAULT" };
}

function replacement({ insert }: Edit, deletedRegion: object): object {
  return { deletedRegion, insertedContent: { text: insert } };
}

function offsets({ from, to }: Range): object {
  return { charOffset: from, charLength: to - from };
}

function region(range: Range, placeOf: (offset: number) => Place, source?: string): object {
  const start = placeOf(range.from);
  const end = placeOf(range.to);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...offsets(range),
    ...(source === undefined ? {} : { snippet: { text: source.slice(range.from, range.to) } }),
  };
}

function lineOf(source: string, offset: number): string {
  return source.slice(lineStart(source, offset), lineEnd(source, offset)).trim();
}
