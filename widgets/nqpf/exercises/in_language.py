"""Which fields of an exercise are texts for readers, and the exercise in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nqpf.words import is_known, said

Tell = Callable[[str, str], str]
"""Takes where a text stands, in words, and the text; returns the text to put in its place."""

LISTED = {
    "option": ("text", "message"),
    "line": ("text", "message"),
    "distractor": ("text", "message"),
    "criterion": ("name",),
    "progress": ("message",),
    "case": ("message",),
}
"""The tables of a list, ``[[option]]``, and those of their fields that are texts."""


def in_language(fields: dict[str, Any], tell: Tell | None = None) -> dict[str, Any]:
    """Return an exercise's fields with every text for readers handed through ``tell``.

    Names of functions, explorers, concepts and code stay; without ``tell`` texts are those of the
    reader's language.
    """
    tell = tell or (lambda _place, text: said(text))
    made = dict(fields)
    if isinstance(made.get("title"), str):
        made["title"] = tell("title", made["title"])
    for name, place in (("labels", "label"), ("objectives", "objective")):
        if isinstance(made.get(name), list):
            made[name] = [tell(place, one) if isinstance(one, str) else one for one in made[name]]
    is_code = made.get("code") is True
    for name, keys in LISTED.items():
        if isinstance(made.get(name), list):
            kept = tuple(key for key in keys if not (is_code and key == "text"))
            made[name] = [
                _table(f"{name} {place}", one, kept, tell)
                for place, one in enumerate(made[name], start=1)
            ]
    known = dict(zip(fields.get("labels", ()), made.get("labels", ()), strict=True))
    for one in made.get("option", ()) if isinstance(made.get("option"), list) else ():
        if isinstance(one, dict) and one.get("label") in known:
            one["label"] = known[one["label"]]
    if isinstance(made.get("wrong"), dict):
        made["wrong"] = {
            name: _table(f"wrong answer {name}", one, ("message",), tell)
            for name, one in made["wrong"].items()
        }
    if isinstance(made.get("generated"), dict):
        made["generated"] = _table("generated", made["generated"], ("message",), tell)
    return made


def parts_in_language(
    prompt: str, parts: dict[str, list[str]], tell: Tell | None = None
) -> tuple[str, dict[str, list[str]]]:
    """Return an exercise's prompt and parts, each handed through ``tell``."""
    tell = tell or (lambda _place, text: said(text))
    told = {
        name: [tell(f"{name} {place}", text) for place, text in enumerate(texts, start=1)]
        for name, texts in parts.items()
    }
    return tell("prompt", prompt), told


def is_translated(fields: dict[str, Any], prompt: str, parts: dict[str, list[str]]) -> bool:
    """Return whether every text of an exercise is in the reader's language."""
    told: list[str] = []

    def note(_place: str, text: str) -> str:
        told.append(text)
        return text

    in_language(fields, note)
    parts_in_language(prompt, parts, note)
    return all(is_known(text) for text in told if text)


def _table(place: str, table: Any, keys: tuple[str, ...], tell: Tell) -> Any:
    if not isinstance(table, dict):
        return table
    made = dict(table)
    for key in keys:
        if isinstance(made.get(key), str) and made[key]:
            made[key] = tell(f"{place}, {key}", made[key])
    if place.startswith("criterion") and isinstance(made.get("levels"), list):
        made["levels"] = [
            tell(f"{place}, level {level}", one) if isinstance(one, str) and one else one
            for level, one in enumerate(made["levels"])
        ]
    return made
