import { MarkdownView } from "obsidian";
import type DistinguoPlugin from "../main";
import { linkConcepts } from "./link-concepts";

/** Adds the commands about concepts in the note that is open. */
export function addConceptCommands(plugin: DistinguoPlugin): void {
  const { app, definitions, editors } = plugin;
  plugin.addCommand({
    id: "show-definition",
    name: "Show definition",
    editorCheckCallback: (checking, editor) => {
      const view = editors.viewOf(editor);
      const link = view && definitions.linkAt(view);
      if (link && !checking) void definitions.show(link);
      return link !== undefined;
    },
  });
  plugin.addCommand({
    id: "link-concepts",
    name: "Link the concepts in this note",
    checkCallback: (checking) => {
      const file = app.workspace.getActiveFile();
      if (file?.extension !== "md") return false;
      if (!checking) void linkConcepts(plugin, file, () => app.workspace.getActiveViewOfType(MarkdownView)?.editor.focus());
      return true;
    },
  });
}
