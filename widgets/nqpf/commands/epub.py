"""Write the book as EPUB, for readers of books and for telephones.

It is made from the site as it was built. The same file lies with the site, and its home page offers
it; with --site links to pages that the book leaves out lead to that address. With --language the
chapters that are translated are the book.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nqpf import building
from nqpf.commands import Failure, add_language, in_language
from nqpf.places import ROOT, SITE
from nqpf.words import EDITION, LANGUAGE

if TYPE_CHECKING:
    from nqpf.site.edition.contents import Edition, Part

MARK = f"-{EDITION.rstrip('/')}" if EDITION else ""
"""What tells a file in another language from the English one of the same name."""


class Asked(NamedTuple):
    """The book that is asked for: what it says of itself, its pages, and where they lie.

    ``kept`` is the folder with the pieces of which it is made.
    """

    edition: Edition
    parts: list[Part]
    site: Path
    kept: Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    add_edition_arguments(parser, named="book")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    elsewhere = in_language(options.language, options.asked)
    if elsewhere is not None:
        return elsewhere
    asked = edition_asked(options)
    from nqpf.site.build.downloads import NAME
    from nqpf.site.edition.epub import write_epub
    from nqpf.site.edition.still import kept_still_page

    out = options.out or Path(f"{NAME}{MARK}.epub")
    names = [name for part in asked.parts for name in part.pages]
    pages = [kept_still_page(asked.site, name, asked.kept) for name in names]
    try:
        say_written(write_epub(pages, asked.parts, asked.edition, out))
    except OSError as problem:
        raise Failure(f"{out} could not be written: {problem}.") from problem
    return 0


def add_edition_arguments(parser: argparse.ArgumentParser, *, named: str) -> None:
    """Declare what every still edition is asked; ``named`` says what gives the file its name."""
    parser.add_argument("--out", type=Path, help=f"the file; named after the {named} if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")
    add_language(parser, f"the {named}")


def edition_asked(options: argparse.Namespace) -> Asked:
    """Return the book in this process's language as it was built, with the address given.

    Raises ``Failure`` if the address is half of one, or the site is not built as the book is now.
    """
    if options.site and not options.site.startswith(("http://", "https://")):
        raise Failure(f"--site {options.site}: write the whole address, https://… .")
    if not building.is_built(building.made_from()):
        raise Failure("the site is not built as the book is now: run `nqpf build`, then try again.")
    from nqpf.site.edition.contents import parts_of_the_book
    from nqpf.site.edition.edition import edition_as_built, kept
    from nqpf.site.languages.book import address, parts_of_the_edition
    from nqpf.site.languages.translated import built, pages

    site, parts = SITE, parts_of_the_book(ROOT)
    if EDITION:
        site, parts = built(), parts_of_the_edition(set(pages()))
    if not parts:
        raise Failure(f"no chapter is in {LANGUAGE} yet: leave --language out.")
    edition = edition_as_built(kept(site))
    if options.site:
        where = address(options.site) if EDITION else options.site
        edition = dataclasses.replace(edition, site=where)
    return Asked(edition, parts, site, kept(site))


def say_written(file: Path) -> None:
    """Say where a file is and how large."""
    print(f"{file} ({file.stat().st_size / 1e6:.1f} MB)")
