import { parseYaml, type App } from "obsidian";
import { findingsOf, noteSource, type Diagnostic, type Finding, type Fix, type NoteDiagnostics, type NoteSource } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { NoteFeed } from "../notes";
import { Slices } from "../reading/slices";
import { saveTyped } from "./change";
import { linkStyle } from "./link-style";
import { touches, type Plan, type Texts } from "./plan";

/** A diagnostic as a list knows it. */
export type Listed = Pick<Finding, "rule" | "message" | "from" | "words"> & Partial<Pick<Finding, "before" | "after">>;

/** A place in a list, which may have moved, or gone, since the list was made. */
export interface Row {
  path: string;
  finding: Listed;
}

/** Fixes as they are now, with the texts of all notes that they touch. */
export interface Found<Each extends Plan = Plan> {
  plans: Each[];
  texts: Texts;
}

/** What has become of the places of a list. */
export interface FoundAgain extends Found {
  /** Those that are not there any more, or in notes that changed while they were looked for. */
  gone: Row[];
  /** Whether a fix depends on other notes than those that it changes. */
  isOfVault: boolean;
}

export interface FindTools {
  app: App;
  engine: RemoteEngine;
  feed: NoteFeed;
}

/** How long work goes on, and who wants to know. */
export interface Work {
  readonly isStopped: boolean;
  tell(done: number, of: number): void;
}

/** For what is over soon. */
const shortWork: Work = { isStopped: false, tell: () => undefined };

/** A batch is sent to the engine at whichever comes first: this many notes, or this many characters. */
const batchNotes = 50;
const batchCharacters = 256_000;

/** Does something with what has been typed saved and the index up to date; says which notes changed meanwhile. */
export async function upToDate<Result>({ app, feed }: FindTools, act: (changed: ReadonlySet<string>) => Promise<Result>): Promise<Result> {
  const { vault } = app;
  await saveTyped(app);
  const changed = new Set<string>();
  const refs = [vault.on("modify", ({ path }) => changed.add(path)), vault.on("rename", (_file, from) => changed.add(from)), vault.on("delete", ({ path }) => changed.add(path))];
  try {
    await feed.upToDate();
    return await act(changed);
  } finally {
    for (const ref of refs) vault.offref(ref);
  }
}

/** Reads the notes that some fixes touch and that have not been read. */
async function readTouched({ vault }: App, plans: readonly Plan[], texts: Map<string, string | null>): Promise<void> {
  const slices = new Slices();
  for (const path of new Set(plans.flatMap((plan) => [plan, ...touches(plan, texts)]).map(({ path }) => path))) {
    if (texts.has(path)) continue;
    const file = vault.getFileByPath(path);
    texts.set(path, file && (await vault.read(file)));
    await slices.pause();
  }
}

/** Whether the notes of a fix have not changed since it was made, and are there but for those that it creates. */
function isOfNow(plan: Plan, texts: Texts, changed: ReadonlySet<string>): boolean {
  const created = new Set(plan.fix.creates?.map(({ path }) => path));
  return touches(plan, texts).every(({ path }) => !changed.has(path) && (typeof texts.get(path) === "string" || created.has(path)));
}

/** Plans that are made of the vault as it is now, with the texts of all notes that they touch. */
export function findNow<Each extends Plan>(tools: FindTools, plansOf: () => Promise<Each[]>): Promise<Found<Each>> {
  return upToDate(tools, async (changed) => {
    const plans = await plansOf();
    const texts = new Map<string, string | null>();
    await readTouched(tools.app, plans, texts);
    // A note that changed while it was judged and read may have been judged as it was before.
    return { plans: plans.filter((plan) => isOfNow(plan, texts, changed)), texts };
  });
}

