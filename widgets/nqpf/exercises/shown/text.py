"""An exercise as Markdown, with how to answer it in a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.change import Change
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.code import Code
from nqpf.exercises.kinds.essay import Essay
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.kinds.order import Order
from nqpf.words import _

if TYPE_CHECKING:
    from nqpf.exercises.declaration import Exercise, Task


def as_markdown(exercise: Exercise, seed: str = "0") -> str:
    """Return the exercise as Markdown, with how to answer it in a cell."""
    figures = exercise.task.figures(seed)
    lines = [question(exercise, seed), *(fill(line, figures) for line in asked(exercise.task))]
    lines += ["", _("Answer in a cell: {call}").format(call=f"`{call_of(exercise)}`")]
    return "\n".join(lines)


def question(exercise: Exercise, seed: str = "0") -> str:
    """Return title and prompt as Markdown."""
    return f"**{exercise.title}**\n\n{fill(exercise.prompt, exercise.task.figures(seed))}\n"


def asked(task: Task) -> list[str]:
    """Return what a kind shows below its prompt, as lines of Markdown."""
    if isinstance(task, Choice):
        lines = [f"{place}. {option.text}" for place, option in enumerate(task.options, start=1)]
        labels = _("Labels: {labels}.").format(labels=_(", ").join(task.labels))
        return [*lines, "", labels] if task.labels else lines
    if isinstance(task, Order):
        return [
            f"{place}. `{line.text}`" if task.code else f"{place}. {line.text}"
            for place, line in enumerate(task.lines, start=1)
        ]
    if isinstance(task, Code):
        held = conditions(task) if isinstance(task, Change) else []
        return [*held, "```python", task.starter.rstrip(), "```", *seen(task)]
    return [task.rubric()] if isinstance(task, Essay) else []


def conditions(task: Change) -> list[str]:
    """Return what a changed model is held to, as lines of Markdown."""
    return [_("What your model is held to:"), "", *(f"* {one}" for one in task.conditions()), ""]


def seen(task: Task) -> list[str]:
    """Return how to see a changed model at work, as lines of Markdown."""
    if not isinstance(task, Change):
        return []
    call = f"explorer({task.explorer!r}).with_models({task.entry})"
    return ["", _("See it at work: {call}").format(call=f"`{call}`")]


def call_of(exercise: Exercise) -> str:
    """Return how an exercise is answered in a cell."""
    task, slug = exercise.task, repr(exercise.slug)
    if isinstance(task, Choice):
        several = "[1, 2]" if task.multiple else "1"
        return f"check({slug}, {[*task.labels[:2], '…'] if task.labels else several})"
    if isinstance(task, Order):
        return f"check({slug}, [2, 1, …])"
    if isinstance(task, Code):
        return f"check({slug}, {task.entry})"
    if isinstance(task, Essay):
        return f"check({slug}, {{'text': '…', 'levels': [1, 0, …]}})"
    if isinstance(task, Goal):
        return f"check({slug}, {next(iter(task.reached_at))}=…)"
    return f"check({slug}, '…')"
