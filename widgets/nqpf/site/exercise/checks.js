// Verdicts without Python: the same rules as nqpf/exercises/kinds, on which tests hold this file.
// A verdict is {correct, message, tag}; messages are HTML that was made at build.

import { wordCount } from "./length.js";
import { INVISIBLE, mixedOrLess, readings } from "./reading.js";
import { bare, text } from "../explorer/numbers.js";

const ROUNDING = 1e-9;
const NEAR = 0.1;
/** How many characters of what could not be read are shown again. */
const LONGEST_SHOWN = 100;

/** Return a phrase with its braces filled in; what a reader wrote is escaped. */
export function phrase(words, name, values = {}) {
  return fill(words[name], values, escaped);
}

/** Return HTML in which each `{name}` is a figure. */
export function fill(html, figures, made = (value) => value) {
  return html.replace(/\{(\w+)\}/g, (whole, name) =>
    name in figures ? made(String(figures[name])) : whole,
  );
}

export function escaped(written) {
  return written.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function verdict(correct, message, tag = "other") {
  return { correct, message, tag };
}

/** Judge what was written for a number. */
export function checkNumber(plan, variant, words, written) {
  const seen = written.replace(INVISIBLE, "").trim();
  if (!seen) return verdict(false, words.nothing, "nothing");
  const found = readings(written, plan.units);
  const units = { units: plan.units.names };
  if (!found.length) {
    const mixed = mixedOrLess(written);
    const shown = [...seen].slice(0, LONGEST_SHOWN).join("");
    if (mixed) {
      return verdict(false, phrase(words, "mixed_or_less", { written: shown, mixed }), "nothing");
    }
    const unit = plan.units.names ? phrase(words, "with_unit", units) : "";
    return verdict(false, phrase(words, "unreadable", { written: shown, unit }), "nothing");
  }
  if (plan.units.required && !found[0].writtenUnit) {
    return verdict(false, phrase(words, "unit_missing", units), "unit");
  }
  const { figures, answer, wrong, rounded = [] } = variant;
  const near = (pair) => found.some(({ value }) => within(value, pair));
  if (near(answer)) return verdict(true, phrase(words, "right_number", figures), "right");
  let place = wrong.findIndex(near);
  // People round what they write: a known mistake is known by that too.
  if (place < 0) place = rounded.findIndex((ones) => ones.some((one) => near([one, 0])));
  if (place >= 0) {
    const { name, message } = plan.wrong[place];
    const shown = { ...figures, wrong: figures[`wrong_${name}`] };
    return verdict(false, fill(message, shown, escaped), name);
  }
  const value = found.reduce((best, { value: one }) =>
    Math.abs(one - answer[0]) < Math.abs(best - answer[0]) ? one : best, found[0].value);
  const shown = plan.units.said ? text : bare;
  const read = shown(plan.form, value);
  return verdict(false, phrase(words, generic(value, answer), { read }));
}

function within(value, [target, width]) {
  return Math.abs(value - target) <= width * (1 + ROUNDING) + ROUNDING * Math.abs(target);
}

function generic(value, pair) {
  const [answer] = pair;
  if (answer && within(-value, pair)) return "sign";
  for (const [name, factor] of [["hundred", 100], ["ten", 10]]) {
    if (within(value * factor, pair) || within(value / factor, pair)) return name;
  }
  if (answer && Math.abs(value - answer) <= NEAR * Math.abs(answer)) return "close";
  return value < answer ? "larger" : "smaller";
}

/** Judge chosen options, counted from 1: the first wrong one speaks first. */
export function checkChoice(plan, variant, words, chosen) {
  if (!chosen.length) return verdict(false, words.nothing, "nothing");
  const said = (option) => fill(option.message, variant.figures, escaped);
  const wrong = chosen.find((number) => !plan.options[number - 1].truth);
  if (wrong) return verdict(false, said(plan.options[wrong - 1]), `option-${wrong}`);
  const rights = plan.options.filter(({ truth }) => truth).length;
  if (chosen.length < rights) return verdict(false, words.missing, "missing");
  return verdict(true, chosen.map((number) => said(plan.options[number - 1])).join(" "), "right");
}

/** Judge the labels of statements: positions of labels, or -1 where none was chosen. */
export function checkLabels(plan, variant, words, places) {
  if (places.includes(-1)) return verdict(false, words.nothing, "nothing");
  const wrong = places.flatMap((place, n) => (place === plan.options[n].truth ? [] : [n]));
  if (!wrong.length) return verdict(true, words.right, "right");
  const all = places.length;
  const count = phrase(words, "sorted", { right: all - wrong.length, all });
  const { text: statement, message } = plan.options[wrong[0]];
  const said = fill(message, variant.figures, escaped);
  return verdict(false, `${count} <em>${statement}</em> ${said}`, `option-${wrong[0] + 1}`);
}

/** Say where a reader is on the way to a goal: the state that the traced conditions gave. */
export function checkGoal(plan, words, state) {
  if (state === 1) return verdict(true, words.goal_reached, "right");
  return verdict(false, state > 1 ? plan.messages[state - 2] : words.goal_not_yet);
}

/** Judge lines in order, by their numbers from 1; the first problem is named. */
export function checkOrder(plan, words, numbers) {
  if (!numbers.length) return verdict(false, words.nothing, "nothing");
  const done = new Set();
  for (const number of numbers) {
    const { text: line, message, place, after } = plan.lines[number - 1];
    if (place === null) {
      return verdict(false, `${fill(words.foreign, { line })} ${message}`, "distractor");
    }
    if (!after.every((one) => done.has(one))) {
      return verdict(false, `${fill(words.too_early, { line })} ${message}`, "too-early");
    }
    done.add(place);
  }
  const count = plan.count - done.size;
  if (count) return verdict(false, phrase(words, "too_few", { count }), "too-few");
  return verdict(true, words.right, "right");
}

/** Take a text and its writer's own assessment; null stands for a criterion not yet judged. */
export function checkEssay(plan, words, { text: written, levels }) {
  if (wordCount(written) < plan.words) {
    return verdict(false, phrase(words, "no_answer_given", { count: plan.words }), "nothing");
  }
  if (levels.includes(null)) return verdict(false, words.assess, "assess");
  const points = levels.reduce((sum, level) => sum + level, 0);
  const most = plan.tops.reduce((sum, top) => sum + top, 0);
  return verdict(true, phrase(words, "assessed", { points, most }), "right");
}
