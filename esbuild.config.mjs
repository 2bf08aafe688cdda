// Builds what ships: dist/plugin/{main.js,manifest.json,styles.css} and dist/cli.js.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { notices } from "./scripts/notices.js";

/** Bytes that main.js may weigh, minified. See docs/decisions/0003-one-engine-behind-a-port.md. */
const budget = 760_000;

/** The parser's table of entities and its processor, in smaller editions. The paths are from the root, where esbuild runs. */
const alias = { "decode-named-character-reference": "./src/core/markdown/decode-entity.ts", unified: "./src/core/markdown/processor.ts" };

/** The files of which something went into the output. */
const filesIn = ({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));

/** The files that went into the engine, which the outer build cannot see. */
const engineInputs = [];

/**
 * `import run from "engine:../worker/serve"` gives the module's default export, bundled with all it needs into one
 * self-contained function: its text starts a worker, and where no worker starts the function itself is called. So
 * main.js holds parser and rules once.
 */
const engine = {
  name: "engine",
  setup(build) {
    build.onResolve({ filter: /^engine:/ }, async (args) => {
      const { path } = await build.resolve(args.path.slice("engine:".length), { kind: "import-statement", resolveDir: args.resolveDir });
      return { path, namespace: "engine" };
    });
    build.onLoad({ filter: /.*/, namespace: "engine" }, async ({ path }) => {
      const { minify, target } = build.initialOptions;
      const inner = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        metafile: true,
        format: "iife",
        globalName: "engine",
        platform: "browser",
        alias,
        minify,
        target,
        charset: "utf8",
      });
      engineInputs.splice(0, Infinity, ...filesIn(inner.metafile));
      const [output] = inner.outputFiles;
      // A snapshot that other code has written is not to be trusted.
      const version = createHash("sha256").update(output.contents).digest("base64");
      return {
        contents: `export default function run(port) {${output.text}\nengine.default(port, ${JSON.stringify(version)});}`,
        loader: "js",
        watchFiles: Object.keys(inner.metafile.inputs),
      };
    });
  },
};

/** Puts the notices of the packages that are in main.js at its head. */
const notice = {
  name: "notice",
  setup(build) {
    build.onEnd(async ({ metafile, errors }) => {
      const file = build.initialOptions.outfile;
      if (errors.length > 0 || !metafile?.outputs[file]) return;
      const text = notices([...filesIn(metafile), ...engineInputs]) + (await readFile(file, "utf8"));
      await writeFile(file, text);
      metafile.outputs[file].bytes = Buffer.byteLength(text);
    });
  },
};

/** Fails the build when main.js outgrows its budget. */
const weigh = {
  name: "weigh",
  setup(build) {
    build.onEnd(({ metafile }) => {
      const bytes = metafile?.outputs["dist/plugin/main.js"]?.bytes ?? 0;
      console.error(`dist/plugin/main.js ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB`);
      if (bytes > budget) return { errors: [{ text: `main.js weighs ${bytes} bytes; its budget is ${budget}. See docs/decisions/0003-one-engine-behind-a-port.md.` }] };
    });
  },
};

/** @type {esbuild.BuildOptions} */
export const plugin = {
  entryPoints: ["src/obsidian/main.ts"],
  outfile: "dist/plugin/main.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  target: "es2022",
  external: ["obsidian", "@codemirror/state", "@codemirror/view"],
  minify: true,
  metafile: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  plugins: [engine, notice, weigh],
};

/** @type {esbuild.BuildOptions} */
export const cli = {
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/cli.js",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  alias,
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
  banner: { js: "#!/usr/bin/env node\nimport { createRequire } from \"node:module\"; const require = createRequire(import.meta.url);" },
  // Half the text, and of one byte a character, is read in half the time; names stay, for whoever reports a fault.
  minifySyntax: true,
  minifyWhitespace: true,
  charset: "ascii",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};

/** Builds both, and copies what needs no building. */
export async function build() {
  await mkdir("dist/plugin", { recursive: true });
  await Promise.all([esbuild.build(plugin), esbuild.build(cli)]);
  for (const file of ["manifest.json", "styles.css"]) await copyFile(file, `dist/plugin/${file}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--watch")) {
    await mkdir("dist/plugin", { recursive: true });
    for (const file of ["manifest.json", "styles.css"]) await copyFile(file, `dist/plugin/${file}`);
    for (const options of [plugin, cli]) await (await esbuild.context(options)).watch();
  } else {
    await build().catch(() => process.exit(1));
  }
}
