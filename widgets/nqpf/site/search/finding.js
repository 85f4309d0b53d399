// What a query finds, and in which order. First what has a name: the same name, then names that hold
// what was typed, then names with all its words. Then pages with all its words: chapters before
// others, and of these the one that has the words most often for its length. What is looked up in,
// such as data and solutions, stands last. If nothing has all words: one letter may be wrong, or
// a Chinese word is put in another way, as 过剩产能 for 产能过剩.

const LOOKED_UP = /\/generated\/|\/teaching\/|\/(?:progress|solutions|datasets|models|concordance)\.html/;
const CHAPTER = /\/part\d\/ch\d/;
const HAN = /\p{Script=Han}/u;
const HAN_RUN = /([\u3400-\u9fff]+)/;
const BETWEEN_HAN = /(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g;
/** What one asks with, which is not what one asks for. */
const ASKING =
  /\b(?:what|how|why|when|which|who|does|do|did|can|is|are|was|the|an?|define|definition|meaning|explain)\b|什么是|是什么|什么|为什么|怎么|如何|[？?]/g;
/** The last sign of how often a page has a word, for the page that has it most. */
const MOST = 35;
const EXACT = 40;
const LETTER_BY_LETTER = 5;
const HEAD = 20;
const BEGINS = 10;
const INSIDE = -5;
const ALL_WORDS = -10;
/** The weight of headings and of functions; words of the book and pages have more. */
const HEADING = 1;
const stems = new Map();
let names;
let often;
let spellings;

/** Make Sphinx's index and the book's terms ready to be searched. */
export function prepare() {
  const index = window.nqpfSphinxSearch.Search._index;
  for (const kind of ["terms", "titleterms"]) index[kind] = ofWordsAlone(index[kind]);
  spellings = window.nqpfSpellings.map(([form, put]) => [new RegExp(form, "g"), put]);
  names = window.nqpfTerms.map(([term, title, address, weight, said]) => {
    const name = simple(term);
    return { name, stems: stemsOf(name), term, title, address, weight, said };
  });
  const [pages, counted] = window.nqpfOften;
  const share = ([page, level]) => [pages[parseInt(page, 36)], parseInt(level, 36) / MOST];
  const shares = (signs = "") => new Map(signs.match(/../g)?.map(share));
  often = new Map(counted.split("\n").map((line) => line.split(" ")).map(([stem, signs]) => [stem, shares(signs)]));
}

/** Return what a query finds, each place once. */
export function results(asked) {
  const query = asFound(asked);
  const wanted = wantedIn(query);
  const all = onceEach([...termResults(wanted), ...pageResults(wanted.bare)]);
  const order = ({ address, exact }) => 2 * !exact + LOOKED_UP.test(address);
  return all.sort((one, other) => order(one) - order(other));
}

/** What is near a query that finds nothing: a letter is wrong, or Chinese is put in other words. */
export function nearResults(asked) {
  const query = asFound(asked);
  for (const find of [nearNames, nearPages, somePairs]) {
    const found = onceEach(find(query));
    if (found.length) return found;
  }
  return [];
}

/** Return a query in the characters and the spelling of the index. */
function asFound(asked) {
  return spelt(inSimplified(asked.normalize("NFKC")).toLowerCase()).trim();
}

/** Return what a query wants, as it is typed, without what one asks with, and in stems. */
function wantedIn(query) {
  const bare = query.replace(ASKING, " ").replace(/\s+/g, " ").trim() || query;
  const whole = [...new Set([query, bare, bare.replace(BETWEEN_HAN, "")].map(simple))];
  return { whole, bare, stems: stemsOf(simple(bare)) };
}

function onceEach(found) {
  const seen = new Set();
  return found.filter(({ address }) => !seen.has(address) && seen.add(address));
}

/** Names that hold the query, the closest first. */
function termResults(wanted) {
  return names
    .map((one) => ({ ...one, close: closeness(one, wanted) }))
    .filter(({ close }) => close > -Infinity)
    .sort((one, other) => rank(other, wanted) - rank(one, wanted))
    .map(({ term, title, address, said, close }) => ({
      title: term, address, place: title, said, exact: close === EXACT,
    }));
}

/**
 * How close a name is to a query: the same, its head, its beginning, a part of it, or whole inside
 * the query, or of all its words in another order.
 */
function closeness(one, { whole, stems: asking }) {
  const { name } = one;
  const [own, asked] = [one.stems, asking].map((words) => ` ${words.join(" ")} `);
  const isSame = whole.includes(name) || (one.weight > HEADING && own === asked && asked.trim());
  if (isSame) return EXACT;
  const held = whole.filter((text) => holds(name, text));
  // The head of a Chinese compound stands last: 生产要素 is a kind of 要素.
  if (held.some((text) => HAN.test(text) && name.endsWith(text))) return HEAD;
  if (held.some((text) => name.startsWith(text))) return BEGINS;
  if (held.length || (asked.trim() && own.includes(asked))) return 0;
  if (one.weight > HEADING && one.stems.length > 1 && asked.includes(own)) return INSIDE;
  const isAll = asking.length > 1 && asking.every((stem) => one.stems.includes(stem));
  return isAll ? ALL_WORDS : -Infinity;
}

/** A word of the glossary says what it is: of one name it comes before a page or a heading. */
function rank({ name, weight, close }, { whole }) {
  const isTerm = close === EXACT && weight === 2 ? 2 : 0;
  const asTyped = whole.includes(name) ? LETTER_BY_LETTER : 0;
  return close + asTyped + weight + isTerm + whole[0].length / (name.length + 1);
}

/** Return a text as the book spells: labour, modernisation, centre. */
function spelt(text) {
  return spellings.reduce((done, [form, put]) => done.replace(form, put), text);
}

/** Return a query in the characters of the book: 新质 for 新質. */
function inSimplified(query) {
  if (!HAN.test(query)) return query;
  const simplified = new Map([...window.nqpfTraditional.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]));
  return [...query].map((letter) => simplified.get(letter) ?? letter).join("");
}

