import { defaultConfig, type Config } from "../core/index";

/** What data.json holds: a config in the shape of distinguo.yaml, and what concerns only the app. */
export interface Settings extends Config {
  /** Whether notes are judged while one writes and reads. */
  live: boolean;
  /** Whether diagnostics of severity hint are shown. */
  hints: boolean;
  /** Whether concepts are suggested as links while one types. */
  suggest: boolean;
  /** Whether the definition of a concept is shown on hover over a link to it. */
  definitions: boolean;
  /** Whether one is asked before a note is placed in the square, which writes its properties. */
  askPlacing: boolean;
}

/** What concerns only the app: each is on or off. */
type Switches = Omit<Settings, keyof Config>;

const defaultSwitches: Switches = { live: true, hints: true, suggest: true, definitions: true, askPlacing: true };

export const defaultSettings: Settings = { ...defaultConfig, ...defaultSwitches };

/** Whether a key of the settings is that of a switch. */
export function isSwitch(key: string): key is keyof Switches {
  return key in defaultSwitches;
}

/** A part of the settings that could not be used, and why. */
export interface Damage {
  key: string;
  message: string;
}

/** Takes apart what data.json held: the switches of the app, and the rest, which core reads. */
export function readSwitches(data: unknown): { switches: Switches; rest: unknown; damage: Damage[] } {
  const damage: Damage[] = [];
  const switches = { ...defaultSwitches };
  if (data === null || data === undefined) return { switches, rest: {}, damage };
  if (typeof data !== "object" || Array.isArray(data)) {
    damage.push({ key: "data.json", message: "expected a set of keys and values." });
    return { switches, rest: {}, damage };
  }
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (!isSwitch(key)) rest[key] = value;
    else if (typeof value === "boolean") switches[key] = value;
    else damage.push({ key, message: `“${key}” is “${typeof value === "string" ? value : JSON.stringify(value)}”. Allowed: true, false.` });
  }
  return { switches, rest, damage };
}
