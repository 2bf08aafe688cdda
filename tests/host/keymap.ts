/** Scopes, the keymap that dispatches to the topmost of them, and modifier tests. */
import { Platform } from "./platform";
import type { KeymapContext, KeymapEventHandler, KeymapEventListener, Modifier, PaneType, UserEvent } from "obsidian";


interface Handler extends KeymapEventHandler { run: KeymapEventListener; scope: Scope }

export function modifiersOf(evt: MouseEvent | TouchEvent | KeyboardEvent): Modifier[] {
  const held: Modifier[] = [];
  if (Platform.isMacOS ? evt.metaKey : evt.ctrlKey) held.push("Mod");
  if (Platform.isMacOS && evt.ctrlKey) held.push("Ctrl");
  if (!Platform.isMacOS && evt.metaKey) held.push("Meta");
  if (evt.altKey) held.push("Alt");
  if (evt.shiftKey) held.push("Shift");
  return held;
}

/** One spelling for a set of modifiers, with Ctrl or Meta read as Mod where the platform does so. */
export function modifierKey(modifiers: readonly Modifier[]): string {
  return modifiers.map((one) => (one === (Platform.isMacOS ? "Meta" : "Ctrl") ? "Mod" : one)).sort().join(",");
}

export class Scope {
  #parent: Scope | undefined;
  #handlers: Handler[] = [];
  constructor(parent?: Scope) { this.#parent = parent; }

  register(modifiers: Modifier[] | null, key: string | null, func: KeymapEventListener): KeymapEventHandler {
    const handler: Handler = { modifiers: modifiers === null ? null : modifierKey(modifiers), key, run: func, scope: this };
    this.#handlers.unshift(handler);
    return handler;
  }
  unregister(handler: KeymapEventHandler): void {
    this.#handlers = this.#handlers.filter((other) => other !== handler);
  }
  /** Offers a key to this scope, then to its parents. Returns false when a handler said that it took it. */
  static handle(scope: Scope, evt: KeyboardEvent): unknown {
    const modifiers = modifierKey(modifiersOf(evt));
    const ctx: KeymapContext = { modifiers, key: evt.key, vkey: evt.key };
    for (const handler of scope.#handlers) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      if (handler.key !== null && handler.key.toLowerCase() !== evt.key.toLowerCase()) continue;
      const result: unknown = handler.run(evt, ctx);
      if (result !== undefined) return result;
    }
    return scope.#parent === undefined ? undefined : Scope.handle(scope.#parent, evt);
  }
}

export class Keymap {
  #scopes: Scope[];
  constructor(root: Scope) {
    this.#scopes = [root];
    this.listen(window);
  }
  /** Takes the keys of one more window. Not in Obsidian's types. */
  listen(win: Window): void {
    win.addEventListener("keydown", (evt) => {
      const top = this.#scopes[this.#scopes.length - 1];
      if (top === undefined || Scope.handle(top, evt) !== false) return;
      evt.preventDefault();
      evt.stopPropagation();
    }, true);
  }
  pushScope(scope: Scope): void { this.#scopes.push(scope); }
  popScope(scope: Scope): void { this.#scopes = this.#scopes.filter((other, at) => at === 0 || other !== scope); }
  static isModifier(evt: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    return modifiersOf(evt).includes(modifier === (Platform.isMacOS ? "Meta" : "Ctrl") ? "Mod" : modifier);
  }
  static isModEvent(evt?: UserEvent | null): PaneType | boolean {
    if (evt === undefined || evt === null) return false;
    const middle = "button" in evt && evt.button === 1;
    if (!Keymap.isModifier(evt, "Mod")) return middle ? "tab" : false;
    if (!evt.altKey) return "tab";
    return evt.shiftKey ? "window" : "split";
  }
}
