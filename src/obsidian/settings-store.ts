import { debounce, Events, normalizePath, Notice, parseYaml, TFile, type Plugin } from "obsidian";
import { withException, type Config, type ConfigProblem } from "../core/index";
import type { RemoteEngine } from "../worker/engine";
import { defaultSettings, isSwitch, readSwitches, type Damage, type Settings } from "./settings";

/** The config that a vault can bring along; it has the last word over the settings. */
export const configFile = "distinguo.yaml";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The keys of `over`, one level into `rules` and `concepts`, laid over those of the settings that make a config. */
function layOver(under: Settings, over: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(under).filter(([key]) => !isSwitch(key)));
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isRecord(below) && isRecord(value) ? { ...below, ...value } : value;
  }
  return result;
}

/** The texts in a config's `words.exceptions`. */
function exceptionsIn({ words }: Record<string, unknown>): string[] {
  const exceptions: unknown = isRecord(words) ? words["exceptions"] : [];
  return Array.isArray(exceptions) ? exceptions.filter((one) => typeof one === "string") : [];
}

/** What was written without the settings that could not be used, so that those of the app stand in; of lists, what can be used stays. */
function without(written: Record<string, unknown>, problems: readonly ConfigProblem[]): Record<string, unknown> {
  const result: Record<string, unknown> = { ...written };
  for (const { key } of problems) {
    const [outer = "", ...path] = key.split(".");
    const value = result[outer];
    if (isRecord(value) && path.length > 0) {
      const { [path.join(".")]: _unusable, ...rest } = value;
      result[outer] = rest;
    } else {
      delete result[outer];
    }
  }
  return result;
}

/**
 * The settings, from data.json, and what is in force: the settings with distinguo.yaml over them. Tells the engine.
 * Triggers `changed` when what is in force has changed.
 */
export class SettingsStore extends Events {
  settings: Settings = defaultSettings;
  /** What the engine goes by. */
  config: Config = defaultSettings;
  /** Top-level keys, and `rules.<id>` and `concepts.<key>`, that distinguo.yaml settles. */
  overridden = new Set<string>();
  /** The phrases that distinguo.yaml lets pass in all notes, as they are written there. */
  exceptions: readonly string[] = [];
  private told = "";
  private readonly applySoon = debounce(() => void this.apply(), 500, true);

  /** @param refill called when the engine has begun its index anew */
  constructor(
    private readonly plugin: Plugin,
    private readonly engine: RemoteEngine,
    private readonly refill: () => void,
  ) {
    super();
  }

  /** Reads data.json. What is damaged is told once, kept beside, and replaced by its default. */
  async load(): Promise<void> {
    const damage: Damage[] = [];
    let data: unknown;
    try {
      data = await this.plugin.loadData();
    } catch (error) {
      damage.push({ key: "data.json", message: message(error) });
    }
    const { switches, rest, damage: wrong } = readSwitches(data);
    const { config, problems } = await this.engine.readConfig(rest);
    damage.push(...wrong, ...problems);
    this.settings = { ...config, ...switches };
    if (damage.length > 0) await this.setAside(damage);
  }

  /** Changes the settings, keeps them, and puts them in force a moment later. */
  async change(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    this.applySoon();
    try {
      await this.plugin.saveData(this.settings);
    } catch (error) {
      new Notice(`The settings of ${this.plugin.manifest.name} could not be saved; they hold until the app is closed.\n${message(error)}`, 10_000);
    }
  }

