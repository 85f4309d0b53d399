// Python as it had started once, at the build. Its memory is kept, and a page goes on from there: to
// start it anew, and to import what a check or a change of a model needs, takes twice as long again.

const OFFSET = 1; // where Pyodide's snapshot says, in its second word, at which byte memory begins

/**
 * Return what makes Pyodide's interpreter as `create` does: `lays` gets its memory as the file of the
 * interpreter fills it, before anything runs, and `then` gets the interpreter.
 */
export function making(create, lays, then = () => {}) {
  return async (settings) => {
    const { instantiateWasm } = settings;
    settings.instantiateWasm = (imports, done) =>
      instantiateWasm(imports, (instance, module) => {
        lays(new Uint8Array(instance.exports.memory.buffer));
        done(instance, module);
      });
    const interpreter = await create(settings);
    await then(interpreter);
    return interpreter;
  };
}

const words = (bytes, from = 0) => new Uint32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >>> 2);

/** Return the memory in a snapshot as words. */
export const memoryIn = (snapshot) => words(snapshot, words(snapshot)[OFFSET]);

/**
 * Turn a snapshot's memory into what differs from what the interpreter's file lays there, or that
 * into the memory: a third of what there is travels in that file already.
 */
export function exchange(snapshot, laid) {
  const memory = memoryIn(snapshot);
  words(laid).forEach((word, place) => {
    memory[place] ^= word;
  });
}

/**
 * Let a snapshot call functions as this browser can. Where Python calls one by way of a table with
 * too many arguments, engines with garbage collection have a helper, and others have none: its place
 * in the table is worked out before Python starts, and memory of another engine has another.
 */
function callAsHere(snapshot, { HEAPU32, __PyRuntime: state, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: offset }) {
  const place = (state + HEAPU32[offset >>> 2]) >>> 2;
  memoryIn(snapshot)[place] = HEAPU32[place];
}

async function fill(bytes, stream) {
  let there = 0;
  for (const reader = (await stream).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, there); // throws if there is more than there should be
    there += value.length;
  }
  if (there !== bytes.length) throw new Error(`${there} bytes of ${bytes.length}`);
}

/**
 * Return Python that goes on from what was kept: `stream` promises the snapshot, `bytes` is its
 * length and `laid` how much the interpreter's file lays into memory. The interpreter is made while
 * the snapshot comes.
 */
export function goneOn({ loadPyodide, create, options, stream, bytes, laid }) {
  const snapshot = new Uint8Array(bytes);
  const there = fill(snapshot, stream);
  there.catch(() => {}); // is told below
  let first;
  const lays = (memory) => {
    first = memory.slice(0, laid);
  };
  const then = async (interpreter) => {
    await there;
    exchange(snapshot, first);
    callAsHere(snapshot, interpreter);
  };
  return loadPyodide({ ...options, _loadSnapshot: snapshot, createPyodideModule: making(create, lays, then) });
}

/** Write the files of an archive, which is a list of names and sizes before all contents, into a folder. */
export function unpack(files, archive, folder) {
  const [length] = new Uint32Array(archive.buffer, archive.byteOffset, 1);
  let at = 4 + length;
  const made = new Set();
  for (const [name, size] of JSON.parse(new TextDecoder().decode(archive.subarray(4, at)))) {
    const path = `${folder}/${name}`;
    const place = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(place)) files.mkdirTree(place);
    made.add(place);
    files.writeFile(path, archive.subarray(at, at + size));
    at += size;
  }
}
