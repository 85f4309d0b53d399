// On a phone what a reader looks up stands folded: exercises as their titles, long tables and lists
// as their beginnings. Without a script, on a desk and on paper all of it is there.

import { made } from "../frame/elements.js";

/** Letters of a table or list that fill about a screen of a phone. */
const LONG = 700;

/** Fold what is long, and open what an address or a link leads to. */
export function startFolds() {
  const { all } = document.querySelector("article.prose")?.dataset ?? {};
  if (!all) return;
  document.querySelectorAll("#exercises section.exercise").forEach(foldExercise);
  const lists = ".prose :is(.pst-scrollable-table-container, .gloss-list, #sources > ul)";
  for (const list of document.querySelectorAll(lists)) {
    if (list.textContent.length > LONG) foldList(list, all);
  }
  const show = () => unfold(document.getElementById(decodeURIComponent(window.location.hash.slice(1))));
  if (window.location.hash) show();
  window.addEventListener("hashchange", show);
  // A link to where the address already leads changes no address.
  document.addEventListener("click", ({ target }) => target.closest?.('a[href*="#"]') && setTimeout(show));
}

function foldExercise(exercise) {
  const title = exercise.querySelector(".exercise-title");
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
