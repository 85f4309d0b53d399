// Run precompile.py in the Pyodide that pages use: only its own Python can compile for it.
// Arguments: folder of the pyodide package, archive to read, archive to write, and whether it is
// the "library" or the "book".

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, source, target, kind] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
// Of a compiled module no source is in the page, so nothing can be underlined in its lines: the
// columns of its code, a tenth of all that is compiled, stay behind. Line numbers stay.
const env = { PYTHONNODEBUGRANGES: "1" };
const python = await loadPyodide({ indexURL: folder, env });
python.FS.writeFile("/source.zip", readFileSync(source));
python.globals.set("kind", kind);
python.runPython(readFileSync(new URL("./precompile.py", import.meta.url), "utf8"));
writeFileSync(target, python.FS.readFile("/compiled.zip"));
