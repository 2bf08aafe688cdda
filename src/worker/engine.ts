import type { About, Config, ConfigProblem, ConceptGraph, Diagnostic, Neighbor, NoteDiagnostics, NoteSource, Concept } from "../core/index";

/** What is known about one note in the concept graph. */
export interface NoteView {
  path: string;
  /** Undefined for a note that is no concept note. */
  concept: Concept | undefined;
  neighbors: Neighbor[];
}

/**
 * All that the plugin asks of core, as messages can carry it. The same methods run in the worker and, where none
 * starts, in place.
 */
export interface Engine {
  about(): About;
  /** Takes a config as read from settings or `distinguo.yaml` (parsed, unchecked). What can't be used is reported. */
  configure(value: unknown, text?: string): { config: Config; problems: ConfigProblem[] };
  /** Adds or replaces notes in the index. */
  upsert(notes: NoteSource[]): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  lint(note: NoteSource): Diagnostic[];
  /** Lints many notes; notes without diagnostics are left out. */
  lintAll(notes: NoteSource[]): NoteDiagnostics[];
  view(path: string): NoteView;
  graph(): ConceptGraph;
  check(): NoteDiagnostics[];
}

/** The same engine at the far end of a port. */
export type RemoteEngine = {
  [Method in keyof Engine]: (...args: Parameters<Engine[Method]>) => Promise<ReturnType<Engine[Method]>>;
};
