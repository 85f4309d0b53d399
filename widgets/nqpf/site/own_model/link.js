// A changed model as part of an address: the functions that differ from the book's, compressed.

/** Return texts by name as letters that an address can carry. */
export async function packed(texts) {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const small = new Uint8Array(await through(bytes, new CompressionStream("deflate-raw")));
  const letters = Array.from(small, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Return texts by name from an address; null for letters that are none. */
export async function unpacked(written) {
  try {
    const letters = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
    const small = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const bytes = await through(small, new DecompressionStream("deflate-raw"));
    const found = JSON.parse(new TextDecoder().decode(bytes));
    return Object.values(found).every((text) => typeof text === "string") ? found : null;
  } catch {
    return null;
  }
}

/** A model is a page of text: what unfolds to more is not read. */
const MOST = 100_000;

async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    size += value.length;
    if (size > MOST) throw new RangeError("too much text");
    parts.push(value);
  }
}
