// What every page of the book runs. Each part finds its own elements and does nothing without them.

import { startExercises } from "./exercise.js";
import { startExplorers } from "./explorer.js";
import { startFrame } from "./frame.js";
import { startGlossary } from "./gloss.js";

const here = document.currentScript.src;
let runtime;

/** Load the chart runtime once, when the first explorer needs it. */
function loadRuntime() {
  runtime ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = here.replace(/page\.js/, "charts.js");
    script.onload = () => resolve(window.nqpfCharts);
    script.onerror = () => reject(new Error(`${script.src} could not be loaded`));
    document.head.append(script);
  });
  return runtime;
}

function start() {
  startExercises({ loadRuntime });  // before explorers, whose first settings goals listen to
  startFrame(here);
  startExplorers(loadRuntime);
  startGlossary();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
