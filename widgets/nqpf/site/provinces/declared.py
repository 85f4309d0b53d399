"""What a row of maps is made of: panels with a number for each province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from nqpf import data
from nqpf.explorers.core.tiles import FULL, LETTERS
from nqpf.numbers import NumberFormat

STEPS = len(FULL)


@dataclass(frozen=True)
class Panel:
    """A map: its title, the number of each province by its code in the tables, and its format.

    A province that the source leaves out has no number.
    """

    title: str
    numbers: Mapping[str, float]
    form: NumberFormat

    def ordered(self) -> list[str]:
        """Return the codes of the provinces, from the largest number to the smallest."""
        return sorted(self.numbers, key=lambda code: -self.numbers[code])

    def middle(self) -> float:
        """Return the number that half of the provinces reach."""
        return median(self.numbers.values())


@dataclass(frozen=True)
class ProvinceMaps:
    """Maps in one figure: of which table they are, what they show, and the time of the figures."""

    name: str
    dataset: str
    title: str
    period: str
    panels: Sequence[Panel]


def fifths(numbers: Mapping[str, float]) -> dict[str, int]:
    """Return for each place in which fifth of all it is, 0 for the lowest; equals are together.

    >>> fifths({"a": 3.0, "b": 1.0, "c": 2.0, "d": 9.0, "e": 9.0})
    {'a': 2, 'b': 0, 'c': 1, 'd': 3, 'e': 3}
    """
    return {
        place: STEPS * sum(other < number for other in numbers.values()) // len(numbers)
        for place, number in numbers.items()
    }


def of_provinces(
    dataset: str, column: str, *, year: int | None = None, over: float = 1
) -> dict[str, float]:
    """Return a column of a table by province, without the nation, each number divided by ``over``.

    Raises ``ValueError`` if a province comes twice, as it does where the year is left out of a
    table of several.
    """
    found: dict[str, float] = {}
    for row in data.rows(dataset):
        code, value = str(row["province_code"]), row[column]
        if code not in LETTERS or value is None or (year is not None and row["year"] != year):
            continue
        if code in found:
            raise ValueError(f"{dataset}: {row['province']} comes twice; say of which year.")
        found[code] = float(str(value)) / over
    return found


def parts_of_all(numbers: Mapping[str, float]) -> dict[str, float]:
    """Return what part of the sum each place has."""
    whole = sum(numbers.values())
    return {place: number / whole for place, number in numbers.items()}
