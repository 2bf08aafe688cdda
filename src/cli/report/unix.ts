import { places } from "../../core/index";
import type { Result } from "./result";
import { printLine } from "./width";

/** One line a diagnostic, as compilers write it: `path:line:column: severity: message [rule]`. */
export function unix(result: Result): string {
  return result.notes
    .flatMap(({ path, source, diagnostics }) => {
      const placeOf = places(source);
      return diagnostics.map(({ from, severity, message, rule }) => {
        const { line, column } = placeOf(from);
        return `${printLine(`${path}:${line}:${column}: ${severity}: ${message} [${rule}]`)}\n`;
      });
    })
    .join("");
}
