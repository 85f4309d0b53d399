"""Measure what a reader waits for, and what the same chart costs made in other ways.

Run ``python benchmarks/pages.py`` in the book's environment (the site is built if need be). With
``--beside FOLDER`` the built site of another commit is measured in turns with this one, so that
what else the machine does counts against both; ``--only`` takes some of the tables and ``--pages``
some of the chapters, ``--builds`` times a cold and a warm build of a copy of the book, and
``--smallest`` tries everything once. Tables are printed and ``_build/benchmarks/pages.json``
written. The other ways are the least a page could do, one curve and one point by hand with
Observable Plot, and Altair's own page; and, where ``npm ci`` in ``benchmarks/`` has installed what
they ask other hosts for, a default Jupyter Book page with the same chart by Altair, and one with
the widgets' ``interact``. All files are served from this machine. Times are those of this machine
and of what else it was doing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any, NamedTuple

from default_book import PACKAGES, answer_from_packages, other_ways
from nqpf import building, chromium
from nqpf.explorers import explorers
from nqpf.explorers.core.declaration import signal_of
from nqpf.places import NODE_MODULES, ROOT, SITE
from nqpf.server import serving
from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

CONTROL = "capital_share"
RUNS, MOVES, THROTTLE = 9, 60, 4
TABLES = ("first", "moves", "scroll")

# From the start of the navigation a reader looks for the first chart, scrolls to it as soon as it
# is there, and waits until it answers; then the first slider is moved. Noted by the page's clock.
FIRST = """({ chart, ready, slider, shown }) => {
  const seen = {};
  window.firstTouch = seen;
  const look = () => {
    const found = document.querySelector(chart);
    if (found && !seen.scrolled) {
      found.scrollIntoView({ behavior: "instant", block: "center" });
      seen.scrolled = performance.now();
    }
    if (!document.querySelector(ready)) return requestAnimationFrame(look);
    seen.ready = performance.now();
    const input = document.querySelector(slider);
    if (!input) return (seen.answered = seen.ready);
    const watch = new MutationObserver(() => {
      watch.disconnect();
      seen.answered = performance.now();
    });
    const all = { subtree: true, childList: true, attributes: true };
    watch.observe(document.querySelector(shown), all);
    input.value = String(Number(input.value) === Number(input.max) ? input.min : input.max);
    seen.moved = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    // A move that changes nothing that is drawn is not answered.
    setTimeout(() => { seen.answered ??= NaN; }, 10000);
  };
  look();
}"""

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
      const watch = new MutationObserver(() => { watch.disconnect(); done(true); });
      watch.observe(chart, { subtree: true, childList: true, attributes: true });
      setTimeout(done, 300, false); // a move that changes nothing that is drawn
    });
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const seen = await changed;
    chart.getBoundingClientRect();
    if (seen) times.push(performance.now() - start);
  }
  return times;
}"""

# Reads on to the end of a page, a third of a screen at a time; returns when all charts are live.
READ_ON = """async ([chart, ready]) => {
  const frame = () => new Promise(requestAnimationFrame);
  while (window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1) {
    const before = window.scrollY;
    window.scrollBy({ top: window.innerHeight / 3, behavior: "instant" });
    await frame();
    if (window.scrollY === before) break;
  }
  const all = document.querySelectorAll(chart).length;
  const end = performance.now() + 60000;
  while (document.querySelectorAll(ready).length < all) {
    if (performance.now() > end) throw new Error("not all explorers of the page became live");
    await frame();
  }
  await frame();
  return all;
}"""


class Way(NamedTuple):
    """A page with a chart: its name, its address, and how its chart and slider are found."""

    name: str
    address: str
    chart: str
    ready: str
    slider: str
    shown: str

    def looked_for(self) -> dict[str, str]:
        """Return what the page's own script is told to look for."""
        return {name: getattr(self, name) for name in ("chart", "ready", "slider", "shown")}


FIGURE = "figure.explorer"
LIVE = f'{FIGURE}[data-ready="true"]'
ALTAIR = f'input[name="{signal_of(CONTROL)}"]'
WIDGET = ".jupyter-widgets.widget-slider"


