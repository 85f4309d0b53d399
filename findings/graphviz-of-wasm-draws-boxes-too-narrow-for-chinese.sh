#!/usr/bin/env bash
# Graphviz as WebAssembly: boxes of Chinese words are narrower than the words.
#
# @hpcc-js/wasm-graphviz 1.29.2 (Graphviz 16.1.0). Guess: without fonts it estimates, and takes a
# Chinese character for as wide as it is high, which nearly every font holds to. Seen: with ten
# characters of 10 points a box without margins is 75 points wide (Times, or a name that it does not
# know) or 83 (Helvetica), not 100. Latin letters come out about right, so a drawing that was looked
# at in English has room, and its translation stands on or over its borders; nothing is reported.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @hpcc-js/wasm-graphviz@1.29.2
cat > try.mjs <<'SCRIPT'
import { Graphviz } from "@hpcc-js/wasm-graphviz";
const graphviz = await Graphviz.load();
const width = (label, font) => {
  const dot = `digraph { n [shape=box, margin=0, fontsize=10, fontname="${font}", label="${label}"] }`;
  return JSON.parse(graphviz.layout(dot, "json", "dot")).objects[0].width * 72;
};
const characters = "新质生产力现代产业体";
for (const [font, points] of [["Times", 75], ["sans-serif", 75], ["Helvetica", 83.3]]) {
  const got = width(characters, font);
  console.log(graphviz.version(), font, `${[...characters].length} characters of 10 points:`, got.toFixed(1));
  if (Math.abs(got - points) > 0.5) throw new Error("it measures otherwise now");
}
SCRIPT
node try.mjs
