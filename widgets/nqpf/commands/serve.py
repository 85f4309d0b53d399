"""Show the site on this machine and rebuild it on every change."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf import building
from nqpf.commands import Failure
from nqpf.fingerprint import LEFT_BEHIND
from nqpf.places import PACKAGE, ROOT, SITE
from nqpf.server import serving


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("--port", type=int, default=8000, help="another is taken if it is busy")


def run(options: argparse.Namespace) -> int:
    """Build, serve, and rebuild until interrupted."""
    rebuild()
    with serving(SITE, port=options.port) as address:
        print(f"The site is at {address}/ (this machine only). End with Ctrl+C.", flush=True)
        watch()
    return 0


def watch() -> None:
    """Rebuild after each change of what the site is made from, until interrupted."""
    from watchfiles import watch as changes

    for changed in changes(*watched(), watch_filter=matters, raise_interrupt=False):
        names = sorted({Path(path).name for _kind, path in changed})
        print(f"Changed: {', '.join(names)}", flush=True)
        rebuild()


def watched() -> list[Path]:
    """Return the files and folders to watch."""
    return [path for path in (PACKAGE, *(ROOT / name for name in building.INPUTS)) if path.exists()]


def matters(_kind: object, path: str) -> bool:
    """Return whether a changed file can show in the site."""
    file = Path(path)
    hidden = file.name.startswith((".", "~")) or file.name.endswith("~")
    return not hidden and not LEFT_BEHIND.intersection(file.parts)


def rebuild() -> None:
    """Build and say how it went; what is wrong is for the reader to mend while this goes on."""
    try:
        seconds = building.build()
    except Failure as failure:
        print(f"nqpf: {failure}", flush=True)
        return
    print(
        "Up to date." if seconds is None else f"Built in {seconds:.0f} s: reload the page.",
        flush=True,
    )
