import { type Config, createVaultIndex, type NoteDiagnostics, type NoteSource, printLine, type VaultIndex } from "../core/index";
import { findFolder, gather, type Unread } from "./gather";
import { attempt, readNotes } from "./judge";
import { linkStyleOf } from "./link-style";
import { loadConfig, type ConfigOptions } from "./load-config";
import type { Terminal } from "./terminal";
import { withinVault } from "./vault";

/** A vault that was read from end to end, and the folder in it that was asked about. */
export interface WholeVault {
  vault: string;
  /** Whether something marks it as a vault; else a folder stands for one, and what lies round it is not known. */
  isMarked: boolean;
  config: Config;
  index: VaultIndex;
  /** The problems of all notes, with fixes that write links as the vault does. */
  check: () => NoteDiagnostics[];
  unread: Unread[];
  /** The folder's path in the vault; empty for the vault itself. */
  folder: string;
  /** Whether a note lies in that folder. */
  isAsked: (path: string) => boolean;
  /** How many notes of that folder were read. */
  asked: number;
}

/**
 * Reads the whole vault that a folder lies in, since labels and links reach across folders.
 * @param visit sees each note of the folder that was asked about
 */
export async function readWholeVault(
  given: string | undefined,
  options: ConfigOptions,
  terminal: Pick<Terminal, "cwd" | "tell">,
  visit: (note: NoteSource, whole: WholeVault) => void = () => {},
): Promise<WholeVault> {
  const { vault, mark, paths } = await findFolder(given ?? ".", terminal.cwd);
  const config = loadConfig(vault, options, terminal);
  const { notes, unread } = await gather({ vault, paths: [vault] }, config);
  const folder = withinVault(vault, paths[0] ?? vault);
  if (folder !== "") terminal.tell(`distinguo: the vault is ${printLine(vault)}, which holds ${mark ?? ""}`);
  const isAsked = (path: string) => folder === "" || path.startsWith(`${folder}/`);
  const index = createVaultIndex(config);
  const links = linkStyleOf(vault);
  const whole: WholeVault = { vault, isMarked: mark !== undefined, config, index, check: () => index.check(links), unread, folder, isAsked, asked: 0 };
  for (const note of readNotes(notes, unread, () => false)) {
    attempt(note.path, unread, false, () => index.upsert(note));
    if (!isAsked(note.path)) continue;
    whole.asked += 1;
    visit(note, whole);
  }
  return whole;
}
