import { PluginSettingTab, type App, type Plugin, type SettingDefinition, type SettingDefinitionItem, type SettingPage } from "obsidian";
import { defaultConfig, severities, type About, type Config, type ConventionAbout, type RuleAbout } from "../core/index";
import { isSwitch } from "./settings";
import type { SettingsStore } from "./settings-store";

type Level = Config["rules"][string];

const levels: readonly Level[] = [...severities, "off"];

/** The keys of the controls: a setting, a rule's severity, or one way in which a note counts as a concept note. */
type Key = "live" | "hints" | "suggest" | "definitions" | "askPlacing" | "convention" | "exclude" | `rules.${string}` | `concepts.${ConceptList}`;

/** What counts as a concept note. */
type ConceptList = "folders" | "types" | "tags" | "exclude";

const conceptKeys: readonly ConceptList[] = ["folders", "types", "tags", "exclude"];

function lines(value: unknown): string[] {
  return String(value).split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

function folders(value: unknown): string[] {
  return lines(value).map((line) => line.replace(/^\/+/, ""));
}

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}

/** The settings as the app's declarative interface has them. */
export class SettingsTab extends PluginSettingTab {
  override icon = "waypoints";
  /** What the definitions were last made of; while it stays, a field that is being typed in keeps its cursor. */
  private described = "";

  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
    private readonly about: () => About | undefined,
    private readonly ignored: () => SettingPage,
  ) {
    super(app, plugin);
  }

  /** Shows what the rules and conventions say about themselves, and what distinguo.yaml settles. */
  describe(): void {
    const described = [this.store.settings.convention, ...this.store.overridden].join("\n");
    if (described === this.described) return;
    this.described = described;
    this.update();
  }

  override getSettingDefinitions(): SettingDefinitionItem<Key>[] {
    const about = this.about();
    return [
      {
        type: "group",
        heading: "Checking",
        items: [
          { name: "Check while writing and reading", desc: "Underlines as you type. When this is off, the command that lints a note still does.", control: { type: "toggle", key: "live" } },
          { name: "Show hints", desc: "Hints are the quietest diagnostics.", control: { type: "toggle", key: "hints" } },
          {
            name: "Convention",
            desc: this.explain(`Whose definitions this vault follows; distinguo.yaml can name others for folders, and the property “distinguo-convention” for a note. ${this.convention()?.description ?? ""}`, "convention"),
            control: { type: "dropdown", key: "convention", options: Object.fromEntries(about?.conventions.map(({ id, label }) => [id, label]) ?? [[defaultConfig.convention, defaultConfig.convention]]), disabled: () => this.settledElsewhere("convention") },
          },
          {
            type: "page",
            name: "All conventions",
            desc: "Authorities disagree on the two words; these are the definitions to choose from.",
            visible: about !== undefined,
            items: about?.conventions.map(({ label, description }) => ({ name: label, desc: description })) ?? [],
          },
          {
            name: "Folders left out",
            desc: this.explain("One folder or note to a line, from the root of the vault. Nothing in them is judged.", "exclude"),
            control: { type: "textarea", key: "exclude", rows: 3, placeholder: "Archive\ntemplates/daily.md", disabled: () => this.settledElsewhere("exclude") },
          },
          { type: "page", name: "Ignored", desc: "Phrases, rules and places that are left alone, to be taken back.", page: this.ignored },
        ],
      },
      {
        type: "group",
        heading: "Concepts while writing",
        items: [
          { name: "Suggest concepts while typing", desc: "Offers a link where what you type begins the name of a concept. Tab takes it, Enter stays a new line. Behind [[ the app’s own suggestions have their say.", control: { type: "toggle", key: "suggest" } },
          { name: "Show definitions on hover", desc: "Above a link to a concept, in the editor and in reading view.", control: { type: "toggle", key: "definitions" } },
        ],
      },
      {
        type: "group",
        heading: "The 2 × 2",
        items: [{ name: "Ask before a note is placed", desc: "To place a note in the 2 × 2 writes properties into it. You are asked the first time; then this is off, and they are written at once. The notice, or the command “Undo the last changes”, takes them back.", control: { type: "toggle", key: "askPlacing" } }],
      },
      { type: "group", heading: "Severity of rules about prose", visible: about !== undefined, items: this.rules("prose") },
      { type: "group", heading: "Severity of rules about notes", visible: () => this.rules("notes").length > 0, items: this.rules("notes") },
      {
        type: "group",
        heading: "What counts as a concept note",
        items: [
          this.conceptList("folders", "Folders", "One to a line: a path from the root, or a bare name that fits a folder of that name anywhere.", "concepts"),
          this.conceptList("types", "Types", "Values of the property “type”, one to a line.", "concept"),
          this.conceptList("tags", "Tags", "One to a line, without #.", "concept"),
          this.conceptList("exclude", "Never concept notes", "Names of notes, or of folders with a slash at the end, one to a line.", "index\ntemplates/"),
        ],
      },
    ];
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.store;
    if (isSwitch(key) || key === "convention") return settings[key];
    if (key === "exclude") return settings.exclude.join("\n");
    if (key.startsWith("rules.")) return settings.rules[key.slice("rules.".length)] ?? "default";
    const concept = conceptKeys.find((name) => key === `concepts.${name}`);
    return concept && settings.concepts[concept].join("\n");
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { settings } = this.store;
    const concept = conceptKeys.find((name) => key === `concepts.${name}`);
    if (isSwitch(key)) await this.store.change({ [key]: value === true });
    else if (key === "convention") await this.store.change({ convention: String(value) });
    else if (key === "exclude") await this.store.change({ exclude: folders(value) });
    else if (concept) await this.store.change({ concepts: { ...settings.concepts, [concept]: concept === "tags" ? lines(value).map((tag) => tag.replace(/^#/, "")) : folders(value) } });
    else if (key.startsWith("rules.")) {
      const { [key.slice("rules.".length)]: _before, ...rules } = settings.rules;
      await this.store.change({ rules: isLevel(value) ? { ...rules, [key.slice("rules.".length)]: value } : rules });
    }
  }

  private settledElsewhere(key: string): boolean {
    return this.store.overridden.has(key);
  }

  /** Adds to a description that the vault's own config settles the matter. */
  private explain(text: string, key: string): string {
    return this.settledElsewhere(key) ? `${text} Set by distinguo.yaml in this vault.` : text;
  }

  private convention(): ConventionAbout | undefined {
    return this.about()?.conventions.find(({ id }) => id === this.store.settings.convention);
  }

  private rules(about: RuleAbout["about"]): SettingDefinition<Key>[] {
    return (this.about()?.rules ?? [])
      .filter((rule) => rule.about === about)
      .map(({ id, summary, severity }) => ({
        name: id,
        desc: this.explain(summary, `rules.${id}`),
        control: {
          type: "dropdown",
          key: `rules.${id}`,
          options: { default: `Default (${severity})`, ...Object.fromEntries(levels.map((level): [string, string] => [level, level.charAt(0).toUpperCase() + level.slice(1)])) },
          disabled: () => this.settledElsewhere(`rules.${id}`),
        },
      }));
  }

  private conceptList(key: ConceptList, name: string, desc: string, placeholder: string): SettingDefinition<Key> {
    return {
      name,
      desc: this.explain(desc, `concepts.${key}`),
      control: { type: "textarea", key: `concepts.${key}`, rows: Math.min(8, Math.max(2, this.store.settings.concepts[key].length)), placeholder, disabled: () => this.settledElsewhere(`concepts.${key}`) },
    };
  }
}
