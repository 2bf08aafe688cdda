/**
 * Checked by the compiler, never run: every export and member of `obsidian.d.ts` is either in the host with a fitting
 * signature, or in `allow.ts`. When the types are upgraded, what is new makes this file fail.
 */
import type { Extension, StateField } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type * as Obsidian from "obsidian";
import type { EXPORTS, MEMBERS } from "./allow";
import type { api } from "./api";

type Host = typeof api;
type Public = typeof Obsidian;
/** Fails to compile, naming what is in the union, unless it is empty. */
type None<T extends never> = T;

type MissingExports = None<Exclude<keyof Public, keyof Host | (typeof EXPORTS)[number]>>;
type UnknownExports = None<Exclude<keyof Host | (typeof EXPORTS)[number], keyof Public>>;
type BothWays = None<keyof Host & (typeof EXPORTS)[number]>;

/** What objects of a class are, also where the constructor is private. */
type Instance<C> = C extends { prototype: infer I } ? I : never;
type Classes = { [N in keyof Host & keyof Public]: Public[N] extends { prototype: unknown } ? N : never }[keyof Host & keyof Public];
type LeftOut<N> = N extends keyof typeof MEMBERS ? (typeof MEMBERS)[N][number] : never;

type MissingMembers = None<{
  [N in Classes]: Exclude<keyof Instance<Public[N]>, keyof Instance<Host[N]> | LeftOut<N>> extends infer K extends string ? `${N}.${K}` : never
}[Classes]>;

/** Types that both sides share, and so need no opening. */
type Shared = Node | Event | Window | Worker | EditorView | Extension | ArrayBuffer | Date | RegExp;
type Bivariant<A extends unknown[], R> = { call(...args: A): R }["call"];
/** Any member that some class leaves out: it may be missing from arguments and results as well. */
type AnyLeftOut = { [N in keyof typeof MEMBERS]: LeftOut<N> }[keyof typeof MEMBERS];
/**
 * A type as signatures are compared: functions by arguments and result, objects by the names of their members. Each
 * member is compared itself in its own class, so that nothing is lost by stopping there; and protected members, which
 * TypeScript compares by their declaration and not by their form, stay out of it.
 */
type Open<T> = T extends StateField<infer V> ? { field: Inner<V> }
  : T extends Shared ? T
  : T extends (...args: infer A) => infer R ? Bivariant<{ [K in keyof A]: Inner<A[K]> }, Inner<R>>
  : Names<T>;
/** Arguments and results; of callbacks among them, again arguments and result. */
type Inner<T> = T extends Shared ? T
  : T extends Promise<infer R> ? Promise<Names<R>>
  : T extends (...args: infer A) => infer R ? Bivariant<{ [K in keyof A]: Names<A[K]> }, Names<R>>
  : Names<T>;
type Names<T> = T extends Shared ? T : T extends object ? { [K in Exclude<keyof T, AnyLeftOut>]: unknown } : T;

/** An enum is compared by its declaration, and Obsidian's declares no values. */
type OnPurpose = "HoverPopover.state";

type Differs<H, P> = { [K in keyof H & keyof P]: Open<H[K]> extends Open<P[K]> ? never : K }[keyof H & keyof P];

type DifferentMembers = None<{
  [N in Classes]: Exclude<Differs<Instance<Host[N]>, Instance<Public[N]>>, LeftOut<N>> extends infer K extends string ? Exclude<`${N}.${K}`, OnPurpose> : never
}[Classes]>;

type Functions = Exclude<keyof Host & keyof Public, Classes>;
type DifferentFunctions = None<{ [N in Functions]: Open<Host[N]> extends Open<Public[N]> ? never : N }[Functions]>;

/** All of it, in one place. */
export interface Conformance {
  missingExports: MissingExports;
  unknownExports: UnknownExports;
  bothWays: BothWays;
  missingMembers: MissingMembers;
  differentMembers: DifferentMembers;
  differentFunctions: DifferentFunctions;
}
