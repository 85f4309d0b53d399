"""How the book, a chapter and an explorer are cited, as text and as an entry of BibTeX.

A page does not know at which address it will stand, so addresses here are written from the book's
root, which is `…`; the page's script puts the real one in its place where there is one.
"""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

import yaml

from nqpf import data
from nqpf.places import ROOT
from nqpf.words import EDITION, _, said

BOOK = "chapters/index.html"
UNKNOWN = "…"


class Place(NamedTuple):
    """A chapter: its number, its title, and the address of its page from the site's root."""

    number: int
    title: str
    address: str


def chapter_place(number: int) -> Place:
    """Return where a chapter stands.

    >>> chapter_place(2).address
    'chapters/part1/ch02.html'
    """
    [row] = [row for row in data.rows("chapters") if row["chapter"] == number]
    return Place(number, said(row["title"]), f"chapters/part{row['part']}/ch{number:02d}.html")


@functools.cache
def book() -> dict[str, Any]:
    """Return how the book wants to be cited: title, authors, version."""
    record = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    authors = " and ".join(author["name"] for author in record["authors"])
    return {"title": said(record["title"]), "authors": said(authors), "version": record["version"]}


@functools.cache
def year() -> str:
    """Return the year of the book's edition, as its configuration names it."""
    configured = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    return str(configured["copyright"])


def citation_words(title: str = "", place: Place | None = None, mark: str = "") -> str:
    """Return how a chapter or a part of it is cited, as text; without a place, the book."""
    who = {"authors": book()["authors"], "year": year()}
    whole = _("{title}, version {version}").format(**book())
    if place is None:
        where = f"{UNKNOWN}/{EDITION}{BOOK}"
        return _("{authors} ({year}). {work}. {address}").format(**who, work=whole, address=where)
    of = _("chapter {number}, “{title}”").format(number=place.number, title=place.title)
    what = f"{_('Explorer “{title}”').format(title=title)}{_(', ')}{of}" if mark else of
    inside = _("{part}, in {book}").format(part=what, book=whole)
    part = f"{inside[0].upper()}{inside[1:]}"
    where = f"{UNKNOWN}/{address(place, mark)}"
    return _("{authors} ({year}). {work}. {address}").format(**who, work=part, address=where)


def address(place: Place, mark: str = "") -> str:
    """Return the address of a chapter, or of an explorer's own page, from the book's root."""
    return EDITION + (f"embed/{mark}.html" if mark else place.address)


def bibtex(title: str = "", place: Place | None = None, mark: str = "") -> str:
    """Return the entry for a bibliography: of the book, a chapter, or an explorer in it."""
    fields = {"author": f"{{{book()['authors']}}}"}
    if place is None:
        kind, key = "book", f"nqpf{year()}"
        fields |= {"title": f"{{{book()['title']}}}"}
    elif mark:
        kind, key = "misc", f"nqpf{year()}:{mark}"
        fields |= {
            "title": f"{{{title}}}",
            "howpublished": f"Interactive figure in chapter {place.number}, ``{place.title}'', "
            f"of {{{book()['title']}}}",
        }
    else:
        kind, key = "incollection", f"nqpf{year()}:ch{place.number:02d}"
        fields |= {
            "title": f"{{{place.title}}}",
            "booktitle": f"{{{book()['title']}}}",
            "chapter": str(place.number),
        }
    fields |= {
        "year": year(),
        "version": str(book()["version"]),
        "url": f"{UNKNOWN}/{address(place, mark) if place else EDITION + BOOK}",
        "note": "Licence CC BY 4.0",
    }
    # An address is taken letter by letter.
    written = {name: text if name == "url" else in_bibtex(text) for name, text in fields.items()}
    lines = [f"  {name} = {{{text}}}" for name, text in written.items()]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def in_bibtex(text: str) -> str:
    """Return text with the signs that BibTeX takes for its own written out.

    >>> in_bibtex("20% & more")
    '20\\\\% \\\\& more'
    """
    return re.sub(r"([%&#_$])", r"\\\1", text)
