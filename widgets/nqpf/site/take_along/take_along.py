"""What a reader takes along of an explorer: frames to embed, and how to cite it."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.parts import Control
from nqpf.site.take_along.citing import UNKNOWN, bibtex, chapter_place, citation_words
from nqpf.words import EDITION

SLIDE = (1280, 720)
# A frame as wide as a column of text, in pixels; a test measures every explorer in its frame.
CHART = 656
LETTERS = 78
LINE = 24
AROUND = 350
EDITIONS = 36
PANEL = 35


def taken_along(explorer: Explorer, tallness: float, *, has_panel: bool) -> dict[str, Any]:
    """Return what the templates offer of an explorer whose chart is so tall for its width.

    ``has_panel`` says whether its model can be changed in the page.
    """
    place = chapter_place(explorer.chapter)
    width, height = SLIDE
    return {
        "place": place,
        "frame": iframe(explorer, height=frame_height(explorer, tallness, has_panel=has_panel)),
        "slide": iframe(explorer, width=width, height=height),
        "words": citation_words(explorer.title, place, explorer.slug),
        "bibtex": bibtex(explorer.title, place, explorer.slug),
    }


def iframe(explorer: Explorer, *, height: int, width: int | None = None) -> str:
    """Return the element that embeds an explorer; without ``width`` it fills its column."""
    size = f'width="{width or "100%"}" height="{height}"'
    style = "border: 1px solid #c9d0da" + ("" if width else "; max-width: 50rem")
    address = f"{UNKNOWN}/{EDITION}embed/{explorer.slug}.html"
    return (
        f'<iframe src="{address}" title="{escape(explorer.title)}" '
        f'{size} style="{style}" loading="lazy"></iframe>'
    )


def frame_height(explorer: Explorer, tallness: float, *, has_panel: bool) -> int:
    """Return how tall a frame must be, in a column of text, to show an explorer without scrolling.

    Estimated from letters and controls in steps of 20, rather too tall than too low.
    """
    words = [explorer.question, *explorer.sentences()]
    lines = sum(math.ceil(len(text) / LETTERS) for text in words)
    heights = [control_height(one) for one in explorer.controls]
    # Two controls stand beside each other.
    pairs = [max(heights[first : first + 2]) + 8 for first in range(0, len(heights), 2)]
    edition = EDITIONS if explorer.kind == "observed" else 0
    around = AROUND + LINE * lines + sum(pairs) + edition + (PANEL if has_panel else 0)
    # A chart takes no more than 60% of its frame.
    whole = around + min(CHART * tallness, 1.5 * around)
    return math.ceil(whole / 20) * 20


def control_height(control: Control) -> int:
    """Return about how tall a control is whose label may take two lines."""
    label = LINE * math.ceil((len(control.label) + len(control.symbol)) / 38)
    if control.kind == "radio":
        return label + sum(28 * math.ceil(len(option) / 34) for option in control.options)
    return label if control.kind == "toggle" else label + 34
