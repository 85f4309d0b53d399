"""Figures drawn from a seed, the same in every Python.

Only ``random.Random.random`` is used: its values for a seed are promised to stay as they are,
while the methods built on it have changed between versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Draw:
    """Draws that depend on a text alone: the exercise's slug and the seed.

    >>> Draw("growth:1").whole(1, 6) == Draw("growth:1").whole(1, 6)
    True
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self.whole(0, len(items) - 1)]

    def step(self, low: float, high: float, step: float) -> float:
        """Return one of low, low + step, …, high, free of the noise of repeated addition."""
        return round(low + step * self.whole(0, round((high - low) / step)), 10)

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """Return the items in an order of chance."""
        left = list(items)
        return [left.pop(self.whole(0, len(left) - 1)) for _item in items]
