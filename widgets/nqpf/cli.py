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
from typing import Protocol, cast

from nqpf import commands


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
    asked = next((word for word in words if not word.startswith("-")), "")
    options = parser(asked).parse_args(words)
    try:
        return cast(int, options.run(options))
    except commands.Failure as failure:
        print(f"nqpf: {failure}", file=sys.stderr)
        return 1


def parser(asked: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or of the one command that is asked for.

    Loading every command takes longer than most of them run.
    """
    whole = argparse.ArgumentParser(prog="nqpf", description="Build, show and test the book.")
    choices = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in subcommands(asked).items():
        text = command.__doc__ or ""
        one = choices.add_parser(name, help=text.splitlines()[0].rstrip("."), description=text)
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    return whole


def subcommands(asked: str = "") -> dict[str, Command]:
    """Return the modules of `nqpf.commands` by name: the one asked for, if there is such a one."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    names = [asked] if asked in names else names
    return {
        name: cast(Command, importlib.import_module(f"{commands.__name__}.{name}"))
        for name in names
    }
