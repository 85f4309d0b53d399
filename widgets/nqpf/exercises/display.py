"""How an exercise is shown where it is displayed: on a page of the book, or in Jupyter."""

from __future__ import annotations

import os
from html import escape
from typing import Any

from nqpf.exercises.declaration import Exercise
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.choice import Choice
from nqpf.words import _

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""


def mimebundle(exercise: Exercise) -> dict[str, Any]:
    """Return an exercise as a mark for the page being built, or as text for a notebook."""
    if os.environ.get(BUILDING):
        mark = f'<div data-nqpf-exercise="{escape(exercise.slug)}"></div>'
        return {"text/html": mark, "text/plain": exercise.title}
    text = as_markdown(exercise)
    return {"text/markdown": text, "text/plain": text}


def as_markdown(exercise: Exercise, seed: str = "0") -> str:
    """Return the exercise as Markdown, with how to answer it in a cell."""
    figures = exercise.task.figures(seed)
    lines = [f"**{exercise.title}**", "", fill(exercise.prompt, figures), ""]
    if isinstance(exercise.task, Choice):
        options = enumerate(exercise.task.options, start=1)
        lines += [f"{place}. {fill(option.text, figures)}" for place, option in options]
        if exercise.task.labels:
            lines += ["", _("Labels: {labels}.").format(labels=", ".join(exercise.task.labels))]
    lines += ["", _("Answer in a cell: {call}").format(call=f"`check({exercise.slug!r}, …)`")]
    return "\n".join(lines)
