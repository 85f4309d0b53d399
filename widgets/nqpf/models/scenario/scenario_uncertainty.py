"""Doubt about the scenario: which lever moves it most, and how wide it fans out (chapter 19).

Nobody knows the levers' true values. Moving each by the same part shows which of them matter in
this machine at these numbers; drawing all at once shows how far apart its paths end. Neither is a
forecast: the levers are chosen for teaching.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nqpf.algebra import quantity
from nqpf.models.measurement.tables import checked_list, value_below_which
from nqpf.models.scenario import BASELINE, scenario_years


class LeverEffect(NamedTuple):
    """A lever, and the change of output in 2049 with that part less and more of it, fractions."""

    lever: str
    less: float
    more: float


def effects_of_levers(
    levers: Mapping[str, float], *, names: Sequence[str], part: float
) -> list[LeverEffect]:
    """Return what that part less and more of each lever does to output in 2049.

    Parameters: ``levers`` as for :func:`~nqpf.models.scenario.scenario.scenario_years`;
    ``names`` of the levers to move, one at a time; ``part`` of its value, above 0 and at most 1.
    A lever stops at the end of its range. Returns an effect for each name, in their order,
    relative to the scenario with ``levers``. Raises ``ValueError`` for an unknown lever or a part
    out of range. Source: derived here from :func:`~nqpf.models.scenario.scenario.scenario_years`.

    >>> [found] = effects_of_levers({}, names=["openness"], part=.2)
    >>> round(found.less, 6), round(found.more, 6)
    (-0.061455, 0.062645)
    """
    _check(names, part)
    at, settled = {**BASELINE, **levers}, _end(levers)
    found = []
    for name in names:
        moved = (_within(name, at[name] * (1 + change)) for change in (-part, part))
        less, more = (_end({**levers, name: value}) / settled - 1 for value in moved)
        found.append(LeverEffect(name, less, more))
    return found


def drawn_levers(
    levers: Mapping[str, float],
    *,
    names: Sequence[str],
    spread: float,
    draws: int,
    seed: int | str,
) -> dict[str, list[float]]:
    """Return draws of some levers, each as likely anywhere within a spread around its value.

    They are made of ``random()``, whose sequence Python promises to keep, by adding and
    multiplying alone: the same on every machine and in the browser. Parameters: as for
    :func:`effects_of_levers`; ``spread`` a part of the value, from 0 to 1; ``draws`` a whole number
    of at least 1; any ``seed``. Returns ``draws`` numbers for each name, within the lever's range.
    Raises ``ValueError`` out of range or for an unknown lever. Source: derived here.

    >>> drawn = drawn_levers({}, names=["openness"], spread=.2, draws=2, seed=1)
    >>> [round(one, 6) for one in drawn["openness"]]
    [0.853746, 1.138973]
    """
    _check(names, spread)
    if draws < 1:
        raise ValueError(f"draws = {draws} must be at least 1.")
    generator = random.Random(seed)
    at = {**BASELINE, **levers}
    drawn: dict[str, list[float]] = {name: [] for name in names}
    for _draw in range(draws):
        for name in names:
            moved = at[name] * (1 + spread * (2 * generator.random() - 1))
            drawn[name].append(_within(name, moved))
    return drawn


def bands_of_paths(
    by_year: Sequence[Sequence[float]], *, parts: Sequence[float]
) -> list[tuple[float, ...]]:
    """Return for each year the values below which those parts of all paths lie.

    Parameters: ``by_year``, for each year one number a path; ``parts`` from 0 to 1. Returns a tuple
    a year, one value a part, each reached by one of the paths. Raises ``ValueError`` for a year
    without paths, numbers that are not finite, or a part out of range. Source: derived here by
    counting.

    >>> bands_of_paths([[1., 1., 1., 1.], [4., 1., 3., 2.]], parts=[0, .5, 1])
    [(1.0, 1.0, 1.0), (1.0, 3.0, 4.0)]
    """
    for part in parts:
        if not 0 <= part <= 1:
            raise ValueError(f"part = {part} is not from 0 to 1.")
    ordered = (sorted(checked_list(year, name="by_year")) for year in by_year)
    return [tuple(value_below_which(year, part) for part in parts) for year in ordered]


def _check(names: Sequence[str], part: float) -> None:
    unknown = sorted(set(names) - set(BASELINE))
    if unknown:
        raise ValueError(f"{unknown} are no levers; the scenario has {', '.join(BASELINE)}.")
    if not 0 <= part <= 1:
        raise ValueError(f"part = {part} is not from 0 to 1.")


def _end(levers: Mapping[str, float]) -> float:
    output: float = scenario_years(levers)[-1].output
    return output


def _within(name: str, value: float) -> float:
    declared = quantity(name)
    return min(max(value, declared.low), declared.high)
