// Pauses in what takes long: in each of them the browser draws, and answers the reader.

const LONG = 12;
let begun = 0;

/** Pause, and go on when the browser has done what waits. */
export async function breathe() {
  await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  begun = performance.now();
}

/** Pause if it is some milliseconds since the last pause. */
export async function breatheIfLong() {
  if (performance.now() - begun > LONG) await breathe();
}
