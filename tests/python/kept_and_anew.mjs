// The page's Python in Node, gone on from what the build kept and started anew. Standard input is
// {folder, scripts, language, none, stdlib, archives, kept, packed, jobs}; the output is what each answers.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const { folder, scripts, language, none, stdlib, archives, kept, packed, jobs } = JSON.parse(readFileSync(0, "utf8"));
const at = (...parts) => pathToFileURL(parts.join("/")).href;
const [{ loadPyodide }, { default: create }] = await Promise.all(
  ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(at(folder, name))),
);
const { goneOn, unpack } = await import(at(scripts, "kept.mjs"));
const doors = { check: "nqpf.exercises.in_page", table: "nqpf.own_table.in_page", model: "nqpf.own_model.in_page" };
const options = { indexURL: folder, stdin: () => null };
const unpacked = (file) => new Uint8Array(gunzipSync(readFileSync(file)));

function answers(python, library) {
  python.globals.set("language", language);
  python.runPython("import os, sys; os.environ['NQPF_LANGUAGE'] = language; sys.path.insert(0, '/book')");
  const found = jobs.map((job) => {
    const said = JSON.parse(python.pyimport(doors[job.door ?? "check"]).run(JSON.stringify(job)));
    return [said, library?.is_wanted() ?? false];
  });
  const chance = python.runPython("import random; random.random()");
  const state = python.runPython("import json; json.dumps([sys.path, sys.argv, sys.executable, sorted(os.environ)])");
  return { found, chance, state: JSON.parse(state) };
}

const anew = await loadPyodide({ ...options, stdLibURL: stdlib });
for (const archive of archives) anew.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: "/book" });

// Where the memory says how the engine that made it calls functions, as another engine leaves it.
const { HEAPU32, __PyRuntime: state, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: offset } = anew._module;
const place = state + HEAPU32[offset >>> 2];

async function goneOnWith(change) {
  const snapshot = unpacked(kept.memory);
  change(snapshot);
  const stream = Promise.resolve(new Blob([snapshot]).stream());
  const { bytes, laid } = kept;
  const python = await goneOn({ loadPyodide, create, options: { ...options, stdLibURL: none }, stream, bytes, laid });
  for (const archive of packed) unpack(python.FS, unpacked(archive), "/book");
  const library = python.pyimport("in_memory");
  library.went_on();
  return answers(python, library);
}

const inAnotherEngine = (snapshot) => {
  snapshot[new Uint32Array(snapshot.buffer, 0, 2)[1] + place] ^= 0x55;
};
const found = { kept: await goneOnWith(() => {}), elsewhere: await goneOnWith(inAnotherEngine) };
console.log(JSON.stringify({ ...found, anew: answers(anew) }));
