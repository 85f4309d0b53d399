"""An exercise as representations of which a host shows the richest that it can."""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.shown.text import as_markdown

if TYPE_CHECKING:
    from nqpf.exercises.declaration import Exercise

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""


def mimebundle(exercises: Sequence[Exercise]) -> dict[str, Any]:
    """Return exercises as marks for the page being built, or as text and widgets for a notebook."""
    if os.environ.get(BUILDING):
        marks = [f'<div data-nqpf-exercise="{escape(one.slug)}"></div>' for one in exercises]
        titles = [one.title for one in exercises]
        return {"text/html": "\n\n".join(marks), "text/plain": "\n\n".join(titles)}
    text = "\n\n".join(map(as_markdown, exercises))
    bundle = {"text/markdown": text, "text/plain": text}
    if any(isinstance(one.task, Choice) for one in exercises):
        bundle |= _clickable(exercises)
    return bundle


def _clickable(exercises: Sequence[Exercise]) -> dict[str, Any]:
    """Return the exercises as widgets, or nothing where there are none."""
    try:
        from nqpf.exercises.shown import jupyter
    except ImportError:
        return {}
    return jupyter.view(exercises)
