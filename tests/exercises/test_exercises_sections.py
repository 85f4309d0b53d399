"""Each exercise says which section of its chapter to read again, and a wrong answer leads there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from exercise_page import opened
from exercise_points import ALL
from nqpf.exercises import ExerciseError, find
from nqpf.site.exercise.sections import section_of
from playwright.sync_api import Page, expect

NOT_TO_READ = {"Exercises", "Summary", "Terms", "Sources"}


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.slug)
def test_an_exercise_names_a_section_that_explains(exercise) -> None:
    section = section_of(exercise)
    assert section, f"{exercise.slug} says nowhere what to read again"
    assert section.title not in NOT_TO_READ


def test_each_section_to_read_again_is_a_heading_of_the_built_chapter(site: Path) -> None:
    pages: dict[str, str] = {}
    for exercise in ALL:
        section = section_of(exercise)
        if section.page not in pages:
            pages[section.page] = (site / f"{section.page}.html").read_text(encoding="utf-8")
        link = f'href="#{section.mark}" title="Link to this heading"'
        assert link in pages[section.page], f"{exercise.slug}: {section.mark}"


def test_a_section_that_is_not_there_is_refused_with_the_nearest() -> None:
    exercise = replace(find("residual-by-hand"), section="Worked example: the account, by step")
    with pytest.raises(ExerciseError, match="the nearest: Worked example: the account, step by st"):
        section_of(exercise)


def test_a_wrong_answer_leads_to_the_section(page: Page, site: Path, site_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # or the page is still on its way when it jumps
    section = opened(page, site, site_url, "residual-by-hand")
    line = section.locator(".exercise-read-again")
    expect(line).to_be_hidden()
    section.locator("input").fill("6.5")
    section.locator("input").press("Enter")
    expect(line).to_have_text("Read again: Worked example: the account, step by step")
    line.locator("a").press("Enter")
    heading = page.get_by_role("heading", name="Worked example: the account, step by step")
    expect(heading).to_be_in_viewport()
    section.locator("input").fill("3.1")
    section.locator("input").press("Enter")
    expect(line).to_be_hidden()


def test_on_a_self_test_it_leads_to_the_chapter(page: Page, site_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/chapters/part4/self-test.html")
    section = page.locator('[data-exercise="what-was-measured"]')
    expect(section).to_have_attribute("data-ready", "true")
    for statement in section.locator(".exercise-statement").all():
        statement.locator("input").first.check()
    section.locator(".exercise-check").press("Enter")
    link = section.locator(".exercise-read-again a")
    expect(link).to_have_text("Export controls in both directions")
    link.press("Enter")
    page.wait_for_url("**/part4/ch14.html#export-controls-in-both-directions")
    heading = page.get_by_role("heading", name="Export controls in both directions")
    expect(heading).to_be_in_viewport()
