/** How the vault writes links: what the user has set under "Files and links". */
import type { Vault } from "./vault";

export interface LinkSettings {
  useMarkdownLinks: boolean;
  newLinkFormat: "shortest" | "relative" | "absolute";
}

/** Read from `app.json` in the config folder, as Obsidian does; what is not there has Obsidian's default. */
export function linkSettings({ adapter, configDir }: Vault): LinkSettings {
  const path = `${configDir}/app.json`;
  const written = adapter.paths().includes(path) ? (JSON.parse(adapter.readNow(path)) as Partial<LinkSettings>) : {};
  return { useMarkdownLinks: false, newLinkFormat: "shortest", ...written };
}

/** The way from the folder of one note to another note. */
export function relativePath(path: string, sourcePath: string): string {
  const here = sourcePath.split("/").slice(0, -1);
  const there = path.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
