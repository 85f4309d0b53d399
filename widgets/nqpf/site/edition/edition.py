"""The book to take along where nothing runs: made with the site, and offered at its home page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from nqpf.numbers import plain
from nqpf.places import ROOT
from nqpf.site.build.downloads import FOLDER, NAME
from nqpf.site.build.parallel import side_by_side
from nqpf.site.edition.contents import Edition, Part, parts_of_the_book
from nqpf.site.edition.epub import write_epub
from nqpf.site.edition.paper.formulas import NoFormula
from nqpf.site.edition.paper.markup import NotTypeset
from nqpf.site.edition.paper.typeset import Kept, NotPrinted, write_book
from nqpf.site.edition.still import NotStill, kept_still_page
from nqpf.site.frame.page_foot import in_words
from nqpf.version import commit, version
from nqpf.whole import keep
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

AFTER_THE_NOTEBOOKS = 1100
HOME = "chapters/index.html"
EPUB = f"{FOLDER}/{NAME}.epub"
PDF = f"{FOLDER}/{NAME}.pdf"
RECORD = "edition.json"
SIZE = _("{size} MB, {day}")


class NoEdition(SphinxError):
    """A page has no still form."""

    category = "the book to take along could not be made"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the book when its pages are there, before the archive takes it in."""
    app.connect("build-finished", write_editions, priority=AFTER_THE_NOTEBOOKS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_editions(app: Sphinx, exception: Exception | None) -> None:
    """Write the book from the pages that are there."""
    if exception is not None or app.builder.format != "html":
        return
    write_books(Path(app.outdir), parts_of_the_book(ROOT), edition_of(app.config))


def write_books(site: Path, parts: Sequence[Part], edition: Edition) -> None:
    """Write both books from the pages of a site, and their size and day into its home page."""
    folder = kept(site)
    keep(folder / RECORD, json.dumps({**vars(edition), "day": edition.day.isoformat()}))
    try:
        names = [name for part in parts for name in part.pages]
        side_by_side(partial(make_pieces, site, folder), names)
        pages = [kept_still_page(site, name, folder) for name in names]
        paper = Kept(folder / "paper")
        # Typst leaves Python free meanwhile.
        with ThreadPoolExecutor(1) as beside:
            printed = beside.submit(write_book, paper, parts, edition, site / PDF)
            epub = write_epub(pages, parts, edition, site / EPUB)
            books = {EPUB: epub, PDF: printed.result()}
    except (NotStill, NotTypeset, NoFormula, NotPrinted) as problem:
        raise NoEdition(str(problem)) from problem
    offer(site, books, edition.day)


def make_pieces(site: Path, folder: Path, name: str) -> None:
    """Make what both books need of a page, and keep it."""
    Kept(folder / "paper").piece(kept_still_page(site, name, folder))


def kept(site: Path) -> Path:
    """Return the folder where the pieces of both books are kept beside a built site."""
    return site.parent / "edition"


def edition_of(config: Config) -> Edition:
    """Return what both books say of themselves, as the site's configuration has it."""
    made = version()
    return Edition(
        config.project, config.author, _("Text CC BY 4.0, code MIT"), day_of(made),
        config.language or "en", config.html_baseurl or "",
        f"{made} ({commit()})" if commit() else made,
    )  # fmt: skip


def edition_as_built(folder: Path) -> Edition:
    """Return the edition of which ``folder`` keeps the pieces."""
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return Edition(**record | {"day": date.fromisoformat(record["day"])})


def day_of(made: str) -> date:
    """Return the day of a version, today for a folder without a history.

    >>> day_of("0.20261129.164901")
    datetime.date(2026, 11, 29)
    """
    found = re.match(r"0\.(\d{4})(\d\d)(\d\d)\.", made)
    return date(*map(int, found.groups())) if found else datetime.now(tz=UTC).date()


def offer(site: Path, books: Mapping[str, Path], day: date) -> None:
    """Write the size and the day of each book where the home page offers it."""
    page = (site / HOME).read_text(encoding="utf-8")
    marked = page
    for address, book in books.items():
        megabytes = plain(1).text(book.stat().st_size / 1e6)
        size = SIZE.format(size=megabytes, day=in_words(day))
        place = re.compile(rf'(/{re.escape(address)}".*?<span class="edition-size">)[^<]*')
        marked, places = place.subn(rf"\g<1>{size}", marked)
        if not places:
            said = _("{page} has no place for the size of {book}.")
            raise NoEdition(said.format(page=HOME, book=book.name))
    if marked != page:
        (site / HOME).write_text(marked, encoding="utf-8")
