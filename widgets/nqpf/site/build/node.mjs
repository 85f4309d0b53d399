// What Node does for a build: equations set by KaTeX, drawings laid out by Graphviz, outlines of maps
// simplified, charts drawn by the page's own runtime.
// A line of standard input is a request as JSON, {kind, job}; a line of standard output is what came
// of it, {answer} or {error}. The end of the input is the end of this process.

import { createInterface } from "node:readline";

// Standard output carries answers alone.
console.log = console.info = console.error;

/** The function of each kind of request; its libraries are loaded when it is first asked for. */
const kinds = {
  formula: async ({ latex, display, output }) => {
    const { default: katex } = await import("katex");
    return katex.renderToString(latex, { throwOnError: true, displayMode: display, output });
  },
  diagram: async ({ dot }) => {
    const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
    return (await Graphviz.load()).dot(dot);
  },
  provinces: async () => (await import("../provinces/outlines.mjs")).outlines(),
  still: async (job) => (await import("./stills.mjs")).drawn(job),
  explorer: async (job) => (await import("./stills.mjs")).explorerDrawn(job),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, job } = JSON.parse(line);
  let told;
  try {
    told = { answer: await kinds[kind](job) };
  } catch (error) {
    told = { error: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
