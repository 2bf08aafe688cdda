import { Notice, parseYaml } from "obsidian";
import { applyEdits, noteSource } from "../../core/index";
import { askText } from "../ask-text";
import { attempt } from "../attempt";
import { writingView } from "../fixes/change";
import { upToDate } from "../fixes/find";
import type { Fixes } from "../fixes/fixes";
import { linkStyle } from "../fixes/link-style";
import { noteName } from "../note-name";
import type { Row } from "./rows";

/** Has a diagnostic ignored where it stands by now: a comment says so, with the reason, if one is asked for and given. */
export async function ignoreHere(fixes: Fixes, { path, about, finding }: Row, asksWhy: boolean): Promise<void> {
  const { app, engine } = fixes;
  const { rule, words, message, from } = finding;
  await attempt(async () => {
    const reason = asksWhy ? await askText(app, { title: `Ignore ${rule} here`, label: "Reason", text: "", action: "Ignore", isOptional: true }) : "";
    if (reason === null) return;
    const [text, said] = await upToDate(fixes, async () => {
      const file = app.vault.getFileByPath(path);
      const now = writingView(app, path)?.getViewData() ?? (file ? await app.vault.read(file) : "");
      if (about === "prose") return [now, await engine.lint(noteSource(path, now, parseYaml))] as const;
      const notes = await engine.check(await linkStyle(app), [path]);
      return [now, notes.flatMap((note) => (note.path === path ? note.diagnostics : [])).filter((one) => one.message === message)] as const;
    });
    const plain = (one: string): string => one.replace(/\s+/g, " ");
    // Of those that say the same of the same words, the one that is nearest to where it was.
    const alike = said.filter((one) => one.rule === rule && plain(text.slice(one.from, one.to)) === plain(words));
    const [diagnostic] = alike.sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from));
    if (!diagnostic) return void new Notice("Nothing was changed: it is no longer found there.");
    const edit = await engine.ignoring(noteSource(path, text, parseYaml), diagnostic, reason);
    if (!edit) return void new Notice(`No comment can stand there. To ignore it, put the property “distinguo-ignore: [${rule}]” into “${noteName(path)}”.`);
    await fixes.apply("Ignore here", [{ path, before: text, after: () => applyEdits(text, [edit]) }], `${rule} is ignored here in “${noteName(path)}”: a comment says so.`);
  });
}
