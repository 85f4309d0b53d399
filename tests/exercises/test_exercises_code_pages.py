"""Order, open and code exercises in a real browser; code runs in the page's Python."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from exercise_page import opened, page_of, tab_to
from nqpf.exercises import find
from playwright.sync_api import Browser, Locator, Page, expect

START = 60_000
RIGHT = re.compile("is-right")
WRONG = re.compile("is-wrong")


def put_in_order(page: Page, section: Locator, numbers: list[int]) -> None:
    """Use lines by keyboard, one after the other."""
    for number in numbers:
        button = section.locator(f'[data-line="{number}"] .order-add')
        button.focus()
        page.keyboard.press("Enter")


def test_lines_are_put_in_order_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "mean-growth-lines")
    plan = json.loads(section.locator("script.exercise-plan").text_content() or "")
    numbers = {line["place"]: place for place, line in enumerate(plan["lines"], start=1)}
    right = [numbers[place] for place in range(plan["count"])]
    tab_to(page, section.locator(".order-pool .order-add").first)
    put_in_order(page, section, [right[1], right[0], *right[2:]])
    chosen = section.locator(".order-chosen > li")
    expect(chosen).to_have_count(len(right))
    up = chosen.nth(1).locator(".order-up")
    up.focus()
    page.keyboard.press("Enter")
    expect(chosen.nth(0).locator(".order-up")).to_be_focused()
    expect(section.locator(".order-said")).to_have_text("Moved to place 1 of 5.")
    out = chosen.nth(4).locator(".order-out")
    out.focus()
    page.keyboard.press("Enter")
    tab_to(page, section.locator(".exercise-check"))
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("Still missing: 1.")
    put_in_order(page, section, [right[4]])
    section.locator(".exercise-check").press("Enter")
    expect(section.locator(".exercise-result")).to_have_class(RIGHT)
    page.reload()
    expect(chosen).to_have_count(len(right))


def test_on_paper_lines_stand_beside_their_boxes(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "mean-growth-lines")
    page.emulate_media(media="print")
    expect(section.locator(".order-buttons").first).to_be_hidden()
    for line in section.locator(".order-pool > li").all():
        outer, inner = line.bounding_box(), line.locator(".order-text").bounding_box()
        assert outer
        assert inner
        assert inner["x"] - outer["x"] < 40


def test_an_open_answer_is_compared_and_assessed_by_keyboard(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "write-the-brief")
    rubric = section.locator(".exercise-rubric")
    tab_to(page, section.locator("textarea"))
    page.keyboard.type("Too short.")
    section.locator(".exercise-check").press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("at least 25 words")
    expect(rubric).to_be_hidden()
    section.locator("textarea").press("End")
    page.keyboard.type(" It depends on the series, the period and the weight." * 4)
    tab_to(page, section.locator(".exercise-check"))
    page.keyboard.press("Enter")
    expect(rubric).to_be_focused()
    for place in range(3):
        tab_to(page, section.locator(f'[name="criterion-{place}"]').first)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    tab_to(page, section.locator(".exercise-check"))
    page.keyboard.press("Enter")
    expect(section.locator(".exercise-result")).to_contain_text("3 of 6 points")


def tab_into_editor(page: Page, section: Locator) -> None:
    """Press Tab until the text box, or the editor that it has become, has the focus."""
    section.evaluate("section => { section.tabIndex = -1; section.focus(); }")
    for _press in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.exercise-code, .cm-content')"):
            return
    raise AssertionError("the editor is not reached by keyboard")


def write(page: Page, section: Locator, code: str) -> None:
    """Write code by keyboard: into the text box, which becomes an editor when it is entered."""
    if section.locator(".cm-content").count() == 0:
        tab_into_editor(page, section)
        expect(section.locator(".cm-content")).to_be_focused()
    section.locator(".cm-content").focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(code)


def run(page: Page, section: Locator, code: str) -> Locator:
    """Write code, leave the editor by keyboard, run it, and return the result once it is there."""
    write(page, section, code)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    tab_to(page, section.locator(".exercise-check"), most=5)
    page.keyboard.press("Enter")
    result = section.locator(".exercise-result")
    expect(result).to_have_class(re.compile("is-(right|wrong)"), timeout=START)
    return result


ACCOUNT = """\
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = capital_share * capital_growth
    labour = (1 - capital_share) * labour_growth
    return capital, labour, output_growth - capital - labour
