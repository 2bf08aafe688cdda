import { severities, type Severity } from "../../core/index";
import { groupings, type Wish } from "./arrange";

/** Since when notes that are shown have changed: at any time, since the vault was opened, today, or so many days ago. */
export const times = { any: "Any time", opened: "Since I opened the vault", today: "Today", week: "Last 7 days", month: "Last 30 days" } as const;
export type Time = keyof typeof times;

/** What one looks at, as the workspace keeps it. */
export interface Look extends Wish {
  /** One of the times, or a day as `2026-11-30`. */
  since: string;
}

/** The day since when notes have changed that are shown; empty where another time was chosen. */
export function dayOf(since: string): string {
  return isOf(since, times) ? "" : since;
}

/** How a time is said after “changed”. */
export function timeTitle(since: string): string {
  return isOf(since, times) ? times[since].toLowerCase().replace(" i ", " I ") : `since ${since}`;
}

/** What leaves nothing out. */
export const noFilter = { severities: [], rules: [], folder: null, since: "any" } as const satisfies Partial<Look>;

export const firstLook: Look = { about: "all", by: "note", text: "", ...noFilter };

const day = 24 * 60 * 60 * 1000;

/** The moment since when notes have changed that are shown, in milliseconds. */
export function momentOf(since: string, opened: number): number {
  // Without a zone it is midnight where one lives.
  if (!isOf(since, times)) return Date.parse(`${since}T00:00`);
  if (since === "any") return -Infinity;
  if (since === "opened") return opened;
  const midnight = new Date().setHours(0, 0, 0, 0);
  return since === "today" ? midnight : Date.now() - (since === "week" ? 7 : 30) * day;
}

/** Whether a filter leaves anything out. */
export function isFiltering({ severities: some, rules, folder, since }: Look): boolean {
  return some.length > 0 || rules.length > 0 || folder !== null || since !== "any";
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isOf<Key extends string>(value: unknown, keys: Readonly<Record<Key, unknown>>): value is Key {
  return typeof value === "string" && Object.hasOwn(keys, value);
}

const abouts = { all: true, prose: true, notes: true };

function isSeverity(text: string): text is Severity {
  return severities.some((one) => one === text);
}

/** What the workspace has kept, as far as it can be used. */
export function readLook(state: unknown): Look {
  if (typeof state !== "object" || state === null) return firstLook;
  const { about, by, since, folder, text, rules, severities: some }: Record<string, unknown> = { ...state };
  return {
    about: isOf(about, abouts) ? about : firstLook.about,
    by: isOf(by, groupings) ? by : firstLook.by,
    since: typeof since === "string" && !Number.isNaN(momentOf(since, 0)) ? since : firstLook.since,
    folder: typeof folder === "string" ? folder : null,
    text: typeof text === "string" ? text : "",
    rules: texts(rules),
    severities: texts(some).filter(isSeverity),
  };
}
