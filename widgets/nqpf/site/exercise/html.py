"""An exercise as HTML, complete before any script runs, and what the script needs to check it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from nqpf.exercises.declaration import Exercise
from nqpf.exercises.kinds import CODE
from nqpf.exercises.kinds.change import Change
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.code import BEGIN, END, Code
from nqpf.exercises.kinds.essay import Essay
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.kinds.number import Case, Number
from nqpf.exercises.kinds.order import Order
from nqpf.explorers import explorer
from nqpf.readers_code.running import shown as shown_value
from nqpf.site.build import markdown
from nqpf.site.exercise.goals import condition
from nqpf.site.exercise.sections import section_of
from nqpf.site.exercise.words import words
from nqpf.site.python import assets as python_assets
from nqpf.site.templating import json_for_script, templates
from nqpf.words import EDITION, _

WORDS = "nqpf-exercise-words"
"""The id of the sentences that a page brings along."""

PYTHON_MEGABYTES = 7
"""What the first run of code loads, compressed, in millions of bytes."""

VARIANTS = 16
"""How many sets of figures of a seeded exercise travel with a page."""


def standing(exercise: Exercise, *, number: str, root: str, page: str = "") -> Markup:
    """Return the exercise as it stands on that page, under that number."""
    figures = exercise.task.figures("0")

    def shown(text: str, *, inline: bool = False) -> Markup:
        made = markdown.inline(text) if inline else markdown.html(text)
        return markdown.with_figures(made, figures, figures)

    template = templates().get_template("exercise/exercise.html")
    return Markup(
        template.render(
            exercise=exercise,
            task=exercise.task,
            number=number,
            shown=shown,
            root=root,
            parts=PARTS[exercise.kind](exercise),
            check_label=check_label(exercise.kind),
            plan=Markup(json_for_script(plan(exercise, root, page))),
        )
    )


def more_words(own: Mapping[str, str]) -> Markup:
    """Return sentences that a page needs beside those that its script has.

    The script has what all exercises share in English, so a page in another language brings it too.
    """
    brought = (words() if EDITION else {}) | dict(own)
    script = '<script type="application/json" id="{}">{}</script>'
    return Markup(script).format(WORDS, Markup(json_for_script(brought)))


def without_script() -> Markup:
    """Return what a reader whose browser runs no scripts is told, once a page."""
    words = _(
        "Answers are checked by a script, which this browser does not run. Work on paper, then "
        "compare with the solutions at the end of the book."
    )
    return Markup('<p class="exercise-without-script">{}</p>').format(words)


def progress_words() -> dict[str, str]:
    """Return the sentences that only the page of progress says."""
    return {
        "mastered": _("Mastered"),
        "total": _("{solved} of {all} exercises solved, {mastered} of them three times afresh."),
        "chapter": _("{solved} of {all} solved."),
        "loaded": _("Loaded: {count}."),
        "not_loaded": _("This file holds no progress of this book."),
        "forgotten": _("Everything is forgotten."),
    }


def check_label(kind: str) -> str:
    """Return what stands on the button that checks."""
    if kind in CODE:
        return _("Run and check")
    return _("Compare") if kind == "open" else _("Check")


def plan(exercise: Exercise, root: str = "", page: str = "") -> dict[str, Any]:
    """Return what the page's script needs to know of an exercise, beside what its element says.

    ``again`` is where to read again: an address, and the title of a section of another page.
    """
    shared: dict[str, Any] = {}
    if section := section_of(exercise):
        here = section.page == page
        shared["again"] = [f"#{section.mark}"] if here else [section.address(root), section.title]
    if isinstance(exercise.task, Code):
        shared["python"] = f"{root}{'../' if EDITION else ''}{python_assets.folder_name()}/"
    return shared | PLANS[exercise.kind](exercise.task)


def choice_plan(task: Choice) -> dict[str, Any]:
    """Return the options' truths and messages, readable by anyone who looks."""
    options = [
        {"message": markdown.inline(o.message), "truth": o.truth}
        | ({"text": o.text} if task.labels else {})
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
        {"figures": task.figures(str(seed)), **numbers(case)}
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
            "said": task.says_unit,
        },
        "wrong": [
            {"name": wrong.name, "message": markdown.inline(wrong.message)} for wrong in task.wrong
        ],
        "variants": variants,
    }


