"""Nothing moves when a control does: explorers keep their size, and controls their place."""

from __future__ import annotations

import itertools

import pytest
from explorer_page import MOVE, Live, as_wide_as
from nqpf.explorers import Explorer

STOPS = 6
SETTINGS = 16
# Nobody sees less; and boxes of text may be told in fractions of a pixel.
SEEN = 0.5

# Moves to each setting, and measures.
MEASURE = """async ([slug, settings]) => {
  const figure = document.querySelector(`figure.explorer[data-explorer="${slug}"]`);
  const found = [];
  for (const setting of settings) {
    await move(figure, setting);
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
MOVE
}""".replace("MOVE", MOVE)


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
    tried = settings(live.one)
    with as_wide_as(live, wide, 900):
        measured = live.page.evaluate(MEASURE, [live.one.slug, tried])
    moved = [
        (setting, place, before, after)
        for (setting, found) in zip(tried, measured, strict=True)
        for place, (before, after) in enumerate(zip(measured[0], found, strict=True))
        if abs(after - before) > SEEN
    ]
    assert list(itertools.islice(moved, 3)) == []
