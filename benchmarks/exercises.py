"""What exercises cost: bytes on a page, bytes of Python, the wait for a verdict, and for contracts.

Run ``python benchmarks/exercises.py`` in the book's environment (the site is built if need be); add
``--beside`` to open JupyterLite for the same task in the same run, turn about with the book's page,
and ``--contracts`` to time what proves the exercises. A table is printed and
``_build/benchmarks/exercises.json`` written. All files are served from this machine, and the
browser reaches no other. Times are those of this machine and of what else it was doing, which its
load tells; seconds of processor depend less on that.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import quote

import psutil
from jupyterlite_site import jupyterlite_site
from nqpf import building
from nqpf.exercises import Exercise, exercises, find
from nqpf.places import ROOT, SITE
from nqpf.server import serving
from nqpf.site.python import assets as python_assets
from pages import browsing, report
from playwright.sync_api import Browser, Page

CHAPTERS = "chapters/part1/ch*.html"
PAGE, SLUG = "chapters/part1/ch02.html", "account-in-code"
RUNS = 5
LONGEST = 180_000
EXERCISE = re.compile(r'<section class="exercise".*?</section>', re.DOTALL)
# Presses Run and tells the seconds to the verdict. The page's own clock: the driver of the browser
# waits before a click until nothing glides, and looks for a result twice a second at most.
PRESS = """(section) => new Promise((done) => {
  const start = performance.now();
  new MutationObserver((changes, watch) => {
    if (!section.querySelector(".exercise-result.is-right")) return;
    watch.disconnect();
    done((performance.now() - start) / 1000);
  }).observe(section, { subtree: true, childList: true, attributes: true });
  section.querySelector(".exercise-check").click();
})"""
Timed = dict[str, float]


def main() -> None:
    """Measure, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--beside", action="store_true", help="time JupyterLite too")
    parser.add_argument("--contracts", action="store_true", help="time the contracts too")
    parser.add_argument("--smallest", action="store_true", help="try everything once")
    wanted = parser.parse_args()
    if not wanted.smallest:
        building.build()
    found = [*(weight(path) for path in sorted(SITE.glob(CHAPTERS))), weight_of_python()]
    found += waits(beside=wanted.beside, runs=1 if wanted.smallest else RUNS)
    if wanted.contracts:
        found += [contracts(SLUG), contracts(None)]
    report(found, "exercises")


def compressed(content: bytes | str) -> float:
    """Return the size in thousands of bytes as servers send it."""
    raw = content.encode() if isinstance(content, str) else content
    return round(len(gzip.compress(raw, 9)) / 1000, 1)


def weight(path: Path) -> dict[str, Any]:
    """Return what a page weighs, and what its exercises add while none is started."""
    html = path.read_text(encoding="utf-8")
    without = EXERCISE.sub("", html)
    return {
        "what": f"{path.stem}: page with {len(EXERCISE.findall(html))} exercises",
        "KB gzip": compressed(html),
        "of them exercises": round(compressed(html) - compressed(without), 1),
    }


def weight_of_python() -> dict[str, Any]:
    """Return what the first run of code loads, and the script that all pages share."""
    folder = SITE / python_assets.folder_name()
    size = sum(compressed(path.read_bytes()) for path in folder.iterdir())
    script = compressed((SITE / "_static" / "nqpf" / "page.js").read_bytes())
    return {"what": "Python for a page", "KB gzip": round(size), "script of all pages": script}


def waits(*, beside: bool, runs: int) -> list[dict[str, Any]]:
    """Return seconds to a checked result, cold, opened again, and with what runs already."""
    ways: dict[str, tuple[Path, Callable[[Page, str], Timed]]] = {"this book": (SITE, in_the_book)}
    if beside:
        ways["JupyterLite"] = (jupyterlite_site(), in_jupyterlite)
    timed: dict[str, list[Timed]] = {name: [] for name in ways}
    with browsing() as browser:
        for _run in range(runs):
            for name, (site, way) in ways.items():
                with serving(site) as address, new_page(browser) as page:
                    timed[name].append(way(page, address))
    return [
        {"what": f"{name}: seconds to a checked result"}
        | {key: round(median(one[key] for one in listed), 2) for key in listed[0]}
        | {"load": round(os.getloadavg()[0], 1)}
        for name, listed in timed.items()
    ]