/** Looks for the places of a list in the notes as they are now, and for the fix that is chosen of each. Null where it was stopped. */
export function findAgain(tools: FindTools, rows: readonly Row[], choose: (fixes: readonly Fix[]) => Fix | undefined, work: Work = shortWork): Promise<FoundAgain | null> {
  const { app, engine } = tools;
  const left = new Map<string, Set<Listed>>();
  for (const { path, finding } of rows) {
    const own = left.get(path);
    if (own) own.add(finding);
    else left.set(path, new Set([finding]));
  }
  return upToDate(tools, async (changed) => {
    const texts = new Map<string, string | null>();
    const found = new Map<Listed, Plan>();
    const match = async (judged: readonly NoteDiagnostics[]): Promise<void> => {
      const slices = new Slices();
      for (const { path, diagnostics } of judged) {
        const missing = left.get(path) ?? new Set();
        for (const [finding, fix] of matches(texts.get(path) ?? "", missing, diagnostics, choose)) {
          missing.delete(finding);
          found.set(finding, { path, fix });
        }
        await slices.pause();
      }
    };
    const prose = new Set((await engine.about()).rules.filter(({ about }) => about === "prose").map(({ id }) => id));
    for await (const batch of readBatches(app, [...left.keys()].sort(), texts, work)) {
      const judged = batch.filter(({ path }) => [...(left.get(path) ?? [])].some(({ rule }) => prose.has(rule)));
      if (judged.length > 0) await match((await engine.lintAll(judged)).notes);
      if (work.isStopped) return null;
    }
    const ofProse = found.size;
    const missed = [...left].flatMap(([path, findings]) => (findings.size > 0 ? path : []));
    // Some rules speak of prose and notes alike: what the one does not know the other may.
    if (missed.length > 0) await match(await engine.check(await linkStyle(app), missed));
    if (work.isStopped) return null;
    const isOfVault = found.size > ofProse;
    await readTouched(app, [...found.values()], texts);
    for (const [finding, plan] of found) if (!isOfNow(plan, texts, changed)) found.delete(finding);
    const plans = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
    return { plans, texts, gone: rows.filter(({ finding }) => !found.has(finding)), isOfVault };
  });
}

/** Reads notes as they are on the disk; their texts are kept. */
async function* readBatches({ vault }: App, paths: readonly string[], texts: Map<string, string | null>, work: Work): AsyncGenerator<NoteSource[]> {
  const slices = new Slices();
  let batch: NoteSource[] = [];
  let characters = 0;
  for (const [index, path] of paths.entries()) {
    const file = vault.getFileByPath(path);
    const text = file && (await vault.read(file));
    texts.set(path, text);
    if (text !== null) batch.push(noteSource(path, text, parseYaml));
    characters += text?.length ?? 0;
    await slices.pause();
    if (batch.length < batchNotes && characters < batchCharacters) continue;
    yield batch;
    work.tell(index + 1, paths.length);
    batch = [];
    characters = 0;
  }
  yield batch;
  work.tell(paths.length, paths.length);
}

/** What was listed of a note, each with the fix of the diagnostic that is likeliest the same: of the same rule and words, then with the same message and words around, then the nearest. */
function matches(text: string, listed: Iterable<Listed>, diagnostics: readonly Diagnostic[], choose: (fixes: readonly Fix[]) => Fix | undefined): Map<Listed, Fix> {
  const key = ({ rule, words }: Pick<Listed, "rule" | "words">): string => JSON.stringify([rule, words]);
  const open = new Map<string, Map<Finding, Fix>>();
  for (const finding of findingsOf(text, diagnostics)) {
    const fix = choose(finding.fixes);
    const alike = open.get(key(finding)) ?? new Map<Finding, Fix>();
    open.set(key(finding), alike);
    if (fix) alike.set(finding, fix);
  }
  const matched = new Map<Listed, Fix>();
  for (const one of [...listed].sort((a, b) => a.from - b.from)) {
    const alike = open.get(key(one)) ?? new Map<Finding, Fix>();
    let best: { away: number; finding: Finding; fix: Fix } | undefined;
    for (const [finding, fix] of alike) {
      const isElsewhere = one.before !== undefined && (one.before !== finding.before || one.after !== finding.after);
      const away = (Number(one.message !== finding.message) * 2 + Number(isElsewhere)) * text.length + Math.abs(finding.from - one.from);
      if (!best || away < best.away) best = { away, finding, fix };
      if (away === 0) break;
    }
    if (!best) continue;
    matched.set(one, best.fix);
    alike.delete(best.finding);
  }
  return matched;
}
