"""Links of an edition's pages: to its own pages, to what both editions share, to English pages.

A page is written as if its edition were the whole site. What it leads to and the edition has not is
the English site's, one folder further up; where that is a page to read, the link says so.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container
from urllib.parse import unquote, urlsplit

from nqpf.site.languages.translated import FOLDER
from nqpf.words import _

ADDRESS = re.compile(
    r"""(?P<before><(?P<tag>[a-z]+)\b[^<>]*?\s(?:href|src|action)=")(?P<address>[^"#][^"]*)"""
    r"""(?P<after>"[^<>]*>)"""
)
LINK = re.compile(r'(<a\b[^<>]*)\sdata-english=""([^<>]*>)(.*?)</a>', re.DOTALL)
ENGLISH = re.compile(r"(?:(?<=>)|^)([^<>\u3400-\u9fff]*[A-Za-z]{2}[^<>\u3400-\u9fff]*)(?=<|$)")
# Written at the end of a build, when pages have been looked at.
LATER = ("downloads/",)


class BrokenLink(ValueError):
    """A page of an edition leads to what neither edition has."""


def mended(html: str, page: str, has: Container[str], shared: Callable[[str], bool]) -> str:
    """Return a page with its links leading where things are.

    ``page`` is its name in the edition, ``has`` the edition's own files, ``shared`` says whether
    the English site has a file. Raises `BrokenLink` naming what neither has.

    >>> mended('<a href="b.html#c">Of B</a>', "x/a.html", {}, lambda name: name == "x/b.html")
    '<a href="../../x/b.html#c" hreflang="en"><span lang="en">Of B</span>(in English)</a>'
    >>> mended('<a href="b.html">第6章。</a>', "x/a.html", {}, lambda name: name == "x/b.html")
    '<a href="../../x/b.html" hreflang="en">第6章(in English)。</a>'
    """

    up = "../" * (page.count("/") + 1)

    def moved(match: re.Match[str]) -> str:
        address = match["address"]
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return match[0]
        place = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if place in has or place.startswith(".."):
            return match[0]
        if not (shared(place) or place.startswith(LATER)):
            raise BrokenLink(f"{FOLDER}/{page} leads to {address}, which neither edition has.")
        is_page = match["tag"] == "a" and place.endswith(".html")
        after = f'" hreflang="en" data-english="{match["after"]}' if is_page else match["after"]
        rest = address[len(parts.path) :]
        return f"{match['before']}{up}{place}{rest}{after}"

    return LINK.sub(said, ADDRESS.sub(moved, html))


def said(link: re.Match[str]) -> str:
    """Return a link with the word that says that it leads to English; its title may be English."""
    start, end, words = link.groups()
    sentence, stop = (words[:-1], "。") if words.endswith("。") else (words, "")
    shown = ENGLISH.sub(r'<span lang="en">\1</span>', sentence)
    in_english = _("(in English)")
    return f"{start}{end}{shown}{in_english}{stop}</a>"
