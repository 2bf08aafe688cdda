import { places } from "../range";
import type { Result } from "./result";
import { printLine } from "./width";

/** One line a diagnostic, as compilers write it: `path:line:column: severity: message [rule]`; before the rule, the convention that prose was judged by. */
export function reportUnix(result: Result): string {
  return result.notes
    .flatMap(({ path, source, diagnostics }) => {
      const placeOf = places(source);
      return diagnostics.map(({ from, severity, message, rule, convention }) => {
        const { line, column } = placeOf(from);
        return `${printLine(`${path}:${line}:${column}: ${severity}: ${message}${convention === undefined ? "" : ` (convention: ${convention})`} [${rule}]`)}\n`;
      });
    })
    .join("");
}
