"""The pages of an edition as books, for paper and for the pocket, in its ``downloads/``."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.site.edition import edition as books_of_the_site
from nqpf.site.edition.contents import LEFT_OUT, Part
from nqpf.site.edition.edition import EPUB, edition_of
from nqpf.site.languages.left_over import left_over
from nqpf.site.languages.order import parts
from nqpf.site.languages.translated import FOLDER, TAG
from nqpf.site.take_along.citing import book
from nqpf.words import EDITION, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_books(app: Sphinx) -> list[str]:
    """Write the finished pages as books, and offer them; return what they still say in English."""
    folder = Path(app.outdir)
    edition = replace(
        edition_of(app.config),
        author=said(book()["authors"]),
        language=TAG,
        site=address(app.config.html_baseurl),
    )
    parts = parts_of_the_edition(set(app.env.found_docs))
    books_of_the_site.write_books(folder, parts, edition)
    found = english_in(folder / EPUB)
    return [f"{FOLDER}/{EPUB} says in English: {text[:120]}" for text in found]


def address(site: str) -> str:
    """Return where the edition lies in a site, nothing if nobody knows where that is."""
    return f"{site.rstrip('/')}/{EDITION}" if site else ""


def parts_of_the_edition(own: set[str]) -> list[Part]:
    """Return the parts of the book that have pages in the edition, with these pages of its own.

    >>> [part.pages for part in parts_of_the_edition({"chapters/part1/ch02", "chapters/index"})]
    [['chapters/part1/ch02']]
    """
    found = [
        Part(said(part.caption), [name for name in named(part.pages) if name in own])
        for part in parts()
    ]
    return [part for part in found if part.pages]


def named(pages: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    """Return the pages of a part, with those below them, that have a still form."""
    every = [name for above, below in pages for name in (above, *below)]
    return [name for name in every if not name.startswith(LEFT_OUT)]


def english_in(book: Path) -> list[str]:
    """Return the texts of a book that are still English."""
    with zipfile.ZipFile(book) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xhtml")]
    return [text for one in texts for text in left_over(one[one.index("<html") :])]
