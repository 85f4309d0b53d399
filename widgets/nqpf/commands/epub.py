"""Write the book as EPUB, for readers of books and for telephones.

It is made from the site as it was built. The same file lies with the site, and its home page offers
it; with --site links to pages that the book leaves out lead to that address.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf.commands import Failure, add_edition_arguments, edition_asked, say_written
from nqpf.places import ROOT, SITE


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
