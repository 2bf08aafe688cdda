/**
 * Where a link leads in Obsidian, by the plainest reading of its rules (docs/decisions/0011): every path of the vault is
 * looked at for every link, and nothing of src is used. Slow, and meant to be.
 */
export interface Oracle {
  /** The path that a link's path opens from a note; null where it opens none. */
  opens(link: string, source: string): string | null;
}

const fold = (text: string): string => text.normalize("NFC").replaceAll("\u00A0", " ").toLowerCase();
const nameOf = (path: string): string => path.split("/").at(-1) ?? "";
const folderOf = (path: string): string[] => path.split("/").slice(0, -1);

/** Steps of `./` and `../` at the head of a link, taken from a folder. */
function stepFrom(folder: string[], link: string): string {
  const steps = link.split("/");
  const here = [...folder];
  while (steps[0] === "." || steps[0] === "..") if (steps.shift() === "..") here.pop();
  return [...here, ...steps].join("/");
}

export function oracleOf(paths: readonly string[]): Oracle {
  const all = paths.map((path) => ({ path, folded: fold(path), name: nameOf(fold(path)) }));
  const named = (name: string) => all.filter((file) => file.name === name);
  const opensAsWritten = (link: string, source: string): string | null => {
    for (const wanted of [fold(link), `${fold(link)}.md`]) {
      const candidates = named(nameOf(wanted));
      if (candidates.length === 0) continue;
      const isRelative = wanted.startsWith("./") || wanted.startsWith("../");
      const path = isRelative ? stepFrom(folderOf(fold(source)), wanted) : wanted.replace(/^\//, "");
      const exact = candidates.find(({ folded }) => folded === path);
      if (exact) return exact.path;
      if (wanted.startsWith("/")) return null;
      const folder = folderOf(fold(source)).join("/");
      const isNear = (file: string) => folder === "" || file.startsWith(`${folder}/`);
      const [best] = candidates
        .filter(({ folded }) => folded.endsWith(path))
        .sort((a, b) => Number(isNear(b.folded)) - Number(isNear(a.folded)) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
      return best?.path ?? null;
    }
    return null;
  };
  return {
    opens(link, source) {
      const found = opensAsWritten(link, source);
      if (found !== null) return found;
      // Beyond Obsidian: what an exporter encoded twice is decoded twice.
      let again = link;
      try {
        again = decodeURIComponent(link);
      } catch {
        return null;
      }
      return again === link ? null : opensAsWritten(again, source);
    },
  };
}
