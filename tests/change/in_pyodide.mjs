// The page's Python in Node, with the archives that a page loads when a model is changed. Standard
// input is {folder, stdlib, archives, jobs}; the output is the answer to each job.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { folder, stdlib, archives, jobs } = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder, stdLibURL: stdlib });
for (const archive of archives) {
  python.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: "/book" });
}
python.runPython("import sys; sys.path.insert(0, '/book')");
const run = python.pyimport("nqpf.own_model.in_page").run;
const answered = (job) => {
  let found = JSON.parse(run(JSON.stringify(job)));
  while (found.done !== undefined) found = JSON.parse(run(JSON.stringify({ ...job, ask: "go on" })));
  return found;
};
console.log(JSON.stringify(jobs.map(answered)));
