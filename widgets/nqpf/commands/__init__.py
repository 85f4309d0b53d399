"""The subcommands of ``nqpf``, one module each; see `nqpf.cli`."""

from __future__ import annotations

import argparse
import dataclasses
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.places import ROOT, SITE
from nqpf.words import LANGUAGE

if TYPE_CHECKING:
    from nqpf.site.edition.contents import Edition

LANGUAGES = ("en", "zh_CN")
"""The languages in which homework can be handed out."""


class Failure(Exception):
    """What went wrong and what to do, in one sentence for the person at the keyboard."""


def in_language(language: str, asked: Sequence[str]) -> int | None:
    """Run the command in a process of another language; return its status.

    Words are looked up when modules are imported, so a language has a process. Returns None where
    the command may go on, because this process has the language.
    """
    if language == LANGUAGE:
        return None
    if (ROOT / "_config.yml").exists():
        make_catalogue()
    environment = {**os.environ, "NQPF_LANGUAGE": language}
    command = [sys.executable, "-m", "nqpf", *asked]
    return subprocess.run(command, env=environment, check=False).returncode


def make_catalogue() -> None:
    """Bring the catalogue up to date, from the book's files of messages."""
    from nqpf.site.languages import catalogue, translated

    catalogue.compiled(translated.messages())


def add_edition_arguments(parser: argparse.ArgumentParser, *, named: str) -> None:
    """Declare what every still edition is asked; ``named`` says what gives the file its name."""
    parser.add_argument("--out", type=Path, help=f"the file; named after the {named} if not said")
    parser.add_argument("--site", default="", help="where the book is, for links: https://…")


def edition_asked(options: argparse.Namespace) -> tuple[Edition, Path]:
    """Return the edition as it was built, with the address given, and the folder it is kept in.

    Raises ``Failure`` if the address is half of one, or the site is not built as the book is now.
    """
    from nqpf import building

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
