"""From the site alone a lecturer prepares a lecture, a page of a course and a quiz.

The steps are those that the page *For instructors* gives, each taken by links and buttons that a
lecturer finds there, with no address typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
from nqpf.server import serving
from nqpf.site.guides.guide import MINUTES, guide
from nqpf.site.lecture.scenes import scenes
from nqpf.site.plan.chapters import titles
from playwright.sync_api import Browser, Page, expect

CHAPTER, SHOWN = 2, "sources-of-growth"


@pytest.fixture
def lecturer(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return the page *For instructors*, reached from the front door."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}/chapters/index.html")
    page.get_by_role("main").get_by_role("link", name="Teach", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("For instructors")
    yield page
    context.close()


def step(page: Page, number: int) -> None:
    """Follow the first link of a step of the page."""
    page.locator("#from-nothing-to-a-lecture li").nth(number - 1).get_by_role("link").first.click()


def test_ninety_minutes_are_prepared_and_played(lecturer: Page) -> None:
    step(lecturer, 1)
    box = lecturer.locator(f"#guide-{CHAPTER}")
    box.locator("summary").first.click()
    plan = box.locator("ol > li")
    expect(plan).to_have_count(len(guide(CHAPTER).steps))
    minutes = [int(one.partition(" ")[0]) for one in plan.all_inner_texts()]
    assert sum(minutes) == MINUTES
    # Each step of the plan leads to something that is there to be shown.
    for place in range(len(minutes)):
        link = plan.nth(place).get_by_role("link")
        target = link.evaluate("(one) => one.hash.slice(1)")
        link.click()
        expect(lecturer.locator(f"[id='{target}']")).to_be_visible()
        lecturer.go_back()
        box.evaluate("(one) => { one.open = true; }")
    box.get_by_role("link", name="Its scenes").click()
    lecturer.locator(".scene-door a").first.click()
    for one in scenes(CHAPTER):
        expect(lecturer.locator(".scene.is-now .scene-ask")).to_have_text(one.ask)
        lecturer.keyboard.press("PageDown")
        expect(lecturer.locator(".scene-says:visible")).to_have_text(one.says)
        lecturer.keyboard.press("PageDown")


def test_an_explorer_stands_in_a_page_of_the_course(lecturer: Page, tmp_path: Path) -> None:
    step(lecturer, 2)
    lecturer.go_back()
    lecturer.locator("#from-nothing-to-a-lecture li").nth(1).get_by_role("link").nth(1).click()
    expect(lecturer.get_by_role("heading", level=1)).to_contain_text("Embed")
    # As that page says: open the chapter, go to the explorer, open what stands below it.
    lecturer.get_by_role("navigation").get_by_role("link", name=titles()[CHAPTER]).first.click()
    figure = lecturer.locator(f"figure#{SHOWN}")
    figure.scroll_into_view_if_needed()
    figure.locator(".explorer-take-along summary").click()
    figure.locator(".take-along-text").first.get_by_role("button").click()
    expect(figure.locator(".take-along-said")).to_have_text("Copied.")
    frame = lecturer.evaluate("() => navigator.clipboard.readText()")
    # The course is on another host, as a learning platform is.
    (tmp_path / "course.html").write_text(
        f"<!doctype html><title>Week 1</title>{frame}", encoding="utf-8"
    )
    with serving(tmp_path) as course:
        lecturer.goto(f"{course}/course.html")
        inside = lecturer.frame_locator("iframe")
        inside.locator("figure.explorer[data-ready=true]").wait_for()
        said = inside.locator(".explorer-readouts")
        before = said.inner_text()
        inside.locator(".explorer-controls").get_by_role("slider").first.press("End")
        expect(said).not_to_have_text(before)


def test_a_quiz_is_chosen_and_handed_out(lecturer: Page) -> None:
    step(lecturer, 3)
    bank = lecturer.locator(".bank")
    bank.get_by_label("Chapter", exact=True).select_option(str(CHAPTER))
    bank.get_by_label("Minutes", exact=True).select_option("5")
    bank.get_by_label("Marked", exact=True).select_option("itself")
    adding = bank.locator("li:not([hidden])").get_by_role("button", name="Add to my list")
    chosen = bank.locator("li:not([hidden]) .bank-title").all_inner_texts()[:3]
    for _time in chosen:
        adding.first.click()
    expect(bank.locator(".bank-said")).to_contain_text("In your list: 3")
    saved = {}
    for button in ("Notebook", "Paper", "Key for the paper", "Moodle XML"):
        with lecturer.expect_download() as download:
            bank.get_by_role("button", name=button, exact=True).click()
        saved[button] = Path(download.value.path()).read_text(encoding="utf-8")
    notebook = nbformat.reads(saved["Notebook"], as_version=4)
    nbformat.validate(notebook)
    moodle = ElementTree.fromstring(saved["Moodle XML"])
    questions = [one.text or "" for one in moodle.iterfind("question/name/text")]
    assert any(title in name for title in chosen for name in questions)
    noted = bank.locator(".bank-notes").inner_text()
    for title in chosen:
        assert any(title in cell.source for cell in notebook.cells)
        assert title in saved["Paper"]
        assert title in saved["Key for the paper"]
        # What Moodle cannot ask is named, and the rest is in the file.
        arrived = any(title in name for name in questions)
        assert arrived or f"Left out: {title}" in noted
