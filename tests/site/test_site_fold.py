"""What a phone folds: exercises to their titles, long tables and lists to their beginnings."""

from __future__ import annotations

import pytest
from nqpf.places import ROOT
from playwright.sync_api import Browser, Page, ViewportSize, expect

PHONE = ViewportSize(width=375, height=812)
CHAPTER = "chapters/part1/ch01.html"
CHAPTERS = [path.relative_to(ROOT).with_suffix(".html").as_posix() for path in sorted(
    ROOT.glob("chapters/part*/ch??.md")
)]  # fmt: skip
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


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_is_at_most_thirty_eight_screens(
    phone: Page, site_url: str, name: str
) -> None:
    """Chapter 14 was forty-five, and five others more than thirty-nine."""
    phone.goto(f"{site_url}/{name}")
    expect(phone.locator(f"{LATER}[data-folded]")).to_have_count(phone.locator(LATER).count())
    assert screens(phone) <= 38


def test_a_table_is_folded_by_how_high_it_is(phone: Page, site_url: str) -> None:
    """One of 667 letters is as high as the screen, for its columns are narrow."""
    phone.goto(f"{site_url}/chapters/part2/ch10.html")
    table = phone.locator(".pst-scrollable-table-container", has_text="Assets of central state")
    expect(table).to_have_attribute("data-folded", "")
    expect(table.locator("tbody tr").nth(1)).to_be_visible()
    expect(table.locator("tbody tr").nth(2)).to_be_hidden()
    # One of two rows stays whole.
    phone.goto(f"{site_url}/chapters/part3/ch13.html")
    short = phone.locator(".pst-scrollable-table-container", has_text="Elasticity")
    expect(short).not_to_have_attribute("data-folded", "")


def test_a_folded_exercise_shows_its_number_and_says_the_word(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}")
    word = phone.locator(f"{EXERCISE} .exercise-number span")
    number = phone.locator(f"{EXERCISE} .exercise-number")
    expect(number).to_have_text("Exercise 1.10")
    assert word.bounding_box()["width"] <= 1
    phone.locator(f"{EXERCISE} .fold-title").click()
    assert word.bounding_box()["width"] > 30


def test_sources_are_a_button_until_they_are_asked_for(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/{CHAPTER}")
    sources = phone.locator("#sources > ul > li")
    expect(sources.first).to_be_hidden()
    phone.locator("#sources .fold-all").click()
    expect(sources.first).to_be_visible()
    expect(sources.last).to_be_visible()
    expect(phone.locator("#sources > ul")).to_be_focused()


def test_what_an_explorer_offers_stands_on_one_line(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/chapters/part4/ch14.html")
    bar = phone.locator("#how-large-a-stock > .explorer-bar")
    tops = bar.evaluate("(bar) => [...bar.children].map((one) => one.offsetTop)")
    assert len(tops) == 3
    assert len(set(tops)) == 1
    for one in bar.locator(":is(button, a)").all():
        assert one.bounding_box()["height"] >= 24


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
