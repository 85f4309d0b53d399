"""Nothing moves when a control does: explorers keep their size, and controls their place."""

from __future__ import annotations

import itertools

import pytest
from explorer_page import Live
from nqpf.explorers import Explorer
from playwright.sync_api import ViewportSize

STOPS = 6
SETTINGS = 16
# Nobody sees less; and boxes of text may be told in fractions of a pixel.
SEEN = 0.5

# Moves all controls as a reader's input does, and measures when all is drawn.
MEASURE = """async ([slug, settings]) => {
  const figure = document.querySelector(`figure.explorer[data-explorer="${slug}"]`);
  const inputs = (name) => [...figure.querySelectorAll(`.explorer-controls [name="${name}"]`)];
  const found = [];
  for (const setting of settings) {
    const drawn = new Promise((done) => {
      figure.addEventListener("nqpf:readouts", done, { once: true });
    });
    for (const [name, value] of Object.entries(setting)) {
      const all = inputs(name);
      const input = all.length > 1 ? all.find((one) => Number(one.value) === value) : all[0];
      if (input.type === "checkbox") input.checked = value === 1;
      else if (input.type === "radio") input.checked = true;
      else input.value = String(value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await drawn;
    const whole = figure.getBoundingClientRect();
    const all = [...figure.querySelectorAll(".explorer-controls :is(input, select)")];
    const places = all.flatMap((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left - whole.left, top - whole.top, width, height];
    });
    const across = document.documentElement.scrollWidth - innerWidth;
    found.push([whole.width, whole.height, Math.max(across, 0), ...places]);
  }
  return found;
}"""


def settings(one: Explorer) -> list[dict[str, float]]:
    """Return the start, some stops of each control, and corners."""
    tried = [one.start]
    for control in one.controls:
        stops = control.stops
        tried += [
            one.start | {control.name: stops[place * (len(stops) - 1) // (STOPS - 1)]}
            for place in range(STOPS)
        ]
    return [*tried, *one.settings_grid(SETTINGS)]


@pytest.mark.parametrize("wide", [375, 1440])
def test_an_explorer_keeps_its_size_and_its_controls_their_place(live: Live, wide: int) -> None:
    room = live.page.viewport_size
    assert room
    live.page.set_viewport_size(ViewportSize(width=wide, height=900))
    tried = settings(live.one)
    measured = live.page.evaluate(MEASURE, [live.one.slug, tried])
    live.page.set_viewport_size(room)
    moved = [
        (setting, place, before, after)
        for (setting, found) in zip(tried, measured, strict=True)
        for place, (before, after) in enumerate(zip(measured[0], found, strict=True))
        if abs(after - before) > SEEN
    ]
    assert list(itertools.islice(moved, 3)) == []
