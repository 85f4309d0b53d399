// On a phone what a reader looks up stands folded: exercises as their titles, long tables and lists
// as their beginnings. Without a script, on a desk and on paper all of it is there.

import { made } from "../frame/elements.js";

/** Letters of a list that fill about a screen of a phone. */
const LONG = 700;
/** Lines of a table that fill about half of one, and letters that stand on a line there. */
const TALL = 18;
const LINE = 40;

/** Fold what is long, and open what an address or a link leads to. */
export function startFolds() {
  const { all } = document.querySelector("article.prose")?.dataset ?? {};
  if (!all) return;
  document.querySelectorAll("#exercises section.exercise").forEach(foldExercise);
  for (const list of document.querySelectorAll(".prose :is(.gloss-list, #sources > ul)")) {
    if (list.textContent.length > LONG) foldList(list, all);
  }
  for (const box of document.querySelectorAll(".prose .pst-scrollable-table-container")) {
    if (linesOfTable(box.querySelector("table")) > TALL) foldList(box, all);
  }
  const show = () => unfold(document.getElementById(decodeURIComponent(window.location.hash.slice(1))));
  if (window.location.hash) show();
  window.addEventListener("hashchange", show);
  // A link to where the address already leads changes no address.
  document.addEventListener("click", ({ target }) => target.closest?.('a[href*="#"]') && setTimeout(show));
}

/** A row has the lines of its longest cell, which shares a line of the page with the others. */
function linesOfTable({ rows }) {
  return [...rows].reduce((lines, { cells }) => {
    const longest = Math.max(...[...cells].map((cell) => cell.textContent.trim().length));
    return lines + Math.ceil((longest * cells.length) / LINE);
  }, 0);
}

function foldExercise(exercise) {
  const title = exercise.querySelector(".exercise-title");
  // Among folded exercises the number is enough to see; the word is there to hear.
  const number = title.querySelector(".exercise-number");
  const [word] = number.textContent.match(/^\D*/);
  const said = Object.assign(made("span", word), { className: "fold-word" });
  number.replaceChildren(said, number.textContent.slice(word.length));
  const button = Object.assign(made("button"), { type: "button", className: "fold-title" });
  button.setAttribute("aria-labelledby", title.id);
  const set = (folded) => {
    exercise.toggleAttribute("data-folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
  };
  button.addEventListener("click", () => set(!exercise.hasAttribute("data-folded")));
  exercise.addEventListener("unfold", () => set(false));
  set(true);
  title.append(button);
}

function foldList(list, words) {
  const button = Object.assign(made("button", words), { type: "button", className: "fold-all" });
  const open = () => {
    list.removeAttribute("data-folded");
    button.remove();
  };
  list.setAttribute("data-folded", "");
  list.addEventListener("unfold", open);
  button.addEventListener("click", () => {
    open();
    // The box around a table is in the order of keys only while it scrolls.
    const begin = list.querySelector("table") ?? list;
    begin.tabIndex = -1;
    begin.focus({ preventScroll: true });
  });
  list.after(button);
}

/** Open the fold that an element is in, and bring the element into sight. */
function unfold(element) {
  const fold = element?.closest("[data-folded]") ?? null;
  if (!fold) return;
  fold.dispatchEvent(new Event("unfold"));
  element.scrollIntoView();
}
