// What the parts of a page make alike: elements, sentences with values in them, files, copies.

export const SVG = "http://www.w3.org/2000/svg";

/** Return a sentence with values in place of their names in braces. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

/** Return an element with a text in it, if there is one. */
export function made(name, words) {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  return element;
}

/** Return an element of a picture. */
export function drawn(name, attributes, words) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (words !== undefined) element.textContent = words;
  return element;
}

/** Hand a file over to the reader's browser, which saves it. */
export function save(name, type, content) {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Some browsers begin to read only when this script has long ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copy an element's text, or select it where a page may not copy; return whether it was copied. */
export async function copied(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    window.getSelection().selectAllChildren(element);
    return false;
  }
}
