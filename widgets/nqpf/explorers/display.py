"""How an explorer is shown where it is displayed: on a page of the book, in Jupyter, elsewhere."""

from __future__ import annotations

import os
from html import escape
from typing import Any

from nqpf.explorers.compiled import compiled
from nqpf.explorers.declaration import Explorer
from nqpf.explorers.style import without_variables

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""


def mimebundle(explorer: Explorer) -> dict[str, Any]:
    """Return an explorer as a bundle of representations, the richest that the host can show."""
    if os.environ.get(BUILDING):
        mark = f'<div data-nqpf-explorer="{escape(explorer.slug)}"></div>'
        return {"text/html": mark, "text/plain": explorer.title}
    return chart_bundle(explorer)


def chart_bundle(explorer: Explorer) -> dict[str, Any]:
    """Return the chart in its start setting as Vega-Lite, which most notebook hosts can draw."""
    specification = without_variables(compiled(explorer.slug).vega_lite)
    return {
        "application/vnd.vegalite.v6+json": specification,
        "text/plain": f"{explorer.title}\n" + "\n".join(explorer.sentences()),
    }
