"""The book kept in a browser: whole or not at all, never unasked, and never old taken for new."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changing_site import ChangingSite
from exercise_page import AXE, SERIOUS, page_of
from nqpf import chromium
from nqpf.site.build.downloads import FOLDER
from nqpf.site.edition.edition import HOME
from nqpf.site.offline.offline import LIST, MANIFEST, WORKER, kept_names
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from site_pages import written_chapters

LONG = 30_000
CHAPTER = "chapters/part1/ch02.html"
OTHER = "chapters/part1/ch05.html"
WHAT_THERE_IS = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"caches": [], "workers": 0}


@pytest.fixture
def changing(site: Path) -> Iterator[ChangingSite]:
    """Return the site at an address of its own, where nothing is kept yet."""
    one = ChangingSite(site)
    yield one
    one.end()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 375, "height": 812})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return a page of its own; a script that fails on it fails the test."""
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert complaints == []


def box_of(page: Page, site: ChangingSite) -> Locator:
    """Open the home page and return the box."""
    page.goto(f"{site.url}/{HOME}")
    box = page.locator(".offline")
    expect(box).to_be_visible()
    return box


def button(box: Locator, name: str) -> Locator:
    return box.get_by_role("button", name=name, exact=True)


def keep(page: Page, site: ChangingSite, *, python: bool = False) -> Locator:
    """Keep the book, and return the box when all of it is there."""
    box = box_of(page, site)
    if python:
        box.get_by_role("checkbox").check()
    button(box, "Keep the book").click()
    is_kept(box)
    return box


def is_kept(box: Locator) -> None:
    expect(box.locator(".offline-kept")).to_contain_text("Kept in this browser", timeout=LONG)


def cut(page: Page, site: ChangingSite) -> None:
    """Take the network away: from the browser, and the server too."""
    page.context.set_offline(True)
    site.stop()


def back(page: Page, site: ChangingSite) -> None:
    site.start()
    page.context.set_offline(False)


def in_all(site: ChangingSite) -> int:
    """Return how many files the book without Python has, one of each content."""
    return len({one[0] for one in listed(site)["book"].values()})


def asked_but_fonts(site: ChangingSite) -> set[str]:
    """Return what was asked for since the last time, while a book is only partly kept.

    Fonts come first in the list and are there. A page asks for one by itself, whenever it lays out
    a formula that was folded away, and nobody answers from what is kept before all of it is there.
    """
    return {name for name in site.asked_for() if not name.endswith(".woff2")}


def listed(site: ChangingSite) -> dict[str, Any]:
    return dict(json.loads(site.text(LIST)))


def test_without_the_button_nothing_is_kept(page: Page, changing: ChangingSite) -> None:
    box_of(page, changing)
    page.goto(f"{changing.url}/{CHAPTER}")
    page.locator("figure.explorer").first.scroll_into_view_if_needed()
    page.locator("figure.explorer[data-ready]").first.wait_for()
    box_of(page, changing)
    page.wait_for_timeout(500)
    assert page.evaluate(WHAT_THERE_IS) == NOTHING
    assert {LIST, WORKER}.isdisjoint(changing.asked)


def test_with_no_network_the_book_is_read_moved_searched_and_worked_with(
    page: Page, site: Path, changing: ChangingSite
) -> None:
    box = keep(page, changing)
    day = listed(changing)["day"]
    expect(box.locator(".offline-kept")).to_contain_text(f"the edition of {day}")
    asked = changing.asked_for()
    assert not [name for name in asked if re.match(rf"py/|data/|{FOLDER}/|embed/.*html", name)]
    cut(page, changing)
    page.goto(f"{changing.url}/{OTHER}")
    expect(page.locator(".kept-line")).to_contain_text(f"the edition of {day}")
    figure = page.locator("figure.explorer:has(input[type=range])").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-ready", "true", timeout=LONG)
    said = figure.locator(".explorer-readouts")
    before = said.inner_text()
    figure.locator("input[type=range]").first.press("End")
    expect(said).not_to_have_text(before)
    page.locator(".search-button").click()
    page.locator("dialog .search-form input").fill("生产力")
    expect(page.locator("dialog .search-results li").first).to_be_visible()
    page.goto(f"{changing.url}/{page_of(site, 'residual-by-hand')}")
    section = page.locator('section.exercise[data-exercise="residual-by-hand"]')
    section.locator(".fold-title").click()
    section.locator("input[type=text]").first.fill("99")
    section.locator(".exercise-check").click()
    expect(section.locator(".exercise-result")).to_have_class(re.compile("is-wrong"))
    page.goto(f"{changing.url}/")
    page.wait_for_url(f"**/{HOME}")
    assert changing.asked_for() == set()


