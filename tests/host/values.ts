/** What the properties of a base's entries are: values that can be compared and shown. */
import type { RenderContext } from "obsidian";
import type { App } from "./app";
import type { TFile } from "./files";

export abstract class Value {
  static type = "";
  static equals(a: Value | null, b: Value | null): boolean { return a === null || b === null ? a === b : a.equals(b); }
  static looseEquals(a: Value | null, b: Value | null): boolean { return a === null || b === null ? a === b : a.looseEquals(b); }
  abstract toString(): string;
  abstract isTruthy(): boolean;
  equals(other: Value): boolean { return this.constructor === other.constructor && this.toString() === other.toString(); }
  looseEquals(other: Value): boolean { return this.toString() === other.toString(); }
  renderTo(el: HTMLElement, _ctx: RenderContext): void { el.setText(this.toString()); }
}

export abstract class NotNullValue extends Value {}

export class NullValue extends Value {
  static override type = "null";
  static value = new NullValue();
  toString(): string { return ""; }
  isTruthy(): boolean { return false; }
}

export abstract class PrimitiveValue<T> extends NotNullValue {
  #value: T;
  constructor(value: T) {
    super();
    this.#value = value;
  }
  toString(): string { return String(this.#value); }
  isTruthy(): boolean { return Boolean(this.#value); }
}

export class BooleanValue extends PrimitiveValue<boolean> { static override type = "boolean"; }
export class NumberValue extends PrimitiveValue<number> { static override type = "number"; }
export class StringValue extends PrimitiveValue<string> { static override type = "string"; }
export class TagValue extends StringValue { static override type = "tag"; }

export class LinkValue extends StringValue {
  static override type = "link";
  static parseFromString(_app: App, input: string, _sourcePath: string): LinkValue | null {
    return /^\[\[[^[\]]+\]\]$/.test(input) ? new LinkValue(input) : null;
  }
}

export class FileValue extends NotNullValue {
  static override type = "file";
  constructor(private file: TFile) { super(); }
  toString(): string { return this.file.path; }
  isTruthy(): boolean { return true; }
}

export class ListValue extends NotNullValue {
  static override type = "list";
  #items: Value[];
  constructor(value: unknown[]) {
    super();
    this.#items = value.map((item) => valueOf(item));
  }
  toString(): string { return this.#items.join(", "); }
  isTruthy(): boolean { return this.#items.length > 0; }
  includes(value: Value): boolean { return this.#items.some((item) => item.looseEquals(value)); }
  length(): number { return this.#items.length; }
  get(index: number): Value { return this.#items[index] ?? NullValue.value; }
  concat(other: ListValue): ListValue { return new ListValue([...this.#items, ...other.#items]); }
}

export class ObjectValue extends NotNullValue {
  static override type = "object";
  #value: object;
  constructor(value: object) {
    super();
    this.#value = value;
  }
  toString(): string { return JSON.stringify(this.#value); }
  isTruthy(): boolean { return !this.isEmpty(); }
  isEmpty(): boolean { return Object.keys(this.#value).length === 0; }
  get(key: string): Value { return valueOf(Reflect.get(this.#value, key)); }
}

/** The value of a property as YAML gave it. Dates stay text. */
export function valueOf(given: unknown): Value {
  if (given instanceof Value) return given;
  if (given === null || given === undefined) return NullValue.value;
  if (typeof given === "boolean") return new BooleanValue(given);
  if (typeof given === "number") return new NumberValue(given);
  if (Array.isArray(given)) return new ListValue(given);
  if (typeof given === "object") return new ObjectValue(given);
  const text = typeof given === "string" ? given : "";
  return /^\[\[[^[\]]+\]\]$/.test(text) ? new LinkValue(text) : new StringValue(text);
}
