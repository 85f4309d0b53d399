"""What the book has of an explorer's model: its functions as readers see them, and their examples.

It is read off the source, which does not travel with a page: there a file tells it, which the build
has written.
"""

from __future__ import annotations

import functools
import inspect
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nqpf.explorers.afresh.used import used

FILE = Path(__file__).with_name("_book.json")


@dataclass(frozen=True)
class Example:
    """A line of a function's docstring, and what Python shows of its value; nothing for a step."""

    call: str
    shown: str


@dataclass(frozen=True)
class Function:
    """A function as readers see it, the module that defines it, and its examples."""

    module: str
    name: str
    text: str
    is_model: bool
    examples: tuple[Example, ...]


def functions(slug: str) -> tuple[Function, ...]:
    """Return the functions that an explorer's model is made of, the innermost first."""
    return _told()[slug] if FILE.exists() else _read(slug)


@functools.cache
def _told() -> dict[str, tuple[Function, ...]]:
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    return {slug: tuple(map(_function, listed)) for slug, listed in kept.items()}


def _function(told: dict[str, Any]) -> Function:
    examples = tuple(Example(**one) for one in told.pop("examples"))
    return Function(**told, examples=examples)


@functools.cache
def _read(slug: str) -> tuple[Function, ...]:
    return tuple(
        Function(one.module, one.name, one.text, bool(one.declaration), _examples(one.function))
        for one in used(slug)
    )


def _examples(function: Any) -> tuple[Example, ...]:
    # It brings a debugger and all of unittest with it, for which no reader of a page has to wait.
    import doctest

    parsed = doctest.DocTestParser().get_examples(inspect.getdoc(function) or "")
    return tuple(
        Example(one.source.strip(), one.want.strip()) for one in parsed if one.exc_msg is None
    )


def as_json(slugs: list[str]) -> str:
    """Return what `functions` says of explorers, for a place without the source."""
    told = {slug: [asdict(one) for one in functions(slug)] for slug in slugs}
    return json.dumps(told, ensure_ascii=False)
