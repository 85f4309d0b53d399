// A model of the book, rewritten by the reader: code that can be looked at in its explorer.

import { packed } from "../../own_model/link.js";
import { Code } from "./code.js";

export class Change extends Code {
  async check() {
    const code = this.box.value;
    const verdict = await super.check();
    const ran = !["nothing", "error", "stopped", "memory"].includes(verdict.tag);
    if (ran) verdict.message += await this.link(code);
    return verdict;
  }

  /** Return a link to what was run, as the explorer's panel takes it; nothing without one here. */
  async link(code) {
    const { plan, words } = this.exercise;
    const panel = document.getElementById(plan.explorer)?.querySelector("details.own-model");
    if (!panel || typeof CompressionStream === "undefined") return "";
    const address = `#${plan.explorer}?model=${await packed({ [plan.entry]: code })}`;
    return `<p><a href="${address}">${words.see_own}</a></p>`;
  }
}
