import type { Severity } from "./diagnostic";

/** What a vault has settled; read from `distinguo.yaml` or from the plugin's settings, in the same shape. */
export interface Config {
  /** The id of the convention whose definitions are followed, such as `two-axes`. */
  convention: string;
  /** Rule id to severity, where it differs from the rule's and the convention's own; `off` silences the rule. */
  rules: Readonly<Record<string, Severity | "off">>;
  /** Folders (or single notes) that are left out, as paths from the vault's root. */
  exclude: readonly string[];
  /** What counts as a concept note: any one of these suffices. */
  concepts: ConceptConfig;
}

/** What counts as a concept note. */
export interface ConceptConfig {
  /** Folders: a path from the root, or a bare name that matches a folder of that name anywhere. */
  folders: readonly string[];
  /** Values of the property `type`. */
  types: readonly string[];
  /** Tags, without `#`. */
  tags: readonly string[];
  /** Basenames, or folders ending in `/`, that are never concept notes even so (index pages, templates). */
  exclude: readonly string[];
}

/** The config of a vault that has settled nothing. */
export const defaultConfig: Config = {
  convention: "two-axes",
  rules: {},
  exclude: [],
  concepts: {
    folders: ["concepts"],
    types: ["concept"],
    tags: ["concept"],
    exclude: ["index", "readme", "templates/", "archive/"],
  },
};

/** Whether a note or folder (a path from the vault's root) is one of those that a config leaves out, or lies in one; a note may be named without `.md`. */
export function isExcluded(path: string, { exclude }: Config): boolean {
  return exclude.some((entry) => {
    const named = entry.replace(/^(?:\.?\/)+|\/+$/g, "");
    return named !== "" && (path === named || path === `${named}.md` || path.startsWith(`${named}/`));
  });
}
