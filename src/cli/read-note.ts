import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "./failure";

/** A text, or why there is none. */
export type Reading = { text: string } | { reason: string };

/** Reads a note's text. Never throws: what can't be read comes back as a reason. Waits for the disk, since one note after another that is three times as fast. */
export function readNote(file: string): Reading {
  try {
    const kind = statSync(file);
    // Reading a pipe or a device would wait for ever.
    if (!kind.isFile()) return { reason: kind.isDirectory() ? "it is a folder" : "it is no regular file" };
    return decode(readFileSync(file));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The text of some bytes, a byte order mark included, so that offsets count what stands in the file. */
export function decode(bytes: Uint8Array): Reading {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { reason: "its bytes are UTF-16, not UTF-8" };
    if (error instanceof TypeError) return { reason: `its bytes are not UTF-8 (first at byte ${firstBadByte(bytes)})` };
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
