import { severities, type RuleAbout, type Severity } from "../../core/index";
import { noteName } from "../note-name";
import type { Slices } from "../reading/slices";
import { folderOf, type FindingAbout, type Row } from "./rows";

/** How a list of diagnostics is put together. */
export const groupings = { note: "By note", rule: "By rule", folder: "By folder", severity: "By severity" } as const;
export type Grouping = keyof typeof groupings;

/** What is shown of the vault's diagnostics. Empty lists leave nothing out. */
export interface Wish {
  about: FindingAbout | "all";
  by: Grouping;
  severities: readonly Severity[];
  rules: readonly string[];
  /** A folder and all below it; empty for what lies in none, null for the whole vault. */
  folder: string | null;
  text: string;
}

/** Diagnostics that stand together under one title. */
export interface Group {
  /** The path of the note or folder, the id of the rule, the severity. */
  key: string;
  title: string;
  folder: string;
  rule?: RuleAbout | undefined;
  rows: Row[];
}

/** How many diagnostics there are of each kind, were all else as it is. */
export interface Facets {
  about: Map<string, number>;
  severities: Map<string, number>;
  rules: Map<string, number>;
}

/** The diagnostics that are wished for, in groups. */
export interface Arranged {
  groups: Group[];
  /** How many are shown, and in how many notes. */
  shown: number;
  notes: number;
  /** How many there are in all, and in how many notes. */
  total: number;
  allNotes: number;
  facets: Facets;
}

/** Where the diagnostics come from. */
export interface Source {
  paths: readonly string[];
  rowsOf: (path: string) => readonly Row[];
  rules: readonly RuleAbout[];
  /** Whether a note has changed since when one wants to see what has. */
  isRecent: (path: string) => boolean;
}

const folded = new WeakMap<Row, string>();

/** All that a search looks through. */
function textOf(row: Row): string {
  const { path, finding: { message, rule, before, words, after } } = row;
  const text = folded.get(row) ?? [path, rule, message, before + words + after].join("\n").toLowerCase();
  folded.set(row, text);
  return text;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keyOf({ path, finding }: Row, by: Grouping): string {
  if (by === "note") return path;
  return by === "folder" ? folderOf(path) : finding[by];
}

function inFolder(path: string, folder: string | null): boolean {
  if (folder === null) return true;
  return folder === "" ? !path.includes("/") : path.startsWith(`${folder}/`);
}

/** Finds what is wished for, a slice of time after the other; undefined where it is not wanted any more. */
export async function arrange({ paths, rowsOf, rules, isRecent }: Source, wish: Wish, slices: Slices, isWanted: () => boolean): Promise<Arranged | undefined> {
  const { about, by, text } = wish;
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const groups = new Map<string, Group>();
  const facets: Facets = { about: new Map(), severities: new Map(), rules: new Map() };
  const result = { shown: 0, notes: 0, total: 0, allNotes: 0 };
  const put = (row: Row): void => {
    const key = keyOf(row, by);
    const group = groups.get(key) ?? groupOf(key, by, rules);
    groups.set(key, group);
    group.rows.push(row);
  };
  for (const path of paths) {
    await slices.pause();
    if (!isWanted()) return undefined;
    const rows = rowsOf(path);
    if (rows.length === 0) continue;
    result.total += rows.length;
    result.allNotes++;
    if (!inFolder(path, wish.folder) || !isRecent(path)) continue;
    const before = result.shown;
    for (const row of rows) {
      const { finding: { severity, rule } } = row;
      if (words.length > 0 && !words.every((word) => textOf(row).includes(word))) continue;
      const is = {
        about: about === "all" || about === row.about,
        severities: wish.severities.length === 0 || wish.severities.includes(severity),
        rules: wish.rules.length === 0 || wish.rules.includes(rule),
      };
      if (is.severities && is.rules) count(facets.about, row.about);
      if (is.about && is.rules) count(facets.severities, severity);
      if (is.about && is.severities) count(facets.rules, rule);
      if (!is.about || !is.severities || !is.rules) continue;
      result.shown++;
      put(row);
    }
    if (result.shown > before) result.notes++;
  }
  return { ...result, facets, groups: inOrder([...groups.values()], by, rules) };
}

function groupOf(key: string, by: Grouping, rules: readonly RuleAbout[]): Group {
  const rows: Row[] = [];
  if (by === "note") return { key, title: noteName(key), folder: folderOf(key), rows };
  if (by === "folder") return { key, title: key === "" ? "The vault’s root" : noteName(key), folder: folderOf(key), rows };
  if (by === "severity") return { key, title: `${key.charAt(0).toUpperCase()}${key.slice(1)}`, folder: "", rows };
  return { key, title: key, folder: "", rule: rules.find(({ id }) => id === key), rows };
}

/** Notes and folders come in the order of their paths, all else in its own. */
function inOrder(groups: Group[], by: Grouping, rules: readonly RuleAbout[]): Group[] {
  if (by === "note") return groups;
  if (by === "folder") return groups.sort((a, b) => (a.key < b.key ? -1 : 1));
  const order: readonly string[] = by === "rule" ? rules.map(({ id }) => id) : severities;
  return groups.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}
