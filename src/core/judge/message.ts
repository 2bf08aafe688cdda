import type { Convention } from "../distinctions/distinction";
import { objectMark } from "../prose/piece";
import { stands as enough } from "../prose/evidence";
import type { Range } from "../range";
import type { Context, Finding } from "../rules/rule";

/** How long a message may be, and how long, the first that does, what it quotes. In UTF-16 units. */
const longestMessage = 240;
const longestQuotes = [60, 30, 15];

/** The message and the question of a finding, with the words as a reader sees them and by the convention that is followed. */
export function messageFor(rule: string, finding: Finding, context: Context, convention: Convention): { message: string; question: string } {
  let said = { message: "", question: "" };
  for (const longest of longestQuotes) {
    said = filled(rule, finding, context, convention, longest);
    if (said.message.length <= longestMessage) break;
  }
  return said;
}

function filled(rule: string, finding: Finding, { lexis, sentence }: Context, { stands }: Convention, longest: number): { message: string; question: string } {
  const { axes, terms, messages } = lexis.distinction;
  const textOf = ({ from, to }: Range): string => {
    const text = sentence.reading.text.slice(sentence.start + from, sentence.start + to).replaceAll(objectMark, "…");
    return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
  };
  const side = sentence.occurrences.find(({ from }) => from === finding.word.from)?.side ?? 0;
  const evidence = (finding.evidence.find(({ weight }) => weight >= enough) ?? [...finding.evidence].sort((a, b) => b.weight - a.weight)[0]) ?? sentence.occurrences.find((word) => !word.isOpposite && word.side !== side);
  const slots: Readonly<Record<string, string>> = {
    word: textOf(finding.word),
    other: finding.other ? textOf(finding.other) : "",
    pair: textOf(finding),
    evidence: evidence ? textOf(evidence) : "",
    otherAxis: axes[side === 0 ? 1 : 0].label,
    stands: stands[side],
    terms: `“${terms[0].label}” stands for ${stands[0]}, “${terms[1].label}” for ${stands[1]}`,
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
  const { message, question } = messages[finding.variant === undefined ? rule : `${rule}:${finding.variant}`] ?? { message: "", question: "" };
  return { message: fill(message), question: fill(question) };
}
