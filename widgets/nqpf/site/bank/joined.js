// Hand-outs joined from pieces. Every text in them comes from the build; here names, numbers and
// points are written where the marks are, and nothing else.

const NAME = /@@name@@/g;
const NUMBER = /@@number@@/g;
const POINTS = /@@points@@/g;
const QUESTIONS = "@@questions@@";

/** Return a hand-out as the text of a file: its frame around the pieces, in their order. */
export function joined(kind, frame, pieces, { name, points, when }) {
  if (kind === "notebook") return notebook(frame, pieces, name);
  if (kind === "moodle") {
    const questions = pieces.map((piece) => piece.questions);
    return around(frame, questions, dated(name, when));
  }
  const numbered = pieces.map((piece, place) => piece[kind].replace(NUMBER, () => place + 1));
  return around(frame.replace(POINTS, () => points), numbered, name);
}

function around(frame, questions, name) {
  return frame.replace(QUESTIONS, () => questions.join("")).replace(NAME, () => name);
}

/** Return a notebook: the cells of the frame, then each question's, all numbered anew. */
function notebook(frame, pieces, name) {
  const numbered = pieces.map((piece, place) => filled(piece.notebook, NUMBER, place + 1));
  const cells = [filled(frame.cells, NAME, name), ...numbered].flat();
  const whole = { ...frame, cells: cells.map((cell, place) => ({ ...cell, id: `cell-${place}` })) };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

function filled(cells, mark, value) {
  const line = (text) => text.replace(mark, () => value);
  return cells.map((cell) => ({ ...cell, source: cell.source.map(line) }));
}

/** Return the name of a category with date and hour, so that importing twice can be undone. */
function dated(name, when) {
  const two = (number) => String(number).padStart(2, "0");
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join("-");
  return `${name} ${day} ${two(when.getHours())}.${two(when.getMinutes())}`;
}
