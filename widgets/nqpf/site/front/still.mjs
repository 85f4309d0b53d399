// Draw charts at build with the runtime that the page uses. Reads a JSON list of
// {specification, signals, width} from standard input, writes a JSON list of SVG texts.

import { readFileSync, writeFileSync } from "node:fs";
import { apply, viewOf, widthSignals } from "./runtime.js";

const drawings = [];
for (const { specification, signals, width } of JSON.parse(readFileSync(0, "utf8"))) {
  const view = apply(viewOf(specification), signals);
  const sizes = await widthSignals(view, specification, width);
  // A chart that fits its axes into its size settles in a second run, as in the page.
  for (let run = 0; run < 2; run += 1) await apply(view, sizes).runAsync();
  drawings.push(await view.toSVG());
}
writeFileSync(1, JSON.stringify(drawings));