def test_what_is_not_kept_is_answered_in_a_sentence(page: Page, changing: ChangingSite) -> None:
    keep(page, changing)
    cut(page, changing)
    page.goto(f"{changing.url}/embed/the-record.html")
    expect(page.locator("h1")).to_have_text("Not kept in this browser")
    page.locator(".page-brand").click()
    page.wait_for_url(f"**/{HOME}")
    expect(page.locator(".offline-said")).to_contain_text("The site does not answer")


def test_code_runs_with_no_network_if_python_was_kept(
    page: Page, site: Path, changing: ChangingSite
) -> None:
    box = keep(page, changing, python=True)
    expect(box.locator(".offline-kept")).to_contain_text("is with it")
    expect(box.get_by_role("checkbox")).to_be_hidden()
    cut(page, changing)
    page.goto(f"{changing.url}/{page_of(site, 'account-in-code')}")
    section = page.locator('section.exercise[data-exercise="account-in-code"]')
    section.locator(".fold-title").click()
    section.locator(".exercise-check").click()
    result = section.locator(".exercise-result")
    expect(result).to_have_class(re.compile("is-wrong"), timeout=60_000)
    expect(result).to_contain_text("account(")


def test_python_is_added_later_by_itself(page: Page, changing: ChangingSite) -> None:
    box = keep(page, changing)
    changing.asked_for()
    box.get_by_role("checkbox").check()
    button(box, "Fetch Python too").click()
    expect(box.locator(".offline-kept")).to_contain_text("is with it", timeout=LONG)
    code = listed(changing)["code"]
    assert changing.asked_for() == {LIST, *code}


def test_a_newer_edition_is_shown_at_once_and_fetched_by_what_changed(
    page: Page, changing: ChangingSite
) -> None:
    box = keep(page, changing)
    text = changing.text(CHAPTER).replace("<article", "<p>Corrected.</p><article", 1)
    changing.renew("31 December 2031", **{CHAPTER: text})
    page.goto(f"{changing.url}/{CHAPTER}")
    expect(page.get_by_text("Corrected.")).to_be_visible()
    expect(page.locator(".kept-line")).to_have_count(0)
    cut(page, changing)
    page.reload()
    expect(page.locator(".kept-line")).not_to_contain_text("2031")
    expect(page.get_by_text("Corrected.")).to_have_count(0)
    back(page, changing)
    box = box_of(page, changing)
    expect(box.locator(".offline-said")).to_contain_text("31 December 2031: 1 file")
    changing.asked_for()
    button(box, "Fetch what changed").click()
    expect(box.locator(".offline-kept")).to_contain_text("31 December 2031", timeout=LONG)
    assert changing.asked_for() == {LIST, CHAPTER}
    cut(page, changing)
    page.goto(f"{changing.url}/{CHAPTER}")
    expect(page.locator(".kept-line")).to_have_text("Kept: 31 December 2031.")
    expect(page.get_by_text("Corrected.")).to_be_visible()


def test_removal_leaves_nothing(page: Page, changing: ChangingSite) -> None:
    box = keep(page, changing)
    button(box, "Remove it from this browser").click()
    expect(box.locator(".offline-said")).to_contain_text("Removed")
    expect(button(box, "Keep the book")).to_be_focused()
    page.goto(f"{changing.url}/{CHAPTER}")
    box = box_of(page, changing)
    assert page.evaluate(WHAT_THERE_IS) == NOTHING
    expect(box.locator(".offline-offer")).to_be_visible()
    # And it can be kept again.
    keep(page, changing)


