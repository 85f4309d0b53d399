"""At the opening every control moves what is drawn: a reader who tries one sees that it matters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from in_node import Asked, asking
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.parts import Control
from nqpf.site.explorer.html import drawing

ALL = list(explorers().values())
STOPS = 12


@pytest.fixture(scope="module")
def moved() -> Iterator[Asked]:
    """Return a program that says what a control changes in a chart."""
    with asking("moved_marks.mjs") as asked:
        yield asked


def some_stops(control: Control) -> list[float]:
    """Return up to a dozen stops of a control, from one end to the other, without its start."""
    stops = control.stops
    count = min(STOPS, len(stops))
    kept = {stops[round(place * (len(stops) - 1) / (count - 1))] for place in range(count)}
    return sorted(kept - {control.start})


@pytest.mark.parametrize("width", ["wide", "phone"])
@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_every_control_moves_a_mark_at_the_opening(one: Explorer, width: str, moved: Asked) -> None:
    made = drawing(one.slug)
    tried = [(control.name, stop) for control in one.controls for stop in some_stops(control)]
    job = {
        "make": made.make,
        "frame": made.frames.get(width),
        "specification": compiled(one.slug).vega,
        "sizes": made.stills[width].sizes,
        "settings": [one.start, *(one.start | {name: stop} for name, stop in tried)],
    }
    seen = {name for (name, _stop), change in zip(tried, moved(job), strict=True) if change}
    dead = [control.name for control in one.controls if control.name not in seen]
    assert not dead, f"{one.slug}: at the opening nothing that is drawn follows {dead}"
