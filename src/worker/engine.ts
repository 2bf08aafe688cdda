import type { About, Among, Around, AroundWish, Completion, Concept, ConceptGraph, Config, ConfigProblem, ConventionSettler, Diagnostic, Edit, Explanation, Fix, FoundConcept, GraphFormat, Ignored, LinkPlace, LinkStyle, MapContents, MapRelation, MapRequest, Neighbor, NoteDiagnostics, NoteFindings, NotePosition, NoteSource, Range, Relation, RelationKind, StampedFile, Stamp } from "../core/index";

export type { Stamp, StampedFile } from "../core/index";

/** What is known about one note in the concept graph. */
export interface NoteView {
  path: string;
  /** Undefined for a note that is no concept note. */
  concept: Concept | undefined;
  neighbors: Neighbor[];
}

/** A concept that a label being typed may name. */
export interface Suggestion extends Completion {
  /** Empty where the concept's note gives none. */
  definition: string;
  /** Whether another of the suggestions has the same label. */
  isShared: boolean;
}

/** The mentions of concepts in a note that are worth a link, each with the fix that links it. */
export interface NoteLinks {
  diagnostics: Diagnostic[];
  /** How many names of concepts are held back: as common words, or as the config or the concept's note says. */
  held: number;
}

/** A note and the stamp of its file. Only what has one, and was not read right after a change, is kept for the next start. */
export interface StampedNote extends NoteSource {
  /** `readAt` is when the text was read, in milliseconds of the epoch; left out, it counts as read when the engine gets it. */
  stamp?: (Stamp & { readAt?: number }) | undefined;
}

/** A note that was too odd to be read. */
export interface Unread {
  path: string;
  reason: string;
}

/** A config as read, and what in it could not be used. */
export interface ConfigReading {
  config: Config;
  problems: ConfigProblem[];
}

/** What an editor has to say of its note since it last spoke. */
export interface Turn {
  /** The number of the session; none is given twice. */
  session: number;
  /** The session begins: the edits are made to an empty text, and nothing has been told yet. */
  begins: boolean;
  path: string;
  /** Left out where it is as it was. */
  frontMatter?: NoteSource["frontMatter"];
  /** What has changed in the text, in its UTF-16 offsets before, in document order, not overlapping. */
  edits: Edit[];
  /** How long the text is now. */
  length: number;
  /** What the editor was told and no longer shows. */
  dropped: number[];
  /** Where it is being looked: what stands near is told first. */
  near: number;
}

/** A diagnostic that an editor is told of. */
export interface Told {
  /** Its number in the session. */
  id: number;
  diagnostic: Diagnostic;
  /** The sentences that it is about. */
  passage: Range;
  /** Nothing ends the last of them: what is typed behind it still belongs to it. */
  isOpen: boolean;
}

/** What is new to an editor. */
export interface News {
  gone: number[];
  come: Told[];
  /** There is more to be told: ask again. */
  more: boolean;
}

/** How far the whole map has come. */
export interface MapNews {
  /** With the first answer that has them; the nodes keep their numbers. */
  contents?: MapContents;
  /** x and y of each node; null until the contents are known. */
  positions: Float32Array | null;
  progress: { done: number; of: number };
  /** There is no more to be done. */
  isSettled: boolean;
}

/**
 * All that the plugin asks of core, as messages can carry it. The same methods run in the worker and, where none
 * starts, in place.
 */
