#!/usr/bin/env bash
# scorm-again: what is reported after the end of a session is taken, with no error.
#
# scorm-again 3.4.3, a runtime of SCORM 1.2 for hosts of packages and for tests of them. Before
# LMSInitialize it refuses a value with error 301, as the standard asks. Guess: after LMSFinish it
# does the same, so that a package which reports too late is found out. Seen: LMSSetValue,
# LMSGetValue and LMSCommit answer "true" with error 0 as if the session went on, and suspend_data
# takes 4,097 letters where SCORM 1.2 has room for 4,096. A package tried against it alone can lose
# on a strict platform what it seemed to keep.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts scorm-again@3.4.3
cat > try.cjs <<'SCRIPT'
globalThis.window = globalThis;
const fs = require("fs");
const file = "node_modules/scorm-again/dist/scorm12.min.js";
require("vm").runInThisContext(fs.readFileSync(file, "utf8"));
const made = globalThis.Scorm12API;
const api = new (made.Scorm12API ?? made)({ autocommit: false, logLevel: 5 });
const said = [];
const ask = (name, ...words) => said.push([name, api[name](...words), String(api.LMSGetLastError())]);
ask("LMSSetValue", "cmi.core.score.raw", "5");
ask("LMSInitialize", "");
ask("LMSSetValue", "cmi.suspend_data", "x".repeat(4097));
ask("LMSFinish", "");
ask("LMSSetValue", "cmi.core.score.raw", "5");
ask("LMSCommit", "");
console.log(JSON.stringify(said));
const expected = ["301", "0", "0", "0", "0", "0"];
if (said.some(([, , code], place) => code !== expected[place])) throw new Error("it answers otherwise now");
SCRIPT
node try.cjs
