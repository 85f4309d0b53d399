"""Shapes that the explorers' charts share: axes, named colours, and a point on its curve."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeVar

import altair as alt

from nqpf.explorers.core.style import colour, series
from nqpf.words import _

Place = TypeVar("Place", alt.X, alt.Y)
Cut = Literal["above", "below", "right"]
CUTS: dict[Cut, str] = {
    "above": _("cut above"),
    "below": _("cut below"),
    "right": _("cut at right"),
}
"""What an axis says that a curve may leave by an end of it; the words of one end each."""


def _numeric(
    channel: type[Place],
    field: str,
    title: str | list[str] | None,
    domain: Sequence[float],
    *,
    ticks: int | Sequence[float] = 5,
    cut: Cut | None = None,
    ratios: bool = False,
    **axis: Any,
) -> Place:
    """Return the place of a numeric field on a channel, with fixed ends.

    ``ticks`` is about how many marks the axis has, or where they stand; ``format="%"`` and what
    else Altair's axes take goes on to the axis; with ``ratios`` equal steps multiply by the same
    number. At some setting a curve may leave the chart: its axis says so by ``cut``.
    """
    kind: dict[str, Any] = {"type": "log"} if ratios else {}
    scale = alt.Scale(domain=list(domain), nice=False, **kind)
    marks: dict[str, Any] = {"tickCount": ticks} if isinstance(ticks, int) else {"values": ticks}
    if cut:
        named = str(title)
        # What stands in brackets already takes the remark in, in whichever width they are.
        bracketed = named.endswith((")", "）"))
        words = _("{title}; {cut})") if bracketed else _("{title} ({cut})")
        title = words.format(title=named[:-1] if bracketed else named, cut=CUTS[cut])
    return channel(f"{field}:Q", title=title, scale=scale, axis=alt.Axis(**marks, **axis))


# The horizontal and the vertical place of a field: ``across("labour", "Labour", [0, 1])``.
across = functools.partial(_numeric, alt.X)
upward = functools.partial(_numeric, alt.Y)


def listed(field: str, names: Sequence[str], **axis: Any) -> alt.Y:
    """Return the places of named rows, from the top in the order given, without a title."""
    return alt.Y(f"{field}:N", sort=list(names), title=None, axis=alt.Axis(**axis))


def named_colours(
    field: str,
    names: Sequence[str],
    hues: Sequence[str] | None = None,
    *,
    columns: int | None = None,
    legend: bool = True,
) -> alt.Color:
    """Return a colour for each name, by default those of the series in their order."""
    scale = alt.Scale(domain=list(names), range=list(hues or series(len(names))))
    shown: dict[str, Any] = {} if legend else {"legend": None}
    if columns:
        shown = {"legend": alt.Legend(columns=columns)}
    return alt.Color(f"{field}:N", sort=list(names), title=None, scale=scale, **shown)


def full(field: str, *, others: float = 0.65) -> alt.FillOpacity:
    """Return a filling that is full where the field is 1, and paler at all others."""
    scale = alt.Scale(domain=[0, 1], range=[others, 1])
    return alt.FillOpacity(f"{field}:N", scale=scale, legend=None)


def folded(table: Any, parts: Mapping[str, str], *, value: str) -> Any:
    """Return a chart of one mark for each named column: its name as ``name``, what it holds."""
    names = ",".join(f"'{key}':'{name}'" for key, name in parts.items())
    long = table.transform_fold(list(parts), as_=["key", value])
    return long.transform_calculate(name="{" + names + "}[datum.key]")


def present(field: str) -> alt.Opacity:
    """Return an opacity that shows a mark where the field is 1, and nothing where it is 0."""
    return alt.Opacity(f"{field}:N", scale=alt.Scale(domain=[0, 1], range=[0, 1]), legend=None)


# The charts of a table are made when the explorer is compiled: their types are not known here.
def on_edge(points: Any, y: alt.Y) -> Any:
    """Return points that stand on the edge as an arrow where their place lies beyond it."""
    told: dict[str, Any] = y.to_dict()  # type: ignore[assignment]  # because one channel is no list
    field, (low, high) = told["field"], sorted(told["scale"]["domain"])
    inside = points.transform_calculate(inside=f"min(max(datum['{field}'], {low}), {high})")
    arrows = (
        alt.when(f"datum['{field}'] > {high}")
        .then(alt.value("triangle-up"))
        .when(f"datum['{field}'] < {low}")
        .then(alt.value("triangle-down"))
        .otherwise(alt.value("circle"))
    )
    return inside.encode(y=alt.Y("inside:Q"), shape=arrows)


def curve_and_point(
    curve: Any, point: Any, *, x: alt.X, y: alt.Y, hue: str, cut: bool = False
) -> Any:
    """Return a curve, and the reader's case as a point on it, whose place is the field ``at``.

    With ``cut`` the case may lie beyond the axis: there it is an arrow on the edge.
    """
    line = curve.mark_line(color=hue, clip=True).encode(x=x, y=y)
    here = point.mark_point(size=120, color=hue, opacity=1).encode(x="at:Q", y=y)
    return line + (on_edge(here, y) if cut else here)


def curves_and_points(
    curves: Any,
    point: Any,
    *,
    x: alt.X,
    y: Callable[[str], alt.Y],
    lines: Iterable[tuple[str, str, Sequence[int]]],
    cut: bool = False,
) -> list[Any]:
    """Return several curves over one axis, each with the reader's case as a point on it.

    ``lines`` names each one's field, colour token and dashes; ``y`` places a field; the point's
    place is the field ``at``. With ``cut`` it may lie beyond the axis, as an arrow on the edge.
    """
    layers = []
    for field, token, dash in lines:
        hue = colour(token)
        drawn = curves.mark_line(
            color=hue, strokeDash=list(dash), **({"clip": True} if cut else {})
        )
        here = point.mark_point(size=110, color=hue).encode(x=alt.X("at:Q"), y=y(field))
        layers += [drawn.encode(x=x, y=y(field)), on_edge(here, y(field)) if cut else here]
    return layers


def above_one_another(upper: Any, lower: Any, *, heights: tuple[int, int]) -> Any:
    """Return two charts, one above the other, with their heights in pixels."""
    first, second = heights
    return alt.vconcat(upper.properties(height=first), lower.properties(height=second), spacing=16)


def numbers(bars: Any, field: str, *, y: alt.Y, at: float, format: str) -> Any:
    """Return the numbers of bars as a column that ends at one place, where no bar reaches."""
    shown = alt.Text(f"{field}:Q", format=format)
    return bars.mark_text(align="right").encode(x=alt.datum(at), y=y, text=shown)


def once(table: Any) -> Any:
    """Return the chart of a table's first row alone, for what is drawn once."""
    return table.transform_filter("datum.row === 0")


