"""A curve drawn by guess in Jupyter: five sliders are its knots, then both are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import altair as alt
import ipywidgets as widgets

from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.sketch import KNOTS, POINTS, Curve, between, curve, said, sketched, words
from nqpf.words import _

STOPS = 50
HEIGHT, WIDTH = 180, 480


class SketchForm:
    """A button that covers the chart and asks for its curve; ``cover`` covers it or shows it."""

    def __init__(self, explorer: Explorer, cover: Callable[[bool], None]) -> None:
        self._explorer = explorer
        self._cover = cover
        self._lie = curve(explorer)
        self._asks = False
        self.knots = [self._knot(at) for at in KNOTS]
        see = widgets.Button(description=_("Show the curve"))
        skip = widgets.Button(description=_("Skip"))
        see.on_click(lambda _button: self.answer())
        skip.on_click(lambda _button: self.leave())
        question = f"<p><strong>{_('Draw your guess')}</strong><br>{sketched(explorer).question}"
        heading = widgets.HTML(f"{question}</p><p>{escape(self._lie.upward.heading)}:</p>")
        begin = widgets.Button(
            description=_("Cover the chart and draw your guess"), layout={"width": "max-content"}
        )
        begin.on_click(lambda _button: self.ask())
        self._form = (heading, *self.knots, widgets.HBox([see, skip]))
        self.widget = widgets.VBox([begin])

    def _knot(self, at: int) -> Any:
        """Return the slider of a point, which stands in the middle and says nothing."""
        upward = self._lie.upward
        stops = [(upward.form.text(upward.value(stop / STOPS)), stop) for stop in range(STOPS + 1)]
        where, _value = self._lie.told(at, 0)
        return widgets.SelectionSlider(
            options=stops,
            value=STOPS // 2,
            description=words(self._explorer)["knot"].replace("{where}", where),
            style={"description_width": "26em"},
            layout={"width": "44em"},
        )

    @property
    def guess(self) -> list[float]:
        """The heights of the line through the five points."""
        knots = [(at, knot.value / STOPS) for at, knot in zip(KNOTS, self.knots, strict=True)]
        return [between(knots, at) for at in range(POINTS)]

    def ask(self) -> None:
        """Cover the chart and show the sliders."""
        self._asks = True
        self.widget.children = self._form
        self._cover(True)

    def answer(self) -> None:
        """Show both curves, and say where they differ most and what that means."""
        sentence = widgets.HTML(f"<p>{escape(said(self._explorer, self.guess))}</p>")
        self._asks = False
        self.widget.children = (sentence, alt.JupyterChart(both(self._lie, self.guess)))
        self._cover(False)

    def leave(self) -> None:
        """Ask no more, and show what was covered; an answer that was given stays."""
        if not self._asks:
            return
        self._asks = False
        self.widget.children = ()
        self._cover(False)


def both(lie: Curve, guess: Sequence[float]) -> alt.Chart:
    """Return a chart of the curve and of the line that was drawn, on the axes of the curve."""
    lines = {_("as it is"): lie.truth, _("your guess"): guess}
    records = [
        {
            "line": name,
            "across": lie.across.value(at / (POINTS - 1)),
            "upward": lie.upward.value(one),
        }
        for name, heights in lines.items()
        for at, one in enumerate(heights)
    ]
    sides = {
        side: channel(
            f"{side}:Q",
            title=axis.heading,
            scale=alt.Scale(
                domain=list(axis.ends), nice=False, type="log" if axis.ratios else "linear"
            ),
            axis=alt.Axis(format="%") if axis.form.after == "%" else alt.Axis(),
        )
        for side, channel, axis in (("across", alt.X, lie.across), ("upward", alt.Y, lie.upward))
    }
    chart = alt.Chart(alt.InlineData(values=records), width=WIDTH, height=HEIGHT).mark_line()
    dashes = alt.StrokeDash("line:N", title=None, sort=list(lines))
    drawn: alt.Chart = chart.encode(x=sides["across"], y=sides["upward"], strokeDash=dashes)
    return drawn
