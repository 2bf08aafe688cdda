import { type Config, createVaultIndex, type NoteDiagnostics, printLine, type VaultIndex } from "../core/index";
import { openCache } from "./cache/cache";
import type { Kept } from "./cache/conclude-once";
import type { Request } from "./command";
import { byPath, findFolder, gather, type NoteFile, type Unread } from "./gather";
import { attempt } from "./read-notes";
import { linkStyleOf } from "./link-style";
import { loadConfig } from "./load-config";
import type { Terminal } from "./terminal";
import { readThreads } from "./threads/threads-option";
import { withinVault } from "./vault";
import type { NoteResult } from "./work/note-work";
import { workThrough } from "./work/work-through";

/** A vault that was read from end to end, and the folder in it that was asked about. */
export interface WholeVault {
  vault: string;
  /** Whether something marks it as a vault; else a folder stands for one, and what lies round it is not known. */
  isMarked: boolean;
  config: Config;
  notes: readonly NoteFile[];
  /** What the notes say; of what is held from an earlier run only once it is asked for. */
  readonly index: VaultIndex;
  /** The problems of all notes, with fixes that write links as the vault does. */
  check: () => NoteDiagnostics[];
  unread: Unread[];
  /** The folder's path in the vault; empty for the vault itself. */
  folder: string;
  /** Whether a note lies in that folder. */
  isAsked: (path: string) => boolean;
  /** How many notes of that folder were read. */
  asked: number;
  kept: Omit<Kept, "command"> | undefined;
}

/** How a vault is read. */
export interface Reading {
  /** The name of what is kept of it. */
  name: string;
  /** Where the prose of the folder's notes is to be judged as well: sees what came of each. */
  prose?: (note: NoteResult) => void;
}

/** Reads the whole vault that a folder lies in, since labels and links reach across folders. */
export async function readWholeVault(request: Request, terminal: Terminal, { name, prose }: Reading = { name: "vault" }): Promise<WholeVault> {
  const threads = readThreads(request);
  const { vault, mark, paths } = await findFolder(request.paths[0] ?? ".", terminal.cwd);
  const config = loadConfig(vault, request.options, terminal);
  const cache = openCache(request, vault, terminal);
  const { notes, unread } = gather({ vault, paths: [vault] }, config);
  const folder = withinVault(vault, paths[0] ?? vault);
  if (folder !== "") terminal.tell(`distinguo: the vault is ${printLine(vault)}, which holds ${mark ?? ""}`);
  const isAsked = (path: string) => folder === "" || path.startsWith(`${folder}/`);
  const links = linkStyleOf(vault);
  const index = createVaultIndex(config);
  const refused: Unread[] = [];
  const take = (result: NoteResult) => {
    const { path, reason, reading } = result;
    if (isAsked(path)) prose?.(result);
    if (reading) attempt(path, refused, false, () => index.put(path, reading));
    else if (reason !== undefined) refused.push({ path, reason, named: false });
  };
  const task = { config, reading: true, ...(prose && { proseIn: folder }) };
  const held = await workThrough(notes, task, { script: terminal.script, threads, kept: cache && { cache, name, purpose: prose ? [config, folder] : config.concepts } }, take);
  held?.save(() => true);
  for (const { path, reason } of held?.unreadable() ?? []) refused.push({ path, reason, named: false });
  unread.push(...refused.splice(0).sort(byPath));
  const failed = new Set(unread.map(({ path }) => path));

  let isWhole = false;
  const complete = () => {
    if (isWhole) return;
    isWhole = true;
    for (const result of held?.held() ?? []) take(result);
    unread.push(...refused.splice(0));
  };
  if (prose) complete();
  const indexed = () => {
    complete();
    return index;
  };
  return {
    vault,
    isMarked: mark !== undefined,
    config,
    notes,
    get index() {
      return indexed();
    },
    check: () => indexed().check(links),
    unread,
    folder,
    isAsked,
    asked: notes.filter(({ path }) => isAsked(path) && !failed.has(path)).length,
    kept: cache && held && { cache, state: [folder, links, held.state()] },
  };
}
