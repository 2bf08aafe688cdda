import { StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** What the last change of a text was: typed, typed by composing, or something else. Moving the cursor ends the typing. */
type Typing = "typed" | "composed" | "no";

const typingField = StateField.define<Typing>({
  create: () => "no",
  update(before, transaction) {
    if (!transaction.docChanged) return transaction.selection ? "no" : before;
    if (transaction.isUserEvent("input.type.compose")) return "composed";
    return transaction.isUserEvent("input.type") || transaction.isUserEvent("delete.backward") ? "typed" : "no";
  },
});

/** How the text before the one cursor of an editor has come there. */
export function typingIn(state: EditorState): Typing {
  const { main, ranges } = state.selection;
  return ranges.length === 1 && main.empty ? (state.field(typingField, false) ?? "no") : "no";
}

/** Keeps what `typingIn` tells, and tells of keys that are let go, which nothing keeps from an editor. */
export function watchTyping(keyUp: (key: string) => void): Extension {
  return [typingField, EditorView.domEventHandlers({ keyup: ({ key }) => keyUp(key) })];
}
