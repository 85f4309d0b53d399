"""On paper a link cannot be followed: each gets a number, and a list of addresses ends the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from nqpf.words import _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_MENDING = 1950
LINK = re.compile(r'<a\b(?=[^>]*\bhref="(https?://[^"]+)")')
ITEM = Markup('<li value="{number}">{address}</li>')
LISTED = Markup('<section class="print-links"><h2>{title}</h2><ol>{items}</ol></section>')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Number the links of each page."""
    app.connect("html-page-context", number_page, priority=AFTER_MENDING)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def number_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Number the links in a page's text, and give the template their list."""
    context["body"], addresses = numbered(context.get("body", ""))
    context["print_links"] = listed(addresses)


def numbered(html: str) -> tuple[str, list[str]]:
    """Return the text with a number at each link out of the book, and the addresses in order.

    >>> numbered('<a href="https://example.org/">x</a>')
    ('<a data-note="1" href="https://example.org/">x</a>', ['https://example.org/'])
    """
    addresses: dict[str, int] = {}

    def with_number(link: re.Match[str]) -> str:
        number = addresses.setdefault(link[1], len(addresses) + 1)
        return f'<a data-note="{number}"'

    return LINK.sub(with_number, html), list(addresses)


def listed(addresses: list[str]) -> Markup:
    """Return the list that ends a printed page, or nothing where no link leads out."""
    if not addresses:
        return Markup("")
    items = (
        ITEM.format(number=number, address=Markup(address))
        for number, address in enumerate(addresses, start=1)
    )
    return LISTED.format(title=_("Addresses of the links"), items=Markup("").join(items))
