import { relationKinds, type AroundWish } from "../../core/index";

/** A place in the map, in CSS pixels from the middle. */
export interface Spot {
  x: number;
  y: number;
}

/** What one looks at in the sidebar, and how. Kept with the workspace. */
export interface Outlook {
  tab: "concept" | "square";
  /** Whether the picture is shown above the list. */
  picture: boolean;
  /** The path of the note that the view stays with; null where it follows the active one. */
  locked: string | null;
  depth: 1 | 2 | 3;
  filter: Pick<AroundWish, "without" | "tags" | "folders" | "domains">;
  /** Nodes that were put somewhere by hand, by the note in the middle and by their key. */
  pins: Record<string, Record<string, Spot>>;
}

/** The pins of each note, by its path; the one where something was pinned last is the last. */
type Pins = Outlook["pins"];

/** For how many notes pins are kept: all of them are written with every change of the workspace. */
const mostPinned = 50;

function lastPinned(pins: Pins): Pins {
  return Object.fromEntries(Object.entries(pins).slice(-mostPinned));
}

/** The pins with a node kept where it was put, or let go; those of notes where one has pinned nothing for long are dropped. */
export function withPin(pins: Pins, path: string, key: string, spot: Spot | null): Pins {
  const { [path]: own = {}, ...others } = pins;
  const { [key]: _, ...rest } = own;
  const now = spot ? { ...rest, [key]: spot } : rest;
  return Object.keys(now).length > 0 ? lastPinned({ ...others, [path]: now }) : others;
}

/** How one begins. */
export function firstOutlook(): Outlook {
  return { tab: "concept", picture: true, locked: null, depth: 1, filter: { without: [], tags: [], folders: [], domains: [] }, pins: {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function spots(value: unknown): Record<string, Spot> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([key, spot]) => (isRecord(spot) && typeof spot["x"] === "number" && typeof spot["y"] === "number" ? [[key, { x: spot["x"], y: spot["y"] }]] : [])));
}

/** Whether a state of the view says how one looks at it: some only say that it is active. */
export function isOutlook(state: unknown): boolean {
  return isRecord(state) && "depth" in state;
}

/** Reads what the workspace has kept, which other versions may have written; what can't be used is as at first. */
export function readOutlook(state: unknown): Outlook {
  const outlook = firstOutlook();
  if (!isRecord(state)) return outlook;
  const { tab, picture, locked, depth, filter, pins } = state;
  if (tab === "square") outlook.tab = tab;
  if (typeof picture === "boolean") outlook.picture = picture;
  if (typeof locked === "string") outlook.locked = locked;
  if (depth === 1 || depth === 2 || depth === 3) outlook.depth = depth;
  if (isRecord(filter)) {
    const hidden = texts(filter["without"]);
    outlook.filter = { without: relationKinds.filter((kind) => hidden.includes(kind)), tags: texts(filter["tags"]), folders: texts(filter["folders"]), domains: texts(filter["domains"]) };
  }
  if (isRecord(pins)) outlook.pins = lastPinned(Object.fromEntries(Object.entries(pins).map(([path, own]) => [path, spots(own)])));
  return outlook;
}

/** The same outlook after notes and folders have other paths. */
export function movedOutlook(outlook: Outlook, moved: (path: string) => string): Outlook {
  const { locked, filter, pins } = outlook;
  const movedKeys = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] => Object.entries(record).map(([key, value]) => [moved(key), value]);
  return {
    ...outlook,
    locked: locked === null ? null : moved(locked),
    filter: { ...filter, folders: filter.folders.map(moved) },
    pins: Object.fromEntries(movedKeys(pins).map(([path, own]) => [path, Object.fromEntries(movedKeys(own))])),
  };
}

/** The same outlook after notes and folders are gone. */
export function outlookWithout(outlook: Outlook, isGone: (path: string) => boolean): Outlook {
  const { locked, filter, pins } = outlook;
  return {
    ...outlook,
    locked: locked !== null && isGone(locked) ? null : locked,
    filter: { ...filter, folders: filter.folders.filter((folder) => !isGone(folder)) },
    pins: Object.fromEntries(Object.entries(pins).filter(([path]) => !isGone(path))),
  };
}
