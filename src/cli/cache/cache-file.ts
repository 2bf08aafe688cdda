import { createHash, randomUUID } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** What a file of the cache holds. */
export interface CacheContent<Head> {
  head: Head;
  parts: readonly Uint8Array[];
}

/** A file of the cache as it is read: its head at once, and its parts, which are most of it, only when they are asked for. */
export interface CacheReading<Head> {
  head: Head;
  /** The parts; undefined where the file has been damaged, or another has taken its place. */
  parts(): Uint8Array[] | undefined;
}

/** Bytes of a hash. */
const hashLength = 32;

/** Bytes that say how long the plan is. */
const lengthLength = 4;

/** No draft of a run that is still at work is older, in milliseconds. */
const longestRun = 3_600_000;

/** What stands first in a file, and its hash before it. */
interface Plan<Head> {
  key: string;
  head: Head;
  lengths: number[];
  /** Of all parts. */
  hash: Uint8Array;
}

/** Reads a file of the cache. Undefined where there is none, where it was written by another version or for something else, and where it is damaged or cut short. */
export function readCacheFile<Head>(file: string, key: string): CacheReading<Head> | undefined {
  const planOf = (handle: number): { bytes: Buffer; plan: Plan<Head> } | undefined => {
    const start = readAt(handle, 0, lengthLength + hashLength);
    const length = start.readUInt32LE(0);
    if (length > fstatSync(handle).size) return undefined;
    const bytes = readAt(handle, start.length, length);
    if (!hashOf([bytes]).equals(start.subarray(lengthLength))) return undefined;
    const plan = deserialize(bytes) as Plan<Head>;
    return plan.key === key && fstatSync(handle).size === start.length + length + sum(plan.lengths) ? { bytes, plan } : undefined;
  };
  const found = opened(file, planOf);
  if (!found) return undefined;
  const { bytes, plan } = found;
  return {
    head: plan.head,
    parts: () =>
      opened(file, (handle) => {
        const from = lengthLength + hashLength;
        if (!readAt(handle, from, bytes.length).equals(bytes)) return undefined;
        const all = readAt(handle, from + bytes.length, sum(plan.lengths));
        let at = 0;
        return hashOf([all]).equals(plan.hash) ? plan.lengths.map((length) => all.subarray(at, (at += length))) : undefined;
      }),
  };
}

/**
 * Writes a file of the cache: under another name first, so that whoever reads it meanwhile sees the old one or the new one.
 * @throws what the disk says
 */
export function writeCacheFile<Head>(file: string, key: string, { head, parts }: CacheContent<Head>): void {
  const plan: Plan<Head> = { key, head, lengths: parts.map(({ byteLength }) => byteLength), hash: hashOf(parts) };
  const planBytes = serialize(plan);
  const length = Buffer.alloc(lengthLength);
  length.writeUInt32LE(planBytes.length);
  mkdirSync(path.dirname(file), { recursive: true });
  sweep(path.dirname(file));
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = openSync(draft, "wx", 0o600);
    try {
      for (const part of [length, hashOf([planBytes]), planBytes, ...parts]) writeWhole(handle, part);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Takes away the drafts of runs that were ended while they wrote. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/\.[\da-f-]{36}\.tmp$/.test(name)) continue;
    const draft = path.join(folder, name);
    const written = statSync(draft, { throwIfNoEntry: false });
    if (written && Date.now() - written.mtimeMs > longestRun) rmSync(draft, { force: true });
  }
}

/** What is found in a file; undefined where it can't be read, or not made sense of. */
function opened<Value>(file: string, find: (handle: number) => Value | undefined): Value | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    return find(handle);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** @throws Error where the file ends before. */
function readAt(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length;) {
    const read = readSync(handle, bytes, at, length - at, from + at);
    if (read === 0) throw new Error("the file is cut short");
    at += read;
  }
  return bytes;
}

function hashOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length;) from += writeSync(handle, bytes, from);
}
