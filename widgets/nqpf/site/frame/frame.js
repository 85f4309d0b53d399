// The frame's few moving parts: the theme, the search window, and boxes that scroll sideways.

import { startSearch } from "../search/search.js";

const THEMES = ["auto", "light", "dark"];
const KEY = "nqpf-theme";

/** Start what the frame of every page does. */
export function startFrame(here) {
  sayWhetherKept();
  startTheme();
  startSearch(here);
  startLanguages();
  watchScrollers();
  requestAnimationFrame(showWhereWeAre);  // the page is laid out then, and not once more for this
  document.querySelector("#contents")?.addEventListener("toggle", showWhereWeAre);
  followSections();
}

/** Say on a page that the worker took from the copy kept in the browser which edition it is. */
function sayWhetherKept() {
  const { kept } = document.documentElement.dataset;
  if (!kept) return;
  const line = Object.assign(document.createElement("p"), { className: "kept-line", textContent: kept });
  line.setAttribute("role", "status");
  document.querySelector("main").prepend(line);
}

function startTheme() {
  const button = document.querySelector(".theme-button");
  if (!button) return;
  const root = document.documentElement;
  const show = () => {
    button.querySelector("span").textContent = button.dataset[root.dataset.theme ?? "auto"];
    button.title = button.querySelector("span").textContent;
  };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    remember(next);
    show();
  });
  button.hidden = false;
  show();
}

/** Let the way to the other language lead to where the reader is: an explorer's setting, a section. */
function startLanguages() {
  const link = document.querySelector(".language-button");
  if (!link) return;
  const follow = () => {
    const read = document.querySelector(".page-sections [aria-current]");
    link.hash = window.location.hash || (read?.hash ?? "");
  };
  for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, follow);
}

function remember(theme) {
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Where a browser keeps nothing, the choice lasts as long as the page.
  }
}

/** Bring the page's own line of the contents into sight, and leave the page where it is. */
function showWhereWeAre() {
  const contents = document.querySelector("#contents");
  const line = contents?.querySelector("[aria-current]");
  if (!line) return;
  const below = line.getBoundingClientRect().bottom - contents.getBoundingClientRect().bottom;
  if (below > 0) contents.scrollTop += below + contents.clientHeight / 2;
}

/** Mark the section that is being read in the list beside the text. */
function followSections() {
  const links = new Map(
    [...document.querySelectorAll('.page-sections a[href^="#"]')].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  links.delete(null);
  if (!links.size) return;
  const follow = () => {
    const edge = window.innerHeight / 3;
    const read = [...links.keys()].filter((part) => part.getBoundingClientRect().top < edge).pop();
    links.forEach((link, part) => {
      if (part === read) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  // The heading that crosses the upper third decides, so the observer looks at a line there. It
  // tells first when the page has been laid out, which need not be done in between for this.
  const observer = new IntersectionObserver(follow, { rootMargin: "-33% 0% -66% 0%" });
  links.forEach((_link, part) => observer.observe(part));
}

/** Let the keyboard reach what scrolls sideways, while it does. */
function watchScrollers() {
  const boxes = document.querySelectorAll(
    ".prose pre, .pst-scrollable-table-container, .prose div.math, .page-contents, .page-sections",
  );
  const observer = new ResizeObserver((entries) => mark(entries.map(({ target }) => target)));
  const folded = new Set(boxes);
  // What is folded away has no size, and to ask for one lays out what nobody sees.
  const watch = () => {
    for (const box of folded) {
      if (!isSeen(box)) continue;
      folded.delete(box);
      observer.observe(box);
    }
  };
  watch();
  document.addEventListener("toggle", watch, true);
  // An equation grows inside its box, which stays as it is, when its fonts arrive.
  document.fonts.ready.then(() => mark([...boxes].filter(isSeen)));
}

/** Tell whether an element is laid out; where a browser does not say, it is taken to be. */
function isSeen(element) {
  return element.checkVisibility?.() ?? true;
}

/** Mark the boxes that scroll. All are measured before one is changed: the page is laid out once. */
function mark(boxes) {
  const scrolls = boxes.map(
    (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
  );
  boxes.forEach((box, place) => {
    if (scrolls[place]) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
}
