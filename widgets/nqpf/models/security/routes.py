r"""Routes: how much gets through a network, and who loses when one is cut (chapter 14).

What can pass from one place to another is what the narrowest cut between them lets through. If a
route is closed, those lose who stand beyond the cut that is then the narrowest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from nqpf.models.measurement.tables import Table, check_length, checked_list
from nqpf.models.structure.input_output import checked_square

NEGLIGIBLE = 1e-12
"""A shortage below this part of demand is rounding."""


class Flow(NamedTuple):
    """The most that gets through, what each route carries, and who is on the source's side."""

    value: float
    carried: tuple[tuple[float, ...], ...]
    reached: tuple[bool, ...]


def maximum_flow(capacities: Table, *, source: int, sink: int) -> Flow:
    r"""Return the most that can pass from one node of a network to another, and how.

    What is still reached from the source when nothing more can pass is one side of the narrowest
    cut: the routes out of it carry all they can, and together they carry the flow. Parameters:
    ``capacities``, a square table, not negative, from the row's node to the column's; two positions
    in it. Returns a value, a table of what each route carries, and which nodes are reached. Raises
    ``ValueError`` for another shape, negative numbers, equal or missing positions. Source:
    :cite:t:`ford1956`, here along the shortest of the ways that are left.

    >>> maximum_flow([[0, 3, 2], [0, 0, 1], [0, 0, 0]], source=0, sink=2).value
    3.0
    """
    rows = checked_square(capacities, name="capacities")
    if source == sink or not {source, sink} <= set(range(len(rows))):
        raise ValueError(f"source {source} and sink {sink} are not two of {len(rows)} nodes.")
    left = [list(row) for row in rows]
    while steps := _shortest_way(_ways(left, source), source, sink):
        passes = min(left[start][end] for start, end in steps)
        for start, end in steps:
            left[start][end] -= passes
            left[end][start] += passes
    carried = tuple(
        tuple(max(0.0, most - rest) for most, rest in zip(row, other, strict=True))
        for row, other in zip(rows, left, strict=True)
    )
    value = fsum(carried[source]) - fsum(row[source] for row in carried)
    reached = _ways(left, source)
    return Flow(value, carried, tuple(node in reached for node in range(len(rows))))


def _ways(left: Table, source: int) -> dict[int, int]:
    """Return for each node that can be reached the one before it on a shortest way."""
    before, waiting = {source: source}, deque([source])
    while waiting:
        node = waiting.popleft()
        for other, room in enumerate(left[node]):
            if room > 0 and other not in before:
                before[other] = node
                waiting.append(other)
    return before


def _shortest_way(before: dict[int, int], source: int, sink: int) -> list[tuple[int, int]]:
    """Return the steps of the way to the sink, from last to first; none if it is out of reach."""
    steps, node = [], sink
    while node in before and node != source:
        steps.append((before[node], node))
        node = before[node]
    return steps


def supply_flow(routes: Table, *, production: Sequence[float], wanted: Sequence[float]) -> Flow:
    r"""Return the flow from all that regions make to all that they want.

    Two nodes are added behind the regions: the first sends what each region makes, the second takes
    what each wants. Parameters: ``routes``, a square table of capacities between regions, not
    negative; two lists with a number for each region. Returns a :class:`Flow`; its value is what
    arrives. Raises ``ValueError`` for other shapes and negative numbers. Source:
    :cite:t:`ford1956`; the application is derived here.

    >>> supply_flow([[0, 2], [2, 0]], production=[5, 0], wanted=[1, 4]).value
    3.0
    """
    rows = checked_square(routes, name="routes")
    made = checked_list(production, name="production", low=0.0)
    needs = checked_list(wanted, name="wanted", low=0.0)
    for name, values in (("production", made), ("wanted", needs)):
        check_length(values, len(rows), name=name, of="regions")
    table = [[*row, 0.0, need] for row, need in zip(rows, needs, strict=True)]
    ends = [[*made, 0.0, 0.0], [0.0] * (len(rows) + 2)]
    return maximum_flow([*table, *ends], source=len(rows), sink=len(rows) + 1)


def shared_supply(
    routes: Table, *, production: Sequence[float], demand: Sequence[float]
) -> list[float]:
    r"""Return what each region gets if a shortage is shared as evenly as the routes allow.

    The region worst off gets as large a part of its demand as can be, then the next, and so on: who
    gets less than others stands behind a cut that lets no more through. Parameters: as for
    :func:`supply_flow`, ``demand`` above 0. Returns an amount for each region. Raises
    ``ValueError`` for other shapes, negative numbers and a demand of 0. Source: derived here, even
    shares found by the narrowest cuts of :cite:t:`ford1956`.

    >>> shared_supply([[0, 2, 0], [0, 0, 0], [0, 0, 0]], production=[5, 0, 1], demand=[1, 4, 2])
    [1.0, 2.0, 1.0]
    """
    needs = checked_list(demand, name="demand", low=0.0)
    if 0 in needs:
        raise ValueError(f"demand[{needs.index(0)}] is 0: a part of nothing has no size.")
    given: dict[int, float] = {}
    while len(given) < len(needs):
        part, behind = _even_part(routes, production, needs, given)
        given |= {region: part * needs[region] for region in behind}
    return [given[region] for region in range(len(needs))]


def _even_part(
    routes: Table, production: Sequence[float], needs: list[float], given: dict[int, float]
) -> tuple[float, list[int]]:
    """Return the largest part that all other regions can have, and those that can have no more."""
    open_regions = [region for region in range(len(needs)) if region not in given]
    part, behind = 1.0, open_regions
    while True:
        wanted = [given.get(region, part * need) for region, need in enumerate(needs)]
        flow = supply_flow(routes, production=production, wanted=wanted)
        shortage = fsum(wanted) - flow.value
        beyond = [region for region in open_regions if not flow.reached[region]]
        if shortage <= NEGLIGIBLE * fsum(needs) or not beyond:
            return part, behind
        # The cut lets a fixed amount through: all that is short falls on those beyond it.
        part, behind = max(0.0, part - shortage / fsum(needs[one] for one in beyond)), beyond
