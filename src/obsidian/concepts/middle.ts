import { Trail } from "./trail";

/** How many nodes there is room for at first, and how many at most: beyond that one filters. */
const firstRoom = 150;
const mostRoom = 1200;

/** Which note is in the middle, how one came there, and what was opened and closed by hand round it. */
export class Middle {
  path: string | undefined;
  opened = new Set<string>();
  closed = new Set<string>();
  /** How many nodes the list holds at most. */
  room = firstRoom;
  private readonly trail = new Trail();
  /** The note that was active last. */
  private active: string | undefined;

  get canGoBack(): boolean {
    return this.trail.canGoBack;
  }

  get canGoForward(): boolean {
    return this.trail.canGoForward;
  }

  get canGrow(): boolean {
    return this.room < mostRoom;
  }

  /** Makes room for twice as many nodes. */
  grow(): void {
    this.room = Math.min(mostRoom, this.room * 2);
  }

  /** Takes notice of the active note; whether it is another than before. */
  sees(active: string | undefined): boolean {
    const isOther = active !== this.active;
    this.active = active;
    return isOther;
  }

  /** Goes on to a note; whether it is another. */
  goTo(path: string): boolean {
    if (path === this.path) return false;
    this.trail.goOn(path);
    this.enter(path);
    return true;
  }

  /** Goes one back or forward; where there is nothing, undefined. */
  step(by: -1 | 1): string | undefined {
    const path = this.trail.step(by);
    if (path !== undefined) this.enter(path);
    return path;
  }

  /**
   * Opens what is closed round the middle, and closes what is open.
   * @param isNear whether it would be open by itself
   */
  toggle(key: string, isOpen: boolean, isNear: boolean): void {
    this.opened.delete(key);
    const wasClosed = this.closed.delete(key);
    if (isOpen) this.closed.add(key);
    else if (!isNear || !wasClosed) this.opened.add(key);
  }

  /** A note, or a folder of notes, has another path. What is returned gives the new path of any. */
  rename(from: string, to: string): (path: string) => string {
    const moved = (one: string): string => (one === from || one.startsWith(`${from}/`) ? to + one.slice(from.length) : one);
    if (this.path !== undefined) this.path = moved(this.path);
    if (this.active !== undefined) this.active = moved(this.active);
    this.opened = new Set([...this.opened].map(moved));
    this.closed = new Set([...this.closed].map(moved));
    this.trail.rename(from, to);
    return moved;
  }

  /** A note, or a folder of notes, is gone: where it was in the middle, another takes its place. */
  forget(gone: string, other: string | undefined): void {
    this.trail.forget(gone);
    if (this.path !== gone && this.path?.startsWith(`${gone}/`) !== true) return;
    this.path = undefined;
    if (other !== undefined && other !== gone) this.goTo(other);
  }

  private enter(path: string): void {
    this.path = path;
    this.opened = new Set();
    this.closed = new Set();
    this.room = firstRoom;
  }
}
