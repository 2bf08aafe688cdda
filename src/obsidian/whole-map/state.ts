import { tieKinds } from "../../core/index";
import type { Wishes } from "./legend";

/** What a view of the map keeps. */
export interface MapState {
  wishes: Wishes;
  /** Where one looks; undefined for everything. */
  window: { x: number; y: number; zoom: number } | undefined;
  /** The path of the note that is chosen. */
  chosen: string | undefined;
  /** Whether the list is shown. */
  side: boolean;
}

/** Reads what `writeMapState` wrote; what is no such thing is left at its default. */
export function readMapState(state: unknown): MapState {
  const { hiddenTies, hiddenTones, missing, notes, x, y, zoom, chosen, side } = typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
  const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
  return {
    wishes: {
      hiddenTies: Array.isArray(hiddenTies) ? tieKinds.filter((kind) => hiddenTies.includes(kind)) : undefined,
      hiddenTones: Array.isArray(hiddenTones) ? hiddenTones.filter(isNumber) : [],
      missing: missing !== false,
      notes: notes === true,
    },
    window: isNumber(x) && isNumber(y) && isNumber(zoom) && zoom > 0 ? { x, y, zoom } : undefined,
    chosen: typeof chosen === "string" ? chosen : undefined,
    side: side !== false,
  };
}

/** The state as plain values, without what is as by default. */
export function writeMapState({ wishes, window, chosen, side }: MapState): Record<string, unknown> {
  return { ...wishes, ...(window ?? {}), ...(chosen === undefined ? {} : { chosen }), side };
}
