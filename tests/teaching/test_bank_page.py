"""The page of the bank: filters, the list, what it hands out, by keyboard and in odd states."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from exercise_page import AXE, SERIOUS
from nqpf.cli import main
from nqpf.course.assignment import load
from nqpf.exercises import exercises
from nqpf.site.bank.minutes import minutes_of
from playwright.sync_api import Browser, Locator, Page, expect

ADDRESS = "chapters/teaching/exercise-bank.html"
ALL = {slug: one for slug, one in exercises().items() if one.is_published}
KEPT = "() => JSON.parse(localStorage['nqpf.progress'] ?? '{}').bank"


@pytest.fixture
def bank(page: Page, site_url: str) -> Locator:
    """Return the bank, started."""
    page.emulate_media(reduced_motion="reduce")  # or the page is still on its way when it jumps
    page.goto(f"{site_url}/{ADDRESS}")
    return started(page)


def started(page: Page) -> Locator:
    shown = page.locator(".bank")
    expect(shown.locator(".bank-filters")).to_be_visible()
    return shown


def keep(page: Page, kept: object) -> Locator:
    """Open the page again with this kept of a list."""
    page.evaluate(
        """kept => localStorage.setItem("nqpf.progress",
          JSON.stringify({ exercises: {}, bank: kept }))""",
        kept,
    )
    page.reload()
    return started(page)


def said(bank: Locator) -> Locator:
    return bank.locator(".bank-said [role=status]")


def shown(bank: Locator) -> list[str]:
    """Return the exercises that are shown, by name."""
    found: list[str] = bank.locator(".bank-chapter li:not([hidden])").evaluate_all(
        "items => items.map((item) => item.dataset.slug)"
    )
    return found


def line(bank: Locator) -> str:
    return bank.locator(".bank-line code").inner_text()


def test_filters_show_what_is_declared(bank: Locator) -> None:
    assert shown(bank) == list(ALL)
    fields = {
        "Chapter": ("2", lambda one: one.chapter == 2),
        "Kind": ("open", lambda one: one.kind == "open"),
        "Level": ("3", lambda one: one.difficulty == 3),
        "Marked": ("you", lambda one: one.kind == "open"),
        "Minutes": ("5", lambda one: minutes_of(one) <= 5),
    }
    for label, (value, fits) in fields.items():
        bank.get_by_label(label, exact=True).select_option(value)
        expected = [slug for slug, one in ALL.items() if fits(one)]
        assert shown(bank) == expected
        expect(said(bank)).to_contain_text(f"Shown: {len(expected)} of {len(ALL)}.")
        bank.get_by_role("button", name="Show all").press("Enter")
        expect(said(bank)).to_contain_text(f"Shown: {len(ALL)} of {len(ALL)}.")
    bank.get_by_label("Chapter", exact=True).select_option("2")
    bank.get_by_label("Level", exact=True).select_option("3")
    bank.get_by_label("Words").fill("Share  PRODUCTIVITY")
    found = shown(bank)
    assert found
    assert found == [
        slug
        for slug, one in ALL.items()
        if (one.chapter, one.difficulty) == (2, 3)
        and all(
            word in f"{one.title} {'; '.join(one.objectives)}".lower()
            for word in ("share", "productivity")
        )
    ]
    bank.get_by_label("Words").fill("no such words at all")
    expect(said(bank)).to_contain_text(f"Shown: 0 of {len(ALL)}.")


def test_each_line_leads_to_its_exercise(page: Page, bank: Locator) -> None:
    bank.get_by_label("Words").fill("The residual by hand")
    bank.get_by_role("link", name="The residual by hand").press("Enter")
    expect(page.locator("#exercise-residual-by-hand")).to_be_in_viewport()


def test_by_keyboard_a_list_is_made_kept_moved_and_emptied(page: Page, bank: Locator) -> None:
    words = bank.get_by_label("Words")
    for title in ("The residual by hand", "The judge’s note", "Your own economy"):
        words.fill(title)
        expect(bank.locator(".bank-chapter[open]")).to_have_count(1)
        bank.get_by_role("button", name=f"Add to my list: {title}").press("Enter")
        expect(bank.get_by_role("button", name=f"Take out: {title}").first).to_be_focused()
    expect(said(bank)).to_contain_text("In your list: 3; points: 5; minutes")
    assert line(bank) == "nqpf assign homework --pick residual-by-hand,write-the-brief,own-residual"
    page.reload()
    bank = started(page)
    up = bank.get_by_role("button", name="Up: Your own economy")
    up.press("Enter")
    expect(up).to_be_focused()
    up.press("Enter")
    expect(bank.get_by_role("button", name="Down: Your own economy")).to_be_focused()
    expect(bank.locator(".bank-told")).to_have_text("Your own economy is now number 1.")
    bank.locator(".bank-chosen").get_by_role("button", name="Take out: The judge’s note").press(
        "Enter"
    )
    expect(bank.get_by_role("button", name="Take out: The residual by hand").last).to_be_focused()
    assert line(bank) == "nqpf assign homework --pick own-residual,residual-by-hand"
    empty = bank.locator(".bank-empty")
    empty.press("Enter")
    expect(empty).to_have_text("Press again to empty the list")
    assert page.evaluate(KEPT)["picked"] == ["own-residual", "residual-by-hand"]
    empty.press("Enter")
    expect(bank.get_by_role("heading", name="Your list")).to_be_focused()
    expect(bank.locator(".bank-some")).to_be_hidden()
    assert page.evaluate(KEPT)["picked"] == []


def test_the_line_runs_as_it_stands(page: Page, bank: Locator, tmp_path: Path) -> None:
    picked = ["write-the-brief", "own-residual", "two-worlds-one-headline"]
    bank = keep(page, {"name": "week-2", "picked": picked})
    words = line(bank).split()
    assert words[0] == "nqpf"
    done = subprocess.run(
        f"{sys.executable} -m {line(bank)}",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert [question.slug for question in load(tmp_path / "week-2").questions] == picked


def test_what_is_handed_out_is_what_assign_writes(
    page: Page, bank: Locator, tmp_path: Path
) -> None:
    picked = ["write-the-brief", "residual-by-hand", "account-in-code", "account-in-order"]
    bank = keep(page, {"name": "hw1", "picked": picked})
    assert main([*line(bank).split()[1:], "--into", str(tmp_path)]) == 0
    files = {
        "Notebook": tmp_path / "hw1" / "student" / "hw1.ipynb",
        "Paper": tmp_path / "hw1" / "paper" / "hw1.html",
        "Key for the paper": tmp_path / "hw1" / "paper" / "hw1-key.html",
    }
    for button, theirs in files.items():
        with page.expect_download() as download:
            bank.get_by_role("button", name=button, exact=True).press("Enter")
        assert download.value.suggested_filename == theirs.name
        ours = Path(download.value.path()).read_text(encoding="utf-8")
        assert ours == theirs.read_text(encoding="utf-8")
        expect(bank.locator(".bank-told")).to_have_text(f"Saved: {theirs.name}.")
    main(["export", str(tmp_path / "hw1"), "--to", "moodle"])
    with page.expect_download() as download:
        bank.get_by_role("button", name="Moodle XML").press("Enter")
    dated = re.compile(r"hw1 \d{4}-\d\d-\d\d \d\d\.\d\d")
    ours = Path(download.value.path()).read_text(encoding="utf-8")
    theirs = (tmp_path / "hw1" / "moodle" / "hw1.xml").read_text(encoding="utf-8")
    assert dated.sub("hw1", ours) == dated.sub("hw1", theirs)
    notes = bank.locator(".bank-notes li")
    expect(notes.filter(has_text=f"Left out: {ALL['account-in-code'].title}")).to_have_count(1)


def test_what_moodle_takes_nothing_of_is_no_file(page: Page, bank: Locator) -> None:
    bank = keep(page, {"name": "hw1", "picked": ["account-in-code"]})
    bank.get_by_role("button", name="Moodle XML").press("Enter")
    expect(bank.locator(".bank-told")).to_have_text("No question of your list can go to Moodle.")
    expect(bank.locator(".bank-notes")).to_contain_text("it needs Python to run")


def test_a_preview_asks_and_does_not_answer(page: Page, bank: Locator) -> None:
    bank.get_by_label("Words").fill("The residual by hand")
    preview = bank.get_by_role("button", name="Preview: The residual by hand")
    preview.press("Enter")
    expect(preview).to_have_attribute("aria-expanded", "true")
    place = bank.locator(".bank-preview")
    expect(place).to_contain_text("In a hypothetical year output grows by")
    expect(place).not_to_contain_text("The residual is")
    preview.press("Enter")
    expect(place).to_be_hidden()


def test_odd_lists_do_no_harm(page: Page, bank: Locator) -> None:
    for kept in (7, "x", None, {"picked": "residual-by-hand"}, {"picked": [3, None, "gone"]}):
        bank = keep(page, kept)
        expect(bank.locator(".bank-none")).to_be_visible()
        expect(said(bank)).to_contain_text("In your list: 0; points: 0; minutes to plan: 0.")
    picked = ["gone", "residual-by-hand", "residual-by-hand", "__proto__", "constructor"]
    bank = keep(page, {"name": 'x"; rm -rf', "picked": picked})
    assert line(bank) == "nqpf assign homework --pick residual-by-hand"
    bank.get_by_role("button", name="Notebook").press("Enter")
    expect(bank.locator(".bank-told")).to_contain_text("Write a name of letters")
    expect(bank.get_by_label("Name of the assignment")).to_be_focused()
    with page.expect_download() as download:
        bank.get_by_label("Name of the assignment").fill("作业1")
        bank.get_by_role("button", name="Notebook").press("Enter")
    assert download.value.suggested_filename == "作业1.ipynb"
    assert page.evaluate(KEPT)["name"] == "作业1"


def test_it_also_runs_from_an_unzipped_folder(page: Page, site: Path) -> None:
    page.goto((site / ADDRESS).as_uri())
    bank = started(page)
    bank.get_by_label("Words").fill("The residual by hand")
    bank.get_by_role("button", name="Add to my list: The residual by hand").press("Enter")
    with page.expect_download() as download:
        bank.get_by_role("button", name="Notebook").press("Enter")
    book = nbformat.read(Path(download.value.path()), as_version=4)
    assert [cell.source for cell in book.cells][2].startswith("# question: residual-by-hand")
    bank.get_by_role("button", name="Preview: The residual by hand").press("Enter")
    expect(bank.locator(".bank-preview")).to_be_visible()


def test_a_chapter_that_cannot_be_loaded_is_said_and_tried_again(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_page()  # of its own, for the browser notes the failed request
    page.route("**/bank/*.js", lambda route: route.abort())
    page.goto(f"{site_url}/{ADDRESS}")
    bank = started(page)
    bank = keep(page, {"picked": ["residual-by-hand"]})
    bank.get_by_role("button", name="Paper", exact=True).press("Enter")
    expect(bank.locator(".bank-told")).to_have_text("Chapter 2 could not be loaded. Try again.")
    page.unroute("**/bank/*.js")
    with page.expect_download():
        bank.get_by_role("button", name="Paper", exact=True).press("Enter")
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(page: Page, bank: Locator, theme: str) -> None:
    bank = keep(page, {"picked": ["write-the-brief", "account-in-code", "residual-of-china"]})
    page.emulate_media(color_scheme=theme)
    for title in ("The residual by hand", ALL["residual-of-china"].title):
        bank.get_by_label("Words").fill(title)
        bank.get_by_role("button", name=f"Preview: {title}").press("Enter")
        expect(bank.locator(".bank-preview").last).to_be_visible()
        page.evaluate(AXE)
        found = page.evaluate("() => axe.run('.bank').then(({ violations }) => violations)")
        assert [one["id"] for one in found if one["impact"] in SERIOUS] == []


def test_on_a_phone_nothing_scrolls_sideways(small_screen: Page, site_url: str) -> None:
    small_screen.goto(f"{site_url}/{ADDRESS}")
    keep(small_screen, {"picked": list(ALL)[:40]})
    bank = started(small_screen)
    for kind in ("data", "order", "choice"):
        bank.get_by_label("Kind", exact=True).select_option(kind)
        for button in bank.get_by_role("button", name="Preview:").all()[:3]:
            button.press("Enter")
            expect(button).to_have_attribute("aria-expanded", "true")
        wide = "() => document.documentElement.scrollWidth - innerWidth"
        assert small_screen.evaluate(wide) <= 0


def test_without_a_script_the_whole_list_stands_by_chapter(
    page_without_scripts: Page, site_url: str
) -> None:
    page = page_without_scripts
    page.goto(f"{site_url}/{ADDRESS}")
    bank = page.locator(".bank")
    expect(bank.locator(".bank-filters")).to_be_hidden()
    expect(bank.locator(".bank-list")).to_be_hidden()
    assert bank.locator(".bank-chapter li").count() == len(ALL)
    bank.locator("summary").nth(1).click()
    one = bank.locator("[data-slug=residual-by-hand]")
    expect(one).to_contain_text("number · level 1 · points: 1 · about 4 min · marked by itself")
    expect(one.get_by_role("link")).to_be_visible()


def test_a_chosen_list_is_what_is_printed(page: Page, bank: Locator) -> None:
    page.emulate_media(media="print")
    expect(bank.locator(".bank-chapters")).to_be_visible()
    page.emulate_media(media="screen")
    bank = keep(page, {"picked": ["residual-by-hand"]})
    page.emulate_media(media="print")
    expect(bank.locator(".bank-chosen")).to_be_visible()
    for gone in (".bank-chapters", ".bank-filters", ".bank-bar >> nth=0", ".bank-line"):
        expect(bank.locator(gone)).to_be_hidden()
    page.emulate_media(media="screen")


def test_the_page_is_light(site: Path) -> None:
    import gzip

    assert len(gzip.compress((site / ADDRESS).read_bytes())) < 60_000
