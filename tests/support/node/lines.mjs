// Compares lines as the page does. A line of standard input is {set, moves, strokes, truth} as JSON, a
// line of the output {heights, found}: the guess that comes of it, and how it differs from the truth.

import { createInterface } from "node:readline";
import { compared, Line } from "../../../widgets/nqpf/site/sketch/line.js";

for await (const written of createInterface({ input: process.stdin })) {
  const { set, strokes = [], moves = [], truth } = JSON.parse(written);
  const line = new Line(set);
  for (const [from, to] of strokes) line.stroke(from, to);
  for (const [knot, height] of moves) line.move(knot, height);
  const { heights } = line;
  process.stdout.write(`${JSON.stringify({ heights, found: truth ? compared(heights, truth) : null })}\n`);
}
