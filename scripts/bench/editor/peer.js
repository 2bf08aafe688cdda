/**
 * The peer: an Obsidian plugin that underlines what retext-equality reports, in the usual manner. When typing has rested
 * for a quarter of a second, the whole note is linted anew on the main thread, and all underlines are replaced.
 */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";
import { debounce, Plugin } from "obsidian";
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import { unified } from "unified";

const processor = unified().use(retextEnglish).use(retextEquality).use(() => (_tree, file) => {
  found = file.messages;
}).freeze();
let found = [];

function lint(text) {
  processor.runSync(processor.parse(text), text);
  return found;
}

const setMessages = StateEffect.define();

const underlines = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let result = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMessages)) continue;
      const marks = effect.value.map(({ place, reason }) => Decoration.mark({ class: "equality-mark", attributes: { title: reason } }).range(place.start.offset, place.end.offset));
      result = Decoration.set(marks, true);
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const linter = ViewPlugin.define((view) => {
  const relint = debounce(() => view.dispatch({ effects: setMessages.of(lint(view.state.doc.toString())) }), 250, true);
  relint();
  return {
    update(update) {
      if (update.docChanged) relint();
    },
    destroy: () => relint.cancel(),
  };
});

export default class EqualityPlugin extends Plugin {
  onload() {
    this.registerEditorExtension([underlines, linter]);
  }
}
