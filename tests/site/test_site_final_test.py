"""The test over the whole book: what is drawn, what counts, what is to be read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from exercise_page import AXE, SERIOUS
from exercise_points import in_javascript
from nqpf.exercises import find
from nqpf.places import ROOT
from nqpf.site.final_test.final_test import KINDS, QUESTIONS, questions
from nqpf.site.plan.chapters import written
from playwright.sync_api import Browser, Locator, Page, expect

ADDRESS = "chapters/part5/final-test.html"
CHAPTERS = set(
    written(
        path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.glob("chapters/*/*.md")
    )
)

DRAW = """
    import { readFileSync } from "node:fs";
    import { drawn } from "./final_test/final_test.js";
    const { pool, count, solved, draws } = JSON.parse(readFileSync(0, "utf8"));
    const isSolved = (slug) => Number(solved.includes(slug));
    console.log(JSON.stringify(draws.map(() => drawn(pool, count, isSolved))));
"""


def draws(pool: list[dict], count: int, solved: list[str], times: int = 40) -> list[list[str]]:
    """Return what the page's own function draws, several times."""
    asked = {"pool": pool, "count": count, "solved": solved, "draws": list(range(times))}
    return in_javascript(DRAW, asked)


def book() -> list[dict]:
    """Return the pool of the book as the page has it."""
    return [
        {
            "slug": one.exercise.slug,
            "chapter": one.exercise.chapter,
            "objective": one.exercise.objectives[0],
        }
        for one in questions(CHAPTERS)
    ]


def test_every_chapter_is_asked_and_no_question_or_objective_twice() -> None:
    pool = book()
    objective = {one["slug"]: one["objective"] for one in pool}
    chapter = {one["slug"]: one["chapter"] for one in pool}
    for drawn in draws(pool, QUESTIONS, []):
        assert len(drawn) == len(set(drawn)) == QUESTIONS
        assert {chapter[slug] for slug in drawn} == CHAPTERS
        assert len({objective[slug] for slug in drawn}) == QUESTIONS
        assert [chapter[slug] for slug in drawn] == sorted(chapter[slug] for slug in drawn)


def test_two_draws_differ() -> None:
    assert len({tuple(drawn) for drawn in draws(book(), QUESTIONS, [])}) > 30


def test_what_is_not_solved_comes_first() -> None:
    pool = [{"slug": f"q{n}", "chapter": n % 2, "objective": f"o{n}"} for n in range(12)]
    solved = [f"q{n}" for n in range(6)]
    for drawn in draws(pool, 6, solved):
        assert set(drawn) == {f"q{n}" for n in range(6, 12)}


def test_a_small_pool_is_drawn_whole_and_an_objective_only_twice_if_none_is_left() -> None:
    pool = [{"slug": f"q{n}", "chapter": 1, "objective": "same"} for n in range(4)]
    assert all(sorted(drawn) == ["q0", "q1", "q2", "q3"] for drawn in draws(pool, 30, []))


def test_each_kind_that_needs_no_python_is_in_the_pool() -> None:
    assert {one.exercise.kind for one in questions(CHAPTERS)} == set(KINDS)
    assert not questions(set())


@pytest.fixture
def test_page(page: Page, site_url: str) -> Locator:
    """Return the test, begun."""
    page.emulate_media(reduced_motion="reduce")  # or the page is still on its way when it jumps
    page.goto(f"{site_url}/{ADDRESS}")
    shown = page.locator(".final-test")
    shown.get_by_role("button", name="Draw 30 questions").press("Enter")
    expect(shown.locator(".exercise")).to_have_attribute("data-ready", "true")
    return shown


def keep(page: Page, kept: object) -> None:
    """Open the page again with this kept of a test."""
    page.evaluate(
        """kept => localStorage.setItem("nqpf.progress",
          JSON.stringify({ exercises: {}, finalTest: kept }))""",
        kept,
    )
    page.reload()


