import type { App, Component, Events, HoverParent } from "obsidian";
import type { Config, Diagnostic, EmbedOptions, EmbedProblem, RelationKind } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { Fixes } from "../fixes/fixes";
import type { NoteActs } from "../note-acts";
import type { NoteFeed } from "../notes";

/** Notes on two axes, wherever they are shown. */
export interface NoteSquare extends Component {
  show(notes: readonly { path: string; label: string }[], active: string | null): void;
  resize(): void;
}

/** Notes and what ties them, as a picture. */
export interface NotesMap extends Component {
  /** @param without relations of these kinds are left out */
  show(paths: readonly string[], without: readonly RelationKind[]): void;
  resize(): void;
}

/** Which of several distinctions a square is of. */
export interface SquareChoice {
  /** The one that was chosen before. */
  distinction: string | undefined;
  chosen: (distinction: string) => void;
}

/** What is shown outside of the plugin's own views needs. */
export interface EmbedTools {
  app: App;
  engine: RemoteEngine;
  feed: NoteFeed;
  fixes: Fixes;
  config: () => Config;
  /** Triggers `changed` when what notes are judged by has changed. */
  settings: Events;
  shown: (diagnostic: Diagnostic) => boolean;
  square: (parent: HTMLElement, acts: NoteActs, choice?: SquareChoice) => NoteSquare;
  map: (parent: HTMLElement, acts: NoteActs) => NotesMap;
}

/** What a block shows below what is wrong with its options. */
export interface Part extends Component {
  /** Shows what there is now; tells what of the options the vault does not answer to. `isWanted` says whether anybody still waits for it. */
  refresh(isWanted: () => boolean): Promise<EmbedProblem[]>;
  resize(): void;
  /** Some notes, or all, are no longer as they were. */
  changed?(paths: readonly string[] | undefined): void;
}

/** What a block says and where it stands. */
export interface BlockContext {
  options: EmbedOptions;
  lines: Readonly<Partial<Record<string, number>>>;
  /** The path of the note that holds it. */
  holder: () => string;
  parent: HoverParent;
}
