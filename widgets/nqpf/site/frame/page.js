// What every page of the book runs. Each part finds its own elements and does nothing without them.

import { startExercises } from "../exercise/exercise.js";
import { startProgressPage } from "../progress/progress.js";
import { startExplorers } from "../explorer/explorer.js";
import { startGuesses } from "../explorer/guess.js";
import { startFrame } from "./frame.js";
import { startGlossary } from "../reference/gloss.js";

const here = document.currentScript.src;
const loading = new Map();

/** Load another script of the book once, when it is first needed, and return what it defines. */
function load(file, name) {
  if (!loading.has(file)) {
    const loaded = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = here.replace(/page\.js/, file);
      script.onload = () => resolve(window[name]);
      script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
      document.head.append(script);
    });
    loading.set(file, loaded);
  }
  return loading.get(file);
}

const loadRuntime = () => load("charts.js", "nqpfCharts");
const loadEditor = () => load("editor.js", "nqpfEditor");

function start() {
  const begin = startExercises({ loadRuntime, loadEditor });  // before explorers, whose first settings goals listen to
  const test = document.querySelector(".final-test");
  if (test) load("final-test.js", "nqpfFinalTest").then(({ startFinalTest }) => startFinalTest(test, begin));
  startProgressPage();
  startFrame(here);
  startGuesses();  // before explorers, whose links with a setting lift what covers them
  startExplorers(loadRuntime);
  startGlossary();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
