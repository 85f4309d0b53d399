// How the files of Python arrive over a network that may break off: each is told as it comes, and
// goes on from where it stopped.

const PAUSES = [0, 1000, 3000]; // milliseconds before it is asked for, and asked for again
const BETWEEN_NEWS = 250;
const FIRST_NO_RANGE = 416;
const PART = 206;

/**
 * Return what fetches files. `sizes` are of the large ones, by name, the bytes that each has and the
 * megabytes that travel; `tell` gets `{done, size}` in those while they come, and `{broken: true}`
 * when there is no network: then nothing is asked for until the browser is online again, or until
 * `goOn()` is called.
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
      for (const pause of PAUSES) {
        await new Promise((resolve) => setTimeout(resolve, pause));
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
    const edition = (answer) => answer.headers.get("ETag") ?? answer.headers.get("Last-Modified");
    let answer = first;
    for (let there = 0; ; ) {
      // A host that knows no parts begins at the beginning again.
      let passed = answer.status === PART ? there : 0;
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
        answer = await ask(address, { headers: { Range: `bytes=${there}-` } });
        if (answer.status === FIRST_NO_RANGE) return; // all of it had come
        if (!answer.ok || edition(answer) !== edition(first)) throw new Error(`${name}: ${answer.status}`);
      }
    }
  }

  /** Answer as `fetch` does, with a body that outlives the network. */
  const arrive = async (address) => {
    const first = await ask(address);
    if (!first.ok || !first.body) return first;
    const name = new URL(first.url).pathname.split("/").at(-1);
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
  return { arrive, expect, goOn: () => goOn?.() };
}
