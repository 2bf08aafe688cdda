/** Bundles the host page into a folder: `host.js`, `host.css`, `index.html`. */
import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const require = createRequire(import.meta.url);

/** The icons the host and the plugin use, by lucide's names. An unknown icon throws at run time and names this list. */
const ICONS = [
  "alert-triangle", "arrow-down", "arrow-left", "arrow-left-right", "arrow-right", "arrow-up", "arrow-up-right", "badge-check", "ban", "book-marked",
  "book-open", "check", "check-check", "check-circle", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "chevrons-down-up", "chevrons-up-down",
  "circle", "circle-alert", "circle-check", "circle-dot", "circle-help", "circle-slash", "copy", "corner-down-right", "dot", "ellipsis", "ellipsis-vertical",
  "external-link", "eye", "eye-off", "file", "file-plus", "file-search", "file-text", "filter", "folder", "folder-open", "folder-x", "git-branch",
  "git-compare", "git-fork", "git-merge", "grip-vertical", "hash", "help-circle", "highlighter", "image", "info", "layers", "lightbulb", "link", "list", "list-checks", "list-filter", "list-tree", "loader", "locate", "lock", "lock-open", "map", "maximize", "maximize-2", "menu", "message-circle-question", "minimize", "minimize-2", "minus", "more-horizontal", "more-vertical", "network", "octagon-alert", "panel-left", "panel-right", "pause", "pencil", "pin", "pin-off", "play", "plus", "quote",
  "refresh-cw", "replace", "rotate-ccw", "rotate-cw", "scale", "scan-search", "search", "search-check", "separator-vertical", "settings", "settings-2", "share-2", "sliders-horizontal",
  "sparkles", "spell-check", "split", "square", "sun-moon", "tag", "tags", "terminal", "text-cursor", "text-search", "trash", "trash-2", "triangle-alert",
  "type", "undo", "undo-2", "unlink", "waypoints", "whole-word", "workflow", "wrench", "x", "x-circle", "zap", "zoom-in", "zoom-out",
];

async function icons() {
  const folder = join(dirname(require.resolve("lucide-static/package.json")), "icons");
  const known = new Set(await readdir(folder));
  const entries = ICONS.filter((name) => known.has(`${name}.svg`)).map(async (name) => {
    const svg = await readFile(join(folder, `${name}.svg`), "utf8");
    return [name, svg.replace(/<!--.*?-->\s*/gs, "").replace(/\s+/g, " ").replace(/> </g, "><").trim()];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** @type {import("esbuild").Plugin} */
const virtualIcons = {
  name: "virtual-icons",
  setup(builder) {
    builder.onResolve({ filter: /^virtual:icons$/ }, () => ({ path: "icons", namespace: "virtual" }));
    builder.onLoad({ filter: /.*/, namespace: "virtual" }, async () => ({ contents: JSON.stringify(await icons()), loader: "json" }));
  },
};

const SHEETS = ["variables", "layout", "note", "controls", "overlays", "bases"];

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Distinguo workbench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="host.css">
</head>
<body class="theme-light"><script src="data.js"></script><script src="host.js"></script></body>
</html>
`;

/** Builds the host and returns the folder it was written to. */
export async function buildHost(outdir = join(root, "dist", "host")) {
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [join(here, "main.ts")], outfile: join(outdir, "host.js"), bundle: true, format: "iife", platform: "browser", target: "es2022",
    sourcemap: "inline", sourcesContent: false, logLevel: "warning", plugins: [virtualIcons], absWorkingDir: root,
  });
  const sheets = await Promise.all(SHEETS.map((name) => readFile(join(here, "css", `${name}.css`), "utf8")));
  await writeFile(join(outdir, "host.css"), sheets.join("\n"));
  await writeFile(join(outdir, "index.html"), PAGE);
  return outdir;
}
