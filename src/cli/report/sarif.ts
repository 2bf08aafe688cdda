import { createHash } from "node:crypto";
import { places, type Place, type Range, type RuleAbout, type Severity } from "../../core/index";
import { lineEnd, lineStart } from "./line";
import type { Result } from "./result";

const levels: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0, for code scanning. `rules` are all rules of the linter, so that the silent ones are described too. */
export function sarif(result: Result, rules: readonly RuleAbout[], version: string): string {
  const ruleIndex = new Map(rules.map((rule, at) => [rule.id, at]));
  const results = result.notes.flatMap(({ path, source, diagnostics }) => {
    const placeOf = places(source);
    const artifactLocation = { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "VAULT" };
    const location = (range: Range) => ({ physicalLocation: { artifactLocation, region: region(range, placeOf, source) } });
    const seen = new Map<string, number>();
    return diagnostics.map(({ rule, severity, from, to, message, question, convention, evidence, fixes }) => {
      const line = lineOf(source, from);
      const nth = (seen.get(rule + line) ?? 0) + 1;
      seen.set(rule + line, nth);
      // A choice that changes nothing has no place in the format.
      const changes = fixes.filter(({ edits }) => edits.length > 0);
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
              fixes: changes.map(({ title, edits }) => ({
                description: { text: title },
                artifactChanges: [
                  { artifactLocation, replacements: edits.map((edit) => ({ deletedRegion: region(edit, placeOf), insertedContent: { text: edit.insert } })) },
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

function region(range: Range, placeOf: (offset: number) => Place, source?: string): object {
  const start = placeOf(range.from);
  const end = placeOf(range.to);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: range.from,
    charLength: range.to - range.from,
    ...(source === undefined ? {} : { snippet: { text: source.slice(range.from, range.to) } }),
  };
}

function lineOf(source: string, offset: number): string {
  return source.slice(lineStart(source, offset), lineEnd(source, offset)).trim();
}
