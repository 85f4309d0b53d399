"""What it costs to change a model in a page: bytes, and the wait from Run to the redrawn chart.

Run ``python benchmarks/change.py`` in the book's environment (the site is built if need be); add
``--smallest`` to try everything once, and ``--beside`` to change one formula in JupyterLite too,
turn about, where the picture is the least that Python can draw: forty points of the function as one
line, with no library for charts. A table is printed and ``_build/benchmarks/change.json`` written.
Seconds are those of the page's own clock, on this machine and beside whatever else it was doing,
which its load tells: compare the rows with each other. The last column is how many times as long as
a move of a slider the answer takes once Python runs.
"""

from __future__ import annotations

import argparse
import gzip
import os
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import quote

from exercises import compressed, new_page
from jupyterlite_site import jupyterlite_site
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
FIRST = "sources-of-growth"
# Draws its first function over the share of capital, one line of forty points.
LINE = """

from IPython.display import SVG, display

rates = dict(output_growth=0.06, capital_growth=0.08, labour_growth=0.01)
def height(at):
    return 100 - 1000 * growth_of_productivity(**rates, capital_share=at / 40)
points = " ".join(f"{at * 10},{height(at)}" for at in range(41))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">'
            f'<polyline points="{points}" fill="none" stroke="black"/></svg>'))
"""
# Presses Run and tells the seconds until the chart is drawn with the model, or what the panel says
# when no chart comes.
PRESS = """(panel) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(panel.innerText)), 100_000);
  const button = panel.querySelector(".own-model-run");
  press();

  function press() {
    // A chart may be drawn before all that follows from the answer before has been said.
    if (button.hasAttribute("aria-disabled")) return requestAnimationFrame(press);
    const start = performance.now();
    const figure = panel.closest("figure");
    figure.addEventListener("nqpf:readouts", function drawn() {
      if (!figure.classList.contains("has-own-model")) return;
      figure.removeEventListener("nqpf:readouts", drawn);
      done((performance.now() - start) / 1000);
    });
    button.click();
  }
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
    parser.add_argument("--beside", action="store_true", help="change one in JupyterLite too")
    wanted = parser.parse_args()
    if not wanted.smallest:
        building.build()
    runs = 1 if wanted.smallest else RUNS
    found = [*weights(), *waits(runs)]
    report([*found, *first_pictures(runs)] if wanted.beside else found, "change")


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
        {"what": "KB gzip of the first Run", "archive": archive, **loaded},
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


def first_pictures(runs: int) -> list[dict[str, Any]]:
    """Return seconds from opening a page to the first picture of a changed model, for both."""
    timed: dict[str, list[float]] = {"this book": [], "JupyterLite": []}
    with browsing() as browser:
        for _run in range(runs):
            with serving(SITE) as address, new_page(browser) as page:
                seconds, code = in_the_book(page, f"{address}/embed/{FIRST}.html")
                timed["this book"].append(seconds)
            with serving(jupyterlite_site()) as address, new_page(browser) as page:
                timed["JupyterLite"].append(in_jupyterlite(page, address, code))
    middle = {name: median(all_of_them) for name, all_of_them in timed.items()}
    return [
        {
            "what": f"{name}: seconds to the first changed picture",
            "cold, from opening": round(one, 2),
        }
        | {"of this book's": round(one / middle["this book"], 1)}
        for name, one in middle.items()
    ]


def in_the_book(page: Page, address: str) -> tuple[float, str]:
    """Return seconds until the chart is drawn with a changed formula, and the function's code."""
    start = perf_counter()
    page.goto(address, wait_until="commit")
    opened_panel(page)
    code = set_code(page, *TRIED[FIRST])
    page.locator("details.own-model").evaluate(PRESS)
    return perf_counter() - start, code


def in_jupyterlite(page: Page, address: str, code: str) -> float:
    """Return seconds until the same function is drawn as one line, given with the address."""
    start = perf_counter()
    page.goto(f"{address}/repl/index.html?kernel=python&code={quote(f'{code}{LINE}')}")
    page.locator(".jp-RenderedSVG :is(svg, img)").first.wait_for(timeout=LONGEST)
    return perf_counter() - start


def opened_panel(page: Page) -> None:
    """Open the panel of the explorer on a page as soon as it is there."""
    page.locator("figure.explorer[data-ready]").wait_for(timeout=LONGEST)
    page.locator("details.own-model > summary").click()
    page.locator(".own-model-run").wait_for(timeout=LONGEST)


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
        opened_panel(page)
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


def set_code(page: Page, before: str, after: str) -> str:
    """Put other code in the place of the book's in the first function that has it; return it."""
    boxes = page.locator("details.own-model textarea")
    for box in boxes.all():
        text = str(box.evaluate("box => box.defaultValue"))
        if before in text:
            changed = text.replace(before, after)
            box.evaluate("(box, text) => { box.value = text; }", changed)
            return changed
    raise LookupError(f"{before!r} is in no function of {page.url}")


if __name__ == "__main__":
    main()