def on_paper(*texts: Any) -> list[Any]:
    """Return marks of text, each over a rim of paper, which keeps lines off its letters.

    For names that go where their curve goes, and so come to others at some settings.
    """
    rims = [text.copy() for text in texts]
    paper = {"color": colour("paper"), "stroke": colour("paper"), "strokeWidth": 4, "aria": False}
    for rim, text in zip(rims, texts, strict=True):
        rim.mark = alt.MarkDef(**(text.mark.to_dict() | paper | {"strokeJoin": "round"}))
    return [*rims, *texts]


LINE = 18
"""Pixels from one line of notes to the next."""


def written(
    table: Any,
    lines: Iterable[tuple[str, str]],
    *,
    side: Literal["left", "right", "above"] = "left",
    top: int = 14,
) -> list[Any]:
    """Return lines of text for a corner or above a plot, each as its words and colour token.

    The chart of any ``table`` will do; in a corner the first line stands ``top`` pixels below the
    upper edge. Where at some setting a curve comes into every corner, they stand ``above``.
    """
    listed = list(lines)
    corner: dict[str, Any] = {"x": "width", "dx": -8} if side == "right" else {"x": 12}
    if side == "above":
        corner, top = {"x": 0}, LINE // 2 - LINE * len(listed)
    align = "right" if side == "right" else "left"
    return [
        once(table)
        .mark_text(
            align=align, y=top + LINE * place, fontWeight="bold", color=colour(token), **corner
        )
        .encode(text=alt.value(words))
        for place, (words, token) in enumerate(listed)
    ]


def written_above(specification: Any) -> int:
    """Return how many pixels the notes take that a specification has above its plot."""
    if isinstance(specification, list):
        return max(map(written_above, specification), default=0)
    if not isinstance(specification, dict):
        return 0
    mark = specification.get("mark")
    y = mark.get("y", 0) if isinstance(mark, dict) and mark.get("type") == "text" else 0
    here = LINE // 2 - y if isinstance(y, int) and y < 0 else 0
    return max(here, written_above(specification.get("layer")))


HANDLE = {"x": 10, "y": 17}
"""Pixels by which notes above a plot make way for a handle that is dragged along an axis.

It is a ring with an arrow to each side, and may stand at the upper end of the plot.
"""


def clear_of_handles(specification: dict[str, Any], marks: Iterable[str]) -> None:
    """Raise the notes above each plot in which a reader drags a mark, as in ``"point.at"``."""
    dragged = [mark.split(".")[:2] for mark in marks]
    for plot in specification.get("vconcat", [specification]):
        parts = list(_parts(plot, specification.get("data", {}).get("name")))
        ways = {
            "y" if part.get("encoding", {}).get("y", {}).get("field") == column else "x"
            for table, column in dragged
            for data, part in parts
            if data == table
        }
        for _data, part in parts:
            if ways and written_above(part):
                part["mark"]["y"] -= max(HANDLE[way] for way in ways)


def _parts(specification: dict[str, Any], data: str | None) -> Iterator[tuple[str | None, Any]]:
    """Return the parts of a plot that draw something, each after the name of its table."""
    data = specification.get("data", {}).get("name", data)
    if "mark" in specification:
        yield data, specification
    for layer in specification.get("layer", []):
        yield from _parts(layer, data)
