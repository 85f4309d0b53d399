"""Run every test of the book: the code, the data and, in a real browser, the site."""

from __future__ import annotations

import argparse
import subprocess
import sys

from nqpf import building, chromium
from nqpf.places import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("arguments", nargs="*", help="passed on to pytest, after --")


def run(options: argparse.Namespace) -> int:
    """Find or install the browser, build the site, and run pytest."""
    if not chromium.executable():
        print("Installing a browser for the tests (once)", flush=True)
        chromium.install()
    building.build()
    # The site is built by now, so that no two of them build it at once.
    workers = ["-n", "auto", "--dist", "worksteal"]
    command = [sys.executable, "-m", "pytest", *workers, *options.arguments]
    return subprocess.run(command, cwd=ROOT, env=building.environment(), check=False).returncode
