import type { Severity } from "../../core/index";
import type { Request } from "../command";
import { exitCodeOf, formatOf, loudestOf, outcomeText, settingOf, tellUnread, type Outcome } from "../outcome";
import type { Terminal } from "../terminal";
import { hashOf, type Cache } from "./cache";

/** What is kept from run to run of one command, and all that its result depends on beside the config and what could not be read. */
export interface Kept {
  cache: Cache;
  command: string;
  state: unknown;
}

/**
 * Concludes a command. Where results are kept and nothing has changed since the same was last asked, what was written then is
 * written again, and the outcome is not worked out.
 * @param unread what is known to be unreadable before the outcome is worked out
 */
export async function concludeOnce({ cache, command, state }: Kept, { vault, config, unread }: Pick<Outcome, "vault" | "config" | "unread">, outcome: () => Outcome, request: Request, terminal: Terminal): Promise<number> {
  const format = formatOf(request);
  const setting = settingOf(vault, terminal);
  const { "fail-on": _, threads: __, cache: ___, ...options } = request.options;
  const purpose = hashOf(JSON.stringify([options, { ...setting, paint: setting.paint("bold", "") }, config, unread, state]));
  const name = `${command}-${format}`;
  const said = cache.read<{ loudest: Severity | undefined }>(name, purpose);
  const parts = said?.parts();
  if (said && parts) {
    tellUnread(unread, terminal);
    for (const part of parts) await terminal.pour(part);
    return unread.some(({ named }) => named) ? 2 : exitCodeOf(said.head.loudest, request);
  }
  const known = unread.length;
  const found = outcome();
  const loudest = loudestOf(found.notes);
  const text = Buffer.from(outcomeText(found, request, terminal));
  // What could only just now not be read may be there the next time.
  if (found.unread.length === known) cache.write(name, purpose, { head: { loudest }, parts: [text] });
  tellUnread(found.unread, terminal);
  await terminal.pour(text);
  return found.unread.some(({ named }) => named) ? 2 : exitCodeOf(loudest, request);
}
