import { Keymap, type App } from "obsidian";
import { openPlace } from "../open-note";
import { onFollow } from "../press";
import { addQuoting } from "../quoted";
import type { FindingAbout, Row } from "./rows";

/** Shows a finding as a link to its place. `source` says, before the line, what the list does not: the note, or the rule. */
export function drawFinding(item: HTMLElement, app: App, { path, finding }: Pick<Row, "path" | "finding">, source: string, about: FindingAbout): void {
  const { severity, line, message } = finding;
  const link = item.createEl("a", { cls: ["distinguo-finding", `distinguo-${severity}`], href: "#" });
  link.createSpan({ cls: "distinguo-dot", attr: { role: "img", "aria-label": severity } });
  const text = link.createSpan({ cls: "distinguo-finding-text" });
  if (about === "prose") {
    // What is seen comes first, as one would say it who wants to follow the link.
    link.setAttr("aria-label", `${severity} ${finding.before}${finding.words}${finding.after} ${source} · line ${line}: ${message}`);
    text.appendText(finding.before);
    text.createEl("mark", { cls: `distinguo-mark distinguo-${severity}`, text: finding.words });
    text.appendText(finding.after);
  } else {
    // What a note lacks stands nowhere in it. Nothing is left for a tooltip, which would hide the button below.
    text.addClass("is-message");
    addQuoting(text, message);
  }
  const place = link.createSpan({ cls: "distinguo-finding-place" });
  place.createEl("bdi", { text: source });
  place.appendText(` · line ${line}`);
  onFollow(link, (event) => void openPlace(app, path, finding, Keymap.isModEvent(event)));
}
