// What a browser keeps of the book: files by their hashes, and records of which edition they make.
// A file that two editions share is fetched once, and an edition counts only once it is whole.

/** The address of the book's folder. */
export const root = self.registration.scope;

// Other books may lie on the same host.
const NAME = `nqpf ${new URL(root).pathname}`;
const FILES = `${root}kept/file/`;
const place = (name) => `${root}kept/${name}`;

let isRemoved = false;
let edition;

/** Return the edition that is kept whole, or nothing: its day, its files, and what it includes. */
export function keptEdition() {
  return (edition ??= record("edition"));
}

/** Let an edition, all of whose files are there, be the one that answers. */
export async function switchTo(whole) {
  await note("edition", whole);
  edition = Promise.resolve(whole);
}

/** Return what was noted under a name, or nothing. */
export async function record(name) {
  // Looking through all caches makes none.
  const found = await caches.match(place(name), { cacheName: NAME });
  return found && found.json();
}

/** Note something under a name, unless the reader has had all removed. */
export async function note(name, value) {
  if (!isRemoved) await (await caches.open(NAME)).put(place(name), new Response(JSON.stringify(value)));
}

/** Forget what was noted under a name. */
export async function forget(name) {
  if (!isRemoved) await (await caches.open(NAME)).delete(place(name));
}

/** Return the names of what is noted. */
export async function noted() {
  return (await addresses()).map((address) => address.slice(place("").length));
}

/** Return the hashes of the files that are there. */
export async function hashes() {
  const files = (await addresses()).filter((address) => address.startsWith(FILES));
  return new Set(files.map((address) => address.slice(FILES.length)));
}

async function addresses() {
  if (!(await caches.has(NAME))) return [];
  return (await (await caches.open(NAME)).keys()).map(({ url }) => url);
}

/** Return a file as it was kept, or nothing. */
export function file(hash) {
  return caches.match(FILES + hash, { cacheName: NAME });
}

/** Keep the bytes of a file, of the type that the site gave it. */
export async function putFile(hash, bytes, type) {
  if (isRemoved) return;
  await (await caches.open(NAME)).put(FILES + hash, new Response(bytes, { headers: { "Content-Type": type } }));
}

/** Let go of a file. */
export async function dropFile(hash) {
  await forget(`file/${hash}`);
}

/** Say that something is to be kept, or that nothing is any more. */
export async function setRemoved(removed) {
  isRemoved = removed;
  if (!removed) return;
  edition = undefined;
  await caches.delete(NAME);
}

/** Return the hash by which the list of files names some bytes. */
export async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
  const letters = btoa(String.fromCharCode(...digest));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
