/**
 * Makes a text of plain values and values of such texts again: what structured cloning carries, short of dates, binary data
 * and values that hold themselves. A property that is undefined is left out. The texts hold no line break, and no character
 * beyond U+00FF, so that each takes a byte in memory.
 */
export interface Packer {
  /** The keys of the objects in the texts, list by list: whoever keeps the texts keeps these too. Lists are only ever added, as long as the packer lives. */
  readonly shapes: readonly (readonly string[])[];
  pack(value: unknown): string;
  /** What was packed; the same object as long as no other text is asked for. Throws where the text is none that a packer of these shapes has made. */
  unpack(text: string): unknown;
  /** The same, an object that is nobody else's. */
  unpackOwn(text: string): unknown;
  /** Takes over the shapes of another packer, of which the own ones are the beginning, or the other way round. Throws where neither is. */
  learn(shapes: readonly (readonly string[])[]): void;
}

/** How a list that stands for something else than an object begins; that of an object begins with the number of its shape. */
const list = -1;
const map = -2;

/** The keys of an object so far, and where each next one leads. */
interface Step {
  /** The number of the shape that ends here; -1 for none. */
  shape: number;
  next: Map<string, Step>;
}

/** A packer that knows no shapes yet. */
export function createPacker(): Packer {
  const shapes: string[][] = [];
  const start: Step = { shape: -1, next: new Map() };

  const addShape = (keys: string[]): number => {
    let step = start;
    for (const key of keys) {
      let next = step.next.get(key);
      if (!next) step.next.set(key, (next = { shape: -1, next: new Map() }));
      step = next;
    }
    if (step.shape === -1) step.shape = shapes.push(keys) - 1;
    return step.shape;
  };

  /** A value as JSON can hold it: each list begins with what it stands for. */
  const listed = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      const found: unknown[] = [list];
      for (const item of value) found.push(listed(item));
      return found;
    }
    if (value instanceof Map) {
      const found: unknown[] = [map];
      for (const [key, item] of value) found.push(listed(key), listed(item));
      return found;
    }
    const object = value as Readonly<Record<string, unknown>>;
    const found: unknown[] = [0];
    let step: Step | undefined = start;
    for (const key in object) {
      const item = object[key];
      if (item === undefined) continue;
      step = step?.next.get(key);
      found.push(listed(item));
    }
    found[0] = step && step.shape !== -1 ? step.shape : addShape(Object.keys(object).filter((key) => object[key] !== undefined));
    return found;
  };

  const read = (written: unknown): unknown => {
    if (typeof written !== "object" || !Array.isArray(written)) return written;
    const parts = written as unknown[];
    const [tag] = parts;
    if (tag === list) {
      const items: unknown[] = [];
      for (let at = 1; at < parts.length; at += 1) items.push(read(parts[at]));
      return items;
    }
    if (tag === map) {
      const found = new Map<unknown, unknown>();
      for (let at = 1; at < parts.length; at += 2) found.set(read(parts[at]), read(parts[at + 1]));
      return found;
    }
    const keys = typeof tag === "number" ? shapes[tag] : undefined;
    if (keys?.length !== parts.length - 1) throw new Error("the text was not packed here");
    const object: Record<string, unknown> = {};
    let at = 0;
    for (const key of keys) object[key] = read(parts[(at += 1)]);
    return object;
  };

  let last = { text: "", value: undefined as unknown };
  return {
    shapes,
    pack(value) {
      const text = JSON.stringify(listed(value)).replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      // What comes out of a text of two bytes a character takes two as well, until it is read anew.
      return JSON.parse(JSON.stringify(text)) as string;
    },
    unpack(text) {
      if (text !== last.text) last = { text, value: read(JSON.parse(text)) };
      return last.value;
    },
    unpackOwn: (text) => read(JSON.parse(text)),
    learn(others) {
      for (const [at, keys] of others.entries()) if (addShape([...keys]) !== at) throw new Error("the shapes are of another packer");
    },
  };
}