def numbers(case: Case) -> dict[str, Any]:
    """Return right and wrong values with their widths; digits below any tolerance are left out."""
    right, *wrong = (_short(pair) for pair in (case.answer, *case.wrong))
    rounded = [_short(ones) for ones in case.rounded]
    return {"answer": right, "wrong": wrong} | ({"rounded": rounded} if any(rounded) else {})


def _short(values: Iterable[float]) -> list[float]:
    return [float(f"{one:.12g}") for one in values]


def goal_plan(task: Goal) -> dict[str, Any]:
    """Return the traced condition, and what is said while each part of it holds."""
    return {
        "explorer": task.explorer,
        "condition": condition(task),
        "messages": [markdown.inline(progress.message) for progress in task.progress],
        "variants": [{"figures": {}}],
    }


def order_plan(task: Order) -> dict[str, Any]:
    """Return each line as shown: its place and what it needs, or that it does not belong."""

    def made(text: str) -> str:
        return f"<code>{escape(text.strip())}</code>" if task.code else markdown.inline(text)

    lines = [
        {
            "text": made(line.text),
            "message": markdown.inline(line.message),
            "place": line.place,
            "after": line.after,
        }
        for line in task.lines
    ]
    return {"lines": lines, "count": task.count, "variants": [{"figures": {}}]}


def essay_plan(task: Essay) -> dict[str, Any]:
    """Return how many words are needed, and how many points each criterion has."""
    tops = [len(criterion.levels) - 1 for criterion in task.criteria]
    return {"words": task.words, "tops": tops, "variants": [{"figures": task.figures("0")}]}


def code_plan(task: Code) -> dict[str, Any]:
    """Return the cases' messages; calls and results come from the page's Python."""
    return {
        "seconds": task.seconds,
        "messages": [markdown.inline(case.message) for case in task.fixed],
        "generated": markdown.inline(task.generated.get("message", "")),
        "variants": [{"figures": {}}],
    }


def change_plan(task: Change) -> dict[str, Any]:
    """Return what code needs, and which function of which explorer is changed."""
    return code_plan(task) | {"explorer": task.explorer, "entry": task.entry}


def code_parts(exercise: Exercise) -> dict[str, Any]:
    """Return what a reader sees of a code exercise before running anything."""
    task = exercise.task
    assert isinstance(task, Code)
    shown_cases = [case for case in task.fixed if case.show]
    rows = task.given.get("rows", [])
    return {
        "shown": [(case.call, task.wanted(case)) for case in shown_cases],
        "columns": bool(rows),
        "count": len(rows),
        "first": shown_value(dict(rows[0])) if rows else "",
        "rows": task.starter.count("\n") + 4,
        "megabytes": PYTHON_MEGABYTES,
        "reference": "\n".join(
            line for line in task.reference_text.splitlines() if line.strip() not in (BEGIN, END)
        ),
    }


def nothing(exercise: Exercise) -> dict[str, Any]:
    """Return no more than the template has already."""
    return {}


def goal_parts(exercise: Exercise) -> dict[str, Any]:
    """Return the explorer that a goal names."""
    assert isinstance(exercise.task, Goal)
    return {"explorer": explorer(exercise.task.explorer)}


def change_parts(exercise: Exercise) -> dict[str, Any]:
    """Return what code needs, what the model is held to, and the explorer that it works in."""
    task = exercise.task
    assert isinstance(task, Change)
    return code_parts(exercise) | {
        "conditions": task.conditions(),
        "explorer": explorer(task.explorer),
    }


PLANS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "choice": choice_plan,
    "number": number_plan,
    "seeded": number_plan,
    "goal": goal_plan,
    "order": order_plan,
    "open": essay_plan,
    "code": code_plan,
    "data": code_plan,
    "change": change_plan,
}
PARTS: dict[str, Callable[[Exercise], dict[str, Any]]] = {
    "choice": nothing,
    "number": nothing,
    "seeded": nothing,
    "goal": goal_parts,
    "order": nothing,
    "open": nothing,
    "code": code_parts,
    "data": code_parts,
    "change": change_parts,
}
