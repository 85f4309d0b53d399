"""What exercises cost a reader: bytes on the page, bytes of Python, and the wait for a verdict.

Run ``python benchmarks/exercises.py`` after ``nqpf build``. It needs a browser, as the tests do.
"""

from __future__ import annotations

import gzip
import re
import statistics
import time
from pathlib import Path

from nqpf import chromium
from nqpf.exercises import exercises
from nqpf.places import SITE
from nqpf.server import serving
from nqpf.site import python_assets
from playwright.sync_api import Browser, sync_playwright

PAGE = "chapters/part1/ch02.html"
SLUG = "account-in-code"
RUNS = 5
EXERCISE = re.compile(r'<section class="exercise".*?</section>', re.DOTALL)
WORDS = re.compile(
    r'<script type="application/json" id="nqpf-exercise-words">.*?</script>', re.DOTALL
)


def compressed(content: bytes | str) -> int:
    """Return the size in bytes as servers send it."""
    raw = content.encode() if isinstance(content, str) else content
    return len(gzip.compress(raw, 9))


def weight_of_page() -> tuple[int, int, int]:
    """Return bytes of the page, bytes that exercises add to it, and how many they are."""
    html = (SITE / PAGE).read_text(encoding="utf-8")
    without = WORDS.sub("", EXERCISE.sub("", html))
    return compressed(html), compressed(html) - compressed(without), len(EXERCISE.findall(html))


def weight_of_python() -> int:
    """Return the bytes that the first run of code loads."""
    folder = SITE / python_assets.folder_name()
    return sum(compressed(path.read_bytes()) for path in folder.iterdir())


def waits(browser: Browser, address: str) -> tuple[float, float]:
    """Return seconds from pressing Run to the verdict: first in a new browser, and once again."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    section = page.locator(f'[data-exercise="{SLUG}"]')
    section.locator(".exercise-check").scroll_into_view_if_needed()
    seconds = []
    for _run in range(2):
        start = time.monotonic()
        section.locator(".exercise-check").click()
        section.locator(".exercise-result.is-wrong").wait_for(timeout=60_000)
        seconds.append(time.monotonic() - start)
        page.reload()
    context.close()
    return seconds[0], seconds[1]


def seconds_to_read_all() -> float:
    """Return the seconds that it takes to read and check every exercise file."""
    start = time.monotonic()
    list(exercises())
    return time.monotonic() - start


def main() -> None:
    """Print one line for each measure."""
    reading = seconds_to_read_all()
    page, added, count = weight_of_page()
    print(
        f"page with {count} exercises: {page / 1000:.1f} KB gzip, {added / 1000:.1f} of them theirs"
    )
    print(f"Python for the page: {weight_of_python() / 1e6:.2f} MB gzip")
    print(f"reading {len(exercises())} exercise files: {reading:.2f} s")
    with sync_playwright() as playwright, serving(Path(SITE)) as address:
        path = chromium.executable()
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        measured = [waits(browser, address) for _run in range(RUNS)]
        browser.close()
    cold = statistics.median(first for first, _second in measured)
    warm = statistics.median(second for _first, second in measured)
    print(f"from Run to the verdict: {cold:.2f} s cold, {warm:.2f} s on a page opened again")


if __name__ == "__main__":
    main()
