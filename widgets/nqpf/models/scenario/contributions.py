"""What each lever of the scenario adds, and what only all together do (chapter 19).

Levers are moved from the baseline to where they are wanted. What one of them adds depends on which
others were moved before it; three rules share the whole out, and they part company by exactly as
much as the levers work on one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import Literal, NamedTuple

from nqpf.models.elements.aggregation import shapley_values
from nqpf.models.scenario import BASELINE, HORIZON, scenario_years

Ruler = Literal["growth", "level"]


class Contributions(NamedTuple):
    """What levers add, in their order: moved first, moved last, and on average over all orders.

    ``together`` is what all add, ``interplay`` what that is beyond the sum of ``first``.
    """

    first: tuple[float, ...]
    last: tuple[float, ...]
    average: tuple[float, ...]
    together: float
    interplay: float


def contributions_of_levers(
    moved: Mapping[str, float], *, ruler: Ruler = "growth"
) -> Contributions:
    """Return what each lever adds to output in 2049 when all are moved off the baseline.

    Parameters: ``moved``, up to 8 levers as for
    :func:`~nqpf.models.scenario.scenario.scenario_years`, where they go; ``ruler`` in which the
    end is measured: ``"growth"``, the mean growth of 25 years as a log change a year, in which
    what multiplies adds up, or ``"level"``, output relative to 2024. Returns parts in the unit of
    the ruler; those of ``average`` sum to ``together``. Raises ``ValueError`` for no lever, more
    than 8, an unknown one or another ruler. Source: :cite:t:`shapley1953` for the average.

    >>> found = contributions_of_levers({"openness": .5, "research_effort": 1.5})
    >>> [round(100 * part, 2) for part in found.average], round(100 * found.interplay, 3)
    ([-0.65, 0.11], 0.006)
    """
    if ruler not in ("growth", "level"):
        raise ValueError(f"ruler = {ruler!r} is neither 'growth' nor 'level'.")
    if not 1 <= len(moved) <= 8:
        raise ValueError(f"{len(moved)} levers: move 1 to 8 of {', '.join(BASELINE)}.")
    names = list(moved)

    def end(places: list[int]) -> float:
        output = scenario_years({names[place]: moved[names[place]] for place in places})[-1].output
        return log(output) / HORIZON if ruler == "growth" else float(output)

    everything = list(range(len(names)))
    nothing, all_moved = end([]), end(everything)
    first = tuple(end([place]) - nothing for place in everything)
    last = tuple(all_moved - end([p for p in everything if p != place]) for place in everything)
    average = tuple(float(part) for part in shapley_values(len(names), end))
    together = all_moved - nothing
    return Contributions(first, last, average, together, together - sum(first))
