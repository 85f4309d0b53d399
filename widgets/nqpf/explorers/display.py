"""How an explorer is shown where it is displayed: on a page of the book, in Jupyter, elsewhere."""

from __future__ import annotations

import os
from html import escape
from typing import Any

from nqpf.explorers.declaration import Explorer

BUILDING = "NQPF_BUILDING_PAGES"
"""Set while the book's pages are built: cells then leave a mark that the site fills in."""


def mimebundle(explorer: Explorer) -> dict[str, Any]:
    """Return an explorer as a bundle of representations, the richest that the host can show."""
    if os.environ.get(BUILDING):
        mark = f'<div data-nqpf-explorer="{escape(explorer.slug)}"></div>'
        return {"text/html": mark, "text/plain": explorer.title}
    from nqpf.explorers.jupyter import live

    return live(explorer)
