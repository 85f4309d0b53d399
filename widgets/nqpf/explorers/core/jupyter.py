"""An explorer in Jupyter: widgets move a live chart, and Python computes what the sentences say.

The chart is an ``alt.JupyterChart`` that needs no network. Only the controls are mirrored between
kernel and browser; what the chart computes stays in the browser, and what the sentences say is
computed here, by the same models.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from html import escape
from typing import Any

import altair as alt
import ipywidgets as widgets

from nqpf.explorers.core.declaration import Explorer, signal_of
from nqpf.explorers.core.display import at_setting, chart_bundle, for_other_hosts
from nqpf.explorers.core.found import explorer as find
from nqpf.explorers.core.parts import Control, number
from nqpf.explorers.core.single import SingleWidget
from nqpf.explorers.core.sketch_form import SketchForm
from nqpf.words import _

WIDGET = "application/vnd.jupyter.widget-view+json"
WIDE = {"description_width": "16em"}


class LiveExplorer:
    """One explorer with a setting of its own; everything that displays it moves together."""

    def __init__(self, explorer: Explorer, **values: float) -> None:
        self.explorer = explorer
        self._value = explorer.checked(values)
        self._inputs = {c.name: _input(c, self._value[c.name]) for c in explorer.controls}
        self._readouts = widgets.HTML()
        self._chart = _chart(explorer, self._value)
        self._sketch = SketchForm(explorer, self._cover) if explorer.sketch else None
        self._mirror()
        for name, field in self._inputs.items():
            field.observe(functools.partial(self._moved, name), "value")
        # A browser that draws the chart anew reports where it starts: it is told where we are.
        self._chart.observe(lambda _change: self._mirror(), "_params")
        self._say()
        self.widget = widgets.VBox(
            [
                widgets.HTML(_heading(explorer)),
                *([self._sketch.widget] if self._sketch else []),
                *self._inputs.values(),
                self._chart,
                self._readouts,
                widgets.HTML(_left_out(explorer)),
            ]
        )

    @property
    def value(self) -> dict[str, float]:
        """The setting: the value of every control by name."""
        return dict(self._value)

    @property
    def readouts(self) -> dict[str, float]:
        """What the sentences say now, unrounded, by name."""
        return self.explorer.readouts(**self._value)

    def set(self, **values: float) -> LiveExplorer:
        """Move controls from code, each to the nearest of its stops.

        Raises ``ValueError`` naming argument, value and range, or the control that is unknown.
        """
        checked = self.explorer.checked(values)
        for name in values:
            control = next(one for one in self.explorer.controls if one.name == name)
            stop = control.at(round(control.stop_of(checked[name])))
            self._inputs[name].value = bool(stop) if control.kind == "toggle" else stop
        return self

    def _cover(self, covered: bool) -> None:
        """Cover chart and sentences while a curve is drawn, or show them."""
        for part in (self._chart, self._readouts):
            part.layout.display = "none" if covered else None

    def _moved(self, name: str, change: Mapping[str, Any]) -> None:
        if self._sketch:
            self._sketch.leave()  # who moves on has no guess to make
        self._value[name] = float(change["new"])
        self._mirror()
        self._say()
        if "single" in self.__dict__:
            self.single.setting = self.value

    def _signals(self) -> dict[str, float]:
        return {signal_of(name): value for name, value in self._value.items()}

    def _mirror(self) -> None:
        if self._chart._params != self._signals():
            self._chart._params = self._signals()

    def _say(self) -> None:
        self._readouts.value = _sentences(self.explorer, self._value)

    @functools.cached_property
    def single(self) -> SingleWidget:
        """The explorer as one widget, which moves with the others; needs anywidget."""
        chart = at_setting(for_other_hosts(self.explorer), self._value)
        return SingleWidget(
            self.explorer, chart, self.value, functools.partial(_sentences, self.explorer), self.set
        )

    def _display_(self) -> SingleWidget:
        # What marimo asks for, which shows a widget but no group of them.
        return self.single

    def _repr_mimebundle_(self, **_options: Any) -> Any:
        view: dict[str, Any] = self.widget._repr_mimebundle_()
        bundle = chart_bundle(self.explorer, self._value) | {WIDGET: view[WIDGET]}
        # On Colab the chart's widget says where what draws it is to be had, elsewhere nothing.
        _chart, metadata = self._chart._repr_mimebundle_()
        return (bundle, metadata) if metadata else bundle


@functools.cache
def shared(slug: str) -> LiveExplorer:
    """Return the live explorer that stands for a declaration wherever that is displayed."""
    return LiveExplorer(find(slug))


_changed: dict[int, LiveExplorer] = {}


def changed(explorer: Explorer) -> LiveExplorer:
    """Return the live explorer that stands for one with models of the reader's."""
    # It holds its declaration, so that no other one can have the same id.
    return _changed.setdefault(id(explorer), LiveExplorer(explorer))


def _input(control: Control, value: float) -> Any:
    shape = {"description": control.label, "style": WIDE, "layout": {"width": "34em"}}
    if control.kind == "toggle":
        return widgets.Checkbox(value=bool(value), **shape)
    kinds = {
        "range": widgets.SelectionSlider,
        "select": widgets.Dropdown,
        "radio": widgets.RadioButtons,
    }
    # Stops by their words: what is shown is what the page shows, and no float is typed in.
    stops = [(control.text(stop), stop) for stop in control.stops]
    nearest = control.at(round(control.stop_of(value)))
    return kinds[control.kind](options=stops, value=nearest, **shape)


def _chart(explorer: Explorer, setting: Mapping[str, float]) -> Any:
    """Return the chart as a widget that listens to nothing but what it is told to mirror."""
    alt.JupyterChart.enable_offline()
    # Given as an Altair chart, every parameter that the chart computes would get a listener and
    # travel to the kernel at each move; given as a specification, none does by itself.
    options = {"actions": False, "renderer": "svg"}
    nothing: Any = None  # which the trait allows, and the signature does not say
    chart = alt.JupyterChart(nothing, embed_options=options)
    chart.spec = at_setting(for_other_hosts(explorer), setting)
    return chart


def _heading(explorer: Explorer) -> str:
    return f"<p><strong>{escape(explorer.title)}</strong><br>{escape(explorer.question)}</p>"


def _left_out(explorer: Explorer) -> str:
    items = "".join(f"<li>{escape(item)}</li>" for item in explorer.left_out)
    summary = escape(_("What this model leaves out"))
    return f"<details><summary>{summary}</summary><ul>{items}</ul></details>"


def _sentences(explorer: Explorer, setting: Mapping[str, float]) -> str:
    """Return the sentences at a setting as HTML, in which nothing but our own tags is markup."""
    said = []
    for sentence in explorer.at(**setting).sentences:
        pieces = [
            escape(piece)
            if isinstance(piece, str)
            else f"<strong>{escape(piece[1].text(number(piece[1].value)))}</strong>"
            for piece in sentence.pieces()
        ]
        said.append(f"<p>{''.join(pieces)}</p>")
    return "".join(said)
