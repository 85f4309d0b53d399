"""An exercise as HTML, complete before any script runs, and what the script needs to check it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from nqpf.exercises.declaration import Exercise
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.kinds.number import Number
from nqpf.exercises.phrases import phrases
from nqpf.explorers import explorer
from nqpf.site import markdown
from nqpf.site.exercise_goals import conditions
from nqpf.site.figures import json_for_script, templates
from nqpf.words import _

VARIANTS = 24
"""How many sets of figures of a seeded exercise travel with a page."""


def standing(exercise: Exercise, *, number: int, root: str) -> Markup:
    """Return the exercise as it stands on a page, as the page's exercise of that number."""
    figures = exercise.task.figures("0")

    def shown(text: str, *, inline: bool = False) -> Markup:
        made = markdown.inline(text) if inline else markdown.html(text)
        return markdown.with_figures(made, figures, figures)

    template = templates().get_template("exercise.html")
    return Markup(
        template.render(
            exercise=exercise,
            task=exercise.task,
            number=number,
            shown=shown,
            root=root,
            parts=PARTS[exercise.kind](exercise),
            plan=Markup(json_for_script(plan(exercise))),
        )
    )


def shared_words() -> Markup:
    """Return the sentences of all checks, once a page."""
    words = phrases() | {
        "hint": _("Hint {shown} of {count}"),
        "next_hint": _("Next hint ({left} left)"),
        "no_hint": _("No more hints"),
        "solved": _("Solved"),
        "tried": _("Tried"),
        "not_kept": _(
            "This browser keeps nothing for the page: your answers last until you leave."
        ),
        "full": _("The browser’s store is full: this answer is not kept when you leave."),
        "moved": _("Moved to place {place} of {count}."),
    }
    script = '<script type="application/json" id="nqpf-exercise-words">{}</script>'
    return Markup(script).format(Markup(json_for_script(words)))


def plan(exercise: Exercise) -> dict[str, Any]:
    """Return what the page's script needs to know of an exercise."""
    shared = {"slug": exercise.slug, "kind": exercise.kind, "hints": len(exercise.hints)}
    return shared | PLANS[exercise.kind](exercise.task)


def choice_plan(task: Choice) -> dict[str, Any]:
    """Return the options' truths and messages, readable by anyone who looks."""
    options = [
        {"text": o.text, "message": markdown.inline(o.message), "truth": o.truth}
        for o in task.options
    ]
    return {
        "multiple": task.multiple,
        "labels": list(task.labels),
        "options": options,
        "variants": [{"figures": task.figures("0")}],
    }


def number_plan(task: Number) -> dict[str, Any]:
    """Return right and wrong values for each set of figures, with how near an answer must be."""
    seeds = range(VARIANTS if task.kind == "seeded" else 1)
    variants = [
        {"figures": task.figures(str(seed)), "answer": case.answer, "wrong": case.wrong}
        for seed in seeds
        for case in [task.case(str(seed))]
    ]
    return {
        "form": task.form.as_json(),
        "units": {
            "factors": dict(task.units.factors),
            "bare": task.units.bare,
            "required": task.units.required,
            "names": task.unit_names(),
        },
        "wrong": [
            {"name": wrong.name, "message": markdown.inline(wrong.message)} for wrong in task.wrong
        ],
        "variants": variants,
    }


def goal_plan(task: Goal) -> dict[str, Any]:
    """Return the traced conditions, and what is said while each holds."""
    return {
        "explorer": task.explorer,
        "start": explorer(task.explorer).start,
        "specification": conditions(task),
        "messages": [markdown.inline(progress.message) for progress in task.progress],
        "variants": [{"figures": {}}],
    }


def nothing(exercise: Exercise) -> dict[str, Any]:
    """Return no more than the template has already."""
    return {}


def goal_parts(exercise: Exercise) -> dict[str, Any]:
    """Return the explorer that a goal names."""
    assert isinstance(exercise.task, Goal)
    return {"explorer": explorer(exercise.task.explorer)}


PLANS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "choice": choice_plan,
    "number": number_plan,
    "seeded": number_plan,
    "goal": goal_plan,
}
PARTS: dict[str, Callable[[Exercise], dict[str, Any]]] = {
    "choice": nothing,
    "number": nothing,
    "seeded": nothing,
    "goal": goal_parts,
}
