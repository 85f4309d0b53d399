"""What becomes of exercises in a SCORM package, which `nqpf.site` makes of the book's own pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nqpf.course.assignment import Question
from nqpf.course.platforms import Fate, place_of
from nqpf.exercises import Exercise, exercises
from nqpf.exercises.kinds.code import Code
from nqpf.words import _


def fates(chosen: Iterable[Exercise], *, python: bool) -> list[Fate]:
    """Return what becomes of each exercise, in a package with the page's Python or without."""
    return [_fate(one, python) for one in chosen]


def _fate(one: Exercise, python: bool) -> Fate:
    question = Question(one.slug, one.kind, one.points)
    if not one.is_published:
        return Fate(question, "", _("it is for marking alone; no page shows its answer"))
    if isinstance(one.task, Code) and not python:
        return Fate(question, "", _("it needs Python to run; --python takes that along, 7 MB"))
    if one.kind == "open":
        note = _("readers assess themselves: it counts for completion alone")
        return Fate(question, one.kind, note)
    if one.kind == "seeded":
        note = _("each reader gets one of several sets of figures")
        return Fate(question, one.kind, note, one.points)
    return Fate(question, one.kind, points=one.points)


def summary(fates: Sequence[Fate]) -> str:
    """Return how many exercises are in the package, and what the score counts."""
    sent = [fate for fate in fates if fate.becomes]
    said = _("Exercises in the package: {sent} of {all}; points that the score counts: {points}.")
    points = sum(fate.points for fate in sent)
    return said.format(sent=len(sent), all=len(fates), points=f"{points:g}")


def beside_explorer(slug: str) -> list[Exercise]:
    """Return the exercises that readers may check themselves and that stand at an explorer."""
    published = (one for one in exercises().values() if one.is_published)
    return [one for one in published if (place := place_of(one)) and place.explorer == slug]
