import { Notice, type App, type TFile } from "obsidian";
import { foldKey } from "../../core/index";
import { attempt } from "../attempt";
import { saveTyped } from "../fixes/change";
import { noteName } from "../note-name";
import { tellWithUndo, type Undoable } from "../undo-notice";
import { askToWrite } from "./ask";
import { isUnreadable } from "./unreadable";

/** A property and what it is to be; null takes it away. */
export interface Wish {
  key: string;
  value: string | number | null;
}

/** Whether one is asked before properties are written. */
export interface Asking {
  isOn(): boolean;
  turnOff(): void;
}

type Properties = Record<string, unknown>;

/** A note that was placed, as it was before and is now. */
interface Placed {
  file: TFile;
  textBefore: string;
  textAfter: string;
  before: Properties;
  after: Properties;
}

function ownKey(properties: Properties, key: string): string {
  return Object.keys(properties).find((one) => foldKey(one) === foldKey(key)) ?? key;
}

/** Makes the properties what some others are, in the same order. */
function become(properties: Properties, wanted: Properties): void {
  for (const key of Object.keys(properties)) Reflect.deleteProperty(properties, key);
  Object.assign(properties, wanted);
}

/** Whether a property is as another one: absent, or of equal value. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Writes the properties by which a note is placed, when the user says so, and takes that back. */
export class Placing implements Undoable {
  doneAt = 0;
  private last: Placed | undefined;
  private notice: Notice | undefined;

  constructor(
    private readonly app: App,
    private readonly asking: Asking,
  ) {}

  get canUndo(): boolean {
    return this.last !== undefined && this.app.vault.getFileByPath(this.last.file.path) === this.last.file;
  }

  /** Writes properties into a note. False where the user, or the note, would not have it. */
  async place(path: string, wishes: readonly Wish[]): Promise<boolean> {
    const file = this.app.vault.getFileByPath(path);
    if (!file || wishes.length === 0 || (await isUnreadable(this.app, file))) return false;
    if (this.asking.isOn()) {
      const lines = wishes.map(({ key, value }) => (value === null ? `${key} is taken away` : `${key}: ${String(value)}`));
      if (!(await askToWrite(this.app, noteName(path), lines))) return false;
      this.asking.turnOff();
    }
    let isDone = false;
    await attempt(async () => {
      await this.write(file, wishes);
      isDone = true;
    });
    return isDone;
  }

  private async write(file: TFile, wishes: readonly Wish[]): Promise<void> {
    const { vault, fileManager } = this.app;
    await saveTyped(this.app);
    const textBefore = await vault.read(file);
    let before: Properties = {};
    let after: Properties = {};
    await fileManager.processFrontMatter(file, (properties: Properties) => {
      before = { ...properties };
      for (const { key, value } of wishes) {
        const own = ownKey(properties, key);
        if (value === null) Reflect.deleteProperty(properties, own);
        else properties[own] = value;
      }
      after = { ...properties };
    });
    const textAfter = await vault.read(file);
    this.notice?.hide();
    const said = wishes.map(({ key, value }) => (value === null ? `${key} taken away` : `${key} ${String(value)}`)).join(", ");
    this.notice = tellWithUndo(`“${noteName(file.path)}”: ${said}.`, () => void attempt(() => this.undo()));
    this.last = { file, textBefore, textAfter, before, after };
    this.doneAt = Date.now();
  }

  /** Puts back the text where nothing else has changed it, else the very properties, unless these have changed. */
  async undo(): Promise<void> {
    const { last } = this;
    this.last = undefined;
    this.notice?.hide();
    if (!last) return;
    const { file, textBefore, textAfter, before, after } = last;
    const { vault, fileManager } = this.app;
    await saveTyped(this.app);
    const name = noteName(file.path);
    if ((await vault.process(file, (text) => (text === textAfter ? textBefore : text))) === textBefore) {
      new Notice(`“${name}” is as it was.`);
      return;
    }
    const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));
    await fileManager.processFrontMatter(file, (properties: Properties) => {
      // Thrown, nothing is written.
      if (!touched.every((key) => same(properties[key], after[key]))) throw new Error(`the properties of “${name}” changed since.`);
      // In the order of before; what has come since stands behind.
      const kept = Object.entries(properties).filter(([key]) => !touched.includes(key));
      const back = Object.entries(before).flatMap(([key, value]): [string, unknown][] => (touched.includes(key) ? [[key, value]] : key in properties ? [[key, properties[key]]] : []));
      become(properties, { ...Object.fromEntries(back), ...Object.fromEntries(kept) });
    });
    new Notice(`The properties of “${name}” are as they were.`);
  }
}
