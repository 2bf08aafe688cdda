import { LineCounter, parseDocument, type DocumentOptions, type ParseOptions, type SchemaOptions } from "yaml";
import { readPlainYaml } from "./plain-yaml";

/** What a front matter may expand to through aliases; ten thousand-fold bombs stop here. */
const maxAliasCount = 100;

const reading: DocumentOptions & ParseOptions & SchemaOptions = {
  // YAML 1.2's core schema has neither dates nor tags that build objects: `2024-01-31` stays the text it is.
  version: "1.2",
  schema: "core",
  customTags: [],
  merge: false,
  prettyErrors: false,
  logLevel: "silent",
  // Such as `!!binary` and `!!timestamp`, which would build objects.
  resolveKnownTags: false,
};

/**
 * Reads the front matter of a note as leniently as YAML allows: a key may come twice, the last one counts.
 * @throws Error whose message says what is amiss, with the line of the note.
 */
export function parseFrontMatter(yaml: string): unknown {
  const plain = readPlainYaml(yaml);
  // The text begins below the fence, which is the note's first line.
  return plain === undefined ? parse(yaml, false, 1) : plain;
}

/**
 * Reads a config file, strictly.
 * @throws YamlProblem with the line of the file.
 */
export function parseConfigFile(yaml: string): unknown {
  return parse(yaml, true, 0);
}

/** YAML that can't be read. */
export class YamlProblem extends Error {
  override name = "YamlProblem";
  constructor(message: string, readonly line: number | undefined) {
    super(message);
  }
}

function parse(yaml: string, uniqueKeys: boolean, linesAbove: number): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { ...reading, uniqueKeys, lineCounter });
  const [error] = document.errors;
  if (error) {
    const line = lineCounter.linePos(error.pos[0]).line + linesAbove;
    throw new YamlProblem(`line ${line}: ${error.message}`, line);
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount });
    return value;
  } catch (thrown) {
    throw new YamlProblem(thrown instanceof Error ? thrown.message : String(thrown), undefined);
  }
}
