import type { Resolution } from "../concepts/concept";
import { fileLabel, lookUps, type FoldedLabel } from "../concepts/label";
import { remembering } from "./remembering";

/** A note that answers to a label. */
interface Answer {
  path: string;
  isConcept: boolean;
  /** The label as folded, for telling it from its plural. */
  fold: string;
  /** 0 for the prefLabel, then altLabels, then the note's name. */
  rank: number;
}

/** A label of a note and how much it counts. */
export interface RankedLabel {
  label: string;
  rank: number;
}

/** Finds the notes that a label names. */
export interface LabelIndex {
  add(path: string, isConcept: boolean, labels: readonly RankedLabel[]): void;
  remove(path: string, labels: readonly RankedLabel[]): void;
  /** The best answer to a label: a concept before a plain note, the label itself before its plural, a prefLabel before a name. */
  find(label: string): { path: string; isConcept: boolean; found: Resolution } | null;
  /** The concepts that answer to a label as well as the best one does, whatever it counts with them; the best one first. */
  concepts(label: string): string[];
  /** The keys under which two or more concepts answer by the same title or alias, with their paths. */
  shared(): { fold: string; paths: string[] }[];
}

/** The keys that decide what a label names. */
export function labelKeys(label: string): string[] {
  return [...new Set(waysOf(label).map(({ key }) => key))];
}

function waysOf(label: string): FoldedLabel[] {
  return variants(label).flatMap(lookUps);
}

/** An index of no labels. */
export function createLabelIndex(): LabelIndex {
  const answers = new Map<string, Answer[]>();
  const ways = remembering(waysOf);
  /** What is filed under the first way of looking a label up that leads anywhere, and the label as looked up. */
  const filedAs = (label: string): { fold: string; filed: Answer[] } | undefined => {
    for (const { fold, key } of ways(label)) {
      const filed = answers.get(key);
      if (filed) return { fold, filed };
    }
    return undefined;
  };
  const search = (label: string): { found: ReturnType<LabelIndex["find"]> } => {
    const { fold, filed } = filedAs(label) ?? { fold: "", filed: [] };
    let best: Answer | undefined;
    for (const answer of filed) if (!best || compare(answer, best, fold) < 0) best = answer;
    return { found: best ? { path: best.path, isConcept: best.isConcept, found: best.fold !== fold ? "inflected" : best.rank === 0 ? "title" : "alias" } : null };
  };
  /** While nothing changes, the same tags are asked for from note to note. */
  let bestFor = remembering(search);
  return {
    add(path, isConcept, labels) {
      bestFor = remembering(search);
      for (const { label, rank } of labels) {
        const { fold, key } = fileLabel(label);
        const answer = { path, isConcept, fold, rank };
        const filed = answers.get(key);
        if (filed) filed.push(answer);
        else answers.set(key, [answer]);
      }
    },
    remove(path, labels) {
      bestFor = remembering(search);
      for (const { label } of labels) {
        const { key } = fileLabel(label);
        const left = answers.get(key)?.filter((answer) => answer.path !== path) ?? [];
        if (left.length > 0) answers.set(key, left);
        else answers.delete(key);
      }
    },
    find: (label) => bestFor(label).found,
    concepts(label) {
      const { fold, filed } = filedAs(label) ?? { fold: "", filed: [] };
      const concepts = filed.filter(({ isConcept }) => isConcept);
      const exact = concepts.filter((answer) => answer.fold === fold);
      return [...new Set((exact.length > 0 ? exact : concepts).sort((a, b) => compare(a, b, fold)).map(({ path }) => path))];
    },
    shared() {
      const found = new Map<string, Set<string>>();
      for (const filed of answers.values()) {
        if (filed.length < 2) continue;
        for (const { fold, path, isConcept, rank } of filed) if (isConcept && rank < 2) found.set(fold, (found.get(fold) ?? new Set()).add(path));
      }
      return [...found].flatMap(([fold, paths]) => (paths.size > 1 ? [{ fold, paths: [...paths].sort() }] : [])).sort((a, b) => (a.fold < b.fold ? -1 : 1));
    },
  };
}

/** The label itself; its last part, where it is written as a path (`tags/complexity`); and it without an article before it, or a bracket behind it. */
function variants(label: string): string[] {
  const slash = label.lastIndexOf("/");
  const last = label.slice(slash + 1).trim();
  const found = slash === -1 || last === "" || /\s/.test(label) ? [label] : [label, last];
  const bare = label.trim().replace(/^(?:the|an?) (?=\S)/i, "").replace(/(\S)\s*[(（][^()（）]*[)）]$/, "$1");
  return bare === label ? found : [...found, bare];
}

function compare(a: Answer, b: Answer, fold: string): number {
  return (
    Number(b.isConcept) - Number(a.isConcept) ||
    Number(b.fold === fold) - Number(a.fold === fold) ||
    a.rank - b.rank ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
}
