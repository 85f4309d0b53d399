// Run precompile.py in the Pyodide that pages use: only its own Python can compile for it.
// Arguments: folder of the pyodide package, standard library to read, archive to write.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, source, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder });
python.FS.writeFile("/stdlib.zip", readFileSync(source));
python.runPython(readFileSync(new URL("./precompile.py", import.meta.url), "utf8"));
writeFileSync(target, python.FS.readFile("/compiled.zip"));
