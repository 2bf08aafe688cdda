import type { Axis, Pole } from "../distinctions/distinction";
import { spellingsOf } from "../distinctions/spelling";
import { foldLabel } from "../concepts/label";
import type { FrontMatter } from "../markdown/front-matter";
import { asText, foldKey, property, readProperties, textsOf } from "../markdown/properties";

/** What a note's property says of an axis: a value from 0 to 1, a problem in one sentence, or nothing. */
export type Given = { value: number } | { problem: string } | null;

/** How a property calls a pole where it is written. */
export function poleLabel({ names: [first] }: Pole): string {
  return spellingsOf(first)[0] ?? first;
}

/** Reads the property of an axis: the name of a pole in any spelling and case, or a number from 0 to 1, also in percent. What is empty says nothing. */
export function givenOn(axis: Axis, { properties }: FrontMatter): Given {
  const value = property(readProperties({ properties }), foldKey(axis.id));
  const [text, ...others] = textsOf(value);
  if (text === undefined) return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0) ? null : { problem: problemWith(axis, "a set of keys") };
  const read = others.length === 0 ? valueOf(text, axis) : undefined;
  return read === undefined ? { problem: problemWith(axis, `“${textsOf(value).join(", ").slice(0, 40)}”`) } : { value: read };
}

function valueOf(text: string, { poles }: Axis): number | undefined {
  const fold = foldLabel(text);
  const pole = poles.findIndex(({ names }) => names.flatMap(spellingsOf).some((name) => foldLabel(name) === fold));
  if (pole !== -1) return pole;
  const [, figures, percent] = /^(\d*[.,]?\d+)( ?%)?$/.exec(asText(text)) ?? [];
  const number = Number(figures?.replace(",", ".")) / (percent === undefined ? 1 : 100);
  return number >= 0 && number <= 1 ? number : undefined;
}

function problemWith({ id, poles }: Axis, said: string): string {
  return `The property “${id}” is ${said}; expected “${poleLabel(poles[0])}”, “${poleLabel(poles[1])}” or a number from 0 to 1.`;
}

/** What a property is written as: the name of a pole at the very ends, else a number with two decimals. */
export function writtenPosition(value: number, poles: readonly [string, string]): string | number {
  const rounded = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
  return rounded === 0 ? poles[0] : rounded === 1 ? poles[1] : rounded;
}
