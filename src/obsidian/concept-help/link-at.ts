import { getLinkpath, type App, type TFile } from "obsidian";

/** A link in a line of a note, and the note that it leads to. Offsets are those of the line. */
export interface LineLink {
  from: number;
  to: number;
  file: TFile;
}

/** The link at a place in a line, as the app has read the note; undefined where there is none, or it leads nowhere. */
export function linkAt({ metadataCache }: App, path: string, line: string, at: number): LineLink | undefined {
  const { links = [], embeds = [], frontmatterLinks = [] } = metadataCache.getCache(path) ?? {};
  for (const { original, link } of [...links, ...embeds, ...frontmatterLinks]) {
    for (let from = line.indexOf(original); from !== -1 && from <= at; from = line.indexOf(original, from + 1)) {
      const to = from + original.length;
      const file = at <= to ? targetOf(metadataCache, link, path) : null;
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
