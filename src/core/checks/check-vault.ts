import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import type { NoteDiagnostics } from "../graph/vault-index";
import { checks } from "./index";
import type { VaultView } from "./note-rule";

/** Runs the rules about notes over a vault. Notes without diagnostics are left out. */
export function checkVault(vault: VaultView, config: Config): NoteDiagnostics[] {
  const silenced = new Map(Object.entries(config.rules));
  const active = checks.flatMap((rule) => {
    const severity = silenced.get(rule.about.id) ?? rule.about.severity;
    return severity === "off" ? [] : [{ rule, severity }];
  });
  return vault.entries.flatMap((entry) => {
    if (entry.isExcluded) return [];
    const diagnostics = active.flatMap(({ rule, severity }) =>
      rule.check(entry, vault).map(({ from, to, message, fixes }): Diagnostic => ({ rule: rule.about.id, severity, from, to, message, question: "", evidence: [], fixes: fixes ?? [] })),
    );
    diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
    return diagnostics.length === 0 ? [] : [{ path: entry.path, diagnostics }];
  });
}
