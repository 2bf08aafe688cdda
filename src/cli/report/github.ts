import { places, type Result, type Severity } from "../../core/index";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice", hint: "notice" };

/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request.
 * @param folder the vault's path in the repository, empty or ending in `/`: annotations need the file's path there
 */
export function github(result: Result, folder = ""): string {
  return result.notes
    .flatMap(({ path, source, diagnostics }) => {
      const placeOf = places(source);
      return diagnostics.map(({ from, to, severity, rule, message, question, convention }) => {
        const start = placeOf(from);
        const end = placeOf(to);
        const properties = {
          file: folder + path,
          line: start.line,
          endLine: end.line,
          col: start.column,
          // GitHub refuses columns on an annotation of several lines, and counts the last one in.
          ...(start.line === end.line ? { endColumn: Math.max(start.column, end.column - 1) } : {}),
          title: `distinguo: ${rule}`,
        };
        const text = [message, question, convention === undefined ? "" : `Convention: ${convention}`];
        const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
        return `::${commands[severity]} ${list.join(",")}::${escapeData(text.filter((line) => line !== "").join("\n"))}\n`;
      });
    })
    .join("");
}

/** Escapes as @actions/core documents it for the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
