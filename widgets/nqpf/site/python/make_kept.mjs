// Start the Pyodide that pages use, import what they need, and keep its memory compressed. Arguments:
// folder of the pyodide package, archives of the library and of the book's modules, language, file to
// write, and another for what is to be known of it.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { exchange, making, memoryIn } from "./kept.mjs";

const [folder, library, book, language, target, about] = process.argv.slice(2);
const at = (name) => pathToFileURL(`${folder}/${name}`).href;
const [{ loadPyodide }, { default: create }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(at(name))));

let laid;
const python = await loadPyodide({
  indexURL: folder,
  stdLibURL: library,
  lockFileContents: { ...JSON.parse(readFileSync(`${folder}/pyodide-lock.json`, "utf8")), packages: {} },
  stdin: () => null,
  // The same wherever it is built: what hashes begin with, and what a browser calls the program.
  env: { PYTHONHASHSEED: "0" },
  _sysExecutable: "./this.program",
  _makeSnapshot: true,
  createPyodideModule: making(create, (memory) => {
    laid = memory.slice();
  }),
});
python.FS.mkdirTree("/book");
python.FS.writeFile("/book/in_memory.py", readFileSync(new URL("./in_memory.py", import.meta.url)));
python.FS.writeFile("/book.zip", readFileSync(book));
python.globals.set("language", language);
const imported = python.runPython(`
import sys
sys.path.insert(0, "/book")
import in_memory
in_memory.imported(language)
`);
python.runPython("in_memory.tidied(); del in_memory, language, sys");

// What was freed, and the stack below, hold leftovers that nothing reads and that weigh something.
const interpreter = python._module;
const end = interpreter._sbrk(0);
const blocks = [];
for (let size = 65_536; size >= 8; size = size > 1024 ? size >>> 1 : size - 8) {
  for (;;) {
    const block = interpreter._malloc(size);
    if (block + size > end) {
      interpreter._free(block);
      break;
    }
    blocks.push([block, size]);
  }
}
for (const [block, size] of blocks) interpreter.HEAPU8.fill(0, block, block + size);
for (const [block] of blocks) interpreter._free(block);
interpreter.HEAPU8.fill(0, interpreter._emscripten_stack_get_end(), interpreter._stackSave());

const filled = (bytes) => {
  const last = bytes.findLastIndex((byte) => byte);
  return (last + 4) & ~3;
};
const first = laid.slice(0, filled(laid));
const snapshot = python.makeMemorySnapshot();
const { byteOffset, length } = memoryIn(snapshot);
if (4 * length > laid.length) throw new Error("There is more memory than a page begins with.");
exchange(snapshot, first);
const whole = snapshot.subarray(0, byteOffset + filled(snapshot.subarray(byteOffset)));
writeFileSync(target, gzipSync(whole, { level: 9 }));
writeFileSync(about, JSON.stringify({ bytes: whole.length, laid: first.length, imported: imported.split(" ") }));
