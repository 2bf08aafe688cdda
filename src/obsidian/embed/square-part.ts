import { Component } from "obsidian";
import type { EmbedProblem } from "../../core/index";
import { NoteActs } from "../note-acts";
import { labelled, noteAsked, notesIn } from "./notes-asked";
import type { BlockContext, EmbedTools, NoteSquare, Part } from "./part";

/** How many notes there may be round the one that is asked for. */
const most = 200;

/** Where notes stand on the two axes: those of folders and tags, or a note and what it is tied to. */
export class SquarePart extends Component implements Part {
  private readonly square: NoteSquare;

  constructor(
    el: HTMLElement,
    private readonly tools: EmbedTools,
    private readonly block: BlockContext,
  ) {
    super();
    this.square = this.addChild(tools.square(el.createDiv(), new NoteActs(tools.app, block.parent)));
  }

  resize(): void {
    this.square.resize();
  }

  async refresh(isWanted: () => boolean): Promise<EmbedProblem[]> {
    const { tools, block } = this;
    const { options } = block;
    const asked = await noteAsked(tools, block);
    if (typeof asked !== "string") return [asked];
    if (options.note === null && options.folders.length + options.tags.length > 0) {
      const { files, problems } = notesIn(tools.app, block, tools.config());
      const notes = await labelled(tools.engine, files);
      if (isWanted()) this.square.show(notes, null);
      return problems;
    }
    const { nodes } = await tools.engine.around(asked, { depth: options.depth, opened: [], closed: [], without: [], tags: options.tags, folders: options.folders, domains: [], most });
    if (isWanted()) this.square.show(nodes.flatMap(({ path, label }) => (path === null ? [] : [{ path, label }])), asked);
    return [];
  }
}