@contextmanager
def new_page(browser: Browser) -> Iterator[Page]:
    """Give a page of a reader who was never here."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def in_the_book(page: Page, address: str) -> Timed:
    """Return seconds to the verdict on a right answer, from opening the page and from Run."""
    section = page.locator(f'[data-exercise="{SLUG}"]')

    def pressed(box: str = "textarea") -> float:
        section.locator(box).fill(reference(find(SLUG)))
        seconds: float = section.evaluate(PRESS)
        return seconds

    def opened() -> tuple[float, float]:
        start = perf_counter()
        page.goto(f"{address}/{PAGE}", wait_until="commit")
        section.and_(page.locator("[data-ready]")).wait_for(timeout=LONGEST)
        waited = perf_counter() - start
        took = pressed()
        return took, waited + took

    before = processor()
    cold, cold_opened = opened()
    used = processor() - before
    section.locator(".exercise-restart").click()
    section.locator(".exercise-result.is-right").wait_for(state="detached")
    kept = pressed(".cm-content")
    page.goto("about:blank")
    again, again_opened = opened()
    return {
        "cold, from opening": cold_opened,
        "again, from opening": again_opened,
        "cold, from Run": cold,
        "again, from Run": again,
        "Python kept, from Run": kept,
        "processor, cold": used,
    }


def processor() -> float:
    """Return the seconds of processor that the browser, a child of this process, has used."""
    times = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return sum(one.user + one.system for one in times)


def reference(exercise: Exercise) -> str:
    """Return a right answer."""
    return str(exercise.task.reference_text)  # type: ignore[attr-defined]  # because it is code


def in_jupyterlite(page: Page, address: str) -> Timed:
    """Return seconds to the result of the same answer and checks, given with the address."""
    task = find(SLUG).task
    checks = [f"assert {case.call} == {task.expected(case)!r}" for case in task.fixed]  # type: ignore[attr-defined]  # because it is code
    code = "\n".join([reference(find(SLUG)), *checks, "print('right', len('answer'))"])
    result = page.locator(".jp-OutputArea-output", has_text="right 6")

    def opened() -> float:
        start = perf_counter()
        page.goto(f"{address}/repl/index.html?kernel=python&code={quote(code)}")
        result.first.wait_for(timeout=LONGEST)
        return perf_counter() - start

    before = processor()
    cold = opened()
    used = processor() - before
    prompt = page.locator(".jp-CodeConsole-promptCell .cm-content")
    prompt.fill(code)
    start = perf_counter()
    prompt.press("Shift+Enter")
    result.nth(1).wait_for(timeout=LONGEST)
    kept = perf_counter() - start
    page.goto("about:blank")
    return {
        "cold, from opening": cold,
        "again, from opening": opened(),
        "Python kept, from Run": kept,
        "processor, cold": used,
    }


def contracts(slug: str | None) -> dict[str, Any]:
    """Return how long the contracts take of one exercise or of all, and how much processor."""
    all_of_them = [
        "-m",
        "pytest",
        "-q",
        "-o",
        "addopts=",
        "tests/exercises/test_exercises_contracts.py",
    ]
    command = ["-m", "nqpf", "exercise", "check", slug] if slug else all_of_them
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=building.environment(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "what": f"contracts of {slug or f'all {len(exercises())} exercises'}",
        "s": round(perf_counter() - start, 1),
        "s of processor": round(processor, 1),
    }


if __name__ == "__main__":
    main()
