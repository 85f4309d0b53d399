// What every page of the book runs. Each part finds its own elements and does nothing without them.

import { startExercises } from "../exercise/exercise.js";
import { startProgressPage } from "../progress/progress.js";
import { startExplorers } from "../explorer/explorer.js";
import { startGuesses } from "../explorer/guess.js";
import { startFrame } from "./frame.js";
import { startGlossary } from "../reference/gloss.js";
import { askPython } from "../python/runner.js";

const here = document.currentScript.src;
const loading = new Map();

/** Load another script of the book once, when it is first needed. */
function load(file) {
  if (!loading.has(file)) {
    const loaded = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(file, here);
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
      document.head.append(script);
    });
    loading.set(file, loaded);
  }
  return loading.get(file);
}

const marked = here.replace(/.*page\.js/, "");
const loadRuntime = () => load(`charts.js${marked}`).then(() => window.nqpfCharts);
const loadEditor = () => load(`editor.js${marked}`).then(() => window.nqpfEditor);
const loadTest = () => load(`final-test.js${marked}`).then(() => window.nqpfFinalTest);
const loadOwnTable = () => load(`own-table.js${marked}`).then(() => window.nqpfOwnTable);
const loadTakeAlong = () => load(`take-along.js${marked}`).then(() => window.nqpfTakeAlong);
const loadLecture = () => load(`lecture.js${marked}`).then(() => window.nqpfLecture);
const loadStatement = () => load(`statement.js${marked}`).then(() => window.nqpfStatement);
const loadHands = () => load(`hands.js${marked}`).then(() => window.nqpfHands);
/** Add to an explorer's plan what its own script tells. */
const loadExplorer = (plan) =>
  load(`../../${plan.script}`).then(() => Object.assign(plan, window.nqpfExplorers[plan.slug]));

function start() {
  const begin = startExercises({ loadEditor });  // before explorers, whose first settings goals listen to
  const test = document.querySelector(".final-test");
  if (test) loadTest().then(({ startFinalTest }) => startFinalTest(test, begin));
  startProgressPage();
  startFrame(here);
  startGuesses();  // before explorers, whose links with a setting lift what covers them
  const loads = { explorer: loadExplorer, runtime: loadRuntime, hands: loadHands };
  const explorers = startExplorers(loads);
  const lecture = document.querySelector(".lecture");
  if (lecture) loadLecture().then(({ startLecture }) => startLecture(lecture, explorers));
  startGlossary();
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-take]");
    if (button) loadTakeAlong().then(({ take }) => take(button, new URL("../../", here).href));
  });
  const statement = document.querySelector("form.statement");
  if (statement) loadStatement().then(({ startStatements }) => startStatements(statement));
  const table = document.querySelector("form.own-table");
  if (table) loadOwnTable().then(({ startOwnTable }) => startOwnTable(table, askPython));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
