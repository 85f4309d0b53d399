"""How an explorer is shown where it is displayed: on a page of the book, in Jupyter, elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.found import is_of_book

if TYPE_CHECKING:
    from nqpf.explorers.core.jupyter import LiveExplorer

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""


def mimebundle(explorer: Explorer) -> Any:
    """Return an explorer as a bundle of representations, the richest that the host can show."""
    if os.environ.get(BUILDING) and is_of_book(explorer):
        mark = f'<div data-nqpf-explorer="{escape(explorer.slug)}"></div>'
        return {"text/html": mark, "text/plain": explorer.title}
    try:
        return shared(explorer)._repr_mimebundle_()
    except ImportError:  # no widgets here: the chart alone, as it starts
        return chart_bundle(explorer, explorer.start)


def single(explorer: Explorer) -> Any:
    """Return an explorer as one widget, or in words where there are no widgets."""
    try:
        return shared(explorer)._display_()
    except ImportError:
        return chart_bundle(explorer, explorer.start)["text/plain"]


def chart_bundle(explorer: Explorer, setting: Mapping[str, float]) -> Any:
    """Return the chart at a setting for hosts without widgets."""
    # Only here: commands that show no chart need no library of charts.
    from nqpf.explorers.core import display

    return display.chart_bundle(explorer, setting)


def shared(explorer: Explorer) -> LiveExplorer:
    """Return the live explorer that is displayed for a declaration; needs ipywidgets."""
    from nqpf.explorers.core import jupyter

    return jupyter.shared(explorer.slug) if is_of_book(explorer) else jupyter.changed(explorer)


def alone(explorer: Explorer, **values: float) -> LiveExplorer:
    """Return a live explorer with a setting of its own; needs ipywidgets."""
    from nqpf.explorers.core.jupyter import LiveExplorer

    return LiveExplorer(explorer, **values)


def with_models(explorer: Explorer, functions: Sequence[Callable[..., Any]]) -> Explorer:
    """Return an explorer that computes with functions in the place of the book's."""
    from nqpf.explorers.afresh.replaced import with_models as replaced

    return replaced(explorer, functions)
