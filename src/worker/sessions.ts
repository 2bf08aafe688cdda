import { applyEdits, moved, passageOf, type Diagnostic, type Edit, type NoteSource } from "../core/index";
import type { Engine, Told } from "./engine";

/** How many diagnostics are told at once: what an editor takes in without a hitch. */
const most = 250;

/** What the engine knows of a note in an editor. */
interface Session {
  note: NoteSource;
  /** All diagnostics of the text, in document order. */
  found: Found[];
  /** What is judged by has changed since. */
  isStale: boolean;
  /** The number of the last one. */
  last: number;
}

interface Found extends Told {
  isTold: boolean;
  /** What it says and about which sentences, wherever it stands. */
  says: string;
}

function keyOf(at: number, says: string): string {
  return `${at} ${says}`;
}

/** How far the edits move what stands behind them; offsets are to be asked for in rising order. */
function shiftBy(edits: readonly Edit[]): (at: number) => number {
  let next = 0;
  let by = 0;
  return (at) => {
    for (let edit = edits[next]; edit && edit.to <= at; edit = edits[++next]) by += edit.insert.length - (edit.to - edit.from);
    return by;
  };
}

/** Keeps a copy of each note that is open in an editor, so that only edits go one way and only news the other. */
export function createSessions(judge: (note: NoteSource) => readonly Diagnostic[]): Pick<Engine, "turn" | "leave"> & { reconsider(): void } {
  const sessions = new Map<number, Session>();

  function begin(path: string): Session {
    return { note: { path, source: "", frontMatter: { from: 0, to: 0, properties: {}, problem: undefined } }, found: [], isStale: true, last: 0 };
  }

  /** Judges the note anew; gives the numbers of those of whom the editor was told and that are no more. */
  function judgeAnew(session: Session, edits: readonly Edit[]): number[] {
    const { note } = session;
    const shift = shiftBy(edits);
    const before = new Map(session.found.map((one) => [keyOf(one.diagnostic.from + shift(one.diagnostic.from), one.says), one]));
    const now = new Map<string, Found>();
    for (const diagnostic of judge(note)) {
      const { from, to } = diagnostic;
      if (from === to) continue;
      const passage = passageOf(note.source, diagnostic);
      const says = JSON.stringify([passage.from - from, passage.to - from, moved(diagnostic, -from)]);
      const key = keyOf(from, says);
      const { id, isTold } = before.get(key) ?? { id: ++session.last, isTold: false };
      const isOpen = /[\p{L}\p{N},;:]$/u.test(note.source.slice(passage.from, passage.to));
      now.set(key, { id, isTold, says, diagnostic, passage, isOpen });
    }
    session.found = [...now.values()];
    return [...before].flatMap(([key, { id, isTold }]) => (isTold && !now.has(key) ? [id] : []));
  }

  return {
    turn({ session: number, begins, path, frontMatter, edits, length, dropped, near }) {
      const session = begins ? begin(path) : sessions.get(number);
      // Until all has gone well the session is not known, so that the editor begins anew.
      sessions.delete(number);
      if (!session) return null;
      const { note } = session;
      const source = applyEdits(note.source, edits);
      if (source.length !== length) return null;
      const taken = new Set(dropped);
      for (const one of session.found) if (taken.has(one.id)) one.isTold = false;
      const isChanged = session.isStale || edits.length > 0 || path !== note.path || frontMatter !== undefined;
      session.note = { path, source, frontMatter: frontMatter ?? note.frontMatter };
      const gone = isChanged ? judgeAnew(session, edits) : [];
      session.isStale = false;
      sessions.set(number, session);
      const away = ({ diagnostic }: Found): number => Math.abs(diagnostic.from - near);
      const news = session.found.filter(({ isTold }) => !isTold).sort((a, b) => away(a) - away(b));
      const come = news.slice(0, most).map((one) => {
        one.isTold = true;
        const { id, diagnostic, passage, isOpen } = one;
        return { id, diagnostic, passage, isOpen };
      });
      return { gone, come, more: news.length > most };
    },
    leave(number) {
      sessions.delete(number);
    },
    reconsider() {
      for (const session of sessions.values()) session.isStale = true;
    },
  };
}
