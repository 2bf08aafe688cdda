import { about, among, around, createCompleter, createNoteSurvey, createVaultIndex, defaultConfig, exceptionFor, explain, exportGraph, findConcepts, findingsOf, ignoreEdit, indexBasis, isExcluded, linkPlace, lint, mentionDiagnostics, neighborhood, noteReading, positionIn, readConfig, settlerOf, type Concept, type Diagnostic, type NoteSource, type NoteSurvey } from "../core/index";
import type { Engine, Suggestion, Unread } from "./engine";
import { createMaps } from "./maps";
import { restoredIndex } from "./restored-index";
import { createSessions } from "./sessions";
import { createSnapshot, trusted } from "./snapshot";

/** How many concepts are suggested at once, and how much of a definition is shown beside each, in UTF-16 units. */
const fewSuggestions = 8;
const shortDefinition = 160;

/** For how long there must have been rest before work is done that nobody waits for, in milliseconds. */
const rest = 100;

/** Does the same with many notes; one that can't be read doesn't keep the others from it. */
function eachReadable<Note extends NoteSource, Result>(notes: readonly Note[], read: (note: Note) => Result): { results: Result[]; unread: Unread[] } {
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

/**
 * An engine with an empty index and the default config.
 * @param version of its code; see `createSnapshot`
 */
export function createEngine(version = ""): Engine {
  let config = defaultConfig;
  let index = createVaultIndex(config);
  let completer: { of: readonly Concept[]; complete: ReturnType<typeof createCompleter> } | undefined;
  let survey: { note: NoteSource; links: NoteSurvey } | undefined;
  const judge = (note: NoteSource): Diagnostic[] => (isExcluded(note.path, config) ? [] : lint(note, config));
  const sessions = createSessions(judge);
  const maps = createMaps(() => index.graph());
  const snapshot = createSnapshot(version);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tellSpoilt: () => void = () => undefined;
  const workOn = (): void => {
    if (index.advance()) timer = setTimeout(workOn);
  };
  /** Soon, when nothing more has changed for a while, does what the next question or change would have to wait for. */
  const workSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(workOn, rest);
  };
  return {
    about,
    readConfig,
    configure(value, text) {
      const reading = readConfig(value, text);
      const emptied = indexBasis(reading.config) !== indexBasis(config);
      config = reading.config;
      sessions.reconsider();
      if (emptied) index = createVaultIndex(config);
      return { ...reading, emptied };
    },
    async restore(name, files) {
      const restored = await snapshot.restore(name, config, files);
      index = restoredIndex(restored.index, () => {
        snapshot.drop();
        tellSpoilt();
        return (index = createVaultIndex(config));
      });
      workSoon();
      return restored.missing;
    },
    spoilt: () => new Promise((resolve) => (tellSpoilt = resolve)),
    keep() {
      const kept = index;
      return snapshot.keep(kept, config, () => index === kept);
    },
    upsert(notes) {
      workSoon();
      return eachReadable(notes, (note) => {
        // Not by the index: that a note is odd says nothing of what has been restored.
        const reading = noteReading(note, config);
        index.put(note.path, reading, trusted(note.stamp));
      }).unread;
    },
    rename(from, to) {
      workSoon();
      index.rename(from, to);
    },
    remove(path) {
      workSoon();
      index.remove(path);
    },
    lint: judge,
    turn: sessions.turn,
    leave: sessions.leave,
    lintAll(notes) {
      const { results, unread } = eachReadable(notes, (note) => ({ path: note.path, diagnostics: judge(note) }));
      return { notes: results.filter(({ diagnostics }) => diagnostics.length > 0), unread };
    },
    recall: (files) => snapshot.recall(config, files),
    judgeAll(notes) {
      const { results, unread } = eachReadable(notes, (note) => {
        const findings = findingsOf(note.source, judge(note));
        const stamp = trusted(note.stamp);
        if (stamp) snapshot.hold(config, note.path, { ...stamp, findings });
        return { path: note.path, findings };
      });
      return { notes: results.filter(({ findings }) => findings.length > 0), unread };
    },
    ignoring: ignoreEdit,
    excepting: exceptionFor,
    ignored: () => index.ignored(),
    settling: (note, conventions) => settlerOf(note, config, conventions),
    explain: (note, range) => explain(note, config).filter(({ from, to }) => from <= range.to && range.from <= to),
    view: (path) => ({ path, concept: index.concept(path), neighbors: index.neighbors(path) }),
    around: (path, wish) => around(index, path, wish),
    among: (paths, without, most) => among(index, paths, without, most),
    find: (text, limit) => findConcepts(index.labelled(), text, limit),
    creating: (path, relation, style) => index.creating(path, relation, style),
    concept: (path) => index.concept(path),
    labels: (paths) => paths.map((path) => index.concept(path)?.prefLabel ?? null),
    suggest(path, typed) {
      const of = index.labelled();
      // The labels are filed anew only when one of them has changed.
      if (completer?.of !== of) completer = { of, complete: createCompleter(of) };
      const linked = new Set(index.neighbors(path).flatMap((neighbor) => (neighbor.direction === "out" ? (neighbor.path ?? []) : [])));
      const found = completer.complete(typed, { path, linked, limit: fewSuggestions });
      return found.map((one): Suggestion => ({
        ...one,
        definition: (index.concept(one.target)?.definition ?? "").slice(0, shortDefinition),
        isShared: found.some(({ target, label }) => target !== one.target && label.toLowerCase() === one.label.toLowerCase()),
      }));
    },
    linkPlace,
    beginLinks(note, size) {
      const links = createNoteSurvey(note, index.graph(), config, size);
      survey = { note, links };
      return !links.isSettled;
    },
    askForLinks(notes) {
      eachReadable(notes, (note) => survey?.links.add(note));
    },
    endLinks(style) {
      if (!survey) throw new Error("no note was asked about");
      const { note, links } = survey;
      survey = undefined;
      const { mentions, held } = links.report();
      return { diagnostics: mentionDiagnostics(note, mentions, { concept: (path) => index.concept(path), link: index.linkWriter(style), config }), held };
    },
    resolve: (labels) => labels.map((label) => index.resolveLabel(label)),
    positions: (notes, distinction) => eachReadable(notes, (note) => positionIn(note, config, distinction)).results,
    conceptNotes: () => index.labelled().map(({ path, prefLabel: label }) => ({ path, label })),
    graph: () => index.graph(),
    exportGraph: (format, around) => exportGraph(around ? neighborhood(index.graph(), around.path, around.depth) : index.graph(), format),
    ...maps,
    check(style, only) {
      const wanted = only && new Set(only);
      return index.check(style, config).filter(({ path }) => wanted?.has(path) ?? true);
    },
  };
}
