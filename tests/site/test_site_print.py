"""A chapter on paper: text, chart, sentences, numbers and addresses, and nothing to press."""

from __future__ import annotations

import io
import re

import pytest
from nqpf.site.frame.print_links import listed, numbered
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

CHAPTER = "chapters/part1/ch02.html"
LONG_TABLE = "chapters/part2/ch07.html"


def sheets_of(page: Page) -> list[str]:
    """Return the words of each sheet of a page as Chromium prints it."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.fixture(scope="module")
def printed(browser: Browser, site_url: str) -> str:
    """Return the words of a chapter as Chromium prints it, from the dark theme."""
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{site_url}/{CHAPTER}")
    page.locator("figure.explorer").first.scroll_into_view_if_needed()
    page.locator("figure.explorer[data-ready]").first.wait_for()
    sheets = sheets_of(page)
    page.close()
    return " ".join(sheets)


def test_paper_shows_what_the_screen_shows(printed: str) -> None:
    for wanted in (
        "Productivity and its hallmark",  # the title
        "Percentage points a year",  # a chart's axis
        "Shown for:",  # the setting of an explorer, in words
        "Addresses of the links",
        "https://doi.org/",
        "CC BY 4.0",
    ):
        assert wanted in printed, wanted


def test_tables_of_numbers_stay_shut_on_paper(printed: str) -> None:
    assert "The numbers that are drawn" not in printed
    assert "What this model leaves out" in printed


def test_a_chapter_is_no_more_than_sixteen_sheets_with_heads_and_numbers(
    browser: Browser, site_url: str
) -> None:
    """It had 29, of which seven were one table's."""
    page = browser.new_page()
    page.goto(f"{site_url}/{LONG_TABLE}")
    sheets = sheets_of(page)
    assert len(sheets) <= 16
    assert min(map(len, sheets[:-1])) > 900  # a box as long as a sheet left one nearly empty
    for number, sheet in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in sheet
        assert "New Quality Productive Forces" in sheet
        assert "7. From introduction to the frontier" in sheet
    page.locator("#how-near .explorer-table > summary").click()
    longer = sheets_of(page)
    page.close()
    assert len(longer) <= len(sheets) + 4
    rows = [len(re.findall(r"\b(?:19|20)\d\d\b", sheet)) for sheet in longer]
    assert sum(count > 60 for count in rows) in (2, 3)


def test_a_long_narrow_table_runs_on_beside_itself(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}/chapters/part1/ch03.html")
    page.emulate_media(media="print")
    columns = page.evaluate(
        """() => [...document.querySelectorAll("#weakest-link .explorer-scroll")].map((box) =>
            [box.querySelectorAll("tbody tr").length, getComputedStyle(box).columnCount])"""
    )
    page.close()
    assert {count for rows, count in columns if rows >= 16} == {"3"}
    assert {count for rows, count in columns if rows < 16} == {"auto"}


def test_paper_has_nothing_to_press(printed: str) -> None:
    for unwanted in ("Skip to the text", "On this page", "Reset", "Link to this setting",
                     "Previous", "Take it along", "Search the book"):  # fmt: skip
        assert unwanted not in printed, unwanted


def test_paper_is_light_in_the_dark_theme(browser: Browser, site_url: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{site_url}/{CHAPTER}")
    page.emulate_media(media="print")
    paper = page.evaluate("() => getComputedStyle(document.documentElement).color")
    page.close()
    assert paper == "rgb(27, 31, 39)"


def test_a_link_used_twice_has_one_number() -> None:
    once = '<a class="x" href="https://example.org/a">a</a>'
    text, addresses = numbered(once + '<a href="https://example.org/b">b</a>' + once)
    assert addresses == ["https://example.org/a", "https://example.org/b"]
    assert text.count('data-note="1"') == 2
    assert 'value="2"' in listed(addresses)


def test_links_inside_the_book_keep_no_number() -> None:
    assert numbered('<a href="../index.html">home</a>') == ('<a href="../index.html">home</a>', [])
    assert listed([]) == ""
