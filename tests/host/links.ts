/** Link texts and what they point to. */
import type { BlockSubpathResult, CachedMetadata, FootnoteSubpathResult, HeadingSubpathResult, Reference, ReferenceCache } from "obsidian";
import { type TFile, baseName, parentPath } from "./files";

export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00A0/g, " ").normalize("NFC");
  const hash = text.indexOf("#");
  return hash < 0 ? { path: text, subpath: "" } : { path: text.slice(0, hash), subpath: text.slice(hash) };
}
export function getLinkpath(linktext: string): string { return parseLinktext(linktext).path; }

export function stripHeading(heading: string): string {
  return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ").replace(/\s+/g, " ").trim();
}
export function stripHeadingForLink(heading: string): string {
  return heading.replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, " ").replace(/\s+/g, " ").trim();
}

export function iterateRefs(refs: Reference[], cb: (ref: Reference) => boolean | void): boolean {
  return refs.some((ref) => cb(ref) === true);
}
export function iterateCacheRefs(cache: CachedMetadata, cb: (ref: ReferenceCache) => boolean | void): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => cb(ref) === true);
}

export function resolveSubpath(cache: CachedMetadata, subpath: string): HeadingSubpathResult | BlockSubpathResult | FootnoteSubpathResult | null {
  const parts = subpath.split("#").filter((part) => part !== "");
  const last = parts[parts.length - 1];
  if (last === undefined) return null;
  if (last.startsWith("^")) {
    const block = cache.blocks?.[last.slice(1).toLowerCase()];
    return block === undefined ? null : { type: "block", block, start: block.position.start, end: block.position.end };
  }
  const headings = cache.headings ?? [];
  const same = (a: string, b: string): boolean => stripHeading(a).toLowerCase() === stripHeading(b).toLowerCase();
  const at = headings.findIndex((heading) => same(heading.heading, last));
  const current = headings[at];
  if (current === undefined) return null;
  const next = headings.slice(at + 1).find((heading) => heading.level <= current.level);
  return { type: "heading", current, next: next ?? current, start: current.position.start, end: next?.position.start ?? null };
}

function relative(path: string, sourcePath: string): string {
  const parts = parentPath(sourcePath) === "/" ? [] : parentPath(sourcePath).split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/**
 * Finds the file that a link path names, as Obsidian does: the exact path, then the path from the note's folder,
 * then any file whose path ends so, the one nearest to the root and to the note first.
 */
export function resolveLinkpath(linkpath: string, sourcePath: string, byName: Map<string, TFile[]>): TFile | null {
  const wanted = linkpath.toLowerCase().replace(/^\//, "");
  if (/^\.\.?\//.test(wanted)) return pick(relative(wanted, sourcePath.toLowerCase()), sourcePath, byName, true);
  return pick(wanted, sourcePath, byName, linkpath.startsWith("/"));
}

function pick(wanted: string, sourcePath: string, byName: Map<string, TFile[]>, exact: boolean): TFile | null {
  const name = baseName(wanted);
  const candidates = [...(byName.get(`${name}.md`) ?? []), ...(byName.get(name) ?? [])];
  const matches = (file: TFile, path: string): boolean => [path, `${path}.md`].includes(file.path.toLowerCase());
  const whole = candidates.find((file) => matches(file, wanted)) ?? candidates.find((file) => matches(file, relative(wanted, sourcePath.toLowerCase())));
  if (whole !== undefined || exact) return whole ?? null;
  const ending = candidates.filter((file) => {
    const path = `/${file.path.toLowerCase()}`;
    return path.endsWith(`/${wanted}`) || path.endsWith(`/${wanted}.md`);
  });
  const here = parentPath(sourcePath);
  const rank = (file: TFile): number => (parentPath(file.path) === here ? 0 : file.path.split("/").length * 1000 + file.path.length);
  return ending.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
