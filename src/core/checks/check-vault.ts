import type { Diagnostic, NoteDiagnostics } from "../diagnostic";
import { habitsOf } from "../fixes/habits";
import type { LinkStyle } from "../fixes/link-style";
import { namersIn } from "../fixes/namers";
import { suppress } from "../suppressions";
import { checks } from "./index";
import type { VaultView } from "./vault-view";

/** A vault with what is found out about it when it is first asked for. `style` is what is known of its links. */
export function viewOf(about: Omit<VaultView, "habits" | "namersOf">, style?: Partial<LinkStyle>): VaultView {
  const { entries, open } = about;
  let namers: VaultView["namersOf"] | undefined;
  return { ...about, habits: habitsOf(entries, open, style), namersOf: (...asked) => (namers ??= namersIn(entries))(...asked) };
}

/** Runs the rules about notes over a vault, suppressions applied. Notes without diagnostics are left out. */
export function checkVault(vault: VaultView): NoteDiagnostics[] {
  const { config, entries } = vault;
  const active = checks.flatMap(({ about: { id, severity: usual }, checker }) => {
    const severity = config.rules[id] ?? usual;
    return severity === "off" ? [] : [{ rule: id, severity, check: checker(vault) }];
  });
  const ruleIds = { run: checks.map(({ about: { id } }) => id), others: [], isDefault: false };
  return entries.flatMap((entry) => {
    if (entry.isExcluded) return [];
    const found = active.flatMap(({ rule, severity, check }) => check(entry).map((finding): Diagnostic => ({ rule, severity, question: "", evidence: [], fixes: [], ...finding })));
    found.sort((a, b) => a.from - b.from || a.to - b.to);
    const diagnostics = suppress(entry.reading.mending.suppressions, config, found, ruleIds);
    return diagnostics.length === 0 ? [] : [{ path: entry.path, diagnostics }];
  });
}
