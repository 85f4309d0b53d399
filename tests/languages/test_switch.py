"""In a browser: the switch keeps page, section, setting and progress; answers are Chinese."""

import re

import pytest
from playwright.sync_api import Page, expect

CHAPTER = "chapters/part1/ch01.html"
ADDRESS = "#three-drivers?transition_years=5&upgrading=0"

# Scrolls to a heading, and presses as soon as it is the one that is read: explorers that begin one
# after another move it, on a busy machine for a while.
SWITCH_AT = """async (selector) => {
  const read = `.page-sections [aria-current][href="${selector}"]`;
  while (!document.querySelector(read)) {
    document.querySelector(selector).scrollIntoView({ behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
  document.querySelector(".language-button").click();
}"""


def same(one: str, other: str) -> bool:
    """Return whether two addresses carry the same setting, in whatever order."""
    return sorted(re.split("[?&]", one)) == sorted(re.split("[?&]", other))


def switched(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".language-button").click()


def test_the_setting_of_an_explorer_goes_along(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/{CHAPTER}{ADDRESS}")
    # Until the explorer is live it says what its start does.
    page.locator('#three-drivers[data-ready="true"]').wait_for()
    was = page.locator('#three-drivers output[name="early"]').first.inner_text()
    switched(page)
    assert same(page.url, f"{site_url}/zh/{CHAPTER}{ADDRESS}")
    control = page.locator('#three-drivers input[name="transition_years"]').first
    expect(control).to_have_value("5")
    expect(page.locator('#three-drivers output[name="early"]').first).to_have_text(was)
    switched(page)
    assert same(page.url, f"{site_url}/{CHAPTER}{ADDRESS}")


def test_without_a_setting_the_section_that_is_read_goes_along(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/{CHAPTER}")
    with page.expect_navigation():
        page.evaluate(SWITCH_AT, "#industry-graded")
    assert page.url == f"{site_url}/zh/{CHAPTER}#industry-graded"


def test_an_exercise_answers_in_chinese_and_counts_in_both(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/zh/{CHAPTER}")
    exercise = page.locator("#exercise-the-enabling-element")
    exercise.locator("input[name=answer]").fill("2")
    exercise.locator(".exercise-check").click()
    expect(exercise.locator(".exercise-state")).to_have_text(re.compile("[\u4e00-\u9fff]"))
    expect(exercise).to_contain_text(re.compile("正确"))
    switched(page)
    other = page.locator("#exercise-the-enabling-element .exercise-state")
    expect(other).to_have_text("Solved")


def test_the_page_of_progress_tells_and_lists_in_chinese(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/zh/chapters/part1/self-test.html")
    exercise = page.locator("#exercise-what-two-shares-prove")
    exercise.locator("input[name=answer]").fill("2")
    exercise.locator(".exercise-check").click()
    expect(exercise.locator(".exercise-result")).not_to_be_empty()
    page.goto(f"{site_url}/zh/chapters/progress.html")
    row = page.locator('[data-progress="what-two-shares-prove"]')
    expect(row.locator(".progress-state")).to_have_text(re.compile("已尝试|已做对"))
    expect(page.locator(".progress-total")).to_have_text(re.compile(r"练习共\d+道，已做对\d道"))
    page.locator(".progress-test").click()
    drawn = page.locator(".progress-drawn a")
    expect(drawn).to_have_count(5)
    drawn.first.click()
    expect(page).to_have_url(re.compile(r"/zh/chapters/part1/ch0\d\.html"))


@pytest.mark.parametrize("query", ["增长", "four elements"])
def test_search_finds_pages_of_its_own_language(page: Page, site_url: str, query: str) -> None:
    page.goto(f"{site_url}/zh/search.html")
    page.locator(".search-form input").first.fill("新质生产力")
    results = page.locator(".search-results a")
    expect(results.first).to_be_visible()
    addresses = results.evaluate_all("links => links.map((link) => link.href)")
    assert all("/zh/" in address for address in addresses), addresses
    page.locator(".search-form input").first.fill(query)
    page.wait_for_function(
        "() => document.querySelector('.search-form').dataset.query !== '新质生产力'"
    )
    found = page.locator(".search-results a").count()
    assert (found > 0) == (query == "增长")


def test_python_in_the_page_says_what_is_wrong_in_chinese(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/zh/{CHAPTER}")
    exercise = page.locator("#exercise-three-labels")
    exercise.scroll_into_view_if_needed()
    box = exercise.locator("textarea, .cm-content").first
    box.click()
    code = exercise.locator(".cm-content")
    expect(code).to_be_visible()
    code.fill("def least_in_all(items, counts):\n    return undefined_name\n")
    exercise.locator(".exercise-check").click()
    expect(exercise).to_contain_text("拼写", timeout=60_000)


def test_what_a_chart_keeps_and_tells_has_chinese_punctuation(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/zh/{CHAPTER}#two-percentages")
    figure = page.locator("figure.explorer#two-percentages")
    figure.scroll_into_view_if_needed()
    figure.get_by_role("button", name="保留", exact=True).click()
    slider = figure.locator('input[type="range"]').nth(1)
    slider.focus()
    slider.press("ArrowRight")
    kept = figure.locator(".explorer-kept")
    expect(kept).to_contain_text(re.compile("：现在.*，保留项1（.*）为"))
    reading = figure.locator(".explorer-read")
    reading.focus()
    reading.press("ArrowRight")
    told = [kept.inner_text(), str(reading.get_attribute("aria-valuetext"))]
    told += [str(one.get_attribute("aria-label")) for one in kept.get_by_role("button").all()]
    assert all("：" in text for text in told)
    assert not [text for text in told if re.search(r"[\u3400-\u9fff] ?[:;,(]|“[，；：]", text)]
