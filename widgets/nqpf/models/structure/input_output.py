r"""Input-output tables: what one more yuan of demand sets off all along the chain (chapter 13).

A row of flows says where a sector's product goes, a column what a sector buys. From them follow how
much of everything a unit of final demand needs, directly and indirectly. A table must be balanced,
square, without negative flows and productive; what is not is refused by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from nqpf.models.measurement.tables import (
    Table,
    check_length,
    checked_list,
    checked_table,
    columns,
    dot,
)

SINGULAR = 1e-12
"""A pivot this near to 0 counts as 0."""


def technical_coefficients(flows: Table, output: Sequence[float]) -> list[list[float]]:
    """Return what a unit of each sector's output takes from each sector: flows over output.

    Parameters: ``flows`` from row to column, square and not negative, in one unit of money;
    ``output`` of each sector, above 0, in the same unit. Returns a square table of fractions.
    Raises ``ValueError`` for a table that is not square, a negative flow, unequal lengths or an
    output of 0 or less. Source: :cite:t:`miller2009`, chapter 2.

    >>> technical_coefficients([[150, 500], [200, 100]], [1000, 2000])
    [[0.15, 0.25], [0.2, 0.05]]
    """
    rows, made = _checked_flows(flows, output)
    return [[flow / made[buyer] for buyer, flow in enumerate(row)] for row in rows]


def allocation_coefficients(flows: Table, output: Sequence[float]) -> list[list[float]]:
    """Return which part of each sector's output goes to each sector: flows over the seller's.

    Parameters and errors as for :func:`technical_coefficients`. Returns a square table of
    fractions. Source: :cite:t:`miller2009`, chapter 12.

    >>> allocation_coefficients([[150, 500], [200, 100]], [1000, 2000])
    [[0.15, 0.5], [0.1, 0.05]]
    """
    rows, made = _checked_flows(flows, output)
    return [[flow / made[seller] for flow in row] for seller, row in enumerate(rows)]


def leontief_inverse(coefficients: Table) -> list[list[float]]:
    """Return what a unit of final demand for each column takes from each row, all rounds included.

    Given technical coefficients this is Leontief's inverse, given allocation coefficients Ghosh's.
    Parameters: ``coefficients``, square and not negative. Returns a square table of ratios. Raises
    ``ValueError`` for a table that is not square, a negative coefficient, or one that is not
    productive: sectors that use up more than they make. Source: :cite:t:`leontief1936`;
    :cite:t:`miller2009`, chapter 2.

    >>> inverse = leontief_inverse([[.15, .25], [.2, .05]])
    >>> [[round(entry, 6) for entry in row] for row in inverse]
    [[1.254125, 0.330033], [0.264026, 1.122112]]
    """
    rows = checked_square(coefficients, name="coefficients")
    size = len(rows)
    # Elimination without exchange of rows: its pivots are all positive if, and only if, the table
    # is productive (the condition of Hawkins and Simon).
    work = [
        [float(place == other) - row[other] for other in range(size)]
        + [float(place == other) for other in range(size)]
        for place, row in enumerate(rows)
    ]
    for step in range(size):
        pivot = work[step][step]
        if pivot <= SINGULAR:
            raise ValueError(
                f"the table is not productive: with the sectors before it, sector {step} uses up "
                "at least as much as it makes."
            )
        work[step] = [entry / pivot for entry in work[step]]
        _eliminate(work, step)
    return [row[size:] for row in work]


def ghosh_inverse(flows: Table, output: Sequence[float]) -> list[list[float]]:
    """Return what a unit of primary input into each row becomes in each column's output.

    Parameters and errors as for :func:`technical_coefficients` and :func:`leontief_inverse`.
    Returns a square table of ratios. Source: :cite:t:`miller2009`, chapter 12.

    >>> inverse = ghosh_inverse([[150, 500], [200, 100]], [1000, 2000])
    >>> [round(sum(row), 6) for row in inverse]
    [1.914191, 1.254125]
    """
    return leontief_inverse(allocation_coefficients(flows, output))


def output_for_demand(inverse: Table, final_demand: Sequence[float]) -> list[float]:
    """Return the output of each sector that a final demand needs.

    Parameters: ``inverse`` from :func:`leontief_inverse`; ``final_demand`` a sector, in money.
    Returns the same unit. Raises ``ValueError`` for unequal lengths. Source:
    :cite:t:`miller2009`, chapter 2.

    >>> inverse = leontief_inverse([[.15, .25], [.2, .05]])
    >>> [round(output, 3) for output in output_for_demand(inverse, [600, 1500])]
    [1247.525, 1841.584]
    """
    rows = checked_square(inverse, name="inverse")
    wanted = checked_list(final_demand, name="final_demand")
    check_length(wanted, len(rows), name="final_demand", of="sectors")
    return [dot(row, wanted) for row in rows]


def rounds_of_demand(
    coefficients: Table, final_demand: Sequence[float], *, rounds: int
) -> list[list[float]]:
    r"""Return what each sector is asked for in each round: first by buyers, then by suppliers.

    Round k is :math:`A^k f`, and all rounds together are the Leontief inverse times the demand.
    Parameters: ``coefficients``, square and not negative; ``final_demand`` a sector, in money;
    ``rounds`` after the first, 0 or more. Returns ``rounds`` + 1 lists of the same unit. Raises
    ``ValueError`` for another shape, a negative coefficient, unequal lengths or rounds below 0.
    Source: :cite:t:`miller2009`, chapter 2, the power series of the inverse.

    >>> rounds_of_demand([[0, 0], [.5, 0]], [100, 0], rounds=2)
    [[100.0, 0.0], [0.0, 50.0], [0.0, 0.0]]
    """
    rows = checked_square(coefficients, name="coefficients")
    asked = checked_list(final_demand, name="final_demand")
    check_length(asked, len(rows), name="final_demand", of="sectors")
    if rounds < 0:
        raise ValueError(f"rounds = {rounds} is below 0.")
    found = [asked]
    for _ in range(rounds):
        found.append([dot(row, found[-1]) for row in rows])
    return found


def value_added(flows: Table, output: Sequence[float]) -> list[float]:
    """Return what each sector adds: its output less what it buys from the sectors of the table.

    In a table of domestic flows it still holds the imports that sectors buy. Parameters and errors
    as for :func:`technical_coefficients`. Returns money of the same unit. Source:
    :cite:t:`miller2009`, chapter 2.

    >>> value_added([[150, 500], [200, 100]], [1000, 2000])
    [650.0, 1400.0]
    """
    rows, made = _checked_flows(flows, output)
    return [own - fsum(column) for own, column in zip(made, columns(rows), strict=True)]


def check_balance(
    *, flows: Table, final_demand: Sequence[float], output: Sequence[float], tolerance: float
) -> None:
    """Raise ``ValueError`` unless each sector's sales and final deliveries sum to its output.

    ``tolerance`` is in the money of the table: what rounding may leave.

    >>> check_balance(flows=[[150, 500], [200, 100]], final_demand=[350, 1700],
    ...               output=[1000, 2000], tolerance=.01)
    """
    rows, made = _checked_flows(flows, output)
    delivered = checked_list(final_demand, name="final_demand")
    check_length(delivered, len(rows), name="final_demand", of="sectors")
    for sector, (row, last) in enumerate(zip(rows, delivered, strict=True)):
        gap = fsum(row) + last - made[sector]
        if abs(gap) > tolerance:
            raise ValueError(f"sector {sector} is out of balance: its uses exceed it by {gap:g}.")


def checked_square(table: Table, *, name: str) -> list[list[float]]:
    """Return the rows of a square table without negative numbers.

    Raises ``ValueError`` for another shape or a negative number.

    >>> checked_square([[0, 1], [0, 0]], name="flows")
    [[0.0, 1.0], [0.0, 0.0]]
    """
    rows = checked_table(table, name=name, low=0.0)
    if len(rows) != len(rows[0]):
        raise ValueError(f"{name} is not square: {len(rows)} rows, {len(rows[0])} columns.")
    return rows


def _checked_flows(flows: Table, output: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    rows = checked_square(flows, name="flows")
    made = checked_list(output, name="output")
    check_length(made, len(rows), name="output", of="sectors")
    for sector, own in enumerate(made):
        if own <= 0:
            raise ValueError(f"output[{sector}] = {own:g}: a sector of the table makes something.")
    return rows, made


def _eliminate(work: list[list[float]], step: int) -> None:
    """Take the pivot row from all others, so that only it has an entry in the pivot's column."""
    pivot_row = work[step]
    for place, row in enumerate(work):
        factor = row[step]
        if place != step and factor:
            work[place] = [
                entry - factor * other for entry, other in zip(row, pivot_row, strict=True)
            ]
