/** The plugins that are compared, as files: ours as it ships, its peer, and the controls. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { build, plugin as shipped } from "../../../esbuild.config.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A plugin made for a measurement, as the files that ship. */
export function files(id, main, styles = "") {
  return { main, manifest: JSON.stringify({ id, name: id, version: "1.0.0", minAppVersion: "1.13.0", author: "Distinguo", description: "Made for the measurement." }), styles };
}

/** A plugin of one editor extension; `burn(milliseconds)` keeps the main thread busy. */
function small(id, extension) {
  return files(id, `
const { Plugin } = require("obsidian");
const { EditorView, ViewPlugin } = require("@codemirror/view");
function burn(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
module.exports = class extends Plugin {
  onload() { this.registerEditorExtension(${extension}); }
};
`);
}

/** Ours, built anew. */
export async function ours() {
  await build();
  const [main, manifest, styles] = await Promise.all(["main.js", "manifest.json", "styles.css"].map((name) => readFile(join(root, "dist/plugin", name), "utf8")));
  return { main, manifest, styles };
}

/** A plugin from a module of this folder's neighbours, bundled as ours is. */
export async function bundled(id, module, styles) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, "scripts/bench", module)],
    bundle: true,
    write: false,
    format: shipped.format,
    platform: shipped.platform,
    target: shipped.target,
    external: shipped.external,
    minify: true,
    logLevel: "warning",
  });
  return files(id, outputFiles[0].text, styles);
}

/**
 * By name, each with its files, and with what its marks are found by once it has come to a note; null where it makes none.
 * `nothing` does nothing, `slow` takes 6 ms more for each key, and `blocking` 60 ms once a note is opened or typing rests.
 */
export async function loadPlugins() {
  return {
    distinguo: { files: await ours(), marks: ".distinguo-mark" },
    peer: { files: await bundled("peer", "editor/peer.js", ".equality-mark { text-decoration: underline wavy; }"), marks: ".equality-mark" },
    nothing: { files: small("nothing", "EditorView.updateListener.of(() => undefined)"), marks: null },
    slow: { files: small("slow", "EditorView.updateListener.of((update) => { if (update.docChanged) burn(6); })"), marks: null },
    blocking: {
      files: small("blocking", `ViewPlugin.define(() => {
        let timer = window.setTimeout(() => burn(60), 50);
        return {
          update(update) {
            if (!update.docChanged) return;
            window.clearTimeout(timer);
            timer = window.setTimeout(() => burn(60), 250);
          },
          destroy: () => window.clearTimeout(timer),
        };
      })`),
      marks: null,
    },
  };
}
