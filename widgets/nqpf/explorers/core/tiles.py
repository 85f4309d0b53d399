"""A map of tiles: every province one square, as large as any other and near its neighbours.

A square for each leaves the smallest as easy to see and to touch as the largest, on a phone too,
and draws no border on which states differ. The arrangement is this book's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from nqpf.algebra import Scalar, lookup
from nqpf.explorers.core.drawing import written
from nqpf.explorers.core.parts import Column, Table, rows
from nqpf.explorers.core.style import colour
from nqpf.numbers import plain
from nqpf.words import _, sense

ARRANGEMENT = """
..  ..  ..  ..  ..  ..  ..  HL
..  ..  ..  ..  NM  ..  ..  JL
XJ  ..  ..  NX  SX  BJ  TJ  LN
..  QH  GS  SN  HA  HE  SD  ..
XZ  ..  SC  CQ  HB  AH  JS  SH
..  ..  YN  GZ  HN  JX  ZJ  ..
..  ..  ..  GX  GD  ..  FJ  TW
..  ..  ..  HI  MO  HK  ..  ..
"""
"""Letters of ISO 3166-2:CN in the place of their tile, north above."""

PLACES = {
    letters: (column, row)
    for row, line in enumerate(ARRANGEMENT.strip().splitlines())
    for column, letters in enumerate(line.split())
    if letters != ".."
}
"""Column and row of each tile, from the upper left corner."""

TILE = "on the tile of a place"
"""The sense of the letters of a tile, for whoever translates them."""

LETTERS = {
    "110000": "BJ", "120000": "TJ", "130000": "HE", "140000": "SX", "150000": "NM",
    "210000": "LN", "220000": "JL", "230000": "HL", "310000": "SH", "320000": "JS",
    "330000": "ZJ", "340000": "AH", "350000": "FJ", "360000": "JX", "370000": "SD",
    "410000": "HA", "420000": "HB", "430000": "HN", "440000": "GD", "450000": "GX",
    "460000": "HI", "500000": "CQ", "510000": "SC", "520000": "GZ", "530000": "YN",
    "540000": "XZ", "610000": "SN", "620000": "GS", "630000": "QH", "640000": "NX",
    "650000": "XJ",
}  # fmt: skip
"""The letters of the provinces that the book's tables hold, by the code of these tables."""

NOT_COUNTED = {"HK": _("Hong Kong"), "MO": _("Macao"), "TW": _("Taiwan")}
"""Tiles of places that the sources of the book's tables do not count, with their names."""

WITHOUT_BORDERS = _(
    "Borders: tiles tell which places lie near one another, none is drawn to scale, and no "
    "judgement on any boundary is meant. The source has no figures for Hong Kong, Macao and Taiwan."
)
"""What every such map leaves out."""


def shown(letters: str) -> str:
    """Return what stands on a tile: letters, or the sign that the reader's language has."""
    return sense(TILE, letters)


def tile(code: str) -> dict[str, Any]:
    """Return a province's letters and the column and row of its tile, by its code in the tables."""
    letters = LETTERS[code]
    column, row = PLACES[letters]
    return {"letters": shown(letters), "column": column, "row_of_map": row}


def not_counted() -> Table:
    """Return the tiles of places without a figure."""
    return rows(
        (
            {"place": name, "letters": shown(letters), "column": column, "row_of_map": row}
            for letters, name in NOT_COUNTED.items()
            for column, row in [PLACES[letters]]
        ),
        place=Column(_("Not in the source")),
    )


def framed(codes: Sequence[str], place: Scalar) -> Table:
    """Return the tile of the province at a place among ``codes``."""
    tiles = [PLACES[LETTERS[code]] for code in codes]
    column, row = ([float(one[way]) for one in tiles] for way in (0, 1))
    return rows(
        [{"column": lookup(column, place), "row_of_map": lookup(row, place)}],
        column=Column(_("Column of the chosen tile, from 0"), plain(0)),
        row_of_map=Column(_("Row of the chosen tile, from 0"), plain(0)),
    )


FULL = [0.06, 0.2, 0.34, 0.5, 0.95]
"""How full the tiles of each step are, from the lowest."""


def tile_map(
    tiles: Any, others: Any, chosen: Any, *, field: str, ends: Sequence[float], note: str, form: str
) -> Any:
    """Return a map of tiles that are fuller where a number is larger, with letters and number.

    ``tiles``, ``others`` and ``chosen`` are charts of tables that hold the columns of `tile`:
    provinces with the number ``field``, places without one, and the province that is framed.
    The four ``ends`` part five steps, which ``note`` tells; ``form`` is Vega's format.
    """
    places = alt.Scale(domain=list(range(8)), paddingInner=0.06)
    x = alt.X("column:O", axis=None, scale=places)
    y = alt.Y("row_of_map:O", axis=None, scale=places)
    above = " + ".join(f"(datum['{field}'] >= {end} ? 1 : 0)" for end in ends)
    stepped = tiles.transform_calculate(step=above).encode(x=x, y=y)
    steps = list(range(len(FULL)))
    full = alt.Scale(type="ordinal", domain=steps, range=FULL)
    # Letters are dark on what is pale and the ground's own colour on what is full.
    inks = [colour("paper" if part > 0.6 else "ink") for part in FULL]
    ink = alt.Color("step:O", scale=alt.Scale(domain=steps, range=inks), legend=None)
    empty = others.encode(x=x, y=y)
    return alt.layer(
        empty.mark_rect(filled=False, stroke=colour("muted"), strokeDash=[3, 3]),
        empty.mark_text(fontSize=11.5, color=colour("muted")).encode(text="letters:N"),
        stepped.mark_rect(fill=colour("series-1"), stroke=colour("muted"), strokeWidth=0.5).encode(
            fillOpacity=alt.FillOpacity("step:O", scale=full, legend=None)
        ),
        stepped.mark_text(dy=-7, fontSize=11.5, fontWeight="bold").encode(
            text="letters:N", color=ink
        ),
        stepped.mark_text(dy=8, fontSize=11.5).encode(
            text=alt.Text(f"{field}:Q", format=form), color=ink
        ),
        chosen.mark_rect(filled=False, stroke=colour("ink"), strokeWidth=3).encode(x=x, y=y),
        *written(others, [(note, "muted")]),
    )
