import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { plain } from "../../src/cli/report/paint";
import { run } from "../../src/cli/run";

/** A small vault in a temporary folder. */
export interface TemporaryVault {
  root: string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs a command line in the vault's folder, in this process. */
  run(...args: string[]): Promise<Outcome>;
  /** The same with something on standard input. */
  runWith(input: string | Uint8Array, ...args: string[]): Promise<Outcome>;
  /** The same below another folder, or with an environment. */
  runIn(place: Place, ...args: string[]): Promise<Outcome>;
  remove(): Promise<void>;
}

/** Where a command line runs, and what threads start from. */
export interface Place {
  cwd?: string;
  env?: Record<string, string>;
  script?: string;
  /** What is on standard input, piece by piece. */
  input?: AsyncIterable<Uint8Array>;
}

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Makes a vault of the given files; a name that ends in `/` makes an empty folder. */
export async function temporaryVault(files: Readonly<Record<string, string | Uint8Array>>): Promise<TemporaryVault> {
  const root = await mkdtemp(path.join(tmpdir(), "distinguo-"));
  const write = async (name: string, content: string | Uint8Array) => {
    const file = path.join(root, name);
    await mkdir(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/")) await writeFile(file, content);
    return file;
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  const go = async ({ cwd = root, env = {}, script, input = inOnePiece("") }: Place, args: string[]): Promise<Outcome> => {
    let out = "";
    let err = "";
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const code = await run(args, {
      cwd,
      env,
      self: "distinguo",
      ...(script !== undefined && { script }),
      columns: 80,
      paint: plain,
      write: (text) => void (out += text),
      pour: (bytes) => Promise.resolve(void (out += decoder.decode(bytes, { stream: true }))),
      tell: (text) => void (err += `${text}\n`),
      input: () => input,
    });
    return { code, out, err };
  };
  return {
    root,
    write,
    run: (...args) => go({}, args),
    runWith: (input, ...args) => go({ input: inOnePiece(input) }, args),
    runIn: (place, ...args) => go(place, args),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function* inOnePiece(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield typeof input === "string" ? new TextEncoder().encode(input) : input;
}

/** The parsed result of `lint` or `check` with `--format json`. */
export interface LintJson {
  version: number;
  convention: string;
  notes: { path: string; diagnostics: { rule: string; severity: string; from: number; to: number; line: number; column: number; message: string; question: string; convention?: string }[] }[];
  summary: { notes: number; error: number; warning: number; info: number; hint: number };
}

/** The parsed result of `graph --format json`. */
export interface GraphJson {
  version: number;
  concepts: { path: string; prefLabel: string }[];
  relations: { kind: string; source: string; target: string | null; label: string; written: string }[];
}

export function parseLint(text: string): LintJson {
  return JSON.parse(text) as LintJson;
}

export function parseGraph(text: string): GraphJson {
  return JSON.parse(text) as GraphJson;
}
