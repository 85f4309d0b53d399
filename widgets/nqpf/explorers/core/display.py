"""How an explorer is shown where it is displayed: on a page of the book, in Jupyter, elsewhere."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from nqpf.explorers.core.compiled import merged, vega_lite
from nqpf.explorers.core.declaration import Explorer, signal_of
from nqpf.explorers.core.style import without_variables
from nqpf.words import _

if TYPE_CHECKING:
    from nqpf.explorers.core.jupyter import LiveExplorer

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""

STILL = _("A still chart: JupyterLab has its controls, and {call} what it says.")


def mimebundle(explorer: Explorer) -> dict[str, Any]:
    """Return an explorer as a bundle of representations, the richest that the host can show."""
    if os.environ.get(BUILDING):
        mark = f'<div data-nqpf-explorer="{escape(explorer.slug)}"></div>'
        return {"text/html": mark, "text/plain": explorer.title}
    try:
        return live(explorer)._repr_mimebundle_()
    except ImportError:  # no widgets here: the chart alone, as it starts
        return chart_bundle(explorer, explorer.start)


def live(explorer: Explorer) -> LiveExplorer:
    """Return the live explorer that is displayed for a declaration; needs ipywidgets."""
    from nqpf.explorers.core import jupyter

    return jupyter.shared(explorer.slug)


def chart_bundle(explorer: Explorer, setting: Mapping[str, float]) -> dict[str, Any]:
    """Return the chart at a setting as Vega-Lite, which most notebook hosts can draw."""
    specification = at_setting(for_other_hosts(explorer), setting)
    # Where there are widgets nobody sees the still chart.
    advice = STILL.format(call=f"explorer({explorer.slug!r}).sentences()")
    specification["title"] = {"text": specification["title"], "subtitle": advice}
    said = "\n".join([explorer.title, *explorer.sentences(**setting)])
    return {"application/vnd.vegalite.v6+json": specification, "text/plain": said}


def for_other_hosts(explorer: Explorer) -> dict[str, Any]:
    """Return the chart as Vega-Lite for programs other than the book's pages.

    Its marks keep silent to a screen reader, which would hear the names of columns: the chart is
    described as a whole, and the sentences say what it shows.
    """
    specification: dict[str, Any] = without_variables(vega_lite(explorer.slug))
    return merged(specification, {"config": {"aria": False}})


def at_setting(specification: Mapping[str, Any], setting: Mapping[str, float]) -> dict[str, Any]:
    """Return a chart's specification with the controls' parameters at a setting."""
    signals = {signal_of(name): value for name, value in setting.items()}
    moved = dict(copy.deepcopy(specification))
    for parameter in moved["params"]:
        if parameter["name"] in signals:
            parameter["value"] = signals[parameter["name"]]
    return moved
