"""Ranks of a reader's table with what is not sure about them, by the models of chapter 18.

The rank that is asked for spreads each indicator from worst to best and adds up by the reader's
weights. Beside it stand the ranks under every index that the chapter builds, and the band that
holds nine of ten draws of weights and scale.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from nqpf.models.measurement.composite import weighted_sums
from nqpf.models.measurement.every_index import Index, every_index
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks, standard_scores
from nqpf.models.measurement.rank_uncertainty import bands_of, drawn_ranks, part_above
from nqpf.numbers import percent, plain
from nqpf.own_table.cells import Cell, cell, decimal_sign, value
from nqpf.own_table.faults import TableFault, shortened
from nqpf.own_table.reading import OwnTable
from nqpf.words import _

FEWEST, MOST = 3, 2000
"""How many units are ranked: fewer have no order to speak of, more no reader looks through."""

DRAWS, FEWEST_DRAWS = 1000, 200
RANKED_IN_ALL = 60_000
"""About how many ranks are drawn, so that a long table keeps nobody waiting."""

WITHIN = 0.9
"""The part of draws that a band holds, and from which on one unit counts as above another."""

SEED = "a table of my own"


class Indicator(NamedTuple):
    """A column that is an indicator: whether more is better (1) or less (-1), and its weight."""

    name: str
    direction: int = 1
    weight: float = 1.0


class Ranked(NamedTuple):
    """A ranking: one dictionary a unit, the first first, and what there is to say about it."""

    rows: list[dict[str, Any]]
    indices: list[Index]
    sentences: list[str]
    notes: list[str]

    def csv(self) -> str:
        """Return the ranking as CSV text."""
        written = io.StringIO()
        writer = csv.DictWriter(written, fieldnames=list(self.rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return written.getvalue()


class Chosen(NamedTuple):
    """The part of a table that is ranked."""

    names: list[str]
    numbers: list[list[float]]
    left_out: list[str]


def rank(
    table: OwnTable,
    *,
    units: str,
    more: Iterable[str] = (),
    less: Iterable[str] = (),
    weights: Mapping[str, float] | None = None,
    freedom: float = 0.5,
    decimal: str = "",
    leave_out_gaps: bool = False,
) -> Ranked:
    """Return the ranking of a table, more being better in some columns and less in others.

    ``units`` is the column of names; ``weights`` by column, 1 where none is given; ``freedom`` from
    0, the weights are certain, to 1, any weights; ``decimal`` the sign before decimals, found from
    the cells if left out; ``leave_out_gaps`` ranks without the units that lack a figure. Raises
    ``TableFault``.
    """
    given = weights or {}
    both = [(name, 1) for name in more] + [(name, -1) for name in less]
    indicators = [Indicator(name, direction, given.get(name, 1.0)) for name, direction in both]
    return ranking(
        table,
        units,
        indicators,
        freedom=freedom,
        decimal=decimal,
        leave_out_gaps=leave_out_gaps,
    )


def ranking(
    table: OwnTable,
    units: str,
    indicators: Sequence[Indicator],
    *,
    freedom: float = 0.5,
    decimal: str = "",
    leave_out_gaps: bool = False,
) -> Ranked:
    """Return the ranking of a table by indicators that say their direction and weight."""
    _check_choices(table, units, indicators)
    chosen = _chosen(table, units, indicators, decimal=decimal, leave_out_gaps=leave_out_gaps)
    _check_differences(chosen, indicators)
    directions = [one.direction for one in indicators]
    weights = [one.weight for one in indicators]
    scales = [
        scale(chosen.numbers, directions) for scale in (min_max, rank_scores, standard_scores)
    ]
    scores = weighted_sums(scales[0], weights)
    own = ranks(scores)
    indices = every_index(
        chosen.numbers, directions, own=weights if len(set(weights)) > 1 else None
    )
    draws = max(FEWEST_DRAWS, min(DRAWS, RANKED_IN_ALL // len(own)))
    drawn = drawn_ranks(scales, weights=weights, freedom=freedom, draws=draws, seed=SEED)
    rows = _rows(chosen.names, scores, own, indices, drawn)
    return Ranked(
        rows,
        indices,
        _sentences(rows, indices, draws=draws, freedom=freedom),
        table.notes + _notes(chosen, indicators),
    )


def _check_choices(table: OwnTable, units: str, indicators: Sequence[Indicator]) -> None:
    for name in [units, *(one.name for one in indicators)]:
        if name not in table.head:
            raise TableFault(
                _("There is no column {name} in this table: choose among its columns.").format(
                    name=shortened(name)
                )
            )
    if len(indicators) < 2:
        raise TableFault(
            _("Choose two or more columns as indicators: by one alone there is nothing to weigh.")
        )
    for one in indicators:
        if one.name == units:
            raise TableFault(
                _("Column {name} names the units: it cannot be an indicator as well.").format(
                    name=shortened(one.name)
                )
            )
        if not 0 <= one.weight < float("inf"):
            raise TableFault(
                _("The weight of {name} must be a number of 0 or more.").format(
                    name=shortened(one.name)
                )
            )
    if not any(one.weight for one in indicators):
        raise TableFault(_("All weights are 0: give at least one indicator some weight."))


def _chosen(
    table: OwnTable,
    units: str,
    indicators: Sequence[Indicator],
    *,
    decimal: str,
    leave_out_gaps: bool,
) -> Chosen:
    """Return names and numbers of the units that have all figures."""
    names = _unit_names(table, units)
    by_column = [
        [cell(line, one.name, written) for line, written in table.column(one.name)]
        for one in indicators
    ]
    sign = decimal_sign((one for column in by_column for one in column), decimal)
    found: tuple[list[str], list[list[float]], list[str]] = ([], [], [])
    for name, cells in zip(names, zip(*by_column, strict=True), strict=True):
        gap = next((one for one in cells if one.is_gap), None)
        if gap is None:
            found[0].append(name)
            found[1].append([value(one, sign) for one in cells])
        elif leave_out_gaps:
            found[2].append(name)
        else:
            raise _gap(gap)
    _check_number(len(found[0]), len(found[2]))
    return Chosen(*found)


def _gap(gap: Cell) -> TableFault:
    return TableFault(
        _(
            "Line {line} has no figure in column {column}: write it in, leave out units with gaps, "
            "or do not use this column. An empty cell is not 0."
        ).format(line=gap.line, column=shortened(gap.column))
    )


def _unit_names(table: OwnTable, units: str) -> list[str]:
    seen: dict[str, int] = {}
    for line, name in table.column(units):
        if not name:
            raise TableFault(
                _("Line {line} has no name in column {column}: write one.").format(
                    line=line, column=shortened(units)
                )
            )
        if name in seen:
            raise TableFault(
                _(
                    "Lines {first} and {second} are both called {name} in column {column}: keep "
                    "one row a unit (of several years, one year), or choose another column."
                ).format(
                    first=seen[name], second=line, name=shortened(name), column=shortened(units)
                )
            )
        seen[name] = line
    return list(seen)


def _check_number(count: int, left_out: int) -> None:
    if count > MOST:
        raise TableFault(
            _(
                "The table has {count} rows, and at most {most} are ranked: keep the units that "
                "you compare."
            ).format(count=plain(0).text(count), most=plain(0).text(MOST))
        )
    if count < FEWEST:
        raise TableFault(
            _(
                "There are {count} units with all figures, {left_out} are left out for gaps: a "
                "ranking needs {fewest} or more."
            ).format(count=count, left_out=left_out, fewest=FEWEST)
        )


def _check_differences(chosen: Chosen, indicators: Sequence[Indicator]) -> None:
    for place, one in enumerate(indicators):
        taken = {row[place] for row in chosen.numbers}
        if len(taken) == 1:
            raise TableFault(
                _(
                    "Column {name} is {value:g} for every unit: it tells none from another, so do "
                    "not use it."
                ).format(name=shortened(one.name), value=taken.pop())
            )


def _rows(
    names: Sequence[str],
    scores: Sequence[float],
    own: Sequence[float],
    indices: Sequence[Index],
    drawn: Sequence[Sequence[float]],
) -> list[dict[str, Any]]:
    """Return a row a unit, the first by its own rank first, each with how sure it is."""
    bands = bands_of(drawn, within=WITHIN)
    order = sorted(range(len(names)), key=own.__getitem__)
    below: list[int | None] = [*order[1:], None]
    return [
        {
            "unit": names[unit],
            "rank": own[unit],
            "score": round(scores[unit], 6),
            "best_of_indices": min(one.ranks[unit] for one in indices),
            "worst_of_indices": max(one.ranks[unit] for one in indices),
            "band_best": bands.best[unit],
            "band_worst": bands.worst[unit],
            "first_in_draws": round(bands.first[unit], 4),
            "above_next": ""
            if next_one is None
            else round(part_above(drawn, unit=unit, other=next_one), 4),
        }
        for unit, next_one in zip(order, below, strict=True)
    ]


def _sentences(
    rows: Sequence[Mapping[str, Any]], indices: Sequence[Index], *, draws: int, freedom: float
) -> list[str]:
    """Return what the ranking says, the neighbours that cannot be told apart first."""
    unclear = sum(1 - WITHIN < above["above_next"] < WITHIN for above, _next in pairwise(rows))
    widest = max(rows, key=lambda row: row["worst_of_indices"] - row["best_of_indices"])
    form = plain(0)
    return [
        _(
            "Of {pairs} pairs of neighbours {unclear} cannot be told apart: neither stands above "
            "the other in nine draws of ten."
        ).format(pairs=len(rows) - 1, unclear=unclear),
        _(
            "{first} {stands} by your weights, and is first in {part} of {draws} draws of weights "
            "and scale, the weights {freedom} free."
        ).format(
            first=rows[0]["unit"],
            stands=_("stands first") if rows[0]["rank"] == 1 else _("shares the first place"),
            part=percent(0).text(rows[0]["first_in_draws"]),
            draws=form.text(draws),
            freedom=percent(0).text(freedom),
        ),
        _(
            "Over {indices} indices of this one table {unit} runs furthest, from number {best} to "
            "number {worst}."
        ).format(
            indices=len(indices),
            unit=widest["unit"],
            best=form.text(widest["best_of_indices"]),
            worst=form.text(widest["worst_of_indices"]),
        ),
    ]


def _notes(chosen: Chosen, indicators: Sequence[Indicator]) -> list[str]:
    """Return what the reader ought to know of how the table was taken."""
    found = []
    if chosen.left_out:
        found.append(_("Left out for gaps: {names}.").format(names=", ".join(chosen.left_out)))
    for place, one in enumerate(indicators):
        unit = next((n for n, row in enumerate(chosen.numbers) if row[place] < 0), None)
        if unit is not None:
            found.append(
                _(
                    "{unit} is below 0 in column {name}: no product can be taken of that, so "
                    "products are taken of values spread from a hundredth, the worst, to 1."
                ).format(unit=chosen.names[unit], name=shortened(one.name))
            )
    return found
