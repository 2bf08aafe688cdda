import type { Diagnostic, NoteDiagnostics } from "../diagnostic";
import { habitsOf } from "../fixes/habits";
import type { LinkStyle } from "../fixes/link-style";
import { namersIn } from "../fixes/namers";
import { suppress } from "../suppressions";
import { checks } from "./index";
import type { VaultView } from "./vault-view";

/** A vault with what is found out about it when it is first asked for. `style` is what is known of its links. */
export function viewOf(about: Omit<VaultView, "habits" | "namersOf">, style?: Partial<LinkStyle>): VaultView {
  const { entries, open, told } = about;
  let namers: VaultView["namersOf"] | undefined;
  const conceptsCalled = (label: string): readonly string[] => {
    const called = told.called.get(label) ?? about.conceptsCalled(label);
    told.called.set(label, called);
    return called;
  };
  return { ...about, conceptsCalled, habits: habitsOf(entries, open, style, told), namersOf: (...asked) => (namers ??= namersIn(entries))(...asked) };
}

/** Runs the rules about notes over a vault, suppressions applied. Notes without diagnostics are left out. */
export function checkVault(vault: VaultView): NoteDiagnostics[] {
  const { config, entries } = vault;
  const active = checks.flatMap(({ about: { id, severity: usual }, checker }) => {
    const severity = config.rules[id] ?? usual;
    return severity === "off" ? [] : [{ rule: id, severity, check: checker(vault) }];
  });
  const ruleIds = { run: checks.map(({ about: { id } }) => id), others: [], isDefault: false };
  const notes: NoteDiagnostics[] = [];
  for (const entry of entries) {
    const { suppressions } = entry.reading.mending;
    if (entry.isExcluded) continue;
    const found: Diagnostic[] = [];
    for (const { rule, severity, check } of active) for (const finding of check(entry)) found.push({ rule, severity, question: "", evidence: [], fixes: [], ...finding });
    // Most notes are as they should be.
    if (found.length === 0 && suppressions.list.length === 0) continue;
    found.sort((a, b) => a.from - b.from || a.to - b.to);
    const diagnostics = suppress(suppressions, config, found, ruleIds);
    if (diagnostics.length > 0) notes.push({ path: entry.path, diagnostics });
  }
  return notes;
}
