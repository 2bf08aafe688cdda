import type { Concept, Relation } from "../concepts/concept";
import { KeptEntry, type EntryFacts } from "./entry";
import { hashOf } from "./map/vault-map";
import type { Packer } from "./packer";

/** Into how many parts an index is cut, to be kept: what changes is written anew part by part. */
export const shardCount = 32;

/** Each such character counts for the check sum. All of them would take as long as all the rest. */
const sampled = 16;

/** One part of an index as texts, of characters up to U+00FF. Only all parts together make an index again. */
export interface Shard {
  /** What the map and the lists show, in four lines: a check sum; the number of the shard and what the packer has to know; the notes; what they are filed under. */
  front: string;
  /** What was read of the notes, one a line. */
  readings: string;
}

/** What is kept of an entry beside the reading. What the path tells is left out, in one text with all others of the shard. */
interface Row extends EntryFacts {
  relations: Relation[];
  brokenAt: readonly number[];
}

/** The number of the shard that a path belongs to. */
export function shardOf(path: string): number {
  return hashOf(path) % shardCount;
}

/** Some entries as texts. Their relations must have been looked up. */
export function packShard(number: number, entries: readonly KeptEntry[], packer: Packer): Shard {
  const readings = entries.map((entry) => entry.pack()).join("\n");
  const rows = packer.pack(entries.map(({ path, isExcluded, concept, labels, stamp, relations, brokenAt }): Row =>
    ({ path, isExcluded, concept: concept && { ...concept, path: "" }, labels, stamp, relations: relations.map((relation) => ({ ...relation, source: "" })), brokenAt })));
  const keys = packer.pack(entries.map((entry) => entry.keys));
  const front = `${JSON.stringify([number, packer.shapes])}\n${rows}\n${keys}`;
  return { front: `${sumOf(front, readings)}\n${front}`, readings };
}

/** The number of a shard and its entries. Throws where the texts are not as they were written. */
export function unpackShard({ front, readings }: Shard, packer: Packer): { number: number; entries: KeptEntry[] } {
  const end = front.indexOf("\n");
  const body = front.slice(end + 1);
  if (front.slice(0, end) !== sumOf(body, readings)) throw new Error("the shard is damaged");
  const [head = "", rows = "", keys = ""] = body.split("\n");
  const [number, shapes] = JSON.parse(head) as [number, string[][]];
  packer.learn(shapes);
  const lines = readings.split("\n");
  const entries = (packer.unpack(rows) as Row[]).map(({ relations, brokenAt, concept, ...facts }, at) => {
    const { path } = facts;
    const entry = new KeptEntry({ ...facts, concept: concept && ownedBy(concept, path) }, lines[at] ?? "", packer);
    for (const relation of relations) relation.source = path;
    entry.relations = relations;
    entry.brokenAt = brokenAt;
    entry.keysIn = { text: keys, at };
    return entry;
  });
  return { number, entries };
}

function ownedBy(concept: Concept, path: string): Concept {
  concept.path = path;
  return concept;
}

/** Tells texts from those of which something is missing, or of which parts are older. */
function sumOf(...texts: readonly string[]): string {
  return texts.map((text) => {
    let sum = text.length;
    for (let at = 0; at < text.length; at += sampled) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return sum >>> 0;
  }).join(" ");
}
