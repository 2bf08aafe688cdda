import type { Text } from "@codemirror/state";
import { getLinkpath, type App, type TFile } from "obsidian";

/** A link in the text of a note, and the note that it leads to. */
export interface TextLink {
  from: number;
  to: number;
  file: TFile;
}

/** The link at a place in the text of a note, as the app has read the note; undefined where there is none, or it leads nowhere. */
export function linkAt({ metadataCache }: App, path: string, doc: Text, at: number): TextLink | undefined {
  const { links = [], embeds = [], frontmatterLinks = [] } = metadataCache.getCache(path) ?? {};
  const line = doc.lineAt(at);
  for (const link of [...links, ...embeds, ...frontmatterLinks]) {
    const { original } = link;
    for (let found = line.text.indexOf(original); found !== -1; found = line.text.indexOf(original, found + 1)) {
      const from = line.from + found;
      const to = from + original.length;
      if (from > at || at > to) continue;
      // Where the app has not read what was typed last, the link has moved; else it is only where the app found it.
      const start = "position" in link ? link.position.start.offset : -1;
      const isMoved = start < 0 || doc.sliceString(start, start + original.length) !== original;
      const file = isMoved || from === start ? targetOf(metadataCache, link.link, path) : null;
      if (file) return { from, to, file };
    }
  }
  return undefined;
}

/** The note that a link leads to. */
export function targetOf(metadataCache: App["metadataCache"], link: string, source: string): TFile | null {
  const linkpath = getLinkpath(link);
  return linkpath === "" ? null : metadataCache.getFirstLinkpathDest(linkpath, source);
}
