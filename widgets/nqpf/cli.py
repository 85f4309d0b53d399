"""The command ``nqpf``: one subcommand for each module of `nqpf.commands`.

A subcommand is a module with a docstring (its help), ``add_arguments(parser)`` and
``run(options)``, which returns the exit status. Putting a module into the package is all it takes.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Protocol, cast

from nqpf import commands
from nqpf.places import ROOT
from nqpf.version import version

COURSE = {"assign", "compare", "export", "grade"}
"""The commands that work in any folder, with the extra ``course``; the others need the book's."""


class Command(Protocol):
    """What the command line asks of a module of `nqpf.commands`."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments of the subcommand."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the subcommand that is named first and return its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    # What checks international addresses builds a grammar when it is loaded, which takes longer
    # than all the rest of most commands, and no schema here holds such an address.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    asked = next((word for word in words if not word.startswith("-")), "")
    options = parser(asked).parse_args(words)
    options.asked = list(words)
    try:
        return cast(int, options.run(options))
    except commands.Failure as failure:
        print(f"nqpf: {failure}", file=sys.stderr)
        return 1


def parser(asked: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or of the one command that is asked for.

    Loading every command takes longer than most of them run.
    """
    whole = argparse.ArgumentParser(
        prog="nqpf",
        description=_whole_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"nqpf {version()}")
    choices = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in subcommands(asked).items():
        text = command.__doc__ or ""
        one = choices.add_parser(name, help=text.splitlines()[0].rstrip("."), description=text)
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    return whole


def _whole_help() -> str:
    """Return what can be done here: in the book's folder, or with the package alone."""
    if (ROOT / "_config.yml").exists():
        return "Build, show and test the book."
    return (
        "The package of the book New Quality Productive Forces, without the book's folder.\n"
        "In Python or Jupyter: `from nqpf.explorers import explorer`, `from nqpf import data`,\n"
        "`from nqpf.exercises import check`, and the models under `nqpf.models`.\n"
        "Here: assign, grade, compare and export (with `pip install 'nqpf[course]'`); the\n"
        "other commands need the folder of the book."
    )


def subcommands(asked: str = "") -> dict[str, Command]:
    """Return the modules of `nqpf.commands` by name: the one asked for, if there is such a one."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    names = [asked] if asked in names else names
    return {name: subcommand(name) for name in names}


def subcommand(name: str) -> Command:
    """Return a module of `nqpf.commands`, or what says why it is not to be had here."""
    in_the_folder = (ROOT / "_config.yml").exists()
    if name not in COURSE and not in_the_folder:
        return _absent(name, "needs the folder of the book, where `make` sets everything up.")
    try:
        return cast(Command, importlib.import_module(f"{commands.__name__}.{name}"))
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package in ("", "nqpf"):
            raise
        extra = "course" if name in COURSE else "book"
        return _absent(name, f"needs `{package}`: type `pip install 'nqpf[{extra}]'`.")


def _absent(name: str, reason: str) -> Command:
    """Return a command that takes any arguments, and says in one sentence what it needs."""

    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("arguments", nargs=argparse.REMAINDER)
        parser.prefix_chars = "\0"

    def run(_options: argparse.Namespace) -> int:
        raise commands.Failure(f"{name} {reason}")

    absent = SimpleNamespace(__doc__=f"It {reason}", add_arguments=add_arguments, run=run)
    return cast(Command, absent)
