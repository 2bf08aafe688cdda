import { Component, type BasesAllOptions, type BasesViewConfig, type TFile } from "obsidian";
import type { RelationKind } from "../../core/index";
import { labelled } from "../embed/notes-asked";
import type { EmbedTools, NoteSquare, NotesMap } from "../embed/part";
import type { NoteActs } from "../note-acts";
import { NotesList } from "./notes-list";

/** How many relations between the notes of a base are listed. */
const mostRelations = 2000;

/** What a view of a base shows its notes as. */
export interface Plot extends Component {
  /** Shows the notes; resolves to what to say of them in a line, if anything. */
  show(files: readonly TFile[], config: BasesViewConfig, isWanted: () => boolean): Promise<string | undefined>;
  resize(): void;
}

/** Ways to plot the notes of a base. */
export interface PlotKind {
  name: string;
  icon: string;
  options: () => BasesAllOptions[];
  make: (parent: HTMLElement, acts: NoteActs, tools: EmbedTools, config: () => BasesViewConfig) => Plot;
}

/** What the notes of a base say of each other, as a picture and as a list. */
class MapPlot extends Component implements Plot {
  private readonly map: NotesMap;
  private readonly list: NotesList;

  constructor(
    parent: HTMLElement,
    acts: NoteActs,
    private readonly tools: EmbedTools,
  ) {
    super();
    this.map = this.addChild(tools.map(parent.createDiv({ cls: "distinguo-base-map" }), acts));
    this.list = new NotesList(parent, tools.app, acts);
  }

  async show(files: readonly TFile[], config: BasesViewConfig, isWanted: () => boolean): Promise<string | undefined> {
    const without: RelationKind[] = config.get("mentions") === true ? [] : ["mention", "tag"];
    const found = await this.tools.engine.among(files.map(({ path }) => path), without, mostRelations);
    if (!isWanted()) return undefined;
    this.map.show(found.nodes.map(({ path }) => path), without);
    this.list.show(found);
    const relations = found.count === 1 ? "1 relation" : `${found.count.toLocaleString()} relations`;
    return `${files.length === 1 ? "1 note" : `${files.length.toLocaleString()} notes`}, ${found.count === 0 ? "no relations" : relations} among them.`;
  }

  resize(): void {
    this.map.resize();
  }
}

/** Where the notes of a base stand on the two axes of a distinction. */
class SquarePlot extends Component implements Plot {
  private readonly square: NoteSquare;

  constructor(
    parent: HTMLElement,
    acts: NoteActs,
    private readonly tools: EmbedTools,
    config: () => BasesViewConfig,
  ) {
    super();
    const kept = config().get("distinction");
    const choice = { distinction: typeof kept === "string" ? kept : undefined, chosen: (distinction: string) => config().set("distinction", distinction) };
    this.square = this.addChild(tools.square(parent.createDiv(), acts, choice));
  }

  async show(files: readonly TFile[], _config: BasesViewConfig, isWanted: () => boolean): Promise<undefined> {
    const notes = await labelled(this.tools.engine, files);
    if (isWanted()) this.square.show(notes, this.tools.app.workspace.getActiveFile()?.path ?? null);
  }

  resize(): void {
    this.square.resize();
  }
}

/** The views of bases, by their ids. */
export const plots: Readonly<Record<string, PlotKind>> = {
  "distinguo-map": {
    name: "Concept map",
    icon: "waypoints",
    options: () => [{ type: "toggle", key: "mentions", displayName: "Show mentions and tags", default: false }],
    make: (parent, acts, tools) => new MapPlot(parent, acts, tools),
  },
  "distinguo-square": {
    name: "2 × 2",
    icon: "scale",
    options: () => [],
    make: (parent, acts, tools, config) => new SquarePlot(parent, acts, tools, config),
  },
};
