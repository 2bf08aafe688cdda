import { about, createVaultIndex, defaultConfig, exceptionFor, ignoreEdit, isExcluded, lint, readConfig, type Config, type Diagnostic, type NoteSource } from "../core/index";
import type { Engine, Unread } from "./engine";

/** What of a config decides what the index holds. */
function indexed({ exclude, concepts }: Config): string {
  return JSON.stringify([exclude, concepts]);
}

/** Does the same with many notes; one that can't be read doesn't keep the others from it. */
function eachReadable<Result>(notes: readonly NoteSource[], read: (note: NoteSource) => Result): { results: Result[]; unread: Unread[] } {
  const results: Result[] = [];
  const unread: Unread[] = [];
  for (const note of notes) {
    try {
      results.push(read(note));
    } catch (error) {
      unread.push({ path: note.path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { results, unread };
}

/** An engine with an empty index and the default config. */
export function createEngine(): Engine {
  let config = defaultConfig;
  let index = createVaultIndex(config);
  const judge = (note: NoteSource): Diagnostic[] => (isExcluded(note.path, config) ? [] : lint(note, config));
  return {
    about,
    readConfig,
    configure(value, text) {
      const reading = readConfig(value, text);
      const emptied = indexed(reading.config) !== indexed(config);
      config = reading.config;
      if (emptied) index = createVaultIndex(config);
      return { ...reading, emptied };
    },
    upsert: (notes) => eachReadable(notes, (note) => index.upsert(note)).unread,
    rename: (from, to) => index.rename(from, to),
    remove: (path) => index.remove(path),
    lint: judge,
    lintAll(notes) {
      const { results, unread } = eachReadable(notes, (note) => ({ path: note.path, diagnostics: judge(note) }));
      return { notes: results.filter(({ diagnostics }) => diagnostics.length > 0), unread };
    },
    ignoring: ignoreEdit,
    excepting: exceptionFor,
    view: (path) => ({ path, concept: index.concept(path), neighbors: index.neighbors(path) }),
    resolve: (labels) => labels.map((label) => index.resolveLabel(label)),
    graph: () => index.graph(),
    check: (style) => index.check(style, config),
  };
}
