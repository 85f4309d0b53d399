// How long a text is in words, as `exercises/kinds/length.py` counts; a test holds both together.

const HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
const WORD = new RegExp(`[${HAN}]|[^\\s${HAN}、。，；：？！（）《》“”‘’…—]+`, "g");

/** Return how many words a text has; each Han character is one. */
export function wordCount(text) {
  return (text.match(WORD) ?? []).length;
}
