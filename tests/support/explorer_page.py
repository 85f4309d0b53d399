"""What tests of explorers do on a page: open one, move it, read what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kept_page import as_a_reader_has_it
from lxml.html import HtmlElement
from nqpf.explorers import Explorer
from nqpf.site.explorer.html import drawn
from parsed_page import of
from playwright.sync_api import Locator, Page, ViewportSize

TELEPHONES = 560
"""On pages narrower than this many pixels, charts are drawn for a telephone."""

# For scripts on a page: moves all controls as a reader's input does, and waits for the drawing.
MOVE = """
  async function move(figure, setting) {
    const drawn = new Promise((done, fail) => {
      figure.addEventListener("nqpf:readouts", done, { once: true });
      setTimeout(() => fail(new Error(`not drawn: ${JSON.stringify(setting)}`)), 10000);
    });
    for (const [name, value] of Object.entries(setting)) {
      const all = [...figure.querySelectorAll(`.explorer-controls [name="${name}"]`)];
      const input = all.length > 1 ? all.find((one) => Number(one.value) === value) : all[0];
      if (input.type === "checkbox") input.checked = value === 1;
      else if (input.type === "radio") input.checked = true;
      else input.value = String(value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await drawn;
  }
"""

# Moves to each setting, and returns what the page says there.
VISIT = """async ([slug, settings]) => {
  const figure = document.querySelector(`figure.explorer[data-explorer="${slug}"]`);
  figure.querySelector("details.explorer-table").open = true;
  const seen = [];
  for (const setting of settings) {
    await move(figure, setting);
    seen.push(read());
  }
  return seen;
MOVE

  function read() {
    const outputs = [...figure.querySelectorAll(".explorer-readouts output")];
    const number = (one) => Number(one.dataset.value);
    const cell = (one) => (one.dataset.value === undefined ? one.textContent : number(one));
    const texts = (all) => [...all].map((one) => one.textContent);
    const tables = [...figure.querySelectorAll("table.explorer-data")];
    const rows = (table) => [...table.tBodies[0].rows];
    return {
      values: Object.fromEntries(outputs.map((one) => [one.name, number(one)])),
      sentences: texts(figure.querySelectorAll(".explorer-readouts p")),
      tables: Object.fromEntries(tables.map((table) => [
        table.dataset.table, rows(table).map((row) => [...row.cells].map(cell))])),
      shown: Object.fromEntries(tables.map((table) => [
        table.dataset.table, rows(table).map((row) => texts(row.cells))])),
      chart: figure.querySelector(".explorer-chart svg").outerHTML,
    };
  }
}""".replace("MOVE", MOVE)

# Puts everything back as a reader finds it, and waits for the drawing.
START_AGAIN = """async (figure) => {
  figure.querySelectorAll("details").forEach((box) => { box.open = false; });
  document.activeElement.blur();
  const drawn = new Promise((done) => {
    figure.addEventListener("nqpf:readouts", done, { once: true });
  });
  figure.querySelector(".explorer-reset").click();
  await drawn;
}"""


@dataclass(frozen=True)
class Live:
    """An explorer on its own page, open and live, as several tests in turn find it.

    ``linked`` is the setting of the link by which it was opened, ``restored`` what it said then.
    """

    one: Explorer
    page: Page
    figure: Locator
    problems: list[str]
    linked: dict[str, float]
    restored: dict[str, float]

    def start_again(self) -> None:
        """Put everything back to the start, and complain of what the page complained of."""
        as_a_reader_has_it(self.page)
        self.figure.evaluate(START_AGAIN)
        found = self.problems.copy()
        self.problems.clear()
        assert not found, "\n".join(found)


@contextmanager
def as_wide_as(live: Live, wide: int, high: int) -> Iterator[None]:
    """Give an explorer's page another size for a while, and wait for the chart of that width.

    Until the browser's next frame the page has the drawing of the width before.
    """
    page, before = live.page, live.page.viewport_size
    assert before
    page.set_viewport_size(ViewportSize(width=wide, height=high))
    still = drawn(live.one.slug)["phone" if wide < TELEPHONES else "wide"].svg
    box = re.search(r'viewBox="([^"]*)"', still)
    assert box
    live.figure.locator(f'.explorer-chart svg[viewBox="{box[1]}"]').wait_for(state="attached")
    yield
    page.set_viewport_size(before)


def opened(page: Page, address: str, slug: str) -> Locator:
    """Open a page, bring an explorer near, and return its figure once it is live."""
    page.goto(address)
    return near(page, slug)


def near(page: Page, slug: str) -> Locator:
    """Bring an explorer of an open page near, and return its figure once it is live."""
    figure = page.locator(f'figure.explorer[data-explorer="{slug}"]')
    figure.scroll_into_view_if_needed()
    page.locator(f'figure.explorer[data-explorer="{slug}"][data-ready="true"]').wait_for()
    return figure


def moved(figure: Locator, setting: dict[str, float]) -> None:
    """Move controls of an explorer, and wait for the drawing."""
    figure.evaluate(f"(figure, setting) => {{ {MOVE} return move(figure, setting); }}", setting)


def visited(page: Page, one: Explorer, settings: list[dict[str, float]]) -> list[dict[str, Any]]:
    """Return what an open page says at each setting: values, sentences, tables, chart."""
    seen: list[dict[str, Any]] = page.evaluate(VISIT, [one.slug, settings])
    return seen


def embed(site_url: str, one: Explorer) -> str:
    """Return the address of an explorer's own page."""
    return f"{site_url}/embed/{one.slug}.html"


def query(setting: dict[str, float]) -> str:
    """Return a setting as links write it."""
    return "&".join(f"{name}={value:.10g}" for name, value in setting.items())


def said(figure: Locator) -> dict[str, float]:
    """Return the unrounded numbers that an explorer shows now."""
    shown: list[list[str]] = figure.locator(".explorer-readouts output").evaluate_all(
        "(all) => all.map((one) => [one.name, one.dataset.value])"
    )
    return {name: float(value) for name, value in shown}


# Follows addresses one after another; returns what an explorer says when each has been drawn.
FOLLOW = """async ([slug, addresses, before]) => {
  const figure = document.querySelector(`figure.explorer[data-explorer="${slug}"]`);
  const seen = [];
  for (const address of addresses) {
    if (before !== null) await go(before);
    await go(address);
    seen.push(read());
  }
  return seen;

  async function go(address) {
    if (location.hash === address) return;
    const drawn = new Promise((done, fail) => {
      figure.addEventListener("nqpf:readouts", done, { once: true });
      setTimeout(() => fail(new Error(`not drawn: ${address}`)), 10000);
    });
    location.hash = address;
    await drawn;
  }

  function read() {
    const outputs = [...figure.querySelectorAll(".explorer-readouts output")];
    const settings = [...figure.querySelectorAll("[data-setting]")];
    return {
      values: Object.fromEntries(outputs.map((one) => [one.name, Number(one.dataset.value)])),
      note: figure.querySelector(".explorer-note").textContent,
      settings: Object.fromEntries(settings.map((one) => [
        one.dataset.setting, one.textContent])),
    };
  }
}"""


def followed(
    page: Page, slug: str, addresses: list[str], *, before: str | None = None
) -> list[dict[str, Any]]:
    """Return what an explorer says after each address: values, note and words of the settings.

    With ``before`` that address is followed ahead of each.
    """
    seen: list[dict[str, Any]] = page.evaluate(FOLLOW, [slug, addresses, before])
    return seen


def draws_the_still(figure: Locator, one: Explorer, name: str) -> None:
    """Hold an explorer at its start to show what was drawn at build for this width."""
    live = figure.locator(".explorer-chart svg").evaluate("(svg) => svg.outerHTML")
    still = drawn(one.slug)[name].svg
    # Axes, and something in a colour of the book: an empty frame has neither.
    assert len(list(of(still).iter())) > 40
    assert "var(--nqpf-series-" in still
    assert marks(live) == marks(still)


def marks(svg: str) -> list[tuple[str, str, str]]:
    """Return what a chart shows: text with its place, outlines, and colours."""
    # Engines differ in the last digits of a logarithm.
    rounded = re.sub(r"-?\d+\.\d{4,}", lambda match: f"{float(match[0]):.3f}", svg)
    kept = ("d", "transform", "x2", "y2", "fill", "stroke", "font-size", "text-anchor", "viewbox")
    shown = of(rounded).iter("svg", "path", "line", "text", "rect", "tspan")
    return [
        (tag.tag, "" if len(tag) else tag.text_content(), str({k: told(tag, k) for k in kept}))
        for tag in shown
    ]


def told(tag: HtmlElement, name: str) -> str | None:
    """Return what an attribute says of how a mark looks.

    What is empty in the live chart takes the pointer, which is written as a colour.
    """
    value: str | None = tag.get(name)
    return None if name in ("fill", "stroke") and value == "transparent" else value
