"""Write the book as EPUB, for readers of books and for telephones.

It is made from the site as it was built. The same file lies with the site, and its home page offers
it; with --site links to pages that the book leaves out lead to that address.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf import building
from nqpf.commands import Failure
from nqpf.places import ROOT, SITE

if TYPE_CHECKING:
    from nqpf.site.edition.contents import Edition


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    add_edition_arguments(parser, named="book")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    edition, folder = edition_asked(options)
    from nqpf.site.build.downloads import NAME
    from nqpf.site.edition.contents import parts_of_the_book
    from nqpf.site.edition.epub import write_epub
    from nqpf.site.edition.still import kept_still_page

    parts = parts_of_the_book(ROOT)
    out = options.out or Path(f"{NAME}.epub")
    pages = [kept_still_page(SITE, name, folder) for part in parts for name in part.pages]
    try:
        say_written(write_epub(pages, parts, edition, out))
    except OSError as problem:
        raise Failure(f"{out} could not be written: {problem}.") from problem
    return 0


def add_edition_arguments(parser: argparse.ArgumentParser, *, named: str) -> None:
    """Declare what every still edition is asked; ``named`` says what gives the file its name."""
    parser.add_argument("--out", type=Path, help=f"the file; named after the {named} if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")


def edition_asked(options: argparse.Namespace) -> tuple[Edition, Path]:
    """Return the edition as it was built, with the address given, and the folder it is kept in.

    Raises ``Failure`` if the address is half of one, or the site is not built as the book is now.
    """
    if options.site and not options.site.startswith(("http://", "https://")):
        raise Failure(f"--site {options.site}: write the whole address, https://… .")
    if not building.is_built(building.made_from()):
        raise Failure("the site is not built as the book is now: run `nqpf build`, then try again.")
    from nqpf.site.edition.edition import edition_as_built, kept

    folder = kept(SITE)
    built = edition_as_built(folder)
    return dataclasses.replace(built, site=options.site) if options.site else built, folder


def say_written(file: Path) -> None:
    """Say where a file is and how large."""
    print(f"{file} ({file.stat().st_size / 1e6:.1f} MB)")
