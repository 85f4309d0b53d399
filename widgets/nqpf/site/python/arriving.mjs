// How the files of Python arrive over a network that may break off: each is told as it comes, and
// goes on from where it stopped.

const PAUSES = [0, 1000, 3000]; // milliseconds before it is asked for, and asked for again
const BETWEEN_NEWS = 250;
const PART = 206;
const BEYOND_THE_END = 416;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Return of which edition of a file an answer is. The whole of it may travel compressed and a part
 * does not: hosts mark that in the tag, which names the same edition.
 */
function edition({ headers }) {
  return headers.get("Last-Modified") ?? headers.get("ETag")?.replace(/^W\/|[-;](gzip|br|zstd)(?="$)/g, "");
}

/**
 * Return what fetches files. `sizes` are of the large ones, by name, the bytes that each has and the
 * megabytes that travel; `tell` gets `{done, size}` in those while they come, `{failed: reason}` if
 * a host has no such file, and `{broken: true}` when there is no network: then nothing is asked for
 * until the browser is online again, or until `goOn()` is called.
 */
export function arrivals(fetch, sizes, tell) {
  const expected = {};
  const come = {};
  let goOn;
  let waiting = null;
  let news = 0;

  const count = (name, bytes) => {
    if (!(name in expected)) return;
    come[name] = (expected[name] * bytes) / sizes[name].bytes;
    const sum = (numbers) => Object.values(numbers).reduce((total, one) => total + one, 0);
    news ||= setTimeout(() => {
      news = 0;
      tell({ done: sum(come), size: sum(expected) });
    }, BETWEEN_NEWS);
  };

  /** Say what is wrong with a file: Pyodide would wait for it without end. */
  const refuse = (failed) => {
    tell({ failed });
    throw new Error(failed);
  };

  /** Wait for a network: for the browser's word, or for the reader who presses Run again. */
  const untilThereIsOne = () => {
    waiting ??= new Promise((resolve) => {
      goOn = resolve;
      self.addEventListener("online", resolve, { once: true });
      tell({ broken: true });
    }).finally(() => {
      waiting = null;
    });
    return waiting;
  };

  const ask = async (address, options) => {
    for (;;) {
      for (const time of PAUSES) {
        await pause(time);
        try {
          return await fetch(address, options);
        } catch {
          // No answer came: there is no network, or the host is not there.
        }
      }
      await untilThereIsOne();
    }
  };

  async function* pieces(address, first, name) {
    let answer = first;
    for (let there = 0; ; ) {
      // A host that knows no parts begins at the beginning again.
      let passed = answer.status === PART ? there : 0;
      const before = there;
      const reader = answer.body.getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          const fresh = value.subarray(Math.max(0, there - passed));
          passed += value.length;
          if (!fresh.length) continue;
          there += fresh.length;
          count(name, there);
          yield fresh;
        }
      } catch {
        // A host that answers and breaks off at once is left in peace for a while.
        if (there === before) await pause(PAUSES.at(-1));
        answer = await ask(address, { headers: { Range: `bytes=${there}-` } });
        if (answer.status === BEYOND_THE_END) return; // all of it had come
        if (!answer.ok) refuse(`${name}: ${answer.status}`);
        if (edition(answer) !== edition(first)) refuse(`${name} has changed`);
      }
    }
  }

  /**
   * Answer as `fetch` does, with a body that outlives the network. What a host may lack is not told
   * as a fault.
   */
  const arrive = async (address, { mayLack = false } = {}) => {
    const first = await ask(address);
    const name = new URL(first.url).pathname.split("/").at(-1);
    if (!first.ok && mayLack) throw new Error(`${name}: ${first.status}`);
    if (!first.ok) refuse(`${name}: ${first.status}`);
    const coming = pieces(first.url, first, name);
    const body = new ReadableStream({
      async pull(controller) {
        const { done, value } = await coming.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    // Browsers insist on this type, and some hosts do not know it.
    const headers = name.endsWith(".wasm") ? { "Content-Type": "application/wasm" } : {};
    return new Response(body, { headers });
  };
  const expect = (...names) => {
    for (const name of names) expected[name] = sizes[name].megabytes;
  };
  /** Count no more of what comes no more. */
  const drop = (...names) => {
    for (const name of names) {
      delete expected[name];
      delete come[name];
    }
  };
  return { arrive, expect, drop, goOn: () => goOn?.() };
}
