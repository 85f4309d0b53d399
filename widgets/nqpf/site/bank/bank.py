"""The bank as HTML: all exercises by chapter, complete before any script runs."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from markupsafe import Markup

from nqpf.exercises import Exercise, exercises
from nqpf.site.bank.minutes import BOUNDS, minutes_of
from nqpf.site.plan.chapters import titles
from nqpf.site.templating import json_for_script, templates
from nqpf.words import _


def offered(chapters: set[int]) -> list[Exercise]:
    """Return the exercises that readers may see of these chapters, in the order of the book.

    What is only graded never reaches a page.
    """
    return [one for one in exercises().values() if one.is_published and one.chapter in chapters]


def rendered(
    offer: list[Exercise], pages: dict[int, str], root: str, plan: dict[str, Any]
) -> Markup:
    """Return the list, its filters, and what the page's script needs beside ``plan``."""
    chapters = [
        (number, titles()[number], f"{root}{pages[number]}.html", list(group))
        for number, group in groupby(offer, key=lambda one: one.chapter)
    ]
    kinds = sorted({one.kind for one in offer}, key=list(kind_words()).index)
    return Markup(
        templates()
        .get_template("bank/bank.html")
        .render(
            chapters=chapters,
            count=len(offer),
            kinds=kinds,
            kind_words=kind_words(),
            levels=sorted({one.difficulty for one in offer}),
            is_marked=is_marked,
            bounds=BOUNDS,
            minutes_of=minutes_of,
            name=plan["name"],
            plan=Markup(json_for_script(plan | {"words": words()})),
        )
    )


def is_marked(exercise: Exercise) -> bool:
    """Return whether an answer is marked without anybody reading it."""
    return exercise.kind != "open"


def kind_words() -> dict[str, str]:
    """Return what the kinds are called where somebody chooses among them."""
    return {
        "choice": _("choice"),
        "number": _("number"),
        "seeded": _("number, with figures of one’s own"),
        "order": _("order"),
        "goal": _("goal in an explorer"),
        "code": _("code"),
        "data": _("code on data"),
        "change": _("change of a model"),
        "open": _("open answer"),
    }


def words() -> dict[str, str]:
    """Return the sentences of the page's script."""
    return {
        "said": _(
            "Shown: {shown} of {all}. In your list: {count}; points: {points}; "
            "minutes to plan: {minutes}."
        ),
        "some": _("{shown} of {all}"),
        "preview": _("Preview"),
        "add": _("Add to my list"),
        "take_out": _("Take out"),
        "up": _("Up"),
        "down": _("Down"),
        "of": _("{what}: {title}"),
        "added": _("Added: {title}."),
        "taken_out": _("Taken out: {title}."),
        "moved": _("{title} is now number {place}."),
        "emptied": _("Your list is empty."),
        "again": _("Press again to empty the list"),
        "not_kept": _("This browser keeps nothing for the page: the list lasts until you leave."),
        "bad_name": _("Write a name of letters, digits, - and _ that begins with a letter."),
        "copied": _("Copied."),
        "select": _("Selected: copy it with your keyboard."),
        "failed": _("Chapter {chapter} could not be loaded. Try again."),
        "saved": _("Saved: {file}."),
        "none_for_moodle": _("No question of your list can go to Moodle."),
        "left_out": _("Left out: {title} ({why})."),
        "noted": _("{title}: {why}."),
    }
