// Writes the functions of charts as the build does: a line of standard input is a chart as JSON,
// {specification, readouts, controls}, a line of the output its JavaScript.

import { createInterface } from "node:readline";
import { program } from "../../../widgets/nqpf/site/explorer/program.mjs";
import { viewOf } from "../../../widgets/nqpf/site/explorer/runtime.js";

for await (const line of createInterface({ input: process.stdin })) {
  const chart = JSON.parse(line);
  let found;
  try {
    const view = await viewOf(chart.specification).runAsync();
    found = program({ ...chart, datasets: {} }, { only: view }).script;
  } catch (error) {
    found = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