def main() -> None:
    """Measure, print tables and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--beside", type=Path, help="the built site of another commit")
    parser.add_argument("--only", nargs="+", choices=TABLES, default=TABLES)
    parser.add_argument("--pages", nargs="+", help="chapters, such as ch02; all without")
    parser.add_argument("--runs", type=int, default=RUNS, help="of which medians are told")
    parser.add_argument("--builds", action="store_true", help="time a cold and a warm build too")
    parser.add_argument("--smallest", action="store_true", help="try everything once")
    wanted = parser.parse_args()
    if not wanted.smallest:
        building.build()
    report(measured(wanted), "pages")
    if wanted.builds:
        report([builds()], "builds")


def measured(wanted: argparse.Namespace) -> list[dict[str, Any]]:
    """Return the rows of the tables that are wanted."""
    folders = {"this book": SITE} | ({"beside it": wanted.beside} if wanted.beside else {})
    pages = chapters(wanted.pages)[: 1 if wanted.smallest else None]
    slugs = moved_explorers(pages if wanted.pages else None)[: 2 if wanted.smallest else None]
    runs, moves = (1, 12) if wanted.smallest else (wanted.runs, MOVES)
    found: list[dict[str, Any]] = []
    with ExitStack() as opened:
        browser = opened.enter_context(browsing())
        sites = {name: opened.enter_context(serving(path)) for name, path in folders.items()}
        other = opened.enter_context(other_ways(wanted.smallest))
        if "first" in wanted.only:
            found += first_explorers(browser, sites, other, pages, runs)
        if "moves" in wanted.only:
            found += slider_moves(browser, sites, other, slugs, moves)
        if "scroll" in wanted.only:
            found += reading_on(browser, sites, pages, runs)
    return found


def chapters(named: Sequence[str] | None) -> list[str]:
    """Return the pages of chapters that hold explorers, or of those that are named."""
    found = [
        path.relative_to(SITE).as_posix()
        for path in sorted(SITE.glob("chapters/part*/ch*.html"))
        if '<figure class="explorer"' in path.read_text(encoding="utf-8")
    ]
    if not named:
        return found
    unknown = set(named) - {Path(page).stem for page in found}
    if unknown:
        sys.exit(f"No built chapter with explorers is named {sorted(unknown)}: say ch02, say.")
    return [page for page in found if Path(page).stem in named]


def moved_explorers(pages: Sequence[str] | None) -> list[str]:
    """Return the slugs of explorers with a slider, of these chapters or of all."""
    return [
        slug
        for slug, one in explorers().items()
        if any(control.kind == "range" for control in one.controls)
        and (pages is None or f"ch{one.chapter:02}" in {Path(page).stem for page in pages})
    ]


def chapter(name: str, address: str) -> Way:
    """Return a page of the book, whose first explorer with a slider is looked for."""
    first = f"{FIGURE}:has(.explorer-controls input[type=range])"
    ready = f'{first}[data-ready="true"]'
    moved = f"{first} .explorer-controls input[type=range]"
    return Way(name, address, first, ready, moved, f"{first} .explorer-chart")


def ways(other: str) -> list[Way]:
    """Return the same chart made in other ways; some of them need packages of benchmarks/."""
    drawn = "svg.marks"
    by_hand = Way("by hand", f"{other}/hand.html", "#chart", "#chart svg", "input", "#chart")
    altair = Way("Altair's own page", f"{other}/altair.html", "body", drawn, ALTAIR, drawn)
    if not PACKAGES[0].exists():
        return [by_hand, altair]
    default = Way("default book", f"{other}/book/altair.html", "body", drawn, ALTAIR, drawn)
    widget = Way("default book, interact", f"{other}/book/interact.html", "body", WIDGET, "_", "_")
    return [by_hand, altair, default, widget]


def first_explorers(
    browser: Browser, sites: dict[str, str], other: str, pages: Sequence[str], runs: int
) -> list[dict[str, Any]]:
    """Return bytes (gzip) and milliseconds to the first live explorer, of each page in turns."""
    found = []
    by_hand, *others = ways(other)
    groups: list[list[Way]] = [
        [chapter(f"{name}, {Path(page).stem}", f"{site}/{page}") for name, site in sites.items()]
        + [by_hand]
        for page in pages
    ]
    for group in [*groups, [by_hand, *others]]:
        rows = {way.name: first_row(way) for way in group}
        for throttle in (1, THROTTLE):
            taken: dict[str, list[dict[str, float]]] = {name: [] for name in rows}
            for _run in range(runs):
                for way in group:
                    taken[way.name].append(first_touch(browser, way, throttle))
            suffix = "" if throttle == 1 else f" at {throttle}x"
            for name, each in taken.items():
                for key in ("ms", "ms until its first move is drawn"):
                    rows[name][f"{key}{suffix}"] = round(median(one[key] for one in each))
                rows[name]["KB gzip"] = round(median(one["KB"] for one in each), 1)
        found += list(rows.values())
    return found


def first_row(way: Way) -> dict[str, Any]:
    return {"what": f"{way.name}: to the first live explorer", "KB gzip": 0.0}


def first_touch(browser: Browser, way: Way, throttle: int) -> dict[str, float]:
    """Open a page as a new reader, scroll to its first chart, and move it as soon as it answers."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    missing = answer_from_packages(page)
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.add_init_script(f"({FIRST})({json.dumps(way.looked_for())})")
    page.goto(way.address, wait_until="commit")
    page.wait_for_function("() => window.firstTouch?.answered !== undefined", timeout=180_000)
    seen = page.evaluate("window.firstTouch")
    page.wait_for_timeout(500)
    if missing:
        sys.exit(f"{way.address} asks for what is not installed: {missing}")
    size = sum({one.url: len(gzip.compress(one.body())) for one in came if one.ok}.values())
    context.close()
    answered = seen["answered"] - seen.get("moved", seen["ready"])
    return {
        "ms": seen["ready"],
        "ms until its first move is drawn": answered,
        "KB": size / 1000,
    }


