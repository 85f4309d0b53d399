"""Measure what a reader waits for, and what the same chart costs made in other ways.

Run ``python benchmarks/pages.py`` in the book's environment (the site is built if need be); add
``--builds`` to time a cold and a warm build of a copy of the book. A table is printed and
``_build/benchmarks/pages.json`` written. The other ways are a default Jupyter Book page with the
same chart by Altair, and one with the widgets' ``interact``; Altair's own page, with its libraries
inside; and the least a page could do: one curve and one point by hand with Observable Plot. All
files are served from this machine: ``npm ci`` in ``benchmarks/`` installs those of the default
book. Times are those of this machine and of what else it was doing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from default_book import PACKAGES, answer_from_packages, build_default_book
from nqpf import building, chromium
from nqpf.explorers import explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.declaration import signal_of
from nqpf.explorers.core.style import without_variables
from nqpf.places import NODE_MODULES, ROOT, SITE
from nqpf.server import serving
from playwright.sync_api import Browser, Response, sync_playwright

CHAPTER, SLUG, CONTROL = "chapters/part1/ch02.html", "sources-of-growth", "capital_share"
RUNS, MOVES, THROTTLE = 5, 120, 4

# Moves a slider through its stops; each move is timed until the page is drawn and laid out.
MOVE = """async ([selector, drawn, moves]) => {
  const input = document.querySelector(selector);
  const chart = document.querySelector(drawn);
  const times = [];
  const [low, high, step] = [input.min, input.max, input.step].map(Number);
  const stops = Math.round((high - low) / step) + 1;
  for (let move = 0; move < moves; move += 1) {
    await new Promise(requestAnimationFrame);
    input.value = String(low + step * (move % stops));
    const changed = new Promise((done) => {
      const watch = new MutationObserver(() => { watch.disconnect(); done(); });
      watch.observe(chart, { subtree: true, childList: true, attributes: true });
      setTimeout(done, 1000); // a move that changes nothing that is drawn
    });
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await changed;
    chart.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}"""

BY_HAND = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>By hand</title>
<script src="d3.min.js"></script><script src="plot.umd.min.js"></script>
<input type="range" min="0.3" max="0.6" step="0.01" value="0.5"><div id="chart"></div>
<script>
const share = (a) => (0.06 - a * 0.08 + (1 - a) * 0.005) / 0.06;
const point = (a) => ({ a, share: share(a) });
const grid = Array.from({ length: 31 }, (_, k) => point(0.3 + k / 100));
const at = { x: "a", y: "share" };
const slider = document.querySelector("input");
function draw() {
  const a = Number(slider.value);
  document.querySelector("#chart").replaceChildren(Plot.plot({
    x: { domain: [0.3, 0.6] }, y: { domain: [-0.2, 1.2] },
    marks: [Plot.lineY(grid, at), Plot.dot([point(a)], at)],
  }));
}
slider.addEventListener("input", draw); draw();
</script></html>"""


def main() -> None:
    """Measure, print a table and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--builds", action="store_true", help="time a cold and a warm build too")
    wanted = parser.parse_args()
    if not PACKAGES[0].exists():
        sys.exit("Run `npm ci --ignore-scripts` in benchmarks/ first: the comparison needs it.")
    building.build()
    with browsing() as browser, serving(SITE) as site, other_ways() as other:
        found = [
            first_explorer("this book, chapter 2", browser, f"{site}/{CHAPTER}", READY),
            first_explorer(
                "this book, explorer alone", browser, f"{site}/embed/{SLUG}.html", READY
            ),
            first_explorer(
                "default book, Altair", browser, f"{other}/book/altair.html", ".vega-embed .marks"
            ),
            first_explorer(
                "default book, interact", browser, f"{other}/book/interact.html", WIDGET
            ),
            first_explorer("Altair's own page", browser, f"{other}/altair.html", "svg.marks"),
            first_explorer(
                "by hand with Observable Plot", browser, f"{other}/hand.html", "#chart svg"
            ),
        ]
        found += [
            explorer_moves(browser, site, slug)
            for slug, one in explorers().items()
            if any(control.kind == "range" for control in one.controls)
        ]
        slider = f'input[name="{signal_of(CONTROL)}"]'
        found += [
            moves(
                "default book, Altair", browser, f"{other}/book/altair.html", "svg.marks", slider
            ),
            answers_to_interact(browser, f"{other}/book/interact.html"),
            moves("Altair's own page", browser, f"{other}/altair.html", "svg.marks", slider),
            moves("by hand with Observable Plot", browser, f"{other}/hand.html", "#chart", "input"),
        ]
    if wanted.builds:
        found.append(builds())
    report(found, "pages")


READY = 'figure.explorer[data-ready="true"]'
WIDGET = ".jupyter-widgets.widget-slider"


def first_explorer(name: str, browser: Browser, address: str, ready: str) -> dict[str, Any]:
    """Return bytes (gzip) and median milliseconds until the first explorer answers."""
    sizes: dict[str, int] = {}
    timed = {
        throttle: median(until_ready(browser, address, ready, throttle, sizes) for _ in range(RUNS))
        for throttle in (1, THROTTLE)
    }
    return {
        "what": f"{name}: to the first live explorer",
        "KB gzip": round(sum(sizes.values()) / 1000, 1),
        "ms": round(timed[1]),
        f"ms at {THROTTLE}x throttle": round(timed[THROTTLE]),
    }


def until_ready(
    browser: Browser, address: str, ready: str, throttle: int, sizes: dict[str, int]
) -> float:
    """Return the milliseconds from navigation until an explorer can be moved, in a new context.

    ``sizes`` takes the bytes of each file that had come by a second later.
    """
    context = browser.new_context()
    page = context.new_page()
    missing = answer_from_packages(page)
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    start = perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(ready).first.wait_for()
    took = 1000 * (perf_counter() - start)
    page.wait_for_timeout(1000)
    if missing:
        sys.exit(f"{address} asks for what is not installed: {missing}")
    sizes.update({one.url: len(gzip.compress(one.body())) for one in came if one.ok})
    context.close()
    return took


def explorer_moves(browser: Browser, site: str, slug: str) -> dict[str, Any]:
    """Return how long an explorer of the book takes to follow its longest slider."""
    sliders = [c for c in explorers()[slug].controls if c.kind == "range"]
    longest = max(sliders, key=lambda control: len(control.stops))
    drawn = f"{READY} .explorer-chart"
    slider = f'input[name="{longest.name}"]'
    return moves(f"this book, {slug}", browser, f"{site}/embed/{slug}.html", drawn, slider)


def moves(name: str, browser: Browser, address: str, drawn: str, slider: str) -> dict[str, Any]:
    """Return median and p95 of the milliseconds from a move to a chart that is laid out again."""
    row: dict[str, Any] = {"what": f"{name}: slider to chart"}
    for throttle in (1, THROTTLE):
        context = browser.new_context()
        page = context.new_page()
        answer_from_packages(page)
        page.goto(address)
        page.locator(drawn).first.wait_for()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        times = page.evaluate(MOVE, [slider, drawn, MOVES])[10:]
        suffix = "" if throttle == 1 else f" at {throttle}x throttle"
        row[f"median ms{suffix}"] = round(median(times), 1)
        row[f"p95 ms{suffix}"] = round(quantiles(times, n=20)[-1], 1)
        context.close()
    return row


def answers_to_interact(browser: Browser, address: str) -> dict[str, Any]:
    """Return whether the chart of a default book's interact follows its slider at all."""
    context = browser.new_context()
    page = context.new_page()
    answer_from_packages(page)
    page.goto(address)
    chart = page.locator(".widget-output svg.marks")
    chart.wait_for()
    handle = page.locator(f"{WIDGET} .noUi-handle")
    drawn, at = chart.inner_html(), handle.get_attribute("aria-valuetext")
    handle.press("ArrowRight")
    page.wait_for_timeout(2000)
    moved = handle.get_attribute("aria-valuetext") != at
    followed = page.locator(".widget-output svg.marks").inner_html() != drawn
    context.close()
    return {
        "what": "default book, interact: one press of an arrow key",
        "slider moved": moved,
        "chart followed": followed,
    }


@contextmanager
def browsing() -> Iterator[Browser]:
    """Give a headless Chromium that reaches nothing but this machine."""
    path = chromium.executable()
    if not path:
        sys.exit(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield browser
        browser.close()


@contextmanager
def other_ways() -> Iterator[str]:
    """Serve the same chart made by Altair alone, and by hand, with their libraries beside them."""
    import altair as alt

    specification = without_variables(compiled(SLUG).vega_lite)
    specification["config"].pop("background")  # the page's own, which Altair does not know
    for control in explorers()[SLUG].controls:
        bound = {"input": "range", "min": control.low, "max": control.high, "step": control.step}
        for parameter in specification["params"]:
            if parameter["name"] == signal_of(control.name):
                parameter["bind"] = bound
    with tempfile.TemporaryDirectory() as folder:
        chart = alt.Chart.from_dict(specification)
        options = {"renderer": "svg"}
        page = chart.to_html(inline=True, embed_options=options)
        Path(folder, "altair.html").write_text(page, encoding="utf-8")
        Path(folder, "hand.html").write_text(BY_HAND, encoding="utf-8")
        Path(folder, "default").mkdir()
        default = build_default_book(Path(folder, "default"), specification)
        default.rename(Path(folder, "book"))
        shutil.copy(NODE_MODULES / "d3" / "dist" / "d3.min.js", folder)
        shutil.copy(NODE_MODULES / "@observablehq/plot/dist/plot.umd.min.js", folder)
        with serving(Path(folder)) as address:
            yield address


def builds() -> dict[str, Any]:
    """Return the seconds of a cold and of a warm build, made in a copy of the book."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in listed.stdout.splitlines():
            target = Path(folder, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target)
        Path(folder, "node_modules").symlink_to(NODE_MODULES)
        cold, warm = (timed_build(Path(folder)) for _ in range(2))
    return {"what": "building the whole book", "s cold": cold, "s warm": warm}


def timed_build(folder: Path) -> float:
    start = perf_counter()
    environment = building.environment() | {"PYTHONPATH": str(folder / "widgets")}
    command = [sys.executable, "-m", "nqpf", "build"]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return round(perf_counter() - start, 1)


def report(found: list[dict[str, Any]], name: str) -> None:
    """Print a line for each measurement, and keep them all as JSON under a name."""
    for row in found:
        figures = "  ".join(f"{key} {value}" for key, value in row.items() if key != "what")
        print(f"{row['what']:58s} {figures}")
    kept = ROOT / "_build" / "benchmarks" / f"{name}.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
