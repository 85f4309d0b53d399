"""Write the book as PDF, or one chapter with its solutions and the works that it cites.

It is set from the site as it was built. The whole book also lies with the site, and its home page
offers it; with --site each explorer gets its address and a code that leads a telephone there. With
--language the chapters that are translated are the book.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

from nqpf.commands import Failure, in_language
from nqpf.commands.epub import MARK, add_edition_arguments, edition_asked, say_written
from nqpf.words import LANGUAGE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("chapter", nargs="?", default="", help="such as ch02; else the whole book")
    add_edition_arguments(parser, named="chapter")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    elsewhere = in_language(options.language, options.asked)
    if elsewhere is not None:
        return elsewhere
    asked = edition_asked(options)
    from nqpf.site.build.downloads import NAME
    from nqpf.site.edition.paper.typeset import Kept, NotPrinted, write_book, write_chapter
    from nqpf.site.plan.chapters import titles, written

    chapters = written(name for part in asked.parts for name in part.pages)
    number = number_asked(options.chapter, chapters, titles())
    out = options.out or Path(f"{options.chapter or NAME}{MARK}.pdf")
    kept = Kept(asked.kept / "paper")
    try:
        if number:
            title = titles()[number]
            say_written(write_chapter(kept, chapters[number], title, asked.edition, out))
        else:
            say_written(write_book(kept, asked.parts, asked.edition, out))
    except NotPrinted as problem:
        raise Failure(str(problem)) from problem
    except OSError as problem:
        raise Failure(f"{out} could not be written: {problem}.") from problem
    return 0


def number_asked(chapter: str, chapters: Mapping[int, str], planned: Mapping[int, str]) -> int:
    """Return the number of the chapter that is asked for, 0 for the whole book.

    ``chapters`` are those that the book has in this language, ``planned`` those of every language.
    Raises ``Failure`` naming what there is.
    """
    if not chapter:
        return 0
    found = re.fullmatch(r"ch(\d\d)", chapter)
    number = int(found[1]) if found else 0
    if number in chapters:
        return number
    there = f"ch{min(chapters):02} to ch{max(chapters):02}"
    if number in planned:
        raise Failure(
            f"{chapter} is not in {LANGUAGE} yet: choose among chapters that are, {there}, or "
            "leave --language out."
        )
    raise Failure(f"{chapter} is no chapter: write {there}, or nothing for the whole book.")