def test_an_interrupted_keeping_is_no_edition_and_goes_on(
    page: Page, changing: ChangingSite
) -> None:
    changing.stops_after = 150
    box = box_of(page, changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("stopped answering", timeout=LONG)
    expect(box.locator(".offline-kept")).to_be_hidden()
    changing.stops_after = None
    box = box_of(page, changing)
    expect(box.locator(".offline-said")).to_contain_text("They count once all are")
    there = int(box.locator(".offline-said").inner_text().split()[0])
    assert 100 < there < in_all(changing)
    changing.asked_for()
    button(box, "Go on").click()
    is_kept(box)
    assert len(asked_but_fonts(changing)) == in_all(changing) - there + len({LIST})


def test_half_of_a_newer_edition_leaves_the_older_one_whole(
    page: Page, changing: ChangingSite
) -> None:
    box = keep(page, changing)
    pages = [name for name in listed(changing)["book"] if name.startswith("chapters/part")]
    text = {name: changing.text(name) + "<!-- newer -->" for name in pages}
    changing.renew("31 December 2031", **text)
    box = box_of(page, changing)
    expect(box.locator(".offline-said")).to_contain_text(f"{len(pages)} files")
    changing.stops_after = len(pages) // 2
    button(box, "Fetch what changed").click()
    expect(box.locator(".offline-said")).to_contain_text("stopped answering", timeout=LONG)
    expect(box.locator(".offline-kept")).not_to_contain_text("2031")
    cut(page, changing)
    for name in pages:
        page.goto(f"{changing.url}/{name}")
        assert "<!-- newer -->" not in page.content()
        expect(page.locator(".kept-line")).not_to_contain_text("2031")


def test_a_browser_that_is_closed_goes_on_where_it_was(
    browser: Browser, changing: ChangingSite, tmp_path: Path
) -> None:
    path, flags = chromium.executable(), chromium.arguments()
    # Silence in the middle: the browser ends while most is there and the rest is waited for.
    changing.silent |= {"searchindex.js", "search.html"}
    start = browser.browser_type.launch_persistent_context
    first = start(tmp_path, executable_path=path, args=flags)
    box = box_of(first.new_page(), changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("75%", timeout=LONG)
    first.close()
    changing.over.set()
    second = start(tmp_path, executable_path=path, args=flags)
    box = box_of(second.new_page(), changing)
    expect(box.locator(".offline-said")).to_contain_text("They count once all are")
    there = int(box.locator(".offline-said").inner_text().split()[0])
    changing.asked_for()
    button(box, "Go on").click()
    is_kept(box)
    assert len(asked_but_fonts(changing)) == in_all(changing) - there + len({LIST})
    second.close()


def test_it_is_stopped_and_goes_on_by_keyboard(page: Page, changing: ChangingSite) -> None:
    changing.silent |= {"searchindex.js"}
    box = box_of(page, changing)
    button(box, "Keep the book").focus()
    page.keyboard.press("Enter")
    expect(button(box, "Stop")).to_be_focused()
    expect(box.locator(".offline-said")).to_contain_text("75%", timeout=LONG)
    page.keyboard.press("Enter")
    expect(button(box, "Go on")).to_be_focused()
    expect(box.locator(".offline-said")).to_contain_text("They count once all are")
    changing.over.set()
    page.keyboard.press("Enter")
    is_kept(box)
    expect(button(box, "Remove it from this browser")).to_be_focused()


def test_a_network_that_keeps_silent_is_not_waited_for(page: Page, changing: ChangingSite) -> None:
    keep(page, changing)
    changing.silent.add(CHAPTER)
    changing.asked_for()
    page.goto(f"{changing.url}/{CHAPTER}", timeout=LONG)
    expect(page.locator(".kept-line")).to_be_visible()
    # All its parts are of the same edition: none is asked of the site.
    assert changing.asked_for() == {CHAPTER}


@pytest.mark.parametrize("is_newer", [False, True])
def test_a_page_gets_parts_from_the_kept_copy_only_if_it_is_the_same(
    page: Page, changing: ChangingSite, is_newer: bool
) -> None:
    keep(page, changing)
    if is_newer:
        changing.renew("31 December 2031", **{CHAPTER: changing.text(CHAPTER) + "<!-- newer -->"})
    page.goto(f"{changing.url}/{CHAPTER}")
    page.wait_for_load_state("networkidle")
    part = "() => fetch('../../embed/to-2049.js').then((found) => found.ok, () => false)"
    cut(page, changing)
    assert page.evaluate(part) is not is_newer


def test_a_site_that_is_renewed_meanwhile_is_kept_as_it_is_then(
    page: Page, changing: ChangingSite
) -> None:
    """A page comes as it is in the newer edition, while it is fetched by the list of the older."""
    first = changing.text(LIST)
    changing.renew("31 December 2031", **{CHAPTER: changing.text(CHAPTER) + "<!-- newer -->"})
    second, changing.changed[LIST] = changing.changed[LIST], first.encode()
    changing.silent.add(CHAPTER)
    box = box_of(page, changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("75%", timeout=LONG)
    changing.changed[LIST] = second
    changing.over.set()
    expect(box.locator(".offline-kept")).to_contain_text("31 December 2031", timeout=LONG)


def test_a_file_that_is_not_as_listed_is_named(page: Page, changing: ChangingSite) -> None:
    changing.changed[CHAPTER] = b"another"
    box = box_of(page, changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text(f"{CHAPTER} otherwise", timeout=LONG)
    expect(box.locator(".offline-kept")).to_be_hidden()


def test_a_full_disk_is_said_and_what_came_can_be_removed(
    page: Page, changing: ChangingSite
) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": changing.url, "quotaSize": 8_000_000})
    box = box_of(page, changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("no more room", timeout=LONG)
    button(box, "Remove it from this browser").click()
    expect(box.locator(".offline-said")).to_contain_text("Removed")
    assert page.evaluate("() => caches.keys()") == []


REFUSALS = {
    "isSecureContext": (
        "Object.defineProperty(window, 'isSecureContext', { value: false })",
        "begins with https",
    ),
    "noWorkers": (
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
        "private window",
    ),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_where_nothing_can_be_kept_a_sentence_says_so(
    page: Page, changing: ChangingSite, kind: str
) -> None:
    script, said = REFUSALS[kind]
    page.add_init_script(script)
    box = box_of(page, changing)
    expect(box).to_contain_text(said)
    expect(box.get_by_role("button")).to_have_count(0)


def test_a_browser_that_refuses_workers_is_answered(page: Page, changing: ChangingSite) -> None:
    page.add_init_script(
        "ServiceWorkerContainer.prototype.register = () =>"
        " Promise.reject(new DOMException('', 'SecurityError'))"
    )
    box = box_of(page, changing)
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("private window")
    expect(button(box, "Keep the book")).to_be_visible()


def test_a_folder_of_files_says_that_it_needs_no_network(page: Page, site: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / HOME).as_uri())
    expect(page.locator(".offline")).to_contain_text("opened as a folder")
    expect(page.locator(".offline").get_by_role("button")).to_have_count(0)
    assert complaints == []


def test_all_that_pages_ask_for_is_listed(page: Page, changing: ChangingSite) -> None:
    files = listed(changing)
    names = {**files["book"], **files["code"]}
    chapters = list(written_chapters().values())
    for name in [HOME, "search.html", chapters[1], chapters[-1], "lecture/ch02.html"]:
        changing.asked_for()
        page.goto(f"{changing.url}/{name}")
        for figure in page.locator("figure.explorer:visible").all():
            figure.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert changing.asked_for() - names.keys() <= {"favicon.ico"}, name


def test_the_list_is_of_what_the_site_has(site: Path, changing: ChangingSite) -> None:
    files = listed(changing)
    on_disk = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert sorted([*files["book"], *files["code"]]) == kept_names(on_disk)
    for name, (_hash, size) in files["book"].items():
        assert (site / name).stat().st_size == size, name


def test_it_can_be_put_on_a_home_screen(page: Page, site: Path, changing: ChangingSite) -> None:
    box_of(page, changing)
    session = page.context.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"].endswith(MANIFEST)
    manifest = json.loads(told["data"])
    for icon in manifest["icons"]:
        picture = (site / icon["src"]).read_bytes()
        assert picture.startswith(b"\x89PNG")
        side = int.from_bytes(picture[16:20], "big")
        assert icon["sizes"] == f"{side}x{side}"
    # The test's own window is a private one.
    refused = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in refused] == ["in-incognito"]
    touch = page.locator("link[rel=apple-touch-icon]").get_attribute("href") or ""
    assert (site / HOME).parent.joinpath(touch).resolve().is_file()


def test_axe_finds_nothing_in_any_state_of_the_box(page: Page, changing: ChangingSite) -> None:
    changing.silent |= {"searchindex.js"}
    box = box_of(page, changing)
    assert faults(page) == []
    button(box, "Keep the book").click()
    expect(box.locator(".offline-said")).to_contain_text("75%", timeout=LONG)
    assert faults(page) == []
    button(box, "Stop").click()
    expect(button(box, "Go on")).to_be_visible()
    assert faults(page) == []
    changing.over.set()
    button(box, "Go on").click()
    is_kept(box)
    assert faults(page) == []
    cut(page, changing)
    page.goto(f"{changing.url}/{HOME}")
    expect(page.locator(".kept-line")).to_be_visible()
    assert faults(page) == []


def faults(page: Page) -> list[str]:
    """Return what axe finds around the box in both themes, and whether a phone must scroll."""
    found = []
    page.evaluate(AXE)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        told = page.evaluate("() => axe.run('main')")
        found += [one["id"] for one in told["violations"] if one["impact"] in SERIOUS]
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return [*found, *(["scrolls sideways"] if wide > 0 else [])]
