"""The subcommands of ``nqpf``, one module each; see `nqpf.cli`."""

from __future__ import annotations

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
