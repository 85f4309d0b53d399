// A text box for code becomes an editor when it is first entered: until then it costs nothing.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  defaultHighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

/** Put an editor over a text box; the box keeps the text, so that forms and scripts read it. */
export function upgrade(box) {
  const view = new EditorView({
    doc: box.value,
    extensions: [
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      indentUnit.of("    "),
      syntaxHighlighting(defaultHighlightStyle),
      python(),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": box.getAttribute("aria-label") ?? box.labels?.[0]?.textContent ?? "",
        "aria-describedby": box.getAttribute("aria-describedby") ?? "",
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        box.value = update.state.doc.toString();
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    ],
  });
  const selection = { anchor: box.selectionStart ?? 0, head: box.selectionEnd ?? 0 };
  const hadFocus = document.activeElement === box;
  box.after(view.dom);
  box.hidden = true;
  view.dispatch({ selection });
  if (hadFocus) view.focus();
  return view;
}

/** Show other text in an editor, as one step that can be undone. */
export function replaceText(view, text) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
