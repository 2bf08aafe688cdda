import { type Because, type CandidateRead, type Explanation, type Place, printLine, type Range, rulesTogether, type WordRead } from "../../core/index";
import type { Look } from "./look";
import { styles } from "./paint";
import { hang, wrap } from "./wrap";

/** Longest quotation, in characters. */
const longest = 72;

/** What two places are, where they are read together. */
const readAs: Readonly<Record<Explanation["as"], readonly string[]>> = { block: [], gloss: ["a label and its gloss"], comparison: ["two labels that are compared"], slide: ["two sentences of a section"] };

/** How one sentence was read and judged, for whoever mends a rule. Frames have numbers, by which the rules name them. */
export function explanationBlock(explanation: Explanation, source: string, { line, column }: Place, look: Look): string {
  const { as, text, diagnostic, clauses, words, evidence, frames, skipped, rules, followed, convention } = explanation;
  const textOf = ({ from, to }: Range) => printLine(source.slice(from, to).replace(/\s+/g, " ").trim());
  const quote = (range: Range) => shorten(`“${textOf(range)}”`);
  const labelOf = (axis: string) => look.terms.find((term) => term.axis === axis)?.axisLabel ?? axis;
  const list = (label: string, items: readonly string[]) => items.flatMap((item, at) => hang((at === 0 ? `  ${label}` : "").padEnd(12), item, look.columns));

  const verdict = diagnostic ? `${look.paint(styles[diagnostic.severity], diagnostic.severity)}  ${diagnostic.rule}` : look.paint("dim", "silent");
  const axes = [...new Set(evidence.map(({ axis }) => axis))];
  const numbered = frames.map(({ list: name, frame, isSure, word, other }, at) => `${at + 1}. ${name}${isSure ? "" : " (readers differ)"}: ${frame} ← ${quote(word)}${other.from === word.from || other.from >= other.to ? "" : `, ${quote(other)}`}`);
  const numberOf = ({ word, other, frame }: CandidateRead) => frames.findIndex((one) => one.frame === frame && [word.from, other?.from].includes(one.word.from)) + 1;
  const candidate = (read: CandidateRead) => {
    const number = numberOf(read);
    const name = number > 0 ? `frame ${number}` : [read.word, ...(read.other ? [read.other] : [])].map(quote).join(", ");
    return `· ${name}: ${[read.outcome, ...(read.because.length > 0 ? [texts(read.because)] : [])].join("; ")}`;
  };
  return `${[
    `  ${line}:${column}  ${verdict}${convention === look.convention ? "" : `  (convention: ${convention})`}`,
    ...wrap(printLine(text.replace(/\s+/g, " ")), look.columns - 4).map((row) => `  ${look.paint("dim", "│")} ${row}`),
    ...list("read as", readAs[as]),
    ...list("read with", followed ? [quote(followed)] : []),
    ...list("clauses", clauses.length > 1 ? clauses.map(textOf) : []),
    ...list("words", words.map((word) => `${quote(word)}: ${senseOf(word)}`)),
    ...list("evidence", axes.map((axis) => `${labelOf(axis)}: ${evidence.flatMap((one) => (one.axis === axis ? [`${quote(one)} ${one.weight}${one.isOpen ? " (which end?)" : ""}`] : [])).join(", ")}`)),
    ...list("frames", numbered),
    ...list("skipped", skipped.map(({ text }) => text)),
    ...list("rules", rulesTogether(rules).flatMap(({ rules: names, outcome, because, candidates }) => [`${names.join(", ")}: ${[outcome.replace("-", " "), ...(because.length > 0 ? [texts(because)] : [])].join("; ")}`, ...candidates.map(candidate)])),
  ].join("\n")}\n`;
}

function senseOf({ term, isOpposite, wordClass, counts, sense }: WordRead): string {
  const what = `${isOpposite ? "opposite of " : ""}${term}, ${wordClass}`;
  return `${what}; ${counts ? "" : "doesn't count: "}${texts(sense)}`;
}

function texts(because: readonly Because[]): string {
  return because.map(({ text }) => shorten(printLine(text))).join(", ");
}

/** Long quotations are cut in the middle. */
function shorten(text: string): string {
  return text.replace(/“([^”]+)”/g, (whole, words: string) => {
    const letters = Array.from(words);
    return letters.length <= longest ? whole : `“${letters.slice(0, longest - 25).join("").trimEnd()} … ${letters.slice(-20).join("").trimStart()}”`;
  });
}