export interface Engine {
  about: () => About;
  /** Reads a config without taking it. */
  readConfig: (value: unknown, text?: string) => ConfigReading;
  /**
   * Takes a config as read from settings or `distinguo.yaml` (parsed, unchecked). What can't be used is reported.
   * `emptied` tells that the index was begun anew, because what counts as a concept note changed: fill it again.
   */
  configure: (value: unknown, text?: string) => ConfigReading & { emptied: boolean };
  /**
   * Fills an index that is empty with what a snapshot holds of these files as they are now; to be asked after the config is taken.
   * Resolves to the paths of which it holds nothing that fits: they are to be read. A snapshot that can't be used holds nothing.
   * @param snapshot its name, which is this vault's alone
   */
  restore: (snapshot: string, files: StampedFile[]) => Promise<string[]>;
  /** Settles when it turns out later that what was restored is damaged. The snapshot is dropped then, and the index was begun anew: fill it again. */
  spoilt: () => Promise<void>;
  /** Keeps in the snapshot what has changed since it was last kept. Holds up no other call. Never throws: where nothing can be kept, the next start reads the vault. */
  keep: () => Promise<void>;
  /** Adds or replaces notes in the index; tells of those that it could not read. */
  upsert: (notes: StampedNote[]) => Unread[];
  rename: (from: string, to: string) => void;
  remove: (path: string) => void;
  lint: (note: NoteSource) => Diagnostic[];
  /** Judges a note as it is in an editor now, and tells what is new to the editor. Null where the session is not known: let it begin. */
  turn: (turn: Turn) => News | null;
  /** Ends a session. */
  leave: (session: number) => void;
  /** Lints many notes; those without diagnostics are left out, those that it could not read are told of. */
  lintAll: (notes: NoteSource[]) => { notes: NoteDiagnostics[]; unread: Unread[] };
  /** What the snapshot holds of the prose of these files as they are now, judged by the config in force, and the paths that are to be judged. To be asked after `restore`. */
  recall: (files: StampedFile[]) => Promise<{ notes: NoteFindings[]; missing: string[] }>;
  /** Judges the prose of many notes for a list, and holds the outcome for `keep`; notes without findings are left out, those that it could not read are told of. */
  judgeAll: (notes: StampedNote[]) => { notes: NoteFindings[]; unread: Unread[] };
  /** The edit that suppresses a diagnostic of a note where it stands, with the reason if there is one; null where there is none. */
  ignoring: (note: NoteSource, diagnostic: Diagnostic, reason?: string) => Edit | null;
  /** The phrase by which a diagnostic of a note is suppressed wherever it stands: everywhere, or in its note; null where there is none. */
  excepting: (note: NoteSource, diagnostic: Diagnostic) => string | null;
  /** What the notes of the index say is not to be reported. */
  ignored: () => Ignored[];
  /** What names the convention, among some, that a note is judged by. */
  settling: (note: NoteSource, conventions: string[]) => ConventionSettler;
  /** How the sentences that touch a range of a note were read and judged. */
  explain: (note: NoteSource, range: Range) => Explanation[];
  view: (path: string) => NoteView;
  /** What lies round a note; see the function of this name. */
  around: (path: string, wish: AroundWish) => Around;
  /** What some notes say of each other; see the function of this name. */
  among: (paths: string[], without: RelationKind[], most: number) => Among;
  /** The concepts that one of whose labels holds a text, the best first. */
  find: (text: string, limit: number) => FoundConcept[];
  /** The fix that creates the note which a relation of a note names and the vault lacks; null where there is none. The style is that of `check`. */
  creating: (path: string, relation: Pick<Relation, "label" | "from">, style?: Partial<LinkStyle>) => Fix | null;
  /** The concept of a note; undefined for a note that is no concept note. */
  concept: (path: string) => Concept | undefined;
  /** What the concepts of notes are called, in the same order; null for a note that is no concept note. */
  labels: (paths: string[]) => (string | null)[];
  /** The concepts whose labels go on from what is typed in the note at a path; see `typedLabel`. */
  suggest: (path: string, typed: string) => Suggestion[];
  /** Where in a note a link would stand; see the function of this name. */
  linkPlace: (before: string, line: string, at: number) => LinkPlace;
  /**
   * Begins to look for the mentions of concepts in a note of a vault of so many notes. What of them is a common word only the
   * others tell: false where they need not be asked.
   */
  beginLinks: (note: NoteSource, size: number) => boolean;
  /** Asks other notes, each once. */
  askForLinks: (notes: NoteSource[]) => void;
  /** What the notes that were asked since `beginLinks` come to. The style is that of `check`. */
  endLinks: (style?: Partial<LinkStyle>) => NoteLinks;
  /** The notes that the labels name, in the same order; null where none does. */
  resolve: (labels: string[]) => (string | null)[];
  graph: () => ConceptGraph;
  /** The graph of the vault, or of what lies so many steps round a note, as a text in a format. */
  exportGraph: (format: GraphFormat, around?: { path: string; depth: number }) => string;
  /** Where notes stand on the axes of a distinction; those that can't be read are left out. Takes some 10 ms for a long note, 40 for a very long one: ask in small batches. */
  positions: (notes: NoteSource[], distinction: string) => NotePosition[];
  /** The paths of the concept notes and their labels, in the order of the paths. */
  conceptNotes: () => { path: string; label: string }[];
  /** Begins a whole map of the vault as it is now, under a number that no other map had, of this engine or one before it; nothing is done for it until it is advanced. */
  beginMap: (map: number, request: MapRequest) => void;
  /** Goes on with a map for a short while; null where the number is not known: let it begin. */
  advanceMap: (map: number) => MapNews | null;
  /** Forgets a map. */
  endMap: (map: number) => void;
  /** What `beginMap` takes so that another map begins where this one is. */
  keepMap: (map: number) => string;
  /** The relations of a node of a map. */
  mapRelations: (map: number, node: number) => MapRelation[];
  /** The nodes of a map that a text finds, the best first; all in alphabetical order for an empty one. */
  findInMap: (map: number, text: string) => Uint32Array;
  /** The style says how the links of fixes are written; see `VaultIndex`. What is found in other notes than `only` is left out. */
  check: (style?: Partial<LinkStyle>, only?: string[]) => NoteDiagnostics[];
}

/** The same engine at the far end of a port. */
export type RemoteEngine = {
  [Method in keyof Engine]: (...args: Parameters<Engine[Method]>) => Promise<Awaited<ReturnType<Engine[Method]>>>;
};
