"""What a reader has done: kept, brought back at growing distances, saved, loaded and forgotten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from exercise_page import AXE, SERIOUS, opened
from exercise_points import ALL, in_javascript
from playwright.sync_api import Locator, Page, expect

DAY = 24 * 60 * 60 * 1000

SCHEDULE = """
    import { readFileSync } from "node:fs";
    import { fromFile, migrated, scheduled } from "./progress/store.js";
    const { steps, files, kept } = JSON.parse(readFileSync(0, "utf8"));
    let state = {};
    const states = steps.map(([now, correct, variant]) => {
      state = { ...state, ...scheduled(state, { correct, variant }, now) };
      return [state.streak, state.due];
    });
    const read = files.map((text) => fromFile(text) && Object.keys(fromFile(text).exercises));
    console.log(JSON.stringify({ states, read, migrated: kept.map(migrated) }));
"""


def played(steps: list[tuple[int, bool, int]]) -> list[list[int]]:
    """Return streak and next return after each answer: (day, right, which figures)."""
    asked = [[day * DAY, correct, variant] for day, correct, variant in steps]
    states = in_javascript(SCHEDULE, {"steps": asked, "files": [], "kept": []})["states"]
    return [[streak, due // DAY] for streak, due in states]


def test_right_answers_return_ever_later_and_wrong_ones_the_next_day():
    steps = [(0, True, 0), (1, True, 0), (4, True, 0), (11, False, 0), (12, True, 0)]
    assert played(steps) == [[1, 1], [2, 4], [3, 11], [0, 12], [1, 13]]


def test_the_same_answer_given_again_counts_once_and_other_figures_count():
    assert played([(0, True, 0), (0, True, 0)]) == [[1, 1], [1, 1]]
    assert played([(0, True, 0), (0, True, 1), (0, True, 2)])[-1][0] == 3


def test_a_file_of_something_else_is_refused_and_odd_entries_are_dropped():
    files = ["{", "[]", '{"version": 1}', '{"version": 1, "exercises": {"a-b": {}, "<b>": {}}}']
    kept = [None, [], {"exercises": {"a": 3, "b": {"tries": 1}}}, {"version": 7, "exercises": {}}]
    found = in_javascript(SCHEDULE, {"steps": [], "files": files, "kept": kept})
    assert found["read"] == [None, None, None, ["a-b"]]
    fresh = {"version": 1, "exercises": {}}
    assert found["migrated"][:2] == [fresh, fresh]
    assert found["migrated"][2] == {"version": 1, "exercises": {"b": {"tries": 1}}}
    assert found["migrated"][3]["version"] == 7


def progress_page(page: Page, url: str) -> Locator:
    """Open the progress page."""
    page.goto(f"{url}/chapters/progress.html")
    return page.locator(".progress-page")


def row(shown: Locator, slug: str) -> Locator:
    """Return the row of an exercise."""
    return shown.locator(f'[data-progress="{slug}"]')


def test_what_was_solved_is_shown_saved_forgotten_and_loaded(
    page: Page, site: Path, site_url: str, tmp_path: Path
) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    shown = progress_page(page, site_url)
    expect(shown.locator("[data-progress]")).to_have_count(len(ALL))
    expect(row(shown, "residual-by-hand").locator(".progress-state")).to_have_text("Solved")
    expect(shown.locator(".progress-total")).to_contain_text(f"1 of {len(ALL)}")
    with page.expect_download() as download:
        shown.locator(".progress-export").press("Enter")
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    assert json.loads(saved.read_text("utf-8"))["exercises"]["residual-by-hand"]["correct"]
    reset = shown.locator(".progress-reset")
    reset.press("Enter")
    expect(shown.locator(".progress-total")).to_contain_text("1 of")
    reset.press("Enter")
    expect(shown.locator(".progress-total")).to_contain_text("0 of")
    shown.locator(".progress-import").set_input_files(saved)
    expect(shown.locator(".progress-said")).to_contain_text("Loaded: 1")
    expect(row(shown, "residual-by-hand").locator(".progress-state")).to_have_text("Solved")
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    shown.locator(".progress-import").set_input_files(other)
    expect(shown.locator(".progress-said")).to_contain_text("holds no progress")
    expect(shown.locator(".progress-total")).to_contain_text("1 of")


def test_a_file_comes_beside_what_is_there(
    page: Page, site: Path, site_url: str, tmp_path: Path
) -> None:
    """It took the place of all that was done since."""
    opened(page, site, site_url, "residual-by-hand")
    saved = tmp_path / "saved.json"
    state = {"tries": 2, "correct": True, "when": "2026-01-01T00:00:00.000Z"}
    other = {"exercises": {"own-residual": state, "residual-by-hand": state | {"tries": 5}}}
    saved.write_text(json.dumps({"version": 1, **other}), encoding="utf-8")
    section = page.locator("#exercise-residual-by-hand")
    section.locator("input").fill("999")
    section.locator("input").press("Enter")
    shown = progress_page(page, site_url)
    shown.locator(".progress-import").set_input_files(saved)
    expect(row(shown, "own-residual").locator(".progress-state")).to_have_text("Solved")
    here = row(shown, "residual-by-hand")
    expect(here.locator(".progress-state")).to_have_text("Solved")
    expect(here.locator(".progress-tries")).to_have_text("5")
    kept = page.evaluate("() => JSON.parse(localStorage['nqpf.progress']).exercises")
    assert kept["residual-by-hand"]["answer"] == "999"  # the later one


def test_a_chapter_says_how_far_it_is_and_is_drawn_from_once_begun(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    shown = progress_page(page, site_url)
    begun, other = (shown.locator(".progress-table").nth(place) for place in (1, 2))
    expect(begun.locator("th", has_text="Tries")).to_be_visible()
    expect(other.locator("th", has_text="Tries")).to_be_hidden()
    chapters = shown.locator(".progress-chapter")
    assert chapters.evaluate_all("all => all.flatMap((one, at) => (one.open ? [at] : []))") == [1]
    count = begun.locator("[data-progress]").count()
    expect(shown.locator(".progress-count").nth(1)).to_have_text(f"1 of {count} solved.")
    shown.locator(".progress-test").press("Enter")
    links = shown.locator(".progress-drawn a")
    expect(links).to_have_count(5)
    assert all("/ch02.html" in link for link in links.evaluate_all("all => all.map((a) => a.href)"))
    assert all(re.match(r"2\.\d+ \S", words) for words in links.all_inner_texts())


def test_progress_is_a_few_screens_of_a_phone_long(page: Page, site: Path, site_url: str) -> None:
    """With every exercise in four columns it was 42, most of them a word wide."""
    section = opened(page, site, site_url, "residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    page.set_viewport_size({"width": 375, "height": 812})
    shown = progress_page(page, site_url)
    assert page.evaluate("document.documentElement.scrollHeight") < 8 * 812
    one = row(shown, "residual-by-hand")
    expect(one.locator(".progress-state")).to_be_visible()
    widths = one.locator("th, td:not(:empty)").evaluate_all("all => all.map((c) => c.clientWidth)")
    assert min(widths) > 300


def test_exercises_stand_in_the_order_and_with_the_numbers_of_their_pages(site: Path) -> None:
    for page in ("progress", "solutions"):
        html = (site / "chapters" / f"{page}.html").read_text(encoding="utf-8")
        told = r'<span class="exercise-number">([\d.]+)</span> (?:<a [^>]*>)?([^<]+)<'
        listed = re.findall(told, html)
        on_pages = []
        for chapter in sorted(site.glob("chapters/part?/ch??.html")):
            text = chapter.read_text(encoding="utf-8")
            told = r'<span class="exercise-number">Exercise ([\d.]+)</span> ([^<]+?) <'
            on_pages += re.findall(told, text)
        assert len(on_pages) > 300
        assert listed == on_pages


def test_what_is_due_returns_with_other_figures_and_no_old_answer(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "own-residual")
    first = section.locator(".exercise-prompt").inner_text()
    section.locator("input").fill("999")
    section.locator("input").press("Enter")
    page.evaluate(
        """() => {
          const kept = JSON.parse(localStorage.getItem("nqpf.progress"));
          kept.exercises["own-residual"].due = 0;
          localStorage.setItem("nqpf.progress", JSON.stringify(kept));
        }"""
    )
    shown = progress_page(page, site_url)
    expect(shown.locator(".progress-none")).to_be_hidden()
    shown.locator(".progress-due a").click()
    expect(section).to_have_attribute("data-ready", "true")
    expect(section.locator("input")).to_have_value("")
    assert section.locator(".exercise-prompt").inner_text() != first


def test_five_questions_are_drawn_by_keyboard(page: Page, site_url: str) -> None:
    shown = progress_page(page, site_url)
    shown.locator(".progress-test").press("Enter")
    links = shown.locator(".progress-drawn a")
    expect(links).to_have_count(5)
    expect(links.first).to_be_focused()
    assert len(set(links.all_inner_texts())) == 5


def test_every_solution_stands_in_the_appendix(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/solutions.html")
    expect(page.locator("details.solution")).to_have_count(len(ALL))
    opens = page.locator("#solution-account-in-code")
    opens.locator("summary").click(position={"x": 2, "y": 8})
    expect(opens).to_contain_text("labour = (1 - capital_share) * labour_growth")
    assert "BEGIN SOLUTION" not in page.content()


@pytest.mark.parametrize("name", ["progress", "solutions"])
def test_these_pages_are_accessible(page: Page, site_url: str, name: str) -> None:
    page.goto(f"{site_url}/chapters/{name}.html")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('article', { resultTypes: ['violations'] })")
    problems = [one for one in found["violations"] if one["impact"] in SERIOUS]
    listed = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in problems]
    assert not listed, "\n".join(listed)


def test_an_exercise_prints_with_room_and_without_buttons(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "residual-by-hand")
    page.emulate_media(media="print")
    expect(section.locator(".exercise-bar")).to_be_hidden()
    expect(section.locator(".exercise-prompt")).to_be_visible()
    border = section.locator("input").evaluate("box => getComputedStyle(box).borderBottomStyle")
    assert re.fullmatch("solid", border)
