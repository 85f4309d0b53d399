// Terms of the glossary open where they stand: by pointing, by tapping and by key.
// Without this script a term is a link to the glossary.

const OPEN_AFTER = 250;
const CLOSE_AFTER = 300;

/** Let every marked term of the page open its card. */
export function startGlossary() {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const mark of document.querySelectorAll("a[data-gloss]")) {
    const card = document.getElementById(mark.dataset.gloss);
    if (card) connect(mark, card);
  }
}

function connect(mark, card) {
  let timer;
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const close = () => card.matches(":popover-open") && !card.contains(document.activeElement) && card.hidePopover();

  mark.setAttribute("role", "button");
  mark.setAttribute("aria-expanded", "false");
  mark.setAttribute("aria-controls", card.id);
  // Before, for the event after comes late: a screen reader would hear of an open card as closed.
  card.addEventListener("beforetoggle", (event) => {
    if (card.openedBy === mark) mark.setAttribute("aria-expanded", String(event.newState === "open"));
  });

  mark.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    open(mark, card);
    card.focus({ preventScroll: true });
  });
  mark.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    mark.click();
  });
  // Browsers close a popover at Escape by themselves, but not all of them while nothing was tapped.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card.openedBy === mark && card.matches(":popover-open")) card.hidePopover();
  });
  for (const part of [mark, card]) {
    part.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse") return;
      if (part === mark) later(() => open(mark, card), OPEN_AFTER);
      else clearTimeout(timer);
    });
    part.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later(close, CLOSE_AFTER);
    });
  }
}

/** Show a card beside its term, inside the window. */
function open(mark, card) {
  card.openedBy = mark;
  if (!card.matches(":popover-open")) card.showPopover({ source: mark });
  const [line] = mark.getClientRects();
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(line.left, width - card.offsetWidth - 8));
  const below = line.bottom + 6;
  const fits = below + card.offsetHeight <= window.innerHeight;
  const top = fits ? below : Math.max(8, line.top - card.offsetHeight - 6);
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}
