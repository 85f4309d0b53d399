"""What an explorer's page draws by functions of its own is what Vega draws, at any setting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from in_node import Asked, asking
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.site.explorer.html import drawing

ALL = list(explorers().values())
SETTINGS = 200


@pytest.fixture(scope="module")
def both() -> Iterator[Asked]:
    """Return a program that draws explorers by Vega and by their functions."""
    with asking("same_drawing.mjs") as asked:
        yield asked


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_the_page_draws_what_vega_draws(one: Explorer, both: Asked) -> None:
    made = drawing(one.slug)
    assert made.make is not None, made.why
    asked = compiled(one.slug)
    job: dict[str, Any] = {
        "specification": asked.vega,
        "readouts": asked.readouts,
        "datasets": asked.datasets,
        "make": made.make,
        "frames": made.frames,
        "stills": {name: still._asdict() for name, still in made.stills.items()},
        "settings": [one.start, *one.settings_grid(SETTINGS)],
    }
    found = both(job)
    assert found["settings"] == len(job["settings"])
    # The comparison would be empty if nothing that is drawn followed the controls.
    assert found["changed"] >= 2
