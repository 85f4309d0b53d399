"""Build the site into _build/html."""

from __future__ import annotations

import argparse

from nqpf import building
from nqpf.places import SITE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("--all", action="store_true", help="read and execute every page again")


def run(options: argparse.Namespace) -> int:
    """Build, and say where the site is and how to look at it."""
    seconds = building.build(everything=options.all)
    news = "is up to date" if seconds is None else f"was built in {seconds:.0f} s"
    print(f"The site {news}. Open it: {SITE / 'index.html'}\nor serve it here: make serve")
    return 0
