import { KeptEntry } from "./entry";
import { hashOf } from "./map/vault-map";
import type { Packer } from "./packer";

/** Into how many parts an index is cut, to be kept: what changes is written anew part by part. */
export const shardCount = 32;

/** Of the readings each such character counts for the check sum. All of them would take as long as all the rest. */
const sampled = 16;

/** One part of an index as texts, of characters up to U+00FF. Only all parts together make an index again. */
export interface Shard {
  /**
   * What the map and the lists show, in lines: a check sum; the number of the shard and what the packer has to know; whose files
   * the notes are of and whom they name, see `Head`; what they are filed under; then, note by note, all else.
   */
  front: string;
  /** What was read of the notes, one a line. */
  readings: string;
}

/** What is asked of all notes at once, list by list. */
interface Head {
  paths: string[];
  /** The stamps' two numbers, one after the other; null for a note without one. */
  stamps: (number | null)[];
  /** The notes to which relations lead, each once. */
  targets: string[];
  /** Which of these each note states a relation to. */
  ties: number[][];
}

/** An entry that has been unpacked, and the notes to which it states relations. */
export interface UnpackedEntry {
  entry: KeptEntry;
  targets: string[];
}

/** The number of the shard that a path belongs to. */
export function shardOf(path: string): number {
  return hashOf(path) % shardCount;
}

/** Some entries as texts. Their relations must have been looked up. */
export function packShard(number: number, entries: readonly KeptEntry[], packer: Packer): Shard {
  const readings = entries.map((entry) => entry.pack()).join("\n");
  const rows = entries.map((entry) => entry.packRow());
  const keys = packer.pack(entries.map((entry) => entry.keys));
  const head = packer.pack(headOf(entries));
  const front = [JSON.stringify([number, packer.shapes]), head, keys, ...rows].join("\n");
  return { front: `${sumOf(front, readings)}\n${front}`, readings };
}

function headOf(entries: readonly KeptEntry[]): Head {
  const numbers = new Map<string, number>();
  const ties = entries.map(({ relations }) => [...new Set(relations.flatMap(({ target }) => {
    if (target === null) return [];
    const number = numbers.get(target) ?? numbers.size;
    numbers.set(target, number);
    return [number];
  }))]);
  return { paths: entries.map(({ path }) => path), stamps: entries.flatMap(({ stamp }) => [stamp?.mtime ?? null, stamp?.size ?? null]), targets: [...numbers.keys()], ties };
}

/**
 * The number of a shard and its entries. Throws where the texts are not as they were written.
 * @param share gives one text for a path, however many name it
 */
export function unpackShard({ front, readings }: Shard, packer: Packer, share: (path: string) => string): { number: number; entries: UnpackedEntry[] } {
  const end = front.indexOf("\n");
  const body = front.slice(end + 1);
  if (front.slice(0, end) !== sumOf(body, readings)) throw new Error("the shard is damaged");
  const [first = "", head = "", keys = "", ...rows] = body.split("\n");
  const [number, shapes] = JSON.parse(first) as [number, string[][]];
  packer.learn(shapes);
  const { paths, stamps, targets, ties } = packer.unpackOwn(head) as Head;
  const lines = readings.split("\n");
  const entries = paths.map((path, at) => {
    const [mtime, size] = [stamps[2 * at] ?? null, stamps[2 * at + 1] ?? null];
    const entry = new KeptEntry(path, mtime === null || size === null ? undefined : { mtime, size }, { row: rows[at] ?? "", reading: lines[at] ?? "", share }, packer);
    entry.keysIn = { text: keys, at };
    return { entry, targets: (ties[at] ?? []).flatMap((tie) => targets[tie] ?? []) };
  });
  return { number, entries };
}

/** Tells texts from those of which something is missing, or of which parts are older. */
function sumOf(front: string, readings: string): string {
  return `${sumBy(1, front)} ${sumBy(sampled, readings)}`;
}

function sumBy(step: number, text: string): number {
  let sum = text.length;
  for (let at = 0; at < text.length; at += step) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