  /** Puts the settings, and what distinguo.yaml says over them, in force. */
  async apply(): Promise<void> {
    const file = await this.readConfigFile();
    const written = isRecord(file?.value) ? file.value : {};
    const { problems } = await this.engine.readConfig(written, file?.text);
    const over = without(written, problems);
    const { config, emptied } = await this.engine.configure(layOver(this.settings, over));
    this.config = config;
    this.exceptions = exceptionsIn(written);
    this.overridden = new Set(Object.entries(over).flatMap(([key, value]) => (isRecord(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key])));
    this.tellConfigFile([...(file?.problems ?? []), ...problems.map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`))].join("\n"));
    if (emptied) this.refill();
    this.trigger("changed");
  }

  /** Adds a phrase to what is let pass in all notes: an entry in distinguo.yaml, which is made where there is none. */
  async addException(phrase: string): Promise<void> {
    const { vault } = this.plugin.app;
    const add = (yaml: string): string => {
      const text = withException(yaml, phrase, parseYaml);
      if (text === null) throw new Error(`it could not be changed without touching the rest of it. To add by hand, under “words” and “exceptions”: ${phrase}`);
      return text;
    };
    try {
      const file = vault.getFileByPath(configFile);
      if (file) await vault.process(file, add);
      else await vault.create(configFile, add(""));
      new Notice(`“${phrase}” is ignored from now on: ${configFile} says so.`);
    } catch (error) {
      new Notice(`${configFile} is as it was: ${message(error)}`, 15_000);
    }
    await this.apply();
  }

  /** Rereads distinguo.yaml whenever it comes, changes or goes. */
  watch(): void {
    const { vault } = this.plugin.app;
    const reread = (path: string): void => {
      if (path === configFile) this.applySoon();
    };
    this.plugin.registerEvent(vault.on("create", (file) => reread(file.path)));
    this.plugin.registerEvent(vault.on("modify", (file) => reread(file.path)));
    this.plugin.registerEvent(vault.on("delete", (file) => reread(file.path)));
    this.plugin.registerEvent(
      vault.on("rename", (file, from) => {
        reread(file.path);
        reread(from);
      }),
    );
    this.plugin.register(() => this.applySoon.cancel());
  }

  private async readConfigFile(): Promise<{ text: string; value: unknown; problems: string[] } | undefined> {
    const file = this.plugin.app.vault.getAbstractFileByPath(configFile);
    if (!(file instanceof TFile)) return undefined;
    let text = "";
    try {
      text = await this.plugin.app.vault.read(file);
      const value: unknown = parseYaml(text);
      const usable = value === null || value === undefined || isRecord(value);
      return { text, value, problems: usable ? [] : ["Expected keys and values, such as \"convention: two-axes\"."] };
    } catch (error) {
      return { text, value: undefined, problems: [message(error)] };
    }
  }

  private tellConfigFile(problems: string): void {
    // The same problems are not told again on each change of another setting.
    if (problems !== "" && problems !== this.told) new Notice(`${configFile} could not be read in full; for the rest, the settings hold.\n${problems}`, 15_000);
    this.told = problems;
  }

  /** Tells what is damaged. The file is replaced only once it is kept beside; where that fails, it stays as it is. */
  private async setAside(damage: Damage[]): Promise<void> {
    const { name } = this.plugin.manifest;
    const reasons = damage.map(({ key, message }) => (message.includes(key) ? message : `${key}: ${message}`)).join("\n");
    let outcome: string;
    try {
      outcome = `The file as it was is kept as ${await this.keepBeside()}.`;
      await this.plugin.saveData(this.settings);
    } catch (error) {
      outcome = `The file could not be replaced: ${message(error)}`;
    }
    new Notice(`Some settings of ${name} could not be read; their defaults are used.\n${reasons}\n${outcome}`, 20_000);
  }

  /** Copies data.json to a name that is free, and returns it. */
  private async keepBeside(): Promise<string> {
    const { manifest, app } = this.plugin;
    const folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
    const from = normalizePath(`${folder}/data.json`);
    let number = 1;
    while (await app.vault.adapter.exists(normalizePath(`${folder}/data.damaged-${number}.json`))) number++;
    const to = normalizePath(`${folder}/data.damaged-${number}.json`);
    if (await app.vault.adapter.exists(from)) await app.vault.adapter.copy(from, to);
    return to;
  }
}
