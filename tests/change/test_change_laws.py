"""The laws of models: the book's obey them, and each can be broken."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest
from nqpf.explorers import modules
from nqpf.explorers.afresh.fresh import declared_as
from nqpf.explorers.afresh.used import used
from nqpf.laws.law import Law, of_book, points
from nqpf.laws.listed import LAWS, laws

EVERY = pytest.mark.parametrize("law", LAWS, ids=lambda law: f"{law.names[0]}: {law.words}")


@EVERY
def test_the_books_models_obey(law: Law) -> None:
    assert law.holds_for(of_book)


def other(function: Callable[..., Any], change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a model that gives something else than the book's."""

    def changed(**arguments: Any) -> Any:
        result = function.__wrapped__(**arguments)  # type: ignore[attr-defined]
        numbers = [one[0] if isinstance(one, list) else one for one in arguments.values()]
        moved = numbers[0] + 2 * numbers[-1]
        if not isinstance(result, (tuple, list)):
            return change(result, moved)
        made = [change(one, moved) for one in result]
        return type(result)(*made) if hasattr(result, "_fields") else type(result)(made)

    changed.__name__ = function.__name__
    changed.__signature__ = importlib.import_module("inspect").signature(function)  # type: ignore[attr-defined]
    return declared_as(function, changed)


# One of these breaks each law: too much, another sign, and something that some arguments move.
CHANGES = [lambda x, _a: 3.1 * x + 2.7, lambda x, _a: -x - 3.3, lambda x, a: x + 0.3 * a * a]


@EVERY
def test_a_law_can_be_broken(law: Law) -> None:
    def broken(change: Callable[..., Any]) -> bool:
        first = law.names[0]

        def find(module: str, name: str) -> Callable[..., Any]:
            found = of_book(module, name)
            return other(found, change) if name == first else found

        try:
            return not law.holds_for(find)
        except (ArithmeticError, TypeError, ValueError):
            return True

    assert any(map(broken, CHANGES))


def test_points_are_the_same_each_time_and_within_the_range() -> None:
    function = of_book("nqpf.models.growth.growth", "growth_contributions")
    assert points(function) == points(function)
    for point in points(function):
        function(**point)


def test_every_law_is_about_a_model_that_readers_can_change() -> None:
    shown = {one.name for slug in modules() for one in used(slug)}
    assert {name for law in LAWS for name in law.names} <= shown


def test_laws_of_a_model_are_found_by_its_functions() -> None:
    assert laws(["growth_of_productivity"])
    assert not [law for law in laws(["growth_of_productivity"]) if len(law.names) > 1]
