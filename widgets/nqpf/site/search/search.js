// Search: Sphinx's own index and ranking, after what the book's list of terms knows by name.
// Both come as scripts when a reader first searches, so that it works from a folder of files too.

import { made } from "../frame/elements.js";
import { loadScript } from "../frame/scripts.js";

const LONGEST_LIST = 30;
const LOOKED_UP = /\/generated\/|\/teaching\/|\/(?:progress|solutions|datasets|models|concordance)\.html/;
const CHAPTER = /\/part\d\/ch\d/;
const HAN = /\p{Script=Han}/u;
const HAN_RUN = /([\u3400-\u9fff]+)/;
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

/**
 * Return what a query finds, each place once: what has this name, other terms, then pages by their
 * words; what is looked up in, such as data and solutions, after what is read.
 */
export function results(asked) {
  const query = inBritishSpelling(inSimplified(asked));
  const seen = new Set();
  const all = [...termResults(query), ...pageResults(query)].filter(({ address }) => {
    const known = seen.has(address);
    seen.add(address);
    return !known;
  });
  const named = simple(query);
  const order = ({ address, title }) => 2 * (simple(title) !== named) + LOOKED_UP.test(address);
  return all.sort((one, other) => order(one) - order(other));
}

/** Terms that hold the query, the closest first: the whole term, its beginning, any part. */
function termResults(query) {
  const wanted = simple(query);
  return window.nqpfTerms
    .map(([term, title, address, weight, said]) => ({ name: simple(term), term, title, address, weight, said }))
    .filter(({ name }) => holds(name, wanted))
    .sort((a, b) => rank(b, wanted) - rank(a, wanted))
    .map(({ term, title, address, said }) => ({ title: term, address, place: title, said }));
}

const SPELLINGS = [
  [/\b(lab|fav|behavi|neighb)or/g, "$1our"],
  [/(\w{3,})iz(e[drs]?|ing|ation)\b/g, "$1is$2"],
  [/\bcenter/g, "centre"],
];

/** Return a query as the book spells: labour, modernisation, centre. */
export function inBritishSpelling(query) {
  const lower = query.toLowerCase();
  const spelt = SPELLINGS.reduce((text, [found, put]) => text.replace(found, put), lower);
  return spelt === lower ? query : spelt;
}

/** Return a query in the characters of the book: 新质 for 新質. */
function inSimplified(query) {
  if (!HAN.test(query)) return query;
  const simplified = new Map([...window.nqpfTraditional.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]));
  return [...query].map((letter) => simplified.get(letter) ?? letter).join("");
}

/** What has every word of a query but for one letter in each: names, or pages if no name has. */
export function nearResults(query) {
  const names = nearNames(query);
  return names.length ? names : nearPages(query);
}

/** Names near a query, the shortest first, which say least beside it. */
function nearNames(query) {
  const wanted = simple(query).split(" ").filter((word) => word.length > 3);
  if (!wanted.length) return [];
  return window.nqpfTerms
    .filter(([term]) => {
      const words = simple(term).split(" ");
      return wanted.every((one) => words.some((word) => isNear(one, word)));
    })
    .sort((a, b) => a[0].length - b[0].length || b[3] - a[3])
    .map(([term, title, address, , said]) => ({ title: term, address, place: title, said }));
}

/** Pages that have the words of a query, or of the words near them those that most pages have. */
function nearPages(query) {
  const { _parseQuery, _index } = window.nqpfSphinxSearch.Search;
  const known = [_index.terms, _index.titleterms];
  const count = (word) => known.reduce((sum, index) => sum + [index[word] ?? []].flat().length, 0);
  const all = known.flatMap((index) => Object.keys(index));
  const near = (word) => all.filter((one) => word.length > 3 && isNear(one, word));
  const most = (words) => words.sort((one, other) => count(other) - count(one))[0];
  const words = [..._parseQuery(query)[1]].map((word) => (count(word) ? word : most(near(word))));
  return words.every(Boolean) ? pagesWith(words.join(" "), new Set(words)) : [];
}

/** Return whether one letter is wrong, missing, added or in its neighbour's place, or none. */
function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one, other].map((word) => word.slice(start, word.length - end));
  const swapped = left.length === 2 && right === left[1] + left[0];
  return swapped || Math.max(left.length, right.length) <= 1;
}

function simple(text) {
  return text.toLowerCase().normalize("NFKC").replace(/[\s\u2010-\u2015-]+/g, " ").trim();
}

/** Latin words match from their beginning, so that "tfp" is not found inside another word. */
function holds(name, wanted) {
  const at = name.indexOf(wanted);
  if (at < 0) return false;
  return HAN.test(wanted) || ` ${name}`.includes(` ${wanted}`) || name.includes(`(${wanted}`);
}

/** The head of a Chinese compound stands last: 生产要素 is a kind of 要素. */
function rank({ name, weight }, wanted) {
  const isHead = HAN.test(wanted) && name.endsWith(wanted);
  const closeness = name === wanted ? 4 : isHead ? 2 : name.startsWith(wanted) ? 1 : 0;
  return closeness * 10 + weight + wanted.length / (name.length + 1);
}

function pageResults(query) {
  const words = query.split(/\s+/).flatMap((word) => word.split(HAN_RUN).flatMap(pairs));
  return pagesWith(...window.nqpfSphinxSearch.Search._parseQuery(words.join(" ")));
}

/** Return what Sphinx finds for a query and its words, and without others if there are any. */
function pagesWith(query, words, without = new Set(), marked = words, objects = new Set()) {
  const { Search } = window.nqpfSphinxSearch;
  const found = Search._performSearch(query, words, without, marked, objects);
  // Sphinx counts no occurrences, so pages of words are alike to it: the chapters come first.
  found.sort(([one], [other]) => CHAPTER.test(other) - CHAPTER.test(one));
  return found.map(([page, title, anchor, description]) => {
    const [numbered, begins] = window.nqpfPages[page] ?? [plain(title), ""];
    const isPart = anchor !== "";
    return {
      address: `${page}.html${anchor}`,
      title: isPart ? plain(title) : numbered,
      place: isPart ? description || numbered : "",
      said: isPart ? "" : begins,
    };
  });
}

/** Return a word, or of Chinese the pairs of neighbouring characters, by which it is indexed. */
function pairs(run) {
  const letters = [...run];
  if (letters.length < 3 || !HAN.test(run)) return run ? [run] : [];
  return letters.slice(1).map((letter, place) => letters[place] + letter);
}

function plain(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent;
}

/** Load Sphinx's search, its words, its index and the book's terms, one after the other. */
async function loadAll(here) {
  const root = document.documentElement.dataset.content_root;
  // The index hands itself to Sphinx's search, which is why the order matters.
  await loadScript(here.replace(/page\.js/, "sphinx-search.js"));
  await Promise.all([loadScript(`${root}searchindex.js`), loadScript(`${root}terms.js`)]);
  const index = window.nqpfSphinxSearch.Search._index;
  for (const kind of ["terms", "titleterms"]) index[kind] = ofWordsAlone(index[kind]);
  return true;
}

/** Return an index in which "constructor" is a word like any other: every object has one. */
function ofWordsAlone(index) {
  const words = Object.assign(Object.create(null), index);
  const hasOwnProperty = { value: (word) => word in words };
  return Object.defineProperty(words, "hasOwnProperty", hasOwnProperty);
}
