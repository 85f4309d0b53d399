"""What a page needs so that a reader draws a curve before it is shown."""

from __future__ import annotations

from typing import Any

from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.parts import gap_of
from nqpf.explorers.core.sketch import curve, meanings, sketched, words


def sketch_plan(explorer: Explorer, *, asks: bool) -> dict[str, Any]:
    """Return what the page's script needs; with ``asks`` it asks by itself and keeps the answer."""
    lie = curve(explorer)
    table, column = sketched(explorer).curve.split(".")
    return {
        "sketch": {
            "asks": asks,
            "table": table,
            "column": column,
            "x": lie.across.form.as_json(),
            "y": lie.upward.form.as_json(),
            "gap": gap_of(lie.upward.form).as_json(),
            "words": words(explorer),
            "texts": meanings(explorer),
        }
    }
