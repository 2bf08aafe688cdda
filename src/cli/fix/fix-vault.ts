import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { noteSource } from "../../core/index";
import { readNote, type Reading } from "../read-note";
import type { WholeVault } from "../whole-vault";
import { parseFrontMatter } from "../yaml";
import { newNotePath } from "./new-note-path";
import type { FixGround } from "./plan-fixes";

/** A vault as fixes are planned on it: its notes on the disk are read, and nothing is written. */
export function fixGround({ vault, index, check }: WholeVault): FixGround {
  return {
    check,
    read: (at) => readWritable(path.join(vault, at)),
    put: (at, text) => index.upsert(noteSource(at, text, parseFrontMatter)),
    placeNew: (at) => newNotePath(vault, at),
  };
}

/** Has the index know a note as it lies on the disk, where another text was tried out. */
export function takeBack({ vault, index }: WholeVault, at: string): void {
  const reading = readNote(path.join(vault, at));
  if ("text" in reading) index.upsert(noteSource(at, reading.text, parseFrontMatter));
  else index.remove(at);
}

function readWritable(file: string): Reading {
  const reading = readNote(file);
  return "text" in reading && !isWritable(file) ? { reason: "it is write-protected" } : reading;
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    // An administrator may write everything, and has protected it all the same.
    return (statSync(file).mode & 0o222) !== 0;
  } catch {
    return false;
  }
}
