import { expect, test } from "vitest";
import { openHost } from "../browser/open-host";
import { tinyPlugin } from "./tiny-plugin";

/** Two suggests: one that answers slowly and only to what begins with "w", one that answers to all letters. */
const main = `
const obsidian = require("obsidian");
class Suggest extends obsidian.EditorSuggest {
  constructor(app, name, wanted, wait) { super(app); Object.assign(this, { name, wanted, wait }); this.setInstructions([{ command: "tab", purpose: "to " + name }]); }
  onTrigger(cursor, editor, file) {
    const query = this.wanted.exec(editor.getLine(cursor.line).slice(0, cursor.ch))?.[0];
    return query && file ? { start: { line: cursor.line, ch: cursor.ch - query.length }, end: cursor, query } : null;
  }
  async getSuggestions({ query }) {
    await new Promise((resolve) => { setTimeout(resolve, this.wait(query)); });
    return query.endsWith("x") ? [] : [query + " 1", query + " 2"];
  }
  renderSuggestion(value, el) { el.setText(this.name + " " + value); }
  selectSuggestion(value, event) {
    const { editor, start, end } = this.context;
    this.close();
    editor.replaceRange(value + " by " + (event.key ?? event.type), start, end);
  }
}
module.exports = class extends obsidian.Plugin { onload() {
  this.registerEditorSuggest(new Suggest(this.app, "slow", /\\bw\\w*$/, (query) => query === "w" ? 300 : 0));
  this.registerEditorSuggest(new Suggest(this.app, "any", /\\w+$/, () => 0));
} };`;

test("suggests are asked in their order, the host's own behind [[ first; keys, clicks and late answers behave", async () => {
  const host = await openHost({ vault: { "Well.md": "", "Note.md": "" }, plugin: tinyPlugin(main), open: "Note" });
  const items = host.page.locator(".suggestion-container .suggestion-item");
  await host.select(0);
  await host.type("a");
  await expect.poll(() => items.allInnerTexts()).toEqual(["any a 1", "any a 2"]);
  await host.press("ArrowUp");
  await host.press("Enter");
  expect(await host.text()).toBe("a 2 by Enter");
  expect(await items.count()).toBe(2);
  await host.press("Escape");
  expect(await items.count()).toBe(0);
  await host.type(" we");
  await expect.poll(() => items.allInnerTexts()).toEqual(["slow we 1", "slow we 2"]);
  await host.page.waitForTimeout(400);
  expect(await items.allInnerTexts()).toEqual(["slow we 1", "slow we 2"]);
  expect(await host.page.locator(".prompt-instructions").innerText()).toContain("to slow");
  await host.press("ArrowLeft");
  await expect.poll(() => items.allInnerTexts()).toEqual(["slow w 1", "slow w 2"]);
  await host.press("Home");
  expect(await items.count()).toBe(0);
  await host.press("End");
  await host.type("x");
  await host.page.waitForTimeout(100);
  expect(await items.count()).toBe(0);
  await host.press("Enter");
  await host.type("[[we");
  await expect.poll(() => items.allInnerTexts()).toEqual(["Well"]);
  await items.first().click();
  expect(await host.text()).toMatch(/\n\[\[Well\]\]$/);
  await host.type(" z");
  await expect.poll(() => items.count()).toBe(2);
  await host.page.evaluate(() => { window.host.app.workspace.activeEditor?.editor.blur(); });
  await expect.poll(() => items.count()).toBe(0);
  await host.close();
});
