"""Exercises in a real browser: solved by keyboard alone, remembered, honest about what fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from exercise_page import AXE, SERIOUS, opened, page_of, tab_to
from exercise_points import ALL, of_kind, slug
from nqpf.exercises import Exercise, exercises
from playwright.sync_api import Browser, Page, expect


def test_a_number_is_solved_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    expect(section.locator(".exercise-solution")).to_be_hidden()
    tab_to(page, section.locator("input"))
    page.keyboard.type("6,5 %")
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("growth of output per worker")
    expect(section.locator(".exercise-solution")).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("3,1")
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("Right: 3.10%")
    expect(section.locator(".exercise-state")).to_have_text("Solved")


def test_hints_come_one_at_a_time(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    hints = section.locator(".exercise-hints > li")
    button = section.locator(".exercise-hint")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(hints.nth(0)).to_be_visible()
    expect(hints.nth(0)).to_be_focused()
    expect(hints.nth(1)).to_be_hidden()
    button.press("Enter")
    expect(hints.nth(1)).to_be_visible()
    expect(button).to_be_disabled()


def test_a_choice_is_solved_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "what-a-small-residual-says")
    options = section.locator("input")
    tab_to(page, options.nth(0))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_have_class(re.compile("is-wrong"))
    tab_to(page, options.nth(0))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_have_class(re.compile("is-right"))


def test_a_goal_is_reached_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "more-than-half")
    result = section.locator(".exercise-result")
    expect(result).to_be_empty()
    growth = page.locator("#sources-of-growth-output_growth")
    tab_to(page, growth)
    page.keyboard.press("End")
    expect(result).to_contain_text("two fifths")
    tab_to(page, page.locator("#sources-of-growth-capital_growth"))
    page.keyboard.press("Home")
    expect(result).to_have_class(re.compile("is-right"))
    expect(section.locator(".exercise-state")).to_have_text("Solved")


def test_own_figures_stay_and_change_when_asked(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "own-residual")
    prompt = section.locator(".exercise-prompt")
    first = prompt.inner_text()
    page.reload()
    expect(prompt).to_have_text(re.compile(re.escape(first.split("\n")[0][:60])))
    section.locator(".exercise-again").click()
    assert prompt.inner_text() != first
    expect(prompt).to_be_focused()


def test_a_seeded_number_is_solved_by_keyboard_and_once_more_with_other_figures(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "own-residual")
    variants = json.loads(section.locator("script.exercise-plan").text_content() or "")["variants"]
    result = section.locator(".exercise-result")

    def figures() -> dict[str, str]:
        """Return the figures that this reader has now."""
        kept = page.evaluate("() => JSON.parse(localStorage.getItem('nqpf.progress'))")
        found: dict[str, str] = variants[kept["exercises"]["own-residual"]["variant"]]["figures"]
        return found

    first = figures()
    tab_to(page, section.locator("input"))
    page.keyboard.type(first["wrong_rate"])
    page.keyboard.press("Enter")
    expect(result).to_contain_text("how fast productivity grows")
    page.keyboard.press("Control+A")
    page.keyboard.type(first["answer"])
    page.keyboard.press("Enter")
    expect(result).to_contain_text(f"Right: {first['answer']}")
    tab_to(page, section.locator(".exercise-again"))
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-prompt")).to_be_focused()
    expect(result).to_be_empty()
    second = figures()
    assert second != first
    tab_to(page, section.locator("input"))
    expect(section.locator("input")).to_have_value("")
    page.keyboard.type(second["answer"])
    page.keyboard.press("Enter")
    expect(result).to_have_class(re.compile("is-right"))
    expect(section.locator(".exercise-state")).to_have_text("Solved")


def test_answers_survive_a_reload(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    section.locator(".exercise-hint").click()
    page.reload()
    expect(section.locator(".exercise-state")).to_have_text("Solved")
    expect(section.locator("input")).to_have_value("3.1")
    expect(section.locator(".exercise-hints > li").nth(0)).to_be_visible()
    kept = page.evaluate("() => JSON.parse(localStorage.getItem('nqpf.progress'))")
    assert kept["version"] == 1
    assert kept["exercises"]["residual-by-hand"]["tries"] == 1


def test_a_text_is_kept_while_it_is_written(page: Page, site: Path, site_url: str) -> None:
    """The box is not left, as on a telephone that puts the page away."""
    essay = next(one for one in exercises().values() if one.kind == "open" and one.is_published)
    section = opened(page, site, site_url, essay.slug)
    box = section.locator("textarea")
    box.press_sequentially("Half an answer")
    page.wait_for_function(
        "() => (localStorage.getItem('nqpf.progress') ?? '').includes('Half an answer')"
    )
    page.reload()
    expect(box).to_have_value("Half an answer")


def test_an_answer_that_is_typed_and_not_checked_is_there_after_a_reload(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    section.locator("input").press_sequentially("3.7")
    page.wait_for_function("() => (localStorage['nqpf.progress'] ?? '').includes('3.7')")
    section = opened(page, site, site_url, "residual-by-hand")
    expect(section.locator("input")).to_have_value("3.7")
    expect(section.locator(".exercise-result")).to_be_empty()
    expect(section.locator(".exercise-solution")).to_be_hidden()


def test_two_tabs_show_one_answer_and_none_takes_it_from_under_the_hands(
    browser: Browser, site: Path, site_url: str
) -> None:
    """The tab that wrote last kept its older text over the other's, which went on showing its."""
    context = browser.new_context()
    one, other = (context.new_page() for _tab in range(2))
    here, there = (opened(tab, site, site_url, "residual-by-hand") for tab in (one, other))
    here.locator("input").fill("3.1")
    here.locator("input").press("Enter")
    expect(there.locator("input")).to_have_value("3.1")
    expect(there.locator(".exercise-state")).to_have_text("Solved")
    there.locator("input").fill("2")
    here.locator("input").fill("2.5")
    one.wait_for_function("() => localStorage['nqpf.progress'].includes('2.5')")
    expect(there.locator("input")).to_have_value("2")
    there.locator(".exercise-hint").click()
    kept = other.evaluate("() => JSON.parse(localStorage['nqpf.progress']).exercises")
    assert kept["residual-by-hand"]["answer"] == "2.5"
    assert kept["residual-by-hand"]["tries"] == 1
    context.close()


NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
)
FULL_STORE = """
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key === "nqpf.progress") throw new DOMException("full", "QuotaExceededError");
      set.call(this, key, value);
    };
"""


@pytest.mark.parametrize(
    ("script", "said"), [(NO_STORE, "keeps nothing"), (FULL_STORE, "store is full")]
)
def test_a_store_that_refuses_is_said_and_checks_go_on(
    browser: Browser, site: Path, site_url: str, script: str, said: str
) -> None:
    # The theme's own script does not expect a store that refuses, so only ours is held to it.
    context = browser.new_context()
    context.add_init_script(script)
    section = opened(context.new_page(), site, site_url, "residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("Right")
    expect(section.locator(".exercise-store")).to_contain_text(said)
    context.close()


def test_what_an_earlier_or_broken_page_kept_does_no_harm(
    page: Page, site: Path, site_url: str
) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    for kept in ("{", "[]", '{"exercises": {"residual-by-hand": null, "no-such": {"tries": 1}}}'):
        page.evaluate("kept => localStorage.setItem('nqpf.progress', kept)", kept)
        section = opened(page, site, site_url, "residual-by-hand")
        section.locator("input").fill("3.1")
        section.locator("input").press("Enter")
        expect(section.locator(".exercise-result")).to_contain_text("Right")


def test_exercises_work_from_an_unzipped_folder(page: Page, site: Path) -> None:
    page.goto((site / page_of(site, "residual-by-hand")).as_uri())
    section = page.locator('section.exercise[data-exercise="residual-by-hand"]')
    section.locator("input").fill("0,031")
    section.locator("input").press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("Right")


@pytest.mark.parametrize("exercise", ALL, ids=slug)
def test_every_exercise_stands_on_a_page_of_its_chapter(exercise: Exercise, site: Path) -> None:
    assert f"ch{exercise.chapter:02}" in page_of(site, exercise.slug)


@pytest.mark.parametrize("exercise", of_kind("goal"), ids=slug)
def test_a_goal_and_its_explorer_stand_on_one_page(exercise: Exercise, site: Path) -> None:
    html = (site / page_of(site, exercise.slug)).read_text(encoding="utf-8")
    assert f'data-explorer="{exercise.task.explorer}"' in html


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["untouched", "wrong", "right", "open"])
def test_exercises_are_accessible_in_every_state(
    browser: Browser, site: Path, site_url: str, scheme: str, state: str
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=False)
    page = context.new_page()
    section = opened(page, site, site_url, "residual-by-hand")
    answers = {"untouched": None, "wrong": "6.5", "right": "3.1", "open": "1"}
    if answers[state]:
        section.locator("input").fill(answers[state])
        section.locator("input").press("Enter")
        expect(section.locator(".exercise-result")).not_to_be_empty()
    if state == "open":
        section.locator(".exercise-hint").click()
        section.locator("summary").click()
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('section.exercise', { resultTypes: ['violations'] })")
    problems = [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]
    context.close()
    assert not problems, "\n".join(problems)
