/** Events, Component and debounce: what everything else in Obsidian's API is made of. */
import type { EventRef } from "obsidian";

type Callback = (...data: unknown[]) => unknown;
/** The host's own event reference; plugins see it as the opaque `EventRef`. */
export class Ref implements EventRef {
  constructor(readonly source: Events, readonly name: string, readonly callback: Callback, readonly context: unknown) {}
}

export class Events {
  #refs = new Map<string, Ref[]>();

  on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): EventRef {
    const ref = new Ref(this, name, callback as Callback, ctx);
    this.#refs.set(name, [...(this.#refs.get(name) ?? []), ref]);
    return ref;
  }
  off(name: string, callback: (...data: never[]) => unknown): void {
    this.#refs.set(name, (this.#refs.get(name) ?? []).filter((ref) => ref.callback !== callback));
  }
  offref(ref: EventRef): void {
    if (ref instanceof Ref) this.#refs.set(ref.name, (this.#refs.get(ref.name) ?? []).filter((other) => other !== ref));
  }
  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.#refs.get(name) ?? []) this.tryTrigger(ref, data);
  }
  tryTrigger(ref: EventRef, args: unknown[]): void {
    if (!(ref instanceof Ref)) return;
    try {
      ref.callback.apply(ref.context, args);
    } catch (error) {
      // As in Obsidian, one listener's failure must not silence the others; it surfaces as an uncaught error.
      window.setTimeout(() => { throw error; });
    }
  }
  /** How many listeners are registered: lets a test assert that unloading leaves none behind. */
  static count(events: Events): number {
    let sum = 0;
    for (const refs of events.#refs.values()) sum += refs.length;
    return sum;
  }
}

export class Component {
  #loaded = false;
  #children: Component[] = [];
  #cleanups: (() => unknown)[] = [];

  load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    const result: unknown = this.onload();
    const children = [...this.#children];
    if (result instanceof Promise) pendingLoads.set(this, result);
    for (const child of children) child.load();
  }
  onload(): void | Promise<void> { return undefined; }
  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (const child of this.#children.splice(0)) child.unload();
    for (const cleanup of this.#cleanups.splice(0).reverse()) cleanup();
    this.onunload();
  }
  onunload(): void { return undefined; }
  addChild<T extends Component>(component: T): T {
    this.#children.push(component);
    if (this.#loaded) component.load();
    return component;
  }
  removeChild<T extends Component>(component: T): T {
    const at = this.#children.indexOf(component);
    if (at >= 0) {
      this.#children.splice(at, 1);
      component.unload();
    }
    return component;
  }
  register(cb: () => unknown): void { this.#cleanups.push(cb); }
  registerEvent(ref: EventRef): void {
    this.register(() => { if (ref instanceof Ref) ref.source.offref(ref); });
  }
  registerDomEvent(el: EventTarget, type: string, callback: (this: HTMLElement, ev: never) => unknown, options?: boolean | AddEventListenerOptions): void {
    const listener = callback as EventListener;
    el.addEventListener(type, listener, options);
    this.register(() => { el.removeEventListener(type, listener, options); });
  }
  registerInterval(id: number): number {
    this.register(() => { window.clearInterval(id); });
    return id;
  }
}

/** The promises of asynchronous `onload`s, for whoever must wait until a component is really up. */
export const pendingLoads = new WeakMap<Component, Promise<unknown>>();

/** Obsidian's `Debouncer`, whose call is typed as returning itself. */
interface Debounced<T extends unknown[], V> {
  (...args: [...T]): this;
  cancel(): this;
  run(): V | undefined;
}

export function debounce<T extends unknown[], V>(cb: (...args: [...T]) => V, timeout = 0, resetTimer = false): Debounced<T, V> {
  let timer: number | null = null;
  let last: [...T] | null = null;
  const fire = (): V | undefined => {
    timer = null;
    const args = last;
    last = null;
    return args === null ? undefined : cb(...args);
  };
  const debounced = (...args: [...T]): typeof result => {
    last = args;
    if (timer !== null && resetTimer) {
      window.clearTimeout(timer);
      timer = null;
    }
    timer ??= window.setTimeout(fire, timeout);
    return result;
  };
  const result: Debounced<T, V> = Object.assign(debounced, {
    cancel: () => {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
      last = null;
      return result;
    },
    run: () => {
      if (timer === null) return undefined;
      window.clearTimeout(timer);
      return fire();
    },
  });
  return result;
}
