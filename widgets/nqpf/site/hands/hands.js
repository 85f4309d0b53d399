// What a reader does in a chart itself. Loaded when the first explorer of a page is live.

import { Ground } from "./ground.js";
import { scaled } from "./scale.js";
import { startDragging } from "./drag.js";
import { startPlaying } from "./play.js";
import { Reading } from "./reading.js";

// What else lies over a chart stands on the same ground.
export { Ground, scaled };

/** Let a reader take hold of an explorer's chart. */
export function takeHold(explorer) {
  const ground = new Ground(explorer);
  new Reading(ground);
  startDragging(ground);
  startPlaying(explorer);
  explorer.figure.addEventListener("nqpf:readouts", () => ground.follow());
}
