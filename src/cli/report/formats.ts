import { about, reportJson, reportUnix, type Result } from "../../core/index";
import { github } from "./github";
import type { Paint } from "./paint";
import { pretty } from "./pretty";
import { sarif } from "./sarif";

/** The formats of `lint` and `check`, the default first. */
export const formats = ["pretty", "json", "unix", "github", "sarif"] as const;
export type Format = (typeof formats)[number];

/** What some formats need to know of where the result goes. */
export interface Setting {
  columns: number;
  paint: Paint;
  version: string;
  /** The vault's path in its repository, empty or ending in `/`. */
  folder: string;
}

/** The result in a format. */
export function render(result: Result, format: Format, setting: Setting): string {
  switch (format) {
    case "pretty": return pretty(result, { ...setting, terms: about().terms, convention: result.convention });
    case "json": return reportJson(result);
    case "unix": return reportUnix(result);
    case "github": return github(result, setting.folder);
    case "sarif": return sarif(result, about().rules, setting.version);
  }
}
