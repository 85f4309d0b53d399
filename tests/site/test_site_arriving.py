"""A page that still arrives: its explorers answer already, and what comes later catches up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from nqpf.explorers import explorer
from nqpf.server import Handler, serving
from playwright.sync_api import Browser, Page, expect

REST = threading.Event()
"""Set when the rest of a page may come."""


class Slow(Handler):
    """Send a chapter up to what stands behind an explorer, which the query names, then wait."""

    def do_GET(self) -> None:
        """Answer as the server of the book does, but for a page asked for by halves."""
        address, _mark, slug = self.path.partition("?until=")
        if not slug:
            super().do_GET()
            return
        page = Path(self.translate_path(address)).read_text(encoding="utf-8")
        end = page.index("</figure>", page.index(f'data-explorer="{slug}"'))
        end = page.index("<p>", page.index("</p>", end))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page[:end].encode())
        self.wfile.flush()
        REST.wait(60)
        self.wfile.write(page[end:].encode())


@pytest.fixture
def halves(browser: Browser, site: Path) -> Iterator[tuple[Page, str]]:
    """Return a page, and the address of a server that sends chapters by halves."""
    REST.clear()
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and faults.append(said.text))
    with serving(site, handled_by=Slow) as address:
        yield page, address
        REST.set()
    context.close()
    assert faults == []


def half_opened(page: Page, address: str, chapter: str, slug: str) -> None:
    """Open a chapter of which nothing comes after an explorer."""
    page.goto(f"{address}/chapters/{chapter}.html?until={slug}", wait_until="commit")
    page.locator(f"#{slug}").scroll_into_view_if_needed()


def the_rest(page: Page) -> None:
    """Let the rest of the page come."""
    assert page.evaluate("() => document.readyState") == "loading"
    REST.set()
    page.wait_for_load_state()


def test_an_explorer_answers_before_the_rest_of_its_page(halves: tuple[Page, str]) -> None:
    page, address = halves
    one = explorer("sources-of-growth")
    half_opened(page, address, "part1/ch02", one.slug)
    figure = page.locator(f"#{one.slug}")
    expect(figure).to_have_attribute("data-ready", "true")
    slider = figure.locator(".explorer-controls input[type=range]").first
    name = str(slider.get_attribute("name"))
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    control = next(control for control in one.controls if control.name == name)
    moved = control.start + 2 * control.step
    now = one.sentences(**{name: moved})
    said = figure.locator(".explorer-readouts p")
    expect(said).to_have_text(now)
    assert now != one.sentences()

    the_rest(page)
    # Prose that is bound to the explorer came with the numbers of its start.
    bound = page.locator(f'output[data-bound-to="{one.slug}"]')
    assert bound.count() > 0
    for output in bound.all():
        inside = figure.locator(f'.explorer-readouts output[name="{output.get_attribute("name")}"]')
        expect(output).to_have_text(str(inside.first.text_content()))
    # The exercise whose goal is reached in the explorer came later, and says how far the reader is.
    expect(page.locator("#exercise-more-than-half .exercise-result")).not_to_be_empty()
    expect(said).to_have_text(now)
    assert float(slider.input_value()) == pytest.approx(moved)


def test_a_guess_covers_what_comes_later_too(halves: tuple[Page, str]) -> None:
    page, address = halves
    half_opened(page, address, "part1/ch01", "three-drivers")
    figure = page.locator("#three-drivers")
    expect(figure).to_contain_class("is-covered")
    the_rest(page)
    bound = page.locator('output[data-bound-to="three-drivers"]')
    assert bound.count() > 0
    for output in bound.all():
        expect(output).to_contain_class("is-covered")
    figure.locator(".explorer-guess-skip").click()
    for output in bound.all():
        expect(output).not_to_contain_class("is-covered")
