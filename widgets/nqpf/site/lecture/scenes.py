"""Scenes of a chapter for the lecture hall, read from ``scenes.toml`` beside its exercises.

A scene is an explorer in a setting, a question for a show of hands, and a sentence that answers
it. What the sentence says is computed: a number in it is a value of the explorer, by its name in
braces, and its words are held to by the options and by `claim`, which must be true of the setting.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nqpf.explorers import explorer
from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.parts import Value, number
from nqpf.places import ROOT

KEYS = {"explorer", "from", "set", "ask", "says", "guess", "options", "claim"}
PLACE = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True)
class Scene:
    """An explorer as it stands when the question is asked, and as it stands with the answer.

    Either the class says a number, which is the readout ``guess``, or hands are counted for
    ``options``, of which ``right`` is the place of the one that is true.
    """

    explorer: Explorer
    asked_at: Mapping[str, float]
    answered_at: Mapping[str, float]
    ask: str
    says: str
    guess: Value | None
    options: tuple[str, ...]
    right: int

    @property
    def covered(self) -> bool:
        """Whether the chart would give the answer away while the question is asked."""
        return self.asked_at == self.answered_at


def scenes_files() -> dict[int, Path]:
    """Return the file of each chapter that has scenes, by the chapter's number."""
    found = sorted((ROOT / "chapters").glob("part*/ch??/scenes.toml"))
    return {int(file.parent.name[2:]): file for file in found}


def scenes(number: int) -> list[Scene]:
    """Return a chapter's scenes in their order, none if it has no file.

    Raises ``ValueError`` naming chapter, scene and what is wrong with it.
    """
    file = scenes_files().get(number)
    return list(_known(file.read_text(encoding="utf-8"), number)) if file else []


@functools.cache
def _known(text: str, chapter: int) -> tuple[Scene, ...]:
    # Guides ask for the scenes of a chapter at each of their steps, and each runs its models.
    return tuple(read(text, chapter))


def read(text: str, chapter: int) -> list[Scene]:
    """Return the scenes that a text declares for a chapter."""
    declared = tomllib.loads(text).get("scene", [])
    found = []
    for place, one in enumerate(declared, start=1):
        try:
            found.append(scene(one, chapter))
        except (ValueError, KeyError, LookupError) as wrong:
            raise ValueError(f"chapter {chapter}, scene {place}: {wrong}") from wrong
    return found


def scene(one: Mapping[str, Any], chapter: int) -> Scene:
    """Return a declared scene; raises ``ValueError`` saying what is wrong with it."""
    if unknown := set(one) - KEYS:
        raise ValueError(f"{sorted(unknown)} is no part of a scene; there are {sorted(KEYS)}.")
    if missing := {"explorer", "ask", "says"} - set(one):
        raise ValueError(f"it lacks {sorted(missing)}.")
    shown = explorer(one["explorer"])
    if shown.chapter != chapter:
        raise ValueError(f"{shown.slug} belongs to chapter {shown.chapter}.")
    asked, answered = (shown.checked(one.get(key, {})) for key in ("from", "set"))
    known = names(shown, answered, asked)
    given = one.get("options", {})
    guess = one.get("guess")
    if bool(given) == bool(guess):
        raise ValueError("the class says a number (guess), or hands are counted (options).")
    right = [text for text, condition in given.items() if holds(condition, known)]
    if given and (len(given) < 2 or len(right) != 1):
        raise ValueError(f"of {list(given)} one must be right, and {right} are.")
    if "claim" in one and not holds(one["claim"], known):
        raise ValueError(f"it is not so that {one['claim']}.")
    values = shown.at(**answered).values()
    if guess and (guess not in values or values[guess].words):
        raise ValueError(f"{guess} is no number of {shown.slug}; it has {list(values)}.")
    ask, says = (filled(one[key], shown, answered, asked) for key in ("ask", "says"))
    refuse_what_gives_away(one["ask"], shown)
    for text in given:
        refuse_digits(text)
    return Scene(
        shown,
        asked,
        answered,
        ask,
        says,
        values[guess] if guess else None,
        tuple(given),
        list(given).index(right[0]) if given else -1,
    )


def names(
    shown: Explorer, answered: Mapping[str, float], asked: Mapping[str, float]
) -> dict[str, Any]:
    """Return what a claim may name: values and controls, and ``before.`` those of the question."""

    def of(setting: Mapping[str, float]) -> dict[str, Any]:
        values = shown.at(**setting).values()
        told = {name: one.text(number(one.value)) for name, one in values.items() if one.words}
        return {**setting, **{name: number(one.value) for name, one in values.items()}, **told}

    return {**of(answered), "before": SimpleNamespace(**of(asked))}


def filled(
    text: str, shown: Explorer, answered: Mapping[str, float], asked: Mapping[str, float]
) -> str:
    """Return a sentence with the values that it names, as readers see them.

    Raises ``ValueError`` if it holds a digit of its own, or names what the explorer does not have.
    """
    refuse_digits(text)

    def texts(setting: Mapping[str, float]) -> dict[str, str]:
        controls = {one.name: one.text(setting[one.name]) for one in shown.controls}
        values = shown.at(**setting).values()
        return controls | {name: one.text(number(one.value)) for name, one in values.items()}

    known = texts(answered) | {f"before.{name}": one for name, one in texts(asked).items()}

    def value(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise ValueError(f"{shown.slug} has no {match[1]}; it has {sorted(known)}.")
        return known[match[1]]

    return " ".join(PLACE.sub(value, text).split())


def refuse_digits(text: str) -> None:
    """Raise ``ValueError`` if a sentence holds a number that no model computes."""
    if found := re.search(r"\d", PLACE.sub("", text)):
        raise ValueError(f"a number is typed ({found[0]}): name a value of the explorer in braces.")


def refuse_what_gives_away(ask: str, shown: Explorer) -> None:
    """Raise ``ValueError`` if a question names a value of its answer."""
    controls = {one.name for one in shown.controls}
    for name in PLACE.findall(ask):
        if not name.startswith("before.") and name not in controls:
            raise ValueError(f"the question gives {name} away: ask with before.{name}.")


def holds(condition: str, known: Mapping[str, Any]) -> bool:
    """Return whether a condition on named values is true.

    Raises ``ValueError`` for what names something else, or is no condition.

    >>> holds("share > 0.5 and abs(share - before) < 0.2", {"share": 0.6, "before": 0.5})
    True
    """
    try:
        return bool(eval(condition, {"__builtins__": {"abs": abs}}, dict(known)))
    except (ArithmeticError, AttributeError, NameError, SyntaxError, TypeError) as wrong:
        raise ValueError(f"{condition} is nothing that a condition can say: {wrong}.") from wrong
