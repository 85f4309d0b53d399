#!/usr/bin/env bash
# KaTeX: a function's name as an index gives MathML that is not valid.
#
# KaTeX 0.16.22. Guess: \tau_{\min}, the least time, gives <msub> with its two parts, as \tau_{i} does.
# Seen: it gives three, for the sign of a function's application stands beside the index as a part of
# its own; the letters that KaTeX places itself look right, so nobody sees it. Validators of HTML
# refuse the page, and whoever is given the MathML alone is given an element with a part too many.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts katex@0.16.22
cat > try.cjs <<'SCRIPT'
const katex = require("katex");
const made = (latex) => katex.renderToString(latex, { output: "mathml" }).match(/<msub>.*<\/msub>/)[0];
const parts = (text) => (text.match(/<m[ino]>/g) ?? []).length;
for (const [latex, expected] of [["\\tau_{i}", 2], ["\\tau_{\\min}", 3]]) {
  const text = made(latex);
  console.log(latex, text);
  if (parts(text) !== expected) throw new Error("it writes otherwise now");
}
SCRIPT
node try.cjs
