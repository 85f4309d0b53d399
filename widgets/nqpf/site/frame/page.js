// What every page of the book runs. Each part finds its own elements and does nothing without them.

import "katex/contrib/copy-tex"; // formulas are copied once, as they are written in TeX
import { startExercises } from "../exercise/exercise.js";
import { startProgressPage } from "../progress/progress.js";
import { Progress } from "../progress/store.js";
import { Explorers } from "../explorer/explorer.js";
import { Guesses } from "../explorer/guess.js";
import { breathe } from "./breathe.js";
import { startFrame } from "./frame.js";
import { startFolds } from "../fold/fold.js";
import { loadScript } from "./scripts.js";
import { startGlossary } from "../reference/gloss.js";
import { askPython, showArrival, warmPython, whyNot } from "../python/runner.js";

const here = document.currentScript.src;
// Each script of the build stands beside this one and carries the same mark of its version.
const beside = (name, found) =>
  loadScript(here.replace(/page\.js/, name)).then(() => window[found]);
const loadEditor = () => beside("editor.js", "nqpfEditor");
const loadRuntime = () => beside("charts.js", "nqpfCharts");
const loadHands = () => beside("hands.js", "nqpfHands");
const loadSketch = () => beside("sketch.js", "nqpfSketch");
const loadOwnModel = () => beside("own-model.js", "nqpfOwnModel");
const loadFormula = () => beside("formula.js", "nqpfFormula");
const loadTakeAlong = () => beside("take-along.js", "nqpfTakeAlong");
const progress = () => new Progress();
/** Add to an explorer's plan what its own script tells. */
const loadExplorer = (plan) =>
  loadScript(new URL(`../../${plan.script}`, here).href).then(() =>
    Object.assign(plan, window.nqpfExplorers[plan.slug]),
  );

/** Return what tells of the frame of an explorer's chart. */
const loadFrame = ({ slug, script }) =>
  loadScript(new URL(`../../${script.replace(".js", ".frame.js")}`, here).href).then(() => window.nqpfFrames[slug]);

// The page's one Python, for scripts that come later.
const python = { python: askPython, warm: warmPython, arrival: showArrival, whyNot };

/** Let the model of an explorer be changed once its panel is opened. */
function startOwnModels(explorers) {
  const tools = { editor: loadEditor, runtime: loadRuntime, frame: loadFrame, formula: loadFormula, ...python };
  const opened = ({ target }) => {
    if (!target.open || target.dataset.started) return;
    target.dataset.started = "true";
    const explorer = explorers.find(({ figure }) => figure.contains(target));
    loadOwnModel().then(({ startOwnModel }) => startOwnModel(target, explorer, tools));
  };
  for (const panel of document.querySelectorAll("details.own-model")) {
    panel.addEventListener("toggle", opened);
    if (panel.open) opened({ target: panel });
  }
}

/** Load a part's script where the page has a place for it, and let it begin there. */
function startWhereThereIs(selector, name, found, begin) {
  const place = document.querySelector(selector);
  if (place) beside(name, found).then((part) => begin(part, place));
}

const guesses = new Guesses();
const explorers = new Explorers({
  explorer: loadExplorer,
  runtime: loadRuntime,
  hands: loadHands,
  sketch: loadSketch,
  progress,
});

function take(figure) {
  guesses.take(figure);  // before its explorer, whose links with a setting lift what covers it
  explorers.take(figure);
}

async function start() {
  startFrame(here);
  startFolds();
  await breathe();
  const begin = await startExercises({ loadEditor });  // before explorers, whose first settings goals listen to
  startProgressPage();
  await guesses.takeAll();  // before explorers, as with each of them
  const all = await explorers.takeAll();
  startOwnModels(all);
  startGlossary();
  startWhereThereIs(".final-test", "final-test.js", "nqpfFinalTest", ({ startFinalTest }, place) =>
    startFinalTest(place, begin),
  );
  startWhereThereIs(".lecture", "lecture.js", "nqpfLecture", ({ startLecture }, place) =>
    startLecture(place, all),
  );
  startWhereThereIs("form.statement", "statement.js", "nqpfStatement", ({ startStatements }, place) =>
    startStatements(place),
  );
  startWhereThereIs("form.own-table", "own-table.js", "nqpfOwnTable", ({ startOwnTable }, place) =>
    startOwnTable(place, python),
  );
  startWhereThereIs(".offline", "offline.js", "nqpfOffline", ({ startOffline }, place) =>
    startOffline(place, new URL("../../", here).href),
  );
  startWhereThereIs(".bank", "bank.js", "nqpfBank", ({ startBank }, place) => startBank(place));
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-take]");
    // A package for a learning platform says where the book is: not where the package lies.
    const book = document.documentElement.dataset.site ?? new URL("../../", here).href;
    if (button) loadTakeAlong().then(({ take }) => take(button, book));
  });
}

/** Call `action` with each element of a class as soon as all of it is there, until the page is. */
function whileItArrives(name, action) {
  const found = document.getElementsByClassName(name);
  let done = 0;
  const look = () => {
    // An element is whole once something stands behind it.
    while (done < found.length && isFollowed(found[done])) action(found[done++]);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => observer.disconnect());
  look();
}

function isFollowed(element) {
  return Boolean(element.nextSibling) || (element.parentElement && isFollowed(element.parentElement));
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
  // An address that tells a setting is followed when all is there that listens to settings.
  if (!window.location.hash) whileItArrives("explorer", take);
} else start();
