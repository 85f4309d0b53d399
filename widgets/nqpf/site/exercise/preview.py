"""One exercise alone on a page, for its author to look at."""

from __future__ import annotations

from pathlib import Path

from nqpf.exercises import Exercise
from nqpf.exercises.kinds.change import Change
from nqpf.exercises.kinds.goal import Goal
from nqpf.places import SITE
from nqpf.site.exercise.html import standing
from nqpf.site.explorer.html import figure
from nqpf.site.keep.keep import shared_words
from nqpf.site.templating import templates
from nqpf.words import TAG


def write(exercise: Exercise) -> Path:
    """Write the page beside the built site, whose files it uses, and return its path."""
    root = f"../{SITE.name}/"
    joined = exercise.task.explorer if isinstance(exercise.task, (Goal, Change)) else None
    html = (
        templates()
        .get_template("exercise/preview.html")
        .render(
            title=exercise.title,
            standing=standing(exercise, number="1", root=root),
            figure=shared_words() + figure(joined, root) if joined else "",
            language=TAG,
            root=root,
        )
    )
    page = SITE.parent / "preview" / f"{exercise.slug}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(html, encoding="utf-8")
    return page
