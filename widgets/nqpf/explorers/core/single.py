"""An explorer as one widget, for notebook programs that show no group of widgets, such as marimo.

In Jupyter, VS Code and Colab an explorer is a group of ipywidgets: readers address and style them
as they know, and nothing of ours runs in the browser but the chart. marimo shows only a widget that
draws itself; this is the same explorer as such a one, with the chart's own runtime.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from nqpf.explorers.core.declaration import Explorer, signal_of
from nqpf.explorers.core.parts import Control
from nqpf.words import _


@functools.cache
def script() -> str:
    """Return the widget's script with all that it needs, so that no network is asked."""
    import vl_convert
    from altair.utils._importers import vl_version_for_vl_convert

    source = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    bundle: str = vl_convert.javascript_bundle(source, vl_version=vl_version_for_vl_convert())
    return bundle


class SingleWidget(anywidget.AnyWidget):
    """One explorer; ``setting`` is what the reader moves, ``said`` the sentences about it."""

    plan = traitlets.Dict().tag(sync=True)
    specification = traitlets.Dict().tag(sync=True)
    setting = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        explorer: Explorer,
        specification: dict[str, Any],
        setting: Mapping[str, float],
        say: Callable[[Mapping[str, float]], str],
        moved: Callable[..., object],
    ) -> None:
        self._esm = script()
        self._say, self._told = say, moved
        super().__init__(
            plan=_plan(explorer),
            specification=specification,
            setting=dict(setting),
            said=say(setting),
        )
        self.observe(lambda change: self._moved(change["new"]), "setting")

    def _moved(self, setting: dict[str, float]) -> None:
        self._told(**setting)
        self.said = self._say(setting)


def _plan(explorer: Explorer) -> dict[str, Any]:
    """Return what the script needs to know of an explorer."""
    return {
        "title": explorer.title,
        "question": explorer.question,
        "summary": _("What this model leaves out"),
        "left_out": list(explorer.left_out),
        "controls": [_control(one) for one in explorer.controls],
    }


def _control(control: Control) -> dict[str, Any]:
    return {
        "name": control.name,
        "label": control.label,
        "kind": control.kind,
        "signal": signal_of(control.name),
        "stops": control.stops,
        "texts": [control.text(stop) for stop in control.stops],
    }
