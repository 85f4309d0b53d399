// One Python for a page, started when the reader first writes or asks for it, replaced when it hangs.

import { filled, made } from "../frame/elements.js";

const START_LIMIT = 60_000; // milliseconds without any news
// Browsers say it in words of their own when a script of Python does not come.
const NOT_COME = /fetch|import|load|network/i;

export class PythonUnavailable extends Error {}

let shared = null;

/** Return the page's one Python; `folder` leads from the page to the folder that holds worker.js. */
function pythonRunner(folder) {
  return (shared ??= new PythonRunner(new URL(folder, document.baseURI).href));
}

/**
 * Let Python come while the reader still writes, and answer a request that prepares it; what fails
 * is told when it is asked for.
 */
export function warmPython(folder, request, limit) {
  if (window.location.protocol === "file:" || navigator.connection?.saveData) return;
  if (request) askPython(folder, request, limit, () => {});
  else pythonRunner(folder).started().catch(() => {});
}

/**
 * Return Python's answer to a request, or `{unavailable: reason}`; before that `wait` is told
 * whether Python has started, and how much of it has come.
 */
export async function askPython(folder, request, limit, wait) {
  const runner = pythonRunner(folder);
  try {
    wait(runner.isReady);
    await runner.started(request.door, (news) => wait(false, news));
    wait(true);
    return await runner.run(request, limit);
  } catch (error) {
    if (!(error instanceof PythonUnavailable)) throw error;
    return { unavailable: error.message };
  } finally {
    // What comes from now on, for a successor say, is no news to whoever has an answer.
    runner.tell = null;
  }
}

/** Show in a place that Python comes: the bar follows, and the sentence tells each tenth. */
export function showArrival(place, words, news) {
  if (!news) return place.replaceChildren(made("span", words.starting));
  const { done, size } = news;
  const tenth = String(Math.floor((10 * done) / size));
  let bar = place.querySelector("progress");
  if (bar?.dataset.tenth !== tenth) {
    bar = made("progress");
    bar.className = "python-arrival";
    bar.dataset.tenth = tenth;
    bar.setAttribute("aria-hidden", "true"); // the sentence says it
    const amounts = { done: done.toFixed(1), size: size.toFixed(1) };
    place.replaceChildren(made("span", filled(words.arriving, amounts)), bar);
  }
  Object.assign(bar, { max: size, value: done });
}

/** Return the sentence that says why there is no Python. */
export function whyNot(words, reason) {
  return reason === "network" ? words.no_network : filled(words.no_python, { reason });
}

export class PythonRunner {
  /** @param {string} folder address of the folder that holds worker.js */
  constructor(folder) {
    this.folder = folder;
    this.last = Promise.resolve();
    this.count = 0;
    this.forget();
  }

  /** Return the answer to a request, or `{stopped: true}` when it took longer than the limit. */
  run(request, limit) {
    // One after another: a check may still run when a table is to be ranked.
    const answer = this.last.then(() => this.ask(request, limit));
    this.last = answer.catch(() => {});
    return answer;
  }

  async ask(request, limit) {
    const worker = await this.started(request.door);
    const id = ++this.count;
    worker.postMessage({ id, request });
    try {
      const { response, late } = await this.heard(limit, (data) => data.id === id);
      // After a lack of memory nothing in the worker can be relied on.
      if (late || response.out_of_memory) this.replace();
      return late ? { stopped: true } : response;
    } catch (error) {
      // What has broken off goes on from there: its worker stays.
      if (error.message === "network") this.starting = null;
      else this.replace();
      throw error;
    }
  }

  /** Return the worker once it is ready, a new one if there is none; `tell` hears what has come. */
  started(door, tell) {
    if (tell) this.tell = tell;
    this.starting ??= this.start(door).catch((error) => {
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  async start(door) {
    if (window.location.protocol === "file:") throw new PythonUnavailable("file");
    if (this.worker) this.worker.postMessage({ goOn: true });
    else this.worker = this.newWorker(door);
    const { worker } = this;
    try {
      // The network may have come back, and all the rest with it, while nobody asked.
      const heard = this.isReady ? {} : await this.heard(START_LIMIT, (data) => data.ready);
      if (heard.late) throw new PythonUnavailable("late");
      return worker;
    } catch (error) {
      if (error.message === "network") throw error;
      const hasNotCome = this.cannotGoOn && NOT_COME.test(error.message);
      this.stop();
      throw hasNotCome ? new PythonUnavailable("network") : error;
    }
  }

  newWorker(door) {
    // What Python says of a reader's code it says in the language of the page.
    const language = JSON.stringify(document.documentElement.lang.replace("-", "_"));
    const module = JSON.stringify(`${this.folder}worker.js`);
    const text = `self.nqpfLanguage = ${language}; self.nqpfDoor = ${JSON.stringify(door ?? "")};
      try { await import(${module}); } catch (error) { self.postMessage({ failed: error.message }); }`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        this.isReady = true;
        URL.revokeObjectURL(address);
      }
      if (data.failed) this.cannotGoOn = true;
      this.hear?.(data);
    };
    worker.onerror = (event) => this.hear?.({ failed: event.message || "error" });
    return worker;
  }

  /**
   * Return the message that is waited for, or `{late: true}` if there was nothing to hear for so
   * long: while files come there is no limit.
   */
  heard(limit, isIt) {
    let timer;
    const message = new Promise((resolve, reject) => {
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, limit, { late: true });
      };
      this.hear = (data) => {
        if (isIt(data)) resolve(data);
        else if (data.broken) reject(new PythonUnavailable("network"));
        else if (data.failed) reject(new PythonUnavailable(data.failed));
        else if (data.size) {
          wait();
          this.tell?.(data);
        }
      };
      wait();
    });
    return message.finally(() => {
      clearTimeout(timer);
      this.hear = null;
    });
  }

  /** Stop the worker, whatever it does, and start its successor for the next answer. */
  replace() {
    this.stop();
    this.started().catch(() => {});
  }

  stop() {
    this.worker?.terminate();
    this.forget();
  }

  forget() {
    Object.assign(this, { worker: null, starting: null, isReady: false, cannotGoOn: false, tell: null });
  }
}
