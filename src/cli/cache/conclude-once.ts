import type { Severity } from "../../core/index";
import type { Request } from "../command";
import { conclude, exitCodeOf, formatOf, loudestOf, outcomeText, settingOf, tellUnread, type Outcome } from "../outcome";
import type { Terminal } from "../terminal";
import type { WholeVault } from "../whole-vault";
import { hashOf } from "./cache";

/**
 * Concludes a command on a whole vault. Where results are kept and nothing has changed since the same was last asked, what
 * was written then is written again, and the outcome is not worked out.
 */
export function concludeOnce(whole: WholeVault, outcome: () => Outcome, request: Request, terminal: Terminal): number {
  const { kept, config, vault, unread } = whole;
  if (!kept) return conclude(outcome(), request, terminal);
  const format = formatOf(request);
  const setting = settingOf(vault, terminal);
  const { "fail-on": _, threads: __, cache: ___, ...options } = request.options;
  const purpose = hashOf(JSON.stringify([options, { ...setting, paint: setting.paint("bold", "") }, config, kept.state]));
  const name = `check-${format}`;
  const said = kept.cache.read<{ loudest: Severity | undefined }>(name, purpose);
  if (said) {
    tellUnread(unread, terminal);
    terminal.write(Buffer.concat(said.parts).toString());
    return exitCodeOf(said.head.loudest, request);
  }
  const known = unread.length;
  const found = outcome();
  const text = outcomeText(found, request, terminal);
  // What could only just now not be read may be there the next time.
  if (unread.length === known) kept.cache.write(name, purpose, { head: { loudest: loudestOf(found.notes) }, parts: [Buffer.from(text)] });
  tellUnread(unread, terminal);
  terminal.write(text);
  return exitCodeOf(loudestOf(found.notes), request);
}
