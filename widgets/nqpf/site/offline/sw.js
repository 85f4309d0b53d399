// The book's service worker. It is there only where a reader asked to keep the book, and does no
// more than what pages ask of it: nothing is kept because somebody has read it.

import { answer } from "./answering.js";
import { keep, look, remove, state, stop } from "./keeping.js";
import { root } from "./shelf.js";

// What one edition has kept every other can read, so a corrected worker need not wait.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(root);
  if (isOurs && !request.headers.has("range")) event.respondWith(answer(event));
});

const tasks = { keep: ({ python }) => keep(python, tell), look, remove, state: () => {}, stop };

self.addEventListener("message", (event) => {
  const asked = async () => {
    await tasks[event.data.ask]?.(event.data);
    await tell();
  };
  event.waitUntil(asked());
});

/** Tell every page of the book how things stand. */
async function tell() {
  const told = { book: root, state: await state() };
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage(told);
}
