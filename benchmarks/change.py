"""What it costs to change a model in a page: bytes, and the wait from Run to the redrawn chart.

Run ``python benchmarks/change.py`` in the book's environment (the site is built if need be); add
``--smallest`` to try everything once. A table is printed and ``_build/benchmarks/change.json``
written. Seconds are those of the page's own clock, on this machine and beside whatever else it was
doing, which its load tells: compare the rows with each other. The last column is how many times as
long as a move of a slider the answer takes once Python runs.
"""

from __future__ import annotations

import argparse
import gzip
import os
from statistics import median
from typing import Any

from exercises import compressed, new_page
from nqpf import building
from nqpf.explorers import modules
from nqpf.explorers.afresh.used import used
from nqpf.places import SITE
from nqpf.server import serving
from nqpf.site.own_model.own_model import panel
from nqpf.site.python import assets
from pages import browsing, report
from playwright.sync_api import Page

RUNS = 5
LONGEST = 180_000
WRITING = 5000
"""Milliseconds in which a reader writes, and Python comes."""
# A closed form, one whose axes have to be wider, recursions of 25 and of 60 years.
TRIED = {
    "sources-of-growth": ("- capital_share * capital", "- 0.9 * capital_share * capital"),
    "three-drivers": ("breakthrough_growth * year,", "3 * breakthrough_growth * year,"),
    "to-2049": ("made * stocks.labour **", "0.99 * made * stocks.labour **"),
    "two-cycles": ("loop_retention * stock", "0.99 * loop_retention * stock"),
}
# Presses Run and tells the seconds until the chart is drawn with the model, or what the panel says
# when no chart comes.
PRESS = """(panel) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(panel.innerText)), 100_000);
  const start = performance.now();
  const figure = panel.closest("figure");
  figure.addEventListener("nqpf:readouts", function drawn() {
    if (!figure.classList.contains("has-own-model")) return;
    figure.removeEventListener("nqpf:readouts", drawn);
    done((performance.now() - start) / 1000);
  });
  panel.querySelector(".own-model-run").click();
})"""
MOVE = """(figure) => new Promise((done) => {
  const input = figure.querySelector(".explorer-controls input[type=range]");
  const start = performance.now();
  const drawn = () => done((performance.now() - start) / 1000);
  figure.addEventListener("nqpf:readouts", drawn, { once: true });
  input.value = input.value === input.max ? input.min : input.max;
  input.dispatchEvent(new Event("input"));
})"""


def main() -> None:
    """Measure, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--smallest", action="store_true", help="try everything once")
    wanted = parser.parse_args()
    if not wanted.smallest:
        building.build()
    report([*weights(), *waits(1 if wanted.smallest else RUNS)], "change")


def weights() -> list[dict[str, Any]]:
    """Return what panels weigh on a page, and what a first Run loads beside the page's Python."""
    panels = [str(panel(slug, "")) for slug in modules() if used(slug)]
    sizes = sorted(len(gzip.compress(one.encode(), 9)) / 1000 for one in panels)
    scripts = {name: SITE / "_static" / "nqpf" / name for name in ("own-model.js", "formula.js")}
    loaded = {name: compressed(path.read_bytes()) for name, path in scripts.items()}
    archive = round(assets.compiled_models().stat().st_size / 1000)
    return [
        {"what": f"KB gzip of {len(sizes)} panels"}
        | {"median": round(median(sizes), 2), "most": round(sizes[-1], 2)},
        {"what": "KB gzip of the first Run", "models.zip": archive, **loaded},
    ]


def waits(runs: int) -> list[dict[str, Any]]:
    """Return seconds from Run to the redrawn chart: cold, opened again, with Python running."""
    found = []
    with browsing() as browser, serving(SITE) as address:
        for slug, change in TRIED.items():
            timed = []
            for _run in range(runs):
                with new_page(browser) as page:
                    timed.append(of_one(page, f"{address}/embed/{slug}.html", change))
            row = {key: round(median(one[key] for one in timed), 3) for key in timed[0]}
            ratio = round(row["Python kept"] / max(row.pop("move"), 1e-4))
            load = round(os.getloadavg()[0], 1)
            what = f"{slug}: seconds to the chart"
            found.append({"what": what, **row, "of moves": ratio, "load": load})
    return found


def of_one(page: Page, address: str, change: tuple[str, str]) -> dict[str, float]:
    """Return the waits of one reader, who changes the same formula twice."""
    figure = page.locator("figure.explorer")
    panel_of = page.locator("details.own-model")

    def press() -> float:
        set_code(page, *change)
        seconds: float = panel_of.evaluate(PRESS)
        return seconds

    def opened(writing: int = 0) -> float:
        page.goto(address)
        figure.and_(page.locator("[data-ready]")).wait_for(timeout=LONGEST)
        panel_of.locator("> summary").click()
        page.locator(".own-model-run").wait_for(timeout=LONGEST)
        if writing:
            panel_of.locator("textarea").first.dispatch_event("input")
            page.wait_for_timeout(writing)
        return press()

    cold = opened()
    page.goto("about:blank")
    again = opened()
    page.goto("about:blank")
    written = opened(WRITING)
    kept = press()
    move: float = figure.evaluate(MOVE)
    waited = {"cold": cold, "again": again, f"after {WRITING / 1000:g} s of writing": written}
    return waited | {"Python kept": kept, "move": move}


def set_code(page: Page, before: str, after: str) -> None:
    """Put other code in the place of the book's in the first function that has it."""
    boxes = page.locator("details.own-model textarea")
    for box in boxes.all():
        text = str(box.evaluate("box => box.defaultValue"))
        if before in text:
            box.evaluate("(box, text) => { box.value = text; }", text.replace(before, after))
            return
    raise LookupError(f"{before!r} is in no function of {page.url}")


if __name__ == "__main__":
    main()
