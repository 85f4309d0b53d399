"""An explorer's chart for programs other than the book's pages, as Vega-Lite."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from nqpf.explorers.core.compiled import merged, specified, vega_lite
from nqpf.explorers.core.declaration import Explorer, signal_of
from nqpf.explorers.core.found import is_of_book
from nqpf.explorers.core.style import without_variables
from nqpf.words import _

STILL = _("A still chart: JupyterLab has its controls, and {call} what it says.")
RELOAD = _("No controls here? JupyterLab shows them once you reload its page and run all cells.")


def chart_bundle(explorer: Explorer, setting: Mapping[str, float]) -> dict[str, Any]:
    """Return the chart at a setting as Vega-Lite, which most notebook hosts can draw."""
    specification = at_setting(for_other_hosts(explorer), setting)
    # Where there are widgets nobody sees the still chart.
    advice = STILL.format(call=f"explorer({explorer.slug!r}).sentences()")
    specification["title"] = {"text": specification["title"], "subtitle": advice}
    said = "\n".join([explorer.title, *explorer.sentences(**setting), RELOAD])
    return {"application/vnd.vegalite.v6+json": specification, "text/plain": said}


def for_other_hosts(explorer: Explorer) -> dict[str, Any]:
    """Return the chart as Vega-Lite for programs other than the book's pages.

    Its marks keep silent to a screen reader, which would hear the names of columns: the chart is
    described as a whole, and the sentences say what it shows.
    """
    own = vega_lite(explorer.slug) if is_of_book(explorer) else specified(explorer).vega_lite
    specification: dict[str, Any] = without_variables(own)
    return merged(specification, {"config": {"aria": False}})


def at_setting(specification: Mapping[str, Any], setting: Mapping[str, float]) -> dict[str, Any]:
    """Return a chart's specification with the controls' parameters at a setting."""
    signals = {signal_of(name): value for name, value in setting.items()}
    moved = dict(copy.deepcopy(specification))
    for parameter in moved["params"]:
        if parameter["name"] in signals:
            parameter["value"] = signals[parameter["name"]]
    return moved
