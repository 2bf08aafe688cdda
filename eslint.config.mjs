import { defineConfig } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";

/** The layers: obsidian -> core <- cli, and worker beside them. See docs/decisions/0001-layers.md. */
const deny = (...group) => ["error", { patterns: [{ group, message: "obsidian -> core <- cli; the worker runs core for both" }] }];

export default defineConfig([
  { ignores: ["dist/", "coverage/", "examples/"] },
  ...obsidianmd.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true },
    },
  },
  {
    files: ["src/core/**"],
    rules: { "no-restricted-imports": deny("obsidian", "@codemirror/*", "node:*", "**/obsidian/**", "**/cli/**", "**/worker/**") },
  },
  {
    files: ["src/worker/**"],
    // A worker has no window.
    rules: { "obsidianmd/prefer-window-timers": "off", "no-restricted-imports": deny("obsidian", "@codemirror/*", "node:*", "**/obsidian/**", "**/cli/**", "**/core/*", "!**/core/index") },
  },
  {
    files: ["src/obsidian/**"],
    // The forked language package of the app has other node names than the one on npm, so a test here would prove nothing.
    rules: { "no-restricted-imports": deny("node:*", "@codemirror/language", "@codemirror/lint", "**/cli/**", "**/core/*", "!**/core/index") },
  },
  {
    files: ["src/cli/**"],
    rules: { "no-restricted-imports": deny("obsidian", "@codemirror/*", "**/obsidian/**", "**/core/*", "!**/core/index") },
  },
  {
    // What runs under Node, never in the app, may use Node, print, and need not ask the app's window for its timers.
    files: ["src/cli/**", "tests/**", "scripts/**", "*.mjs", "*.config.ts"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", Buffer: "readonly", fetch: "readonly", setTimeout: "readonly", clearTimeout: "readonly", document: "readonly", window: "readonly" } },
    rules: {
      "import/no-nodejs-modules": "off",
      "obsidianmd/no-nodejs-modules": "off",
      "obsidianmd/rule-custom-message": "off",
      "obsidianmd/prefer-window-timers": "off",
      "obsidianmd/no-global-this": "off",
      "obsidianmd/hardcoded-config-path": "off",
      "no-console": "off",
    },
  },
]);
