import { defaultConfig, type Config } from "../core/index";

/** What data.json holds: a config in the shape of distinguo.yaml, and what concerns only the app. */
export interface Settings extends Config {
  /** Whether notes are judged while one writes and reads. */
  live: boolean;
  /** Whether diagnostics of severity hint are shown. */
  hints: boolean;
}

export const defaultSettings: Settings = { ...defaultConfig, live: true, hints: true };

/** A part of the settings that could not be used, and why. */
export interface Damage {
  key: string;
  message: string;
}

/** Takes apart what data.json held: the two switches of the app, and the rest, which core reads. */
export function readSwitches(data: unknown): { switches: Pick<Settings, "live" | "hints">; rest: unknown; damage: Damage[] } {
  const damage: Damage[] = [];
  if (data === null || data === undefined) return { switches: { live: defaultSettings.live, hints: defaultSettings.hints }, rest: {}, damage };
  if (typeof data !== "object" || Array.isArray(data)) {
    damage.push({ key: "data.json", message: "expected a set of keys and values." });
    return { switches: { live: defaultSettings.live, hints: defaultSettings.hints }, rest: {}, damage };
  }
  const { live, hints, ...rest }: Record<string, unknown> = { ...data };
  const read = (key: "live" | "hints", value: unknown): boolean => {
    if (typeof value === "boolean") return value;
    if (value !== undefined) damage.push({ key, message: `“${key}” is “${typeof value === "string" ? value : JSON.stringify(value)}”. Allowed: true, false.` });
    return defaultSettings[key];
  };
  return { switches: { live: read("live", live), hints: read("hints", hints) }, rest, damage };
}
