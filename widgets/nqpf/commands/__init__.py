"""The subcommands of ``nqpf``, one module each; see `nqpf.cli`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from nqpf.places import ROOT
from nqpf.words import LANGUAGE

LANGUAGES = ("en", "zh_CN")
"""The languages in which homework can be handed out and the book be written."""


class Failure(Exception):
    """What went wrong and what to do, in one sentence for the person at the keyboard."""


def add_language(parser: argparse.ArgumentParser, of: str) -> None:
    """Declare the language of something, which `in_language` refuses if the book has it not."""
    parser.add_argument(
        "--language", default=LANGUAGE, help=f"the language of {of}: {' or '.join(LANGUAGES)}"
    )


def in_language(language: str, asked: Sequence[str]) -> int | None:
    """Run the command in a process of another language; return its status.

    Words are looked up when modules are imported, so a language has a process. Returns None where
    the command may go on, because this process has the language. Raises ``Failure`` for a language
    that the book is not in.
    """
    if language not in LANGUAGES:
        raise Failure(f"the book is not in {language}: write --language {' or '.join(LANGUAGES)}.")
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
