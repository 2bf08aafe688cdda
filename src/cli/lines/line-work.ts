import { type Config, isExcluded, lint, noteJson, noteSource, severities, type Severity } from "../../core/index";
import { reasonOf, tooOdd } from "../failure";
import { decode } from "../read-note";
import { parseFrontMatter } from "../yaml";

/** A line of input: which one, from 1, and its bytes; or why it was not taken in. */
export interface Line {
  number: number;
  bytes: Uint8Array;
  fault?: string;
}

/** What lines are judged by; plain values, so that a thread can be told. */
export interface LineTask {
  config: Config;
}

/** What came of some lines. */
export interface LineAnswer {
  /** A line of JSON for each, in their order. */
  bytes: Uint8Array;
  /** How loud the loudest diagnostic is. */
  loudest: Severity | undefined;
  /** How many lines could not be used. */
  faults: number;
}

/** Makes what judges the notes that stand in lines of JSON: `{"path", "text"}` each. */
export function lineWork({ config }: LineTask): (lines: readonly Line[]) => LineAnswer {
  return (lines) => {
    let loudest: number = severities.length;
    let faults = 0;
    const written = lines.map((line) => {
      const note = readLine(line);
      if ("error" in note) {
        faults += 1;
        return errorLine(line.number, note.error);
      }
      try {
        const diagnostics = isExcluded(note.path, config) ? [] : lint(noteSource(note.path, note.text, parseFrontMatter), config);
        for (const { severity } of diagnostics) loudest = Math.min(loudest, severities.indexOf(severity));
        return `${JSON.stringify(diagnostics.length === 0 ? { path: note.path, diagnostics } : noteJson({ path: note.path, source: note.text, diagnostics }))}\n`;
      } catch (error) {
        faults += 1;
        return errorLine(line.number, tooOdd(error));
      }
    });
    return { bytes: Buffer.from(written.join("")), loudest: severities[loudest], faults };
  };
}

/** The answer for a line that ended its thread. */
export function lostLine({ number }: Line, reason: string): LineAnswer {
  return { bytes: Buffer.from(errorLine(number, reason)), loudest: undefined, faults: 1 };
}

function errorLine(line: number, error: string): string {
  return `${JSON.stringify({ line, error })}\n`;
}

function readLine({ number, bytes, fault }: Line): { path: string; text: string } | { error: string } {
  if (fault !== undefined) return { error: fault };
  const decoded = decode(bytes);
  if ("reason" in decoded) return { error: decoded.reason };
  const value = parse(decoded.text);
  if (typeof value === "string") return { error: value };
  const { path = `line-${number}.md`, text } = value;
  if (typeof text !== "string") return { error: "it has no “text”, or one that is no string. Give {\"path\": …, \"text\": …}" };
  if (typeof path !== "string") return { error: "its “path” is no string" };
  return { path, text };
}

/** What stands in a line, or why that is nothing that can be used. */
function parse(json: string): { path?: unknown; text?: unknown } | string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : "it is no JSON object. Give {\"path\": …, \"text\": …}";
  } catch (error) {
    return `it is not JSON (${reasonOf(error)})`;
  }
}
