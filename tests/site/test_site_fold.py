"""What a phone folds: exercises to their titles, long tables and lists to their beginnings."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

PHONE = ViewportSize(width=375, height=812)
CHAPTER = "chapters/part1/ch01.html"
EXERCISE = "#exercise-what-two-shares-prove"
LATER = "#exercises section.exercise"


@pytest.fixture
def phone(page: Page) -> Page:
    """Return a page of a phone's size."""
    page.set_viewport_size(PHONE)
    return page


def screens(page: Page) -> float:
    """Return how many screens long a page is."""
    return float(page.evaluate("() => document.documentElement.scrollHeight / innerHeight"))


def test_the_first_chapter_is_at_most_thirty_five_screens(phone: Page, site_url: str) -> None:
    """It was sixty-one, and twenty of them exercises."""
    phone.goto(f"{site_url}/{CHAPTER}")
    expect(phone.locator(f"{LATER}[data-folded]")).to_have_count(phone.locator(LATER).count())
    assert screens(phone) <= 35


def test_an_exercise_opens_and_closes_by_touch_and_by_key(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}")
    prompt = phone.locator(f"{EXERCISE} .exercise-prompt")
    title = phone.locator(f"{EXERCISE} .exercise-title")
    name = "Exercise 1.10 What two counts prove"
    button = phone.get_by_role("button", name=name, exact=True)
    expect(prompt).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    title.click()
    expect(prompt).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.press("Enter")
    expect(prompt).to_be_hidden()
    button.press("Space")
    expect(prompt).to_be_visible()


def test_what_a_link_leads_to_is_open(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}{EXERCISE}")
    prompt = phone.locator(f"{EXERCISE} .exercise-prompt")
    expect(prompt).to_be_in_viewport()
    phone.locator(f"{EXERCISE} .fold-title").click()
    expect(prompt).to_be_hidden()
    # A link to where the address already leads changes no address.
    phone.evaluate(
        """(hash) => {
            const link = Object.assign(document.createElement("a"), { href: hash });
            document.querySelector("main").append(link);
            link.click();
        }""",
        EXERCISE,
    )
    expect(prompt).to_be_in_viewport()


def test_a_long_table_and_a_list_show_all_when_asked(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}")
    table = phone.locator(".pst-scrollable-table-container").first
    before = table.bounding_box()
    table.locator("xpath=following-sibling::button[1]").click()
    after = table.bounding_box()
    assert before
    assert after
    assert after["height"] > 2 * before["height"]
    expect(table.locator("table")).to_be_focused()
    expect(table.locator("xpath=following-sibling::button[1]")).to_have_count(0)


def test_what_a_citation_leads_to_is_there(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}")
    last = phone.locator("#sources > ul > li").last
    expect(last).to_be_hidden()
    last.evaluate("one => { one.id = 'the-last'; window.location.hash = 'the-last'; }")
    expect(last).to_be_in_viewport()


def test_a_desk_and_paper_have_all_of_it(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/{CHAPTER}")
    prompt = page.locator(f"{EXERCISE} .exercise-prompt")
    expect(prompt).to_be_visible()
    expect(page.locator(".fold-title:visible, .fold-all:visible")).to_have_count(0)
    page.set_viewport_size(PHONE)
    expect(prompt).to_be_hidden()
    page.emulate_media(media="print")
    expect(prompt).to_be_visible()
    expect(page.locator(".fold-title:visible, .fold-all:visible")).to_have_count(0)


def test_without_a_script_nothing_is_folded(browser: Browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(f"{site_url}/{CHAPTER}")
    expect(page.locator(f"{EXERCISE} .exercise-prompt")).to_be_visible()
    expect(page.locator("#sources li").last).to_be_visible()
    page.close()
