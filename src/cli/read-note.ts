import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "./failure";

/** A text, or why there is none. */
export type Reading = { text: string } | { reason: string };

/** What the disk says of a regular file. */
export interface FileStats {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
}

/** What a file holds, and what the disk said of it before; or why it can't be read. */
export type FileReading = { bytes: Uint8Array; stats: FileStats } | { reason: string };

/** Reads a note's text. Never throws: what can't be read comes back as a reason. */
export function readNote(file: string): Reading {
  const reading = readFile(file);
  return "reason" in reading ? reading : decode(reading.bytes);
}

/** What the disk says of a file; nothing where it is no regular file, or can't be looked at. */
export function statsOf(file: string): FileStats | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? { size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs } : undefined;
  } catch {
    // Reading it will say why.
    return undefined;
  }
}

/**
 * Reads a file. Waits for the disk, since one file after another that is three times as fast.
 * @param known what the disk has said of it already
 */
export function readFile(file: string, known?: FileStats): FileReading {
  try {
    if (known) return { bytes: readFileSync(file), stats: known };
    const stats = statSync(file);
    // Reading a pipe or a device would wait for ever.
    if (!stats.isFile()) return { reason: stats.isDirectory() ? "it is a folder" : "it is no regular file" };
    return { bytes: readFileSync(file), stats };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The text of some bytes, a byte order mark included, so that offsets count what stands in the file. */
export function decode(bytes: Uint8Array): Reading {
  try {
    // Half of the decoder's time.
    if (isUtf8(bytes)) return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") };
    return { reason: (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? "its bytes are UTF-16, not UTF-8" : `its bytes are not UTF-8 (first at byte ${firstBadByte(bytes)})` };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Where the bytes stop being UTF-8, from 0: found by halving, since the decoder does not say. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // As a stream, so that a character cut by the halving is no fault.
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