def test_a_first_answer_counts_and_the_section_to_read_again_is_named(
    page: Page, site_url: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/{ADDRESS}")
    keep(page, {"drawn": ["residual-by-hand", "what-a-small-residual-says"], "place": 0})
    shown = page.locator(".final-test")
    section = shown.locator("section.exercise")
    expect(section).to_have_attribute("data-ready", "true")
    expect(section.locator(".exercise-hint")).to_be_hidden()
    section.locator("input").fill("6.5")
    section.locator("input").press("Enter")
    expect(section.locator(".exercise-hint")).to_be_visible()
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    expect(section.locator(".exercise-result")).to_have_class(re.compile("is-right"))
    place = shown.locator(".final-test-places button").first
    expect(place).to_have_accessible_name("Question 1 of 2: not right")
    shown.get_by_role("button", name="See how you did").press("Enter")
    expect(shown.get_by_role("heading", name="How you did")).to_be_focused()
    score = shown.locator(".final-test-score")
    expect(score).to_have_text("0 of 1 right at the first answer; 1 not answered.")
    shown.get_by_role("button", name="Next question").press("Enter")
    section.get_by_text(find("what-a-small-residual-says").task.options[1].text).click()
    section.locator(".exercise-check").press("Enter")
    expect(score).to_have_text("1 of 2 right at the first answer.")
    link = shown.locator(".final-test-again a")
    wrong = find("residual-by-hand")
    expect(link).to_have_text(f"{wrong.chapter}. {wrong.section}")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('.final-test').then(({ violations }) => violations)")
    assert [one["id"] for one in found if one["impact"] in SERIOUS] == []
    link.press("Enter")
    expect(page.get_by_role("heading", name=wrong.section)).to_be_in_viewport()


def test_a_test_goes_on_after_leaving_and_begins_anew_only_when_asked_twice(
    page: Page, test_page: Locator, site_url: str
) -> None:
    places = test_page.locator(".final-test-places button")
    before = page.evaluate("() => JSON.parse(localStorage['nqpf.progress']).finalTest.drawn")
    test_page.get_by_role("button", name="Next question").press("Enter")
    expect(test_page.locator(".exercise-number")).to_have_text(f"Question 2 of {QUESTIONS}")
    page.goto(f"{site_url}/chapters/progress.html")
    page.goto(f"{site_url}/{ADDRESS}")
    expect(test_page.locator(".exercise-number")).to_have_text(f"Question 2 of {QUESTIONS}")
    expect(places.nth(1)).to_have_attribute("aria-current", "step")
    draw = test_page.locator(".final-test-draw")
    draw.press("Enter")
    expect(draw).to_have_text("Press again to begin anew")
    kept = page.evaluate("() => JSON.parse(localStorage['nqpf.progress']).finalTest.drawn")
    assert kept == before
    draw.press("Enter")
    expect(test_page.locator(".exercise-number")).to_have_text(f"Question 1 of {QUESTIONS}")
    after = page.evaluate("() => JSON.parse(localStorage['nqpf.progress']).finalTest.drawn")
    assert after != before


def test_what_is_kept_is_read_with_care(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/{ADDRESS}")
    for kept in ({"drawn": "x"}, {"drawn": ["gone-from-the-book"]}, 7, {"drawn": [3, None]}):
        keep(page, kept)
        running = page.locator(".final-test-running")
        expect(page.locator(".final-test-draw")).to_be_visible()
        expect(running).to_be_hidden()
    keep(page, {"drawn": ["gone", "residual-by-hand"], "firsts": {}, "place": 9})
    expect(page.locator(".exercise-number")).to_have_text("Question 1 of 1")


def test_it_also_runs_from_an_unzipped_folder(page: Page, site: Path) -> None:
    page.goto((site / ADDRESS).as_uri())
    page.get_by_role("button", name="Draw 30 questions").press("Enter")
    expect(page.locator(".final-test .exercise")).to_have_attribute("data-ready", "true")


def test_a_question_that_cannot_be_loaded_is_said_and_tried_again(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_page()  # of its own, for the browser notes the failed request
    page.route("**/questions/*.js", lambda route: route.abort())
    page.goto(f"{site_url}/{ADDRESS}")
    page.get_by_role("button", name="Draw 30 questions").press("Enter")
    expect(page.locator(".final-test-said")).to_contain_text("could not be loaded")
    page.unroute("**/questions/*.js")
    page.locator(".final-test-places button").first.press("Enter")
    expect(page.locator(".final-test .exercise")).to_have_attribute("data-ready", "true")
    page.close()