def slider_moves(
    browser: Browser, sites: dict[str, str], other: str, slugs: Sequence[str], moves: int
) -> list[dict[str, Any]]:
    """Return how long charts take to follow: of explorers, the longest slider that moves a mark."""
    found = []
    for slug in slugs:
        sliders = [one for one in explorers()[slug].controls if one.kind == "range"]
        longest = sorted(sliders, key=lambda control: -len(control.stops))
        for name, site in sites.items():
            for control in longest:
                shown = f"{LIVE} .explorer-chart"
                slider = f'.explorer-controls input[name="{control.name}"]'
                address = f"{site}/embed/{slug}.html"
                way = Way(f"{name}, {slug}", address, FIGURE, LIVE, slider, shown)
                row = moved(browser, way, moves)
                if row["median ms"]:  # one that only takes effect at a threshold moves no mark
                    break
            found.append(row)
    for name in sites:
        found += [summary(name, [row for row in found if row["what"].startswith(f"{name}, ")])]
    found += [moved(browser, way, moves) for way in ways(other) if way.slider != "_"]
    if PACKAGES[0].exists():
        found.append(answers_to_interact(browser, f"{other}/book/interact.html"))
    return found


def moved(browser: Browser, way: Way, moves: int) -> dict[str, Any]:
    """Return median and p95 of the milliseconds from a move to a chart that is laid out again."""
    row: dict[str, Any] = {"what": f"{way.name}: slider to chart"}
    for throttle in (1, THROTTLE):
        context = browser.new_context()
        page = context.new_page()
        answer_from_packages(page)
        page.goto(way.address)
        page.locator(way.shown).first.wait_for()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        times = page.evaluate(MOVE, [way.slider, way.shown, moves])[min(10, moves // 2) :]
        suffix = "" if throttle == 1 else f" at {throttle}x"
        row[f"median ms{suffix}"] = round(median(times), 1) if times else None
        row[f"p95 ms{suffix}"] = round(quantiles(times, n=20)[-1], 1) if len(times) > 1 else None
        context.close()
    return row


def summary(name: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return one row for all explorers: the middle one's median, and the worst p95."""
    row: dict[str, Any] = {"what": f"{name}: all {len(rows)} explorers"}
    for suffix in ("", f" at {THROTTLE}x"):
        medians = [one[f"median ms{suffix}"] for one in rows if one[f"median ms{suffix}"]]
        worst = [one[f"p95 ms{suffix}"] for one in rows if one[f"p95 ms{suffix}"]]
        row[f"median of medians{suffix}"] = round(median(medians), 1)
        row[f"worst p95{suffix}"] = max(worst)
        for limit in (12, 16, 50):
            row[f"p95 above {limit}{suffix}"] = sum(one > limit for one in worst)
    return row


def reading_on(
    browser: Browser, sites: dict[str, str], pages: Sequence[str], runs: int
) -> list[dict[str, Any]]:
    """Return what it costs to read a chapter to its end: the main thread's time, and memory."""
    found = []
    for page in pages:
        taken: dict[str, list[dict[str, float]]] = {name: [] for name in sites}
        for _run in range(runs):
            for name, site in sites.items():
                taken[name].append(read_on(browser, f"{site}/{page}"))
        for name, each in taken.items():
            row: dict[str, Any] = {"what": f"{name}, {Path(page).stem}: read to the end"}
            for key in each[0]:
                row[key] = round(median(one[key] for one in each), 1)
            found.append(row)
    return found


def read_on(browser: Browser, address: str) -> dict[str, float]:
    """Open a page and scroll to its end, until every explorer has become live."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.wait_for_timeout(500)
    before = metrics(session)
    number = read_to_the_end(page)
    after = metrics(session)
    session.send("HeapProfiler.collectGarbage")
    kept = metrics(session)
    context.close()
    return {
        "explorers": number,
        "ms of the main thread": 1000 * (after["TaskDuration"] - before["TaskDuration"]),
        "ms of it in scripts": 1000 * (after["ScriptDuration"] - before["ScriptDuration"]),
        "ms before, to open": 1000 * before["TaskDuration"],
        "MB of heap": kept["JSHeapUsedSize"] / 1e6,
        "elements": kept["Nodes"],
    }


def read_to_the_end(page: Page) -> int:
    """Scroll a page to its end, and return how many explorers it has, all live by then."""
    number: int = page.evaluate(READ_ON, [FIGURE, LIVE])
    return number


def metrics(session: CDPSession) -> dict[str, float]:
    """Return the browser's own counts of a page, in seconds, bytes and numbers."""
    told = session.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in told}


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
    turned = handle.get_attribute("aria-valuetext") != at
    followed = page.locator(".widget-output svg.marks").inner_html() != drawn
    context.close()
    return {
        "what": "default book, interact: one press of an arrow key",
        "slider moved": turned,
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
