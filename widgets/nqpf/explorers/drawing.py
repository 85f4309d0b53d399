"""Shapes that the explorers' charts share: axes, named colours, and a point on its curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from nqpf.explorers.style import series


def across(
    field: str,
    title: str,
    domain: Sequence[float],
    *,
    ticks: int | Sequence[float] = 5,
    clamp: bool = False,
    **axis: Any,
) -> alt.X:
    """Return the horizontal place of a numeric field, with fixed ends.

    ``ticks`` is about how many marks the axis has, or where they stand; ``format="%"`` and what
    else Altair's axes take goes on to the axis; ``clamp`` puts what lies outside on the edge.
    """
    return alt.X(f"{field}:Q", title=title, scale=_ends(domain, clamp), axis=_axis(ticks, axis))


def upward(
    field: str,
    title: str,
    domain: Sequence[float],
    *,
    ticks: int | Sequence[float] = 5,
    clamp: bool = False,
    **axis: Any,
) -> alt.Y:
    """Return the vertical place of a numeric field; arguments as for :func:`across`."""
    return alt.Y(f"{field}:Q", title=title, scale=_ends(domain, clamp), axis=_axis(ticks, axis))


def _ends(domain: Sequence[float], clamp: bool) -> alt.Scale:
    return alt.Scale(domain=list(domain), nice=False, clamp=clamp)


def _axis(ticks: int | Sequence[float], axis: dict[str, Any]) -> alt.Axis:
    if isinstance(ticks, int):
        return alt.Axis(tickCount=ticks, **axis)
    return alt.Axis(values=list(ticks), **axis)


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


# The charts of a table are made when the explorer is compiled: their types are not known here.
def curve_and_point(curve: Any, point: Any, *, x: alt.X, y: alt.Y, hue: str) -> Any:
    """Return a curve, and the reader's case as a point on it, whose place is the field ``at``."""
    line = curve.mark_line(color=hue, clip=True).encode(x=x, y=y)
    here = point.mark_point(size=120, color=hue, opacity=1).encode(x="at:Q", y=y)
    return line + here


def above_one_another(upper: Any, lower: Any, *, heights: tuple[int, int]) -> Any:
    """Return two charts, one above the other, with their heights in pixels."""
    first, second = heights
    return alt.vconcat(upper.properties(height=first), lower.properties(height=second), spacing=16)
