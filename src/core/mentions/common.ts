import type { ConceptGraph } from "../graph/concept-graph";
import { isAcronym } from "../concepts/label";
import type { MentionConfig } from "../config";

/** By the amount that a config asks for: how many times as many notes may say a name as link its concept. */
const ratios: Readonly<Record<MentionConfig["amount"], number>> = { few: 1, some: 3, all: Infinity };

/** A name that no more notes say than this, or than this share of all notes, is not common in any vault. */
const fewNotes = 10;
const fewOfAll = 0.01;

/** A name that a greater share of all notes says and does not link is what the vault is about. */
const mostOfAll = 1 / 3;

/** A label, and what decides whether it is a common word. */
export interface Commonness {
  label: string;
  /** How many notes link its concept, or relate to it in another way than by a tag. */
  linked: number;
  /** How many notes there are. */
  size: number;
  amount: MentionConfig["amount"];
}

/**
 * How many notes may say a label without relating to its concept before it counts as a common word; `Infinity` where none
 * does.
 *
 * A name is a common word where many notes say it (more than ten, and than one in a hundred) and either far more of them than
 * link the concept, or more than a third of all notes. Names of several words, and acronyms, are said of nothing else, so
 * that for them the third alone decides.
 */
export function mostNotesSaying({ label, linked, size, amount }: Commonness): number {
  const ratio = ratios[amount];
  if (ratio === Infinity) return Infinity;
  const isOneWord = !isAcronym(label) && !/[\s_-]/.test(label);
  return Math.max(fewNotes, size * fewOfAll, Math.min(size * mostOfAll, isOneWord ? ratio * linked : Infinity));
}

/** Which notes relate to which concepts otherwise than by a tag. */
export interface Relatedness {
  isRelated: (source: string, target: string) => boolean;
  /** How many notes relate to a concept. */
  linked: (target: string) => number;
}

/** The relations of a graph, as they count for mentions. */
export function relatedness({ relations }: ConceptGraph): Relatedness {
  const related = new Map<string, Set<string>>();
  const linked = new Map<string, number>();
  for (const { kind, source, target } of relations) {
    const targets = related.get(source) ?? new Set<string>();
    if (target === null || targets.has(target) || kind === "tag") continue;
    related.set(source, targets.add(target));
    linked.set(target, (linked.get(target) ?? 0) + 1);
  }
  return {
    isRelated: (source, target) => related.get(source)?.has(target) ?? false,
    linked: (target) => linked.get(target) ?? 0,
  };
}
