"""Write the book as EPUB, for readers of books and for telephones.

It is made from the site as it was built. The same file lies with the site, and its home page offers
it; with --site links to pages that the book leaves out lead to that address.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from nqpf import building
from nqpf.commands import Failure
from nqpf.places import ROOT, SITE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("--out", type=Path, help="the file; named after the book if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    if options.site and not options.site.startswith(("http://", "https://")):
        raise Failure(f"--site {options.site}: write the whole address, https://… .")
    if not building.is_built(building.made_from()):
        raise Failure("the site is not built as the book is now: run `nqpf build`, then try again.")
    from nqpf.site.build.downloads import NAME
    from nqpf.site.edition.contents import parts_of_the_book
    from nqpf.site.edition.edition import edition_as_built, kept
    from nqpf.site.edition.epub import write_epub
    from nqpf.site.edition.still import kept_still_page

    parts = parts_of_the_book(ROOT)
    folder = kept(SITE)
    edition = edition_as_built(folder)
    if options.site:
        edition = dataclasses.replace(edition, site=options.site)
    out = options.out or Path(f"{NAME}.epub")
    pages = [kept_still_page(SITE, name, folder) for part in parts for name in part.pages]
    try:
        written_to = write_epub(pages, parts, edition, out)
    except OSError as problem:
        raise Failure(f"{out} could not be written: {problem}.") from problem
    print(f"{written_to} ({written_to.stat().st_size / 1e6:.1f} MB)")
    return 0
