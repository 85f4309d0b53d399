"""What holds of models whatever their arguments: sums, limits, and what doubling does.

Each law is declared once. Tests hold the book's models to it; where a reader changes a model, the
page says which laws the changed one still obeys. A law speaks of functions by name, so that it can
be held against other functions than the book's.
"""

from __future__ import annotations

import importlib
import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nqpf.algebra import Quantity, declaration_of

POINTS = 30
CLOSE = 1e-9
Point = dict[str, Any]
Find = Callable[[str, str], Callable[..., Any]]
"""Returns the function of a module and a name."""


@dataclass(frozen=True)
class Law:
    """A statement about models, in words and as a test.

    ``models`` names them with their modules; ``test`` takes them in that order, and a point with
    one argument for each that the first one takes.
    """

    models: tuple[str, ...]
    words: str
    test: Callable[..., bool]

    @property
    def names(self) -> list[str]:
        """The names of the functions that it speaks of."""
        return [one.rpartition(".")[2] for one in self.models]

    def holds_for(self, find: Find) -> bool:
        """Return whether it holds at points all over the range of the first model."""
        functions = self.functions(find)
        return all(self.test(*functions, point) for point in points(functions[0]))

    def functions(self, find: Find) -> list[Callable[..., Any]]:
        """Return the functions that it speaks of."""
        parts = (one.rpartition(".") for one in self.models)
        return [find(f"nqpf.models.{module}", name) for module, _dot, name in parts]


def of_book(module: str, name: str) -> Callable[..., Any]:
    """Return the book's function of a module and a name."""
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def points(function: Callable[..., Any], count: int = POINTS) -> list[Point]:
    """Return arguments of a model from all over its range, the same each time."""
    declaration = declaration_of(function)
    drawn = random.Random(declaration.name)
    found: list[Point] = []
    while len(found) < count:
        length = drawn.randint(2, 4)
        point = {name: _drawn(one, length, drawn) for name, one in declaration.quantities.items()}
        if declaration.refusal is None or not declaration.refusal.meets(point):
            found.append(point)
    return found


def _drawn(one: Quantity, length: int, drawn: random.Random) -> Any:
    if one.each:
        return [drawn.uniform(one.low, one.high) for _place in range(max(length, one.fewest))]
    if one.whole:
        return drawn.randint(int(one.low), int(one.high))
    return drawn.uniform(one.low, one.high)


def near(one: float, other: float, close: float = CLOSE) -> bool:
    """Return whether two numbers are the same but for their last digits.

    >>> near(0.1 + 0.2, 0.3)
    True
    """
    return math.isclose(one, other, rel_tol=close, abs_tol=close)


def within(function: Callable[..., Any], **arguments: Any) -> bool:
    """Return whether arguments lie in a model's ranges, lists item by item."""
    quantities: Mapping[str, Quantity] = declaration_of(function).quantities
    return all(
        quantities[name].low <= item <= quantities[name].high
        for name, value in arguments.items()
        for item in (value if isinstance(value, list) else [value])
    )


def halves(function: Callable[..., Any], point: Point, *names: str) -> bool:
    """Return whether half of the named arguments gives half the result, as far as ranges go."""
    half = point | _halved(point, names)
    return not within(function, **half) or near(2 * function(**half), function(**point))


def stays(function: Callable[..., Any], point: Point, *names: str) -> bool:
    """Return whether half of the named arguments gives the same result, as far as ranges go."""
    half = point | _halved(point, names)
    return not within(function, **half) or near(function(**half), function(**point))


def _halved(point: Point, names: Sequence[str]) -> Point:
    return {
        name: [one / 2 for one in point[name]] if isinstance(point[name], list) else point[name] / 2
        for name in names
    }


def alike(some: Sequence[float], others: Sequence[float]) -> bool:
    """Return whether two lists of numbers are the same but for last digits."""
    return len(some) == len(others) and all(map(near, some, others))


def is_part(value: float) -> bool:
    """Return whether a number is a part of a whole, from nothing to all, but for last digits."""
    return -CLOSE <= value <= 1 + CLOSE
