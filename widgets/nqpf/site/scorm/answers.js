// An answer as SCORM 1.2 words it: its type, what was answered, and whether it was right.

const ROOM = 255;
const UNNAMED = ["right", "other"];
const TYPES = {
  choice: "choice",
  number: "fill-in",
  seeded: "fill-in",
  open: "fill-in",
  goal: "performance",
  order: "sequencing",
  code: "performance",
  data: "performance",
  change: "performance",
};

/**
 * Return the type, response and result of an answer; `plan` is the exercise's, `tag` names the
 * mistake where the exercise knows it. An open answer is neither right nor wrong.
 */
export function reported(plan, answer, tag, correct) {
  const result = plan.kind === "open" ? "neutral" : correct ? "correct" : "wrong";
  if (plan.kind === "choice" && plan.labels.length) {
    return { type: "matching", response: pairs(answer, plan.labels.length), result };
  }
  return { type: TYPES[plan.kind], response: RESPONSES[plan.kind](answer, tag), result };
}

const letters = (places) => places.map((place) => String.fromCharCode(97 + place)).join(",");
const signs = (numbers) => numbers.map((number) => number.toString(36)).join(",");
const settings = (setting) =>
  cut(Object.entries(setting).map(([name, value]) => `${name}=${value}`).join("; "));
const RESPONSES = {
  choice: letters,
  number: withMistake,
  seeded: withMistake,
  open: ({ text }) => cut(text),
  goal: settings,
  order: signs,
  code: withMistake,
  data: withMistake,
  change: withMistake,
};

/** Return statements with their labels, as in `1.b,2.a`, from the places of ticked circles. */
function pairs(places, labels) {
  const pair = (place) => `${Math.floor(place / labels) + 1}.${letters([place % labels])}`;
  return places.map(pair).join(",");
}

/** Return what was written, and in brackets the mistake that it was recognised by. */
function withMistake(written, tag) {
  const named = UNNAMED.includes(tag) ? "" : ` [${tag}]`;
  return cut(written, ROOM - named.length) + named;
}

/** Return text in one line, no longer than a platform takes it. */
function cut(text, room = ROOM) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.slice(0, room).replace(/[\ud800-\udbff]$/, "");
}