/** Names that have every word of a query but for one letter in each, the shortest first. */
function nearNames(query) {
  const wanted = simple(query).split(" ").filter((word) => word.length > 3);
  if (!wanted.length) return [];
  return names
    .filter(({ name }) => {
      const words = name.split(" ");
      return wanted.every((one) => words.some((word) => isNear(one, word)));
    })
    .sort((a, b) => a.term.length - b.term.length || b.weight - a.weight)
    .map(asResult);
}

function asResult({ term, title, address, said }) {
  return { title: term, address, place: title, said };
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
  return words.length && words.every(Boolean) ? pagesWith(words.join(" "), new Set(words)) : [];
}

/**
 * Names with some of the pairs of a Chinese query, where a pair that few names have counts more;
 * then pages. Of English this would give whatever has one of two words.
 */
function somePairs(query) {
  if (!HAN.test(query)) return [];
  const words = wantedIn(query)
    .stems.flatMap(pairs)
    .filter((word) => !HAN.test(word) || word.length > 1);
  if (words.length < 2) return [];
  const has = (one, word) => (HAN.test(word) ? one.name.includes(word) : one.stems.includes(word));
  const worth = new Map(words.map((word) => [word, 1 / (1 + names.filter((one) => has(one, word)).length)]));
  const shared = (one) => words.reduce((sum, word) => sum + (has(one, word) ? worth.get(word) : 0), 0);
  const near = names
    .map((one) => ({ ...one, shared: shared(one) }))
    .filter((one) => one.shared && !LOOKED_UP.test(one.address))
    .sort((one, other) => other.shared - one.shared || other.weight - one.weight || one.name.length - other.name.length);
  return [...near.map(asResult), ...words.flatMap((word) => pagesWith(word, new Set([word])))];
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
  const plain = text.toLowerCase().normalize("NFKC").replace(/[\s\u2010-\u2015-]+/g, " ").trim();
  return spelt(plain);
}

/** Return the words of a simple text by their stems, without those that every text has. */
function stemsOf(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.filter((word) => !window.nqpfSphinxSearch.stopwords.includes(word)).map(stemOf);
}

function stemOf(word) {
  if (!stems.has(word)) stems.set(word, new window.nqpfSphinxSearch.Stemmer().stemWord(word));
  return stems.get(word);
}

/** Latin words match from their beginning, so that "tfp" is not found inside another word. */
function holds(name, wanted) {
  const at = wanted ? name.indexOf(wanted) : -1;
  if (at < 0) return false;
  return HAN.test(wanted) || ` ${name}`.includes(` ${wanted}`) || name.includes(`(${wanted}`);
}

function pageResults(query) {
  const words = query.split(/\s+/).flatMap((word) => word.split(HAN_RUN).flatMap(pairs));
  return pagesWith(...window.nqpfSphinxSearch.Search._parseQuery(words.join(" ")));
}

/** Return what Sphinx finds for a query and its words, and without others if there are any. */
function pagesWith(query, words, without = new Set(), marked = words, objects = new Set()) {
  const { Search } = window.nqpfSphinxSearch;
  // Sphinx gives the best last, and counts no occurrences.
  const found = Search._performSearch(query, words, without, marked, objects).reverse();
  const shares = (page) => [...words].reduce((sum, word) => sum + (often.get(word)?.get(page) ?? 0), 0);
  return found
    .map((one) => ({ one, chapter: CHAPTER.test(one[0]), shares: shares(one[0]) }))
    .sort((a, b) => b.chapter - a.chapter || b.shares - a.shares)
    .map(({ one: [page, title, anchor, description] }) => {
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

/** Return an index in which "constructor" is a word like any other: every object has one. */
function ofWordsAlone(index) {
  const words = Object.assign(Object.create(null), index);
  const hasOwnProperty = { value: (word) => word in words };
  return Object.defineProperty(words, "hasOwnProperty", hasOwnProperty);
}
