import { createHash, randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** What a file of the cache holds: who may read it, a head, and further parts that are put together when they are asked for. */
export interface CacheContent<Head> {
  head: Head;
  parts: Uint8Array[];
}

/** Bytes of the hash at the end of a file. */
const hashLength = 32;

/** Bytes that say how long the plan is. */
const lengthLength = 4;

/** What stands first in a file. */
interface Plan<Head> {
  key: string;
  head: Head;
  lengths: number[];
}

/** Reads a file of the cache. Undefined where there is none, where it was written by another version or for something else, and where it is damaged. */
export function readCacheFile<Head>(file: string, key: string): CacheContent<Head> | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.length - hashLength;
    if (end < lengthLength || !createHash("sha256").update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) return undefined;
    const headEnd = lengthLength + bytes.readUInt32LE(0);
    const plan = deserialize(bytes.subarray(lengthLength, headEnd)) as Plan<Head>;
    if (plan.key !== key) return undefined;
    let from = headEnd;
    return { head: plan.head, parts: plan.lengths.map((length) => bytes.subarray(from, (from += length))) };
  } catch {
    return undefined;
  }
}

/**
 * Writes a file of the cache: under another name first, so that whoever reads it meanwhile sees the old one or the new one.
 * @throws what the disk says
 */
export function writeCacheFile<Head>(file: string, key: string, { head, parts }: CacheContent<Head>): void {
  const plan: Plan<Head> = { key, head, lengths: parts.map(({ byteLength }) => byteLength) };
  const planBytes = serialize(plan);
  const length = Buffer.alloc(lengthLength);
  length.writeUInt32LE(planBytes.length);
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = openSync(draft, "wx", 0o600);
    try {
      const hash = createHash("sha256");
      for (const part of [length, planBytes, ...parts]) {
        hash.update(part);
        writeWhole(handle, part);
      }
      writeWhole(handle, hash.digest());
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length;) from += writeSync(handle, bytes, from);
}
