"""The book to take along where nothing runs: made with the site, and offered at its home page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from nqpf.numbers import plain
from nqpf.places import ROOT
from nqpf.site.build.downloads import FOLDER, NAME
from nqpf.site.edition.contents import Edition, parts_of_the_book
from nqpf.site.edition.epub import write_epub
from nqpf.site.edition.still import NotStill, kept_still_page
from nqpf.site.frame.page_foot import in_words
from nqpf.version import version
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_THE_NOTEBOOKS = 1100
HOME = "chapters/index.html"
EPUB = f"{FOLDER}/{NAME}.epub"
OFFER = re.compile(r'(<span class="edition-size">).*?(</span>)')


class NoEdition(SphinxError):
    """A page has no still form."""

    category = "the book to take along could not be made"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the book when its pages are there, before the archive takes it in."""
    app.connect("build-finished", write_editions, priority=AFTER_THE_NOTEBOOKS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_editions(app: Sphinx, exception: Exception | None) -> None:
    """Write the book, and its size and day into the home page."""
    if exception is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    parts = parts_of_the_book(ROOT)
    kept = site.parent / "edition"
    config = app.config
    edition = Edition(
        config.project, config.author, _("Text CC BY 4.0, code MIT"), day_of(version()),
        config.language or "en", config.html_baseurl,
    )  # fmt: skip
    try:
        pages = [kept_still_page(site, name, kept) for p in parts for name in p.pages]
    except NotStill as missing:
        raise NoEdition(str(missing)) from missing
    offer(site, write_epub(pages, parts, edition, site / EPUB), edition.day)


def day_of(made: str) -> date:
    """Return the day of a version, today for a folder without a history.

    >>> day_of("0.20261129.164901")
    datetime.date(2026, 11, 29)
    """
    found = re.match(r"0\.(\d{4})(\d\d)(\d\d)\.", made)
    return date(*map(int, found.groups())) if found else datetime.now(tz=UTC).date()


def offer(site: Path, book: Path, day: date) -> None:
    """Write the size and the day of the book where the home page offers it."""
    megabytes = plain(1).text(book.stat().st_size / 1e6)
    size = _("{size} MB, {day}").format(size=megabytes, day=in_words(day))
    home = site / HOME
    page = home.read_text(encoding="utf-8")
    marked, places = OFFER.subn(rf"\g<1>{size}\2", page)
    if not places:
        raise NoEdition(_("{page} has no place for the size of the book.").format(page=HOME))
    if marked != page:
        home.write_text(marked, encoding="utf-8")
