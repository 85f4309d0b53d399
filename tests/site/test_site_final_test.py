"""The test over the whole book: what is drawn, what counts, what is to be read again."""

from __future__ import annotations

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


def test_a_first_answer_counts_and_the_section_to_read_again_is_named(
    page: Page, test_page: Locator
) -> None:
    places = test_page.locator(".final-test-places button")
    expect(places).to_have_count(QUESTIONS)
    wrong = None
    for place in range(QUESTIONS):
        places.nth(place).press("Enter")
        where = test_page.locator(".exercise-number")
        expect(where).to_have_text(f"Question {place + 1} of {QUESTIONS}")
        section = test_page.locator("section.exercise")
        if section.get_attribute("data-kind") in ("number", "seeded"):
            wrong = find(section.get_attribute("data-exercise") or "")
            break
    assert wrong, "no question asks for a number"
    expect(section.locator(".exercise-hint")).to_be_hidden()
    section.locator("input").fill("123456789")
    section.locator("input").press("Enter")
    expect(section.locator(".exercise-result")).not_to_be_empty()
    expect(section.locator(".exercise-hint")).to_be_visible()
    expect(places.nth(place)).to_have_accessible_name(
        f"Question {place + 1} of {QUESTIONS}: not right"
    )
    test_page.get_by_role("button", name="See how you did").press("Enter")
    expect(test_page.locator(".final-test-score")).to_have_text(
        f"0 of 1 right at the first answer; {QUESTIONS - 1} not answered."
    )
    link = test_page.locator(".final-test-again a")
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
        page.evaluate(
            """kept => localStorage.setItem("nqpf.progress",
              JSON.stringify({ exercises: {}, finalTest: kept }))""",
            kept,
        )
        page.reload()
        running = page.locator(".final-test-running")
        expect(page.locator(".final-test-draw")).to_be_visible()
        expect(running).to_be_hidden()
    page.evaluate(
        """() => localStorage.setItem("nqpf.progress", JSON.stringify({ exercises: {}, finalTest:
          { drawn: ["gone", "residual-by-hand"], firsts: {}, place: 9 } }))"""
    )
    page.reload()
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
