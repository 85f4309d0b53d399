// One Python for a page, started when the reader first asks for it, replaced when it hangs.

const START_LIMIT = 60_000;

export class PythonUnavailable extends Error {}

let shared = null;

/** Return the page's one Python; `folder` leads from the page to the folder that holds worker.js. */
export function pythonRunner(folder) {
  return (shared ??= new PythonRunner(new URL(folder, document.baseURI).href));
}

/**
 * Return Python's answer to a request, or `{unavailable: reason}`; `wait` is told, before, whether
 * Python has started.
 */
export async function askPython(folder, request, limit, wait) {
  const runner = pythonRunner(folder);
  try {
    wait(runner.isReady);
    await runner.started();
    wait(true);
    return await runner.run(request, limit);
  } catch (error) {
    if (!(error instanceof PythonUnavailable)) throw error;
    return { unavailable: error.message };
  }
}

export class PythonRunner {
  /** @param {string} folder address of the folder that holds worker.js */
  constructor(folder) {
    this.folder = folder;
    this.last = Promise.resolve();
    this.worker = null;
    this.count = 0;
  }

  /** Return the answer to a request, or `{stopped: true}` when it took longer than the limit. */
  run(request, limit) {
    // One after another: a check may still run when a table is to be ranked.
    const answer = this.last.then(() => this.ask(request, limit));
    this.last = answer.catch(() => {});
    return answer;
  }

  async ask(request, limit) {
    const worker = await this.started();
    const id = ++this.count;
    const answer = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => data.id === id && resolve(data.response);
      worker.onerror = (event) => reject(new PythonUnavailable(event.message));
    });
    worker.postMessage({ id, request });
    try {
      const response = await within(limit, answer);
      // After a lack of memory nothing in the worker can be relied on.
      if (response === TOO_LATE || response.out_of_memory) this.replace();
      return response === TOO_LATE ? { stopped: true } : response;
    } catch (error) {
      this.replace();
      throw error;
    }
  }

  /** Return the worker once it is ready; a new one starts if there is none. */
  started() {
    this.starting ??= this.start().catch((error) => {
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  /** Whether an answer can come without a start. */
  get isReady() {
    return this.worker !== null;
  }

  async start() {
    if (window.location.protocol === "file:") throw new PythonUnavailable("file");
    // What Python says of a reader's code it says in the language of the page.
    const language = JSON.stringify(document.documentElement.lang.replace("-", "_"));
    const module = JSON.stringify(`${this.folder}worker.js`);
    const text = `self.nqpfLanguage = ${language}; await import(${module});`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    this.worker = worker;
    const ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => data.ready && resolve(worker);
      worker.onerror = (event) => reject(new PythonUnavailable(event.message));
    });
    try {
      const first = await within(START_LIMIT, ready);
      if (first === TOO_LATE) throw new PythonUnavailable("late");
      return first;
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** Stop the worker, whatever it does, and start its successor for the next answer. */
  replace() {
    this.worker?.terminate();
    this.worker = null;
    this.starting = null;
    this.started().catch(() => {});
  }
}

const TOO_LATE = Symbol("too late");

function within(limit, promise) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit, TOO_LATE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
