"""Checks in a notebook: the same verdicts as in the page, and never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nqpf.exercises.figures import fill
from nqpf.exercises.found import find
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.result import Result
from nqpf.exercises.shown.tries import hints, tries
from nqpf.words import _

if TYPE_CHECKING:
    from nqpf.exercises.declaration import Exercise


class Text(str):
    """Markdown that a notebook renders and a terminal prints."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)

    def _repr_markdown_(self) -> str:
        return str(self)


def check(slug: str, answer: Any = None, *, seed: str = "0", **settings: float) -> Result:
    """Return whether an answer is right and why; for a goal, name the settings.

    ``answer`` is what the kind asks for: a number or text as one writes it, the number of an
    option or a list of them, lines in order, a function. Nothing that is handed in raises.
    """
    try:
        one = _exercise(slug)
        if answer is None and not settings:
            return Result(False, _("No answer yet: check({slug}, answer).").format(slug=repr(slug)))
        tries[slug] += 1
        if isinstance(one.task, Goal):
            answer = _where_explorer_stands(one.task, settings or answer)
        return one.task.check(answer, seed)
    except Exception as error:  # whatever a reader hands in is answered in words
        return Result(False, _("This could not be checked: {reason}").format(reason=error), "error")


def hint(slug: str) -> Text:
    """Return the next hint; after the last, all of them."""
    try:
        one = _exercise(slug)
    except Exception as error:
        return Text(error)
    shown = hints[slug] = min(hints[slug] + 1, len(one.hints))
    figures = one.task.figures("0")
    return Text("\n\n".join(fill(text, figures) for text in one.hints[:shown]))


def solution(slug: str) -> Text:
    """Return the way to the answer, once there has been a try."""
    try:
        one = _exercise(slug)
    except Exception as error:
        return Text(error)
    if not tries[slug]:
        return Text(_("The solution opens after a try: a wrong answer costs nothing."))
    return Text(fill(one.solution, one.task.figures("0")))


def _exercise(slug: str) -> Exercise:
    return find(slug)


def _where_explorer_stands(goal: Goal, changed: Any) -> tuple[dict[str, float], Any]:
    """Return settings and readouts of the goal's explorer."""
    # Here and at this moment alone: exercises are checked where explorers are not, in the page.
    from nqpf.explorers import explorer

    if not isinstance(changed, Mapping):
        raise TypeError(_("name the settings, as in check(slug, capital_share=0.4)."))
    shown = explorer(goal.explorer)
    settings = shown.checked(changed)
    return settings, shown.readouts(**settings)
