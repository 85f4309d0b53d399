"""What a page of an edition still says in English: everything but names, code and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, Tag

from nqpf.site.translating.names import QUOTED, unnamed

CHINESE = ("zh", "zh-CN", "zh-Hans")
SPOKEN = ("aria-label", "aria-valuetext", "title", "alt", "placeholder")
# What is no prose: code, formulas, addresses, what a reader copies to cite, the bibliography.
NO_PROSE = (
    "script",
    "style",
    "code",
    "pre",
    "textarea",
    "kbd",
    "math",
    ".math",
    ".katex",
    ".citation",
    "section#sources",
    ".print-links ol",
    "cite",
    ".take-along-cite",
    ".explorer-take-along",
    ".symbol",
)
ADDRESS = re.compile(r"https?://\S+|doi:\S+|\b[a-z]+(?:_[a-z0-9]+)+\b", re.ASCII)
"""Addresses, and names of functions, of which labels for those who listen speak."""
HAN = re.compile(r"[\u3400-\u9fff]")


def left_over(html: str) -> list[str]:
    """Return the texts of a page, and of what is read out on it, that are still English."""
    page = BeautifulSoup(html, "html.parser")
    for element in page.select(", ".join(NO_PROSE)):
        element.decompose()
    for element in page.select("[lang]"):
        if element.name != "html" and element["lang"] not in CHINESE:
            element.decompose()
    for element in page.select('a[href*="bibliography."][title]'):
        del element["title"]
    return list(dict.fromkeys(text for text in texts(page) if is_english(text)))


def texts(page: BeautifulSoup) -> Iterator[str]:
    """Yield every text that a reader sees or hears."""
    for piece in page.descendants:
        if is_text(piece) and str(piece).strip():
            yield " ".join(str(piece).split())
        elif isinstance(piece, Tag) and piece.name != "link" and not is_silent(piece):
            yield from (" ".join(str(piece[name]).split()) for name in SPOKEN if piece.get(name))


def is_silent(element: Tag) -> bool:
    """Return whether an element is kept from those who listen: hidden, or inside of a picture."""
    hidden = any(one.get("aria-hidden") == "true" for one in (element, *element.parents))
    return hidden or any(one.get("role") == "img" for one in element.parents)


def is_text(piece: PageElement) -> bool:
    """Return whether a piece of a page is text."""
    return isinstance(piece, NavigableString) and not isinstance(piece, (Comment, Doctype))


def is_english(text: str) -> bool:
    """Return whether a text holds English that is no name.

    >>> is_english("growth of output"), is_english("产出 growth of output"), is_english("GDP增长")
    (True, True, False)
    >>> is_english("“‘productive forces’（生产力）”"), is_english("“‘forces’（productive）”")
    (False, True)
    """
    words = unnamed(QUOTED.sub("", ADDRESS.sub("", text)))
    if not words:
        return False
    if not HAN.search(text):
        return True
    return any(word.islower() for word in words)
