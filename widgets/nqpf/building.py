"""Build the site, unless it already shows everything as it is."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from nqpf.commands import Failure
from nqpf.fingerprint import fingerprint
from nqpf.places import PACKAGE, ROOT, SITE

INPUTS = (
    "chapters",
    "data",
    "locale",
    "_config.yml",
    "_toc.yml",
    "references.bib",
    "pyproject.toml",
    "requirements.lock",
    "package-lock.json",
    # What the package to take along, and the archive of the site, are made of beside all these.
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "LICENSE-text",
)
STAMP = ROOT / "_build" / "built"


def build(*, everything: bool = False) -> float | None:
    """Bring the site up to date; return the seconds it took, or None if nothing had changed."""
    if not (ROOT / "_config.yml").exists():
        raise Failure(f"the site is built from the book's repository, and {ROOT} is not one.")
    wanted = made_from()
    if not everything and is_built(wanted):
        return None
    print("Building the site (a minute or two if it is the first time)", flush=True)
    STAMP.unlink(missing_ok=True)
    start = time.monotonic()
    run_jupyter_book(everything=everything)
    STAMP.write_text(wanted, encoding="utf-8")
    return time.monotonic() - start


def made_from() -> str:
    """Return the fingerprint of all that the site is made from, as it is now."""
    return fingerprint([PACKAGE, *(ROOT / name for name in INPUTS)])


def is_built(wanted: str) -> bool:
    """Return whether the site was built from exactly the inputs with this fingerprint."""
    built = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    return built == wanted and (SITE / "index.html").exists()


def run_jupyter_book(*, everything: bool) -> None:
    """Run Jupyter Book on the repository; a warning fails the build, after all have been seen."""
    program = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
    options = ["-W", "--keep-going", "-q"] + (["--all"] if everything else [])
    command = [sys.executable, "-c", program, "build", str(ROOT), *options]
    # What goes well is said by the caller; warnings and errors come on the other stream.
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        raise Failure("the site could not be built: mend what is reported above, then try again.")


def environment() -> dict[str, str]:
    """Return the environment in which every process and kernel finds this book's package."""
    paths = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}
