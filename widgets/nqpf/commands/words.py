"""Take the book's words out for translators, and check and count what they translated."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf.commands import Failure
from nqpf.places import ROOT

FOLDER = ROOT / "locale" / "zh_CN" / "LC_MESSAGES"
MOST = 30
"""Messages without a translation that are told by file and line."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    what = parser.add_subparsers(title="what to do", metavar="extract|check|report", required=True)
    extract = what.add_parser("extract", help="write every message, with the translations known")
    extract.add_argument(
        "folder", nargs="?", type=Path, default=FOLDER, help="where to (the book's own folder)"
    )
    extract.set_defaults(words=taken_out)
    for name, does, asked in (
        ("check", checked, "say what is wrong with translations, by file and line"),
        ("report", reported, "say how far each file is"),
    ):
        one = what.add_parser(name, help=asked)
        one.add_argument("files", nargs="*", type=Path, help="files of messages (all of the book)")
        one.set_defaults(words=does)


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    status: int = options.words(options)
    return status


def taken_out(options: argparse.Namespace) -> int:
    """Write the messages, keeping what is translated."""
    from nqpf.site.translating import extract, keeping

    found = extract.catalogues()
    kept = keeping.brought_over(found, options.folder)
    extract.write(options.folder, found)
    print(f"{sum(map(len, found.values()))} messages in {options.folder}; {kept} are translated.")
    return 0


def checked(options: argparse.Namespace) -> int:
    """Say what is wrong; the status is 1 if anything is."""
    from nqpf.site.translating.checking import faults_of_file, not_translated, standing

    found, left = [], []
    for path in files(options.files):
        try:
            found += list(faults_of_file(path))
            left += not_translated(path)
            all_, translated, _fuzzy = standing(path)
            print(f"{path.name}: {translated} of {all_} messages are translated.")
        except ValueError as error:
            raise Failure(str(error)) from None
    for one in left[:MOST]:
        print(one)
    if len(left) > MOST:
        print(f"… and {len(left) - MOST} more that are not translated.")
    for fault in found:
        print(fault)
    print(f"{len(found)} faults." if found else "No faults.")
    return int(bool(found))


def reported(options: argparse.Namespace) -> int:
    """Say how far each file is."""
    from nqpf.site.translating.checking import standing

    for path in files(options.files):
        all_, translated, fuzzy = standing(path)
        uncertain = f", {fuzzy} of them uncertain" if fuzzy else ""
        print(f"{path.name:14} {translated:5} of {all_:5}{uncertain}")
    return 0


def files(asked: list[Path]) -> list[Path]:
    """Return the files that were named, or those of the book."""
    found = asked or sorted(FOLDER.glob("*.po"))
    missing = [str(path) for path in found if not path.is_file()]
    if missing:
        raise Failure(f"there is no file {missing[0]}.")
    if not found:
        raise Failure("the book has no files of messages yet: `nqpf words extract` writes them.")
    return found
