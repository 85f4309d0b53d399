// A text box for code becomes an editor when it is first entered: until then it costs nothing.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

// The book's own colours, which have enough contrast in the light and in the dark theme.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--nqpf-series-4)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--nqpf-good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--nqpf-series-2)" },
  { tag: tags.comment, color: "var(--nqpf-muted)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.className], color: "var(--nqpf-accent)" },
]);

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
      syntaxHighlighting(colours),
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
