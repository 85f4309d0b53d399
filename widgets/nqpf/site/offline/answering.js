// Answering a page: the network first, the kept copy where it does not answer in time.
// What one page shows is of one edition: a page from the kept copy gets all its parts from there, and
// one from the network gets them from there only if it is the same page.

import { file, forget, hashOf, keptEdition, note, noted, record, root } from "./shelf.js";

const LIMIT = 4000;
const APART = "page/";
/** Of each open page: whether it is the kept copy, and whether it is the same as that. */
const pages = new Map();
const KEPT = { isKept: true, isSame: true };

/** Return the answer to what a page of the book, or a reader who opens one, asks for. */
export async function answer(event) {
  const { request } = event;
  const edition = await keptEdition();
  if (!edition) return fetch(request);
  const hash = hashAt(edition, request.url);
  if (request.mode === "navigate") return answerReader(event, edition, hash);
  return hash ? answerPage(event, hash) : fetch(request);
}

/** Return the hash of what is kept at an address, as hosts understand addresses. */
function hashAt({ book, code, python }, address) {
  const path = address.slice(root.length).replace(/[?#].*/s, "");
  const names = [path, `${path}index.html`, `${path}.html`, `${path}/index.html`];
  const name = names.find((one) => one in book || (python && one in code));
  return name && (book[name] ?? code[name])[0];
}

async function answerReader(event, edition, hash) {
  const asked = fetch(event.request);
  // A page to embed or a file to save: kept is a page that says that these are not.
  if (!hash) return asked.catch(() => Response.redirect(`${root}not-kept.html`));
  const found = await inTime(asked);
  if (found) {
    const isSame = found.clone().arrayBuffer().then(hashOf).then((one) => one === hash, () => false);
    remember(event, { isKept: false, isSame });
    return found;
  }
  const copy = await file(hash);
  if (!copy) return asked;
  remember(event, KEPT);
  return marked(copy, edition);
}

async function answerPage({ request, clientId }, hash) {
  const page = pages.get(clientId) ?? (await remembered(clientId));
  if (page.isKept) return (await file(hash)) ?? fetch(request);
  const asked = fetch(request);
  const found = await inTime(asked);
  if (found) return found;
  return ((await page.isSame) && (await file(hash))) || asked;
}

/** Return what the network answers, or nothing where it does not, or not in time. */
function inTime(asked) {
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT));
  const answered = asked.then((found) => (found.status < 500 ? found : undefined));
  return Promise.race([answered, late]).catch(() => undefined);
}

/** Return a page that says that it is the kept copy. */
async function marked(copy, { said }) {
  const page = (await copy.text()).replace("<html ", `<html data-kept="${said}" `);
  return new Response(page, { headers: copy.headers });
}

/** Remember what a page is: browsers end a worker that is idle, and start it again. */
function remember(event, page) {
  const id = event.resultingClientId;
  pages.set(id, page);
  const write = async () => {
    const open = new Set((await self.clients.matchAll({ type: "all" })).map((client) => client.id));
    for (const name of await noted()) {
      const left = name.startsWith(APART) && name.slice(APART.length);
      if (left && left !== id && !open.has(left)) await forget(name);
    }
    await note(APART + id, { isKept: page.isKept, isSame: await page.isSame });
  };
  event.waitUntil(write());
}

async function remembered(id) {
  // Not known are pages older than the worker, and Python, which is a client of its own.
  const page = (await record(APART + id)) ?? { isKept: false, isSame: true };
  pages.set(id, page);
  return page;
}