"""


def test_code_is_written_run_and_solved_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "account-in-code")
    result = run(page, section, ACCOUNT.replace("(1 - capital_share) * labour_growth", "0.0"))
    expect(result).to_contain_text("Labour shrinks here")
    expect(result).to_contain_text("account(0.06, 0.08, -0.005, 0.5)")
    expect(result).to_contain_text("(0.04, -0.0025, 0.0225)")
    result = run(page, section, ACCOUNT.replace("output_growth - ", "output_grwth - "))
    expect(result).to_contain_text("look at its spelling")
    expect(result).to_contain_text("Line 4")
    result = run(page, section, ACCOUNT)
    expect(result).to_have_class(RIGHT)
    page.reload()
    expect(section.locator("textarea")).to_have_value(ACCOUNT)
    expect(section.locator(".exercise-state")).to_have_text("Solved")


def test_a_model_is_changed_by_keyboard_and_shown_in_its_explorer(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "a-gain-that-fades")
    task = find("a-gain-that-fades").task
    result = run(page, section, task.starter + "\n")
    expect(result).to_have_class(WRONG)
    expect(result).to_contain_text("the gain does not stop on a date")
    expect(result).to_contain_text("at least 0.0005")
    unsummed = task.reference_text.replace("parts[0] + parts[1] + parts[2]", "parts[0] + parts[1]")
    result = run(page, section, unsummed)
    expect(result).to_contain_text("no longer holds: the three drivers add up to the whole")
    expect(result).to_contain_text("productivity_by_driver(year=")
    result = run(page, section, task.reference_text)
    expect(result).to_have_class(RIGHT)
    link = result.get_by_role("link", name="See your model at work")
    tab_to(page, link, most=80)
    page.keyboard.press("Enter")
    panel = page.locator('figure.explorer[data-explorer="three-drivers"] details.own-model')
    said = panel.locator(".own-model-said")
    expect(said).to_contain_text("brought another productivity_by_driver", timeout=START)
    panel.locator(".own-model-run").click()
    expect(said).to_contain_text("follow your productivity_by_driver", timeout=START)


def test_data_are_worked_with_by_keyboard(page: Page, site: Path, site_url: str) -> None:
    section = opened(page, site, site_url, "range-of-the-share")
    code = (
        "def capital_share_range(rows, country):\n"
        "    return 0.39372, 0.45174\n"  # read off the table and typed in
    )
    expect(run(page, section, code)).to_have_class(WRONG)
    code = (
        "def capital_share_range(rows, country):\n"
        "    shares = [1 - r['labour_share'] for r in rows if r['country_code'] == country]\n"
        "    return min(shares), max(shares)\n"
    )
    expect(run(page, section, code)).to_have_class(RIGHT)


def test_what_runs_away_is_stopped_and_the_page_lives_on(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "account-in-code")
    endless = "def account(a, b, c, d):\n    while True:\n        pass\n"
    expect(run(page, section, endless)).to_contain_text("was stopped")
    noisy = ACCOUNT.replace("    capital =", "    print('x' * 10**7)\n    capital =", 1)
    result = run(page, section, noisy)
    expect(result).to_have_class(RIGHT)
    expect(result).to_contain_text("(cut off)")
    assert len(result.inner_text()) < 10_000
    hungry = (
        "def account(a, b, c, d):\n    kept = []\n    while True: kept.append(bytearray(10**8))"
    )
    expect(run(page, section, hungry)).to_contain_text(re.compile("memory|was stopped"))
    leaving = "import sys\ndef account(a, b, c, d):\n    sys.exit(0)\n"
    expect(run(page, section, leaving)).to_contain_text("leaves Python")
    asking = "def account(a, b, c, d):\n    return input('?')\n"
    expect(run(page, section, asking)).to_contain_text("Nothing can be typed in")
    expect(run(page, section, ACCOUNT)).to_have_class(RIGHT)


REACH = """\
import js
NAMES = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "indexedDB", "caches", "Worker",
         "BroadcastChannel", "localStorage", "sessionStorage", "document", "cookieStore",
         "importScripts"]
def account(a, b, c, d):
    print("REACHED", [name for name in NAMES if getattr(js, name, None) is not None])
    try:
        print("STORAGE", js.navigator.storage)
    except AttributeError:
        print("STORAGE None")
    return None
"""


def test_code_reaches_no_network_no_store_and_no_page(
    page: Page, site: Path, site_url: str
) -> None:
    section = opened(page, site, site_url, "account-in-code")
    result = run(page, section, REACH)
    expect(result).to_contain_text("REACHED []")
    expect(result).to_contain_text("STORAGE None")


def test_from_a_file_the_reader_is_told_how_to_serve_the_folder(page: Page, site: Path) -> None:
    page.goto((site / page_of(site, "account-in-code")).as_uri())
    section = page.locator('section.exercise[data-exercise="account-in-code"]')
    section.locator(".exercise-check").click()
    expect(section.locator(".exercise-result")).to_contain_text("python -m http.server")


def test_python_is_not_loaded_before_a_reader_runs_code(
    browser: Browser, site: Path, site_url: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    section = opened(page, site, site_url, "account-in-code")
    section.locator("textarea").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/py/" in url or "editor.js" in url]
    context.close()


@pytest.mark.parametrize("name", ["mean-growth-lines", "write-the-brief", "account-in-code"])
def test_the_solution_opens_after_a_try(page: Page, site: Path, site_url: str, name: str) -> None:
    section = opened(page, site, site_url, name)
    expect(section.locator(".exercise-solution")).to_be_hidden()
