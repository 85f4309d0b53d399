// Stepping through time: buttons move a control stop by stop, and one goes on by itself until its
// end or until it is pressed again. Nothing moves that was not asked to.

const LONGEST = 700;
const SHORTEST = 150;
const WHOLE = 9000;

/** Let the buttons of an explorer step through its control, if it has such buttons. */
export function startPlaying(explorer) {
  const bar = explorer.figure.querySelector(".explorer-play");
  if (bar) new Player(explorer, bar);
}

class Player {
  constructor(explorer, bar) {
    Object.assign(this, { explorer, bar });
    this.control = explorer.controls.get(bar.dataset.control);
    const { low, high, step } = this.control;
    this.pause = Math.min(LONGEST, Math.max(SHORTEST, WHOLE / ((high - low) / step)));
    this.run = bar.querySelector("[data-run]");
    for (const button of bar.querySelectorAll("[data-turn]")) {
      button.addEventListener("click", () => {
        this.stop();
        this.step(Number(button.dataset.turn));
      });
    }
    this.run.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    // Who moves a control, drags or leaves has taken over.
    explorer.figure.addEventListener("input", () => this.stop());
    explorer.figure.addEventListener("pointerdown", ({ target }) => bar.contains(target) || this.stop());
    document.addEventListener("visibilitychange", () => this.stop());
    for (const button of bar.querySelectorAll("button")) button.disabled = false;
  }

  get value() {
    return this.explorer.setting[this.control.name];
  }

  step(turn) {
    const { low, high, step, name } = this.control;
    const value = Math.min(high, Math.max(low, this.value + turn * step));
    if (value !== this.value) this.explorer.set({ [name]: value });
  }

  start() {
    const { low, high, name } = this.control;
    if (this.value >= high) this.explorer.set({ [name]: low });
    this.timer = setInterval(() => {
      this.step(1);
      if (this.value >= high) this.stop();
    }, this.pause);
    this.say();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.say();
  }

  say() {
    const words = this.run.dataset[this.timer ? "halt" : "run"];
    if (this.run.textContent !== words) this.run.textContent = words;
  }
}
