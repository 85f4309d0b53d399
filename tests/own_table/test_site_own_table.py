"""A reader's table in the page: read, corrected, ranked by the page's Python, and saved."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from exercise_page import AXE, SERIOUS
from nqpf import own_table
from playwright.sync_api import Locator, Page, expect

CHAPTER = "chapters/part5/ch18.html"
START = 90_000
GOOD = "unit;x;y;z\nÉtat;1,5;9;3\n河北;2;7;1\nC;4;8;2\nD;8;1;5\n"


@pytest.fixture
def box(page: Page, site_url: str) -> Locator:
    """Return the box on its page."""
    page.goto(f"{site_url}/{CHAPTER}")
    found = page.locator("form.own-table")
    expect(found.locator(".own-table-live")).to_be_visible()
    return found


def paste(box: Locator, text: str) -> None:
    """Paste a table and have it read."""
    box.locator("textarea").fill(text)
    box.get_by_role("button", name="Read the table").click()


def said(box: Locator) -> Locator:
    """Return the place where the box says what it has done."""
    return box.locator(".own-table-said")


def test_a_file_is_ranked_as_a_notebook_ranks_it(box: Locator, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_bytes(GOOD.encode("utf-16"))
    box.locator("input[type=file]").set_input_files(file)
    expect(said(box)).to_contain_text("4 rows read, 4 columns", timeout=START)
    expect(box.locator("#own-table-units")).to_have_value("unit")
    box.get_by_label("In “z”").select_option("less is better")
    box.get_by_label("Weight of “y”").fill("2")
    box.locator("#own-table-freedom").select_option("not at all: any weights")
    box.get_by_label("Weight of “y”").press("Enter")
    result = box.locator(".own-table-result")
    expect(result).to_be_visible(timeout=START)
    wanted = own_table.rank(
        own_table.read(file),
        units="unit",
        more=["x", "y"],
        less=["z"],
        weights={"y": 2},
        freedom=1.0,
    )
    expect(result.locator("tbody th")).to_have_text([row["unit"] for row in wanted.rows])
    expect(result.locator(".own-table-sentences p")).to_have_text(wanted.sentences)
    expect(said(box)).to_have_text(wanted.sentences[0])
    picture = result.get_by_role("img")
    expect(picture).to_have_attribute("aria-label", re.compile("For each of 4 units"))
    expect(picture.locator("circle.dot")).to_have_count(5)  # four units and the key
    with page.expect_download() as download:
        result.get_by_role("button", name="Save").press("Enter")
    saved = tmp_path / "ranks.csv"
    download.value.save_as(saved)
    with saved.open(encoding="utf-8-sig", newline="") as lines:
        read_back = list(csv.DictReader(lines))
    assert [row["unit"] for row in read_back] == [row["unit"] for row in wanted.rows]
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('form.own-table')")
    assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []


def test_what_is_wrong_is_said_and_what_was_read_and_chosen_stays(box: Locator) -> None:
    paste(box, "")
    expect(said(box)).to_contain_text("There is no table yet", timeout=START)
    paste(box, GOOD)
    expect(said(box)).to_contain_text("4 rows read", timeout=START)
    box.get_by_label("In “x”").select_option("less is better")
    box.get_by_label("Weight of “x”").fill("much")
    rank = box.get_by_role("button", name="Rank", exact=True)
    rank.click()
    expect(said(box)).to_contain_text("The weight of “x” is “much”")
    expect(box.get_by_label("Weight of “x”")).to_be_focused()
    box.get_by_label("Weight of “x”").fill("3,5")
    bad = {
        "unit;x;y;z\nA;1;2;3\nB;;3;1\nC;3;4;2\n": "Line 3 has no figure in column “x”",
        "unit;x;y;z\nA;1;2;3\nB;so;3;1\nC;3;4;2\n": "Line 3, column “x”: “so” is no number",
        "unit;x;y;z\nA;1;2;3\nB;1;3;1\nC;1;4;2\n": "Column “x” is 1 for every unit",
        "unit;x;y;z\nA;1;2;3\nA;2;3;1\nC;3;4;2\n": "Lines 2 and 3 are both called “A”",
        "unit;x;y;z\nA;1;2;3\nB;2;3;1\n": "There are 2 units",
        "unit;x;x;z\nA;1;2;3\n": "Columns 2 and 3 are both called “x”",
    }
    for text, sentence in bad.items():
        box.locator("textarea").fill(text)
        rank.click()
        expect(said(box)).to_contain_text(sentence, timeout=START)
        expect(said(box)).to_have_class(re.compile("is-fault"))
        expect(box.locator("textarea")).to_have_value(text)
    expect(box.locator(".own-table-result")).to_be_hidden()
    expect(box.get_by_label("Weight of “x”")).to_have_value("3,5")
    expect(box.get_by_label("In “x”")).to_have_value("-1")
    box.locator("textarea").fill("unit;x;y;z\nA;1;2;3\nB;;3;1\nC;3;4;2\nD;2;1;5\n")
    box.get_by_label("leave out units with gaps").check()
    rank.click()
    expect(box.locator(".own-table-result")).to_be_visible(timeout=START)
    expect(box.locator(".own-table-notes")).to_contain_text("Left out for gaps: B.")


def test_markup_in_a_table_is_text(box: Locator, page: Page) -> None:
    name = "<img src=x onerror=document.title='gone'>"
    paste(box, f"unit,{name},y\n<b>A</b>,1,9\nB,2,7\nC,4,8\n")
    expect(said(box)).to_contain_text("3 rows read", timeout=START)
    box.get_by_role("button", name="Rank", exact=True).click()
    expect(box.locator(".own-table-result tbody th").first).to_be_visible(timeout=START)
    assert box.locator("img, b").count() == 0
    assert "gone" not in page.title()
    assert "<b>A</b>" in box.locator(".own-table-result tbody").inner_text()


def test_the_example_is_read_by_keyboard_alone_and_can_be_changed(box: Locator, page: Page) -> None:
    box.evaluate("form => { form.tabIndex = -1; form.focus(); }")
    for _press in range(6):
        if page.evaluate("() => document.activeElement.className") == "own-table-example":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(box)).to_contain_text("31 rows read", timeout=START)
    changed = box.locator("textarea").input_value().replace("Beijing,183937", "Beijing,18393.7")
    box.locator("textarea").fill(changed)
    box.get_by_role("button", name="Rank", exact=True).press("Enter")
    rows = box.locator(".own-table-result tbody tr")
    expect(rows).to_have_count(31, timeout=START)
    wanted = own_table.read_text(changed)
    first = own_table.rank(wanted, units="province", more=wanted.head[1:]).rows[0]["unit"]
    expect(rows.first.locator("th")).to_have_text(first)


def test_on_a_small_screen_nothing_hangs_over(small_screen: Page, site_url: str) -> None:
    small_screen.goto(f"{site_url}/{CHAPTER}")
    box = small_screen.locator("form.own-table")
    paste(box, GOOD)
    box.get_by_role("button", name="Rank", exact=True).click()
    expect(box.locator(".own-table-picture svg")).to_be_visible(timeout=START)
    over = box.evaluate("form => form.scrollWidth - form.clientWidth")
    assert over <= 0
    wide = box.locator(".own-table-picture svg").bounding_box()
    assert wide is not None
    assert wide["x"] + wide["width"] <= 320


def test_from_an_unzipped_folder_the_box_says_what_to_do(page: Page, site: Path) -> None:
    page.goto((site / CHAPTER).as_uri())
    box = page.locator("form.own-table")
    expect(said(box)).to_contain_text("python -m http.server")
    paste(box, GOOD)
    expect(said(box)).to_contain_text("python -m http.server")
    expect(box.locator("textarea")).to_have_value(GOOD)


def test_without_a_script_the_box_leads_to_the_notebook(
    page_without_scripts: Page, site_url: str
) -> None:
    page_without_scripts.goto(f"{site_url}/{CHAPTER}")
    box = page_without_scripts.locator("form.own-table")
    expect(box.locator(".own-table-without")).to_be_visible()
    expect(box.get_by_role("button")).to_have_count(0)
    box.get_by_role("link", name="run it yourself").click()
    expect(page_without_scripts).to_have_url(re.compile("run-it-yourself"))


def test_on_paper_the_ranking_stays_and_what_is_pressed_goes(box: Locator, page: Page) -> None:
    paste(box, GOOD)
    box.get_by_role("button", name="Rank", exact=True).click()
    expect(box.locator(".own-table-picture svg")).to_be_visible(timeout=START)
    page.emulate_media(media="print")
    expect(box.locator(".own-table-result table")).to_be_visible()
    expect(box.get_by_role("button")).to_have_count(0)
    page.emulate_media(media="screen")


def test_python_is_shared_with_the_exercises_of_the_page(box: Locator, page: Page) -> None:
    started: list[str] = []
    page.on("worker", lambda worker: started.append(worker.url))
    paste(box, GOOD)
    expect(said(box)).to_contain_text("4 rows read", timeout=START)
    code = page.locator("section.exercise:has(textarea.exercise-code)").first
    code.locator(".exercise-check").press("Enter")
    expect(code.locator(".exercise-result")).not_to_be_empty(timeout=START)
    assert len(started) == 1
