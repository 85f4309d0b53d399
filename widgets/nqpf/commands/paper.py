"""Write the book as PDF, or one chapter with its solutions and the works that it cites.

It is set from the site as it was built. The whole book also lies with the site, and its home page
offers it; with --site each explorer gets its address and a code that leads a telephone there.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from nqpf.commands import Failure
from nqpf.commands.epub import add_edition_arguments, edition_asked, say_written
from nqpf.places import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("chapter", nargs="?", default="", help="such as ch02; else the whole book")
    add_edition_arguments(parser, named="chapter")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    edition, folder = edition_asked(options)
    from nqpf.site.build.downloads import NAME
    from nqpf.site.edition.contents import parts_of_the_book
    from nqpf.site.edition.paper.typeset import Kept, NotPrinted, write_book, write_chapter
    from nqpf.site.plan.chapters import titles, written

    parts = parts_of_the_book(ROOT)
    chapters = written(name for part in parts for name in part.pages)
    number = re.fullmatch(r"ch(\d\d)", options.chapter)
    name = chapters.get(int(number[1])) if number else None
    if options.chapter and name is None:
        raise Failure(
            f"{options.chapter} is no chapter: write ch{min(chapters):02} to ch{max(chapters):02}, "
            "or nothing for the whole book."
        )
    out = options.out or Path(f"{options.chapter or NAME}.pdf")
    try:
        if number and name:
            title = titles()[int(number[1])]
            say_written(write_chapter(Kept(folder / "paper"), name, title, edition, out))
        else:
            say_written(write_book(Kept(folder / "paper"), parts, edition, out))
    except NotPrinted as problem:
        raise Failure(str(problem)) from problem
    except OSError as problem:
        raise Failure(f"{out} could not be written: {problem}.") from problem
    return 0
