// The search window. The index and the book's list of terms come as scripts when a reader first
// searches, so that it works from a folder of files too.

import { made } from "../frame/elements.js";
import { loadScript } from "../frame/scripts.js";
import { nearResults, prepare, results } from "./finding.js";

const LONGEST_LIST = 30;
let loading;

/** Start the search window and, on the search page, the search that its address asks for. */
export function startSearch(here) {
  const load = () => (loading ??= loadAll(here).catch(tryAgainLater));
  const dialog = document.querySelector("dialog.search-dialog");
  for (const form of document.querySelectorAll(".search-form")) bindForm(form, load);
  if (dialog) bindDialog(dialog, load);
  else answerAddress();
}

function bindDialog(dialog, load) {
  const open = (event) => {
    event.preventDefault();
    load();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
  };
  document.querySelector(".search-button").addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) open(event);
  });
  dialog.querySelector(".close-button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
}

function answerAddress() {
  const input = document.querySelector(".search-form input");
  const query = new URLSearchParams(window.location.search).get("q");
  if (!input || !query) return;
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function bindForm(form, load) {
  const input = form.querySelector("input");
  input.addEventListener("input", async () => {
    const loaded = await load();
    if (loaded) show(form, input.value.trim());
    else form.querySelector(".search-status").textContent = form.dataset.failed;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.querySelector(".search-results a")?.focus();
  });
}

function tryAgainLater() {
  loading = undefined;
  return false;
}

function show(form, query) {
  const found = query ? results(query).slice(0, LONGEST_LIST) : [];
  const near = query && !found.length ? nearResults(query).slice(0, LONGEST_LIST) : [];
  form.querySelector(".search-results").replaceChildren(...found.concat(near).map(line));
  const { found: many, foundOne: one, none, near: instead } = form.dataset;
  const told = found.length === 1 ? one : many.replace("{number}", found.length);
  const said = found.length ? told : near.length ? instead : none;
  form.querySelector(".search-status").textContent = query ? said : "";
  form.dataset.query = query;
}

function line({ address, title, place, said }) {
  const link = made("a", title);
  link.href = document.documentElement.dataset.content_root + address;
  for (const more of [place, said]) if (more) link.append(made("small", more));
  const item = made("li");
  item.append(link);
  return item;
}

/** Load Sphinx's search, its words, its index and the book's terms, one after the other. */
async function loadAll(here) {
  const root = document.documentElement.dataset.content_root;
  // The index hands itself to Sphinx's search, which is why the order matters.
  await loadScript(here.replace(/page\.js/, "sphinx-search.js"));
  await Promise.all([loadScript(`${root}searchindex.js`), loadScript(`${root}terms.js`)]);
  prepare();
  return true;
}
