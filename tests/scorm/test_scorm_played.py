"""Packages played in a browser, in a frame of a platform that takes SCORM 1.2 at its word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nqpf.exercises import find
from nqpf.places import NODE_MODULES
from nqpf.server import serving
from nqpf.site.scorm.contents import chapter, picked
from nqpf.site.scorm.package import write_package
from playwright.sync_api import FrameLocator, Locator, Page, expect
from scorm_platform import ScormPlatform, platform_with

AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
OF_EACH_KIND = (
    "residual-by-hand", "own-residual", "what-a-small-residual-says", "must-may-cannot",
    "three-scales", "account-in-order", "more-than-half", "write-the-brief",
)  # fmt: skip


@pytest.fixture(scope="module")
def second(site: Path, tmp_path_factory) -> Iterator[ScormPlatform]:
    """Return a platform with chapter 2."""
    folder = tmp_path_factory.mktemp("second")
    package = write_package(chapter(site, 2), site, folder / "ch02.zip")
    with platform_with(package, folder) as platform:
        yield platform


@pytest.fixture(scope="module")
def kinds(site: Path, tmp_path_factory) -> Iterator[ScormPlatform]:
    """Return a platform with an exercise of each kind."""
    folder = tmp_path_factory.mktemp("kinds")
    contents = picked(site, "kinds", "Of each kind", [find(slug) for slug in OF_EACH_KIND])
    package = write_package(contents, site, folder / "k.zip", address="https://example.org/book")
    with platform_with(package, folder) as platform:
        yield platform


@pytest.fixture
def strict(page: Page) -> Iterator[Page]:
    """Return a page on which a platform refuses nothing of what it is told."""
    yield page
    if page.url.startswith("http"):
        assert page.evaluate("() => refused") == []


def exercise(frame: FrameLocator, slug: str) -> Locator:
    """Return an exercise once it is ready."""
    section = frame.locator(f"#exercise-{slug}")
    expect(section).to_have_attribute("data-ready", "true")
    return section


def answer(frame: FrameLocator, slug: str, written: str) -> Locator:
    """Write an answer, and return the exercise with what is said to it."""
    section = exercise(frame, slug)
    section.locator("input[name=answer]").fill(written)
    section.locator(".exercise-check").click()
    expect(section.locator(".exercise-result")).not_to_be_empty()
    return section


def settled(platform: ScormPlatform, student: str, element: str, value: str) -> None:
    """Hold what a platform keeps of a student to a value."""
    assert platform.record(student)[element] == value


def test_wrong_and_right_answers_are_reported_as_they_come(
    strict: Page, second: ScormPlatform
) -> None:
    frame = second.open(strict, "ada")
    settled(second, "ada", "core.lesson_status", "incomplete")
    assert "cmi.core.score.raw" not in second.record("ada").values
    answer(frame, "residual-by-hand", "6,5 %")
    # Each answer is there at once, whatever happens to the page afterwards.
    [first] = second.record("ada").interactions
    assert first | {"time": ""} == {
        "id": "residual-by-hand", "type": "fill-in", "time": "", "weighting": "1",
        "student_response": "6,5 % [labour_productivity]", "result": "wrong",
    }  # fmt: skip
    settled(second, "ada", "core.score.raw", "0")
    section = answer(frame, "residual-by-hand", "3,1 %")
    expect(section.locator(".exercise-state")).to_have_text("Solved")
    last = second.record("ada").interactions[-1]
    assert (last["student_response"], last["result"]) == ("3,1 %", "correct")
    values = second.record("ada").values
    assert (values["cmi.core.score.min"], values["cmi.core.score.max"]) == ("0", "100")
    assert 0 < float(values["cmi.core.score.raw"]) < 10
    expect(frame.locator(".scorm-said")).to_contain_text("Exercises answered: 1 of 21")
    assert strict.evaluate("() => calls.slice(-2)") == ["cmi.core.session_time", "LMSCommit"]
    second.leave(strict)
    record = second.record("ada")
    assert (record.finished, record.entry) == (1, "resume")
    assert re.fullmatch(r"0000:00:\d\d\.\d\d", record["core.session_time"])


def test_who_comes_back_finds_everything(strict: Page, second: ScormPlatform) -> None:
    frame = second.open(strict, "grace")
    answer(frame, "residual-by-hand", "6.5")
    exercise(frame, "residual-by-hand").locator(".exercise-hint").click()
    figures = exercise(frame, "own-residual").locator(".exercise-prompt").inner_text()
    exercise(frame, "what-a-small-residual-says").locator("input").first.check()
    exercise(frame, "what-a-small-residual-says").locator(".exercise-check").click()
    guess = frame.locator("form.explorer-guess:visible").first
    explorer = guess.locator("xpath=ancestor::figure").get_attribute("data-explorer")
    guess.locator(".explorer-guess-skip").click()
    for again in (lambda: strict.reload(), lambda: second.leave(strict)):
        again()
        frame = second.open(strict, "grace")
        section = exercise(frame, "residual-by-hand")
        expect(section.locator("input")).to_have_value("6.5")
        expect(section.locator(".exercise-state")).to_have_text("Tried")
        expect(section.locator(".exercise-hints > li").first).to_be_visible()
        assert exercise(frame, "own-residual").locator(".exercise-prompt").inner_text() == figures
        chosen = exercise(frame, "what-a-small-residual-says").locator("input").first
        expect(chosen).to_be_checked()
        expect(frame.locator(f"#{explorer}")).not_to_have_class(re.compile("is-covered"))
        expect(frame.locator(".scorm-said")).to_contain_text("Exercises answered: 2 of 21")
    count = len(second.record("grace").interactions)
    answer(frame, "residual-by-hand", "3.1")
    assert len(second.record("grace").interactions) == count + 1


def test_two_students_on_one_machine_see_nothing_of_each_other(
    strict: Page, second: ScormPlatform
) -> None:
    # Somebody has read the book itself at this address, too.
    strict.goto(f"{second.address}/player.html?student=nobody")
    kept = {"version": 1, "exercises": {"residual-by-hand": {"tries": 3, "correct": True}}}
    strict.evaluate("(text) => localStorage.setItem('nqpf.progress', text)", json.dumps(kept))
    frame = second.open(strict, "one")
    expect(exercise(frame, "residual-by-hand").locator(".exercise-state")).to_be_empty()
    answer(frame, "residual-by-hand", "3.1")
    second.leave(strict)
    frame = second.open(strict, "two")
    section = exercise(frame, "residual-by-hand")
    expect(section.locator("input")).to_have_value("")
    expect(section.locator(".exercise-state")).to_be_empty()
    expect(frame.locator(".scorm-said")).to_contain_text("Exercises answered: 0 of 21")
    assert second.record("two").interactions == []
    frame = second.open(strict, "one")
    expect(exercise(frame, "residual-by-hand").locator(".exercise-state")).to_have_text("Solved")
    assert json.loads(strict.evaluate("() => localStorage.getItem('nqpf.progress')")) == kept
    assert strict.evaluate("() => Object.keys(localStorage)") == ["nqpf.progress"]


def choose(section: Locator, places: list[int]) -> None:
    """Tick options, counted from 0, and check."""
    for place in places:
        section.locator("input").nth(place).check()
    section.locator(".exercise-check").click()


def test_each_kind_is_reported_in_its_own_way_until_all_is_done(
    strict: Page, kinds: ScormPlatform
) -> None:
    frame = kinds.open(strict, "ada")

    def last() -> tuple[str, str, str]:
        one = kinds.record("ada").interactions[-1]
        return one["type"], one["student_response"], one["result"]

    answer(frame, "residual-by-hand", "3.1")
    assert last() == ("fill-in", "3.1", "correct")
    answer(frame, "own-residual", "99999")
    assert last() == ("fill-in", "99999", "wrong")
    choose(exercise(frame, "what-a-small-residual-says"), [1])
    kind, response, _result = last()
    assert (kind, response) == ("choice", "b")
    several = find("must-may-cannot").task
    if several.labels:
        labels = len(several.labels)
        places = [n * labels + option.truth for n, option in enumerate(several.options)]
        choose(exercise(frame, "must-may-cannot"), places)
        kind, response, result = last()
        assert (kind, result) == ("matching", "correct")
        assert response.split(",")[0] == f"1.{'abcdefgh'[several.options[0].truth]}"
    scales = find("three-scales").task
    wrong = [
        n * len(scales.labels) + (option.truth + 1) % 2 for n, option in enumerate(scales.options)
    ]
    choose(exercise(frame, "three-scales"), wrong)
    kind, response, result = last()
    assert (kind, result) == ("matching", "wrong")
    assert len(response.split(",")) == len(scales.options)
    order = exercise(frame, "account-in-order")
    solution = find("account-in-order").task.solution("0")
    for number in solution:
        order.locator(f'[data-line="{number}"] .order-add').click()
    order.locator(".exercise-check").click()
    assert last() == ("sequencing", ",".join(map(str, solution)), "correct")
    settled(kinds, "ada", "core.lesson_status", "incomplete")
    frame.locator("#sources-of-growth-output_growth").press("End")
    frame.locator("#sources-of-growth-capital_growth").press("Home")
    expect(exercise(frame, "more-than-half").locator(".exercise-state")).to_have_text("Solved")
    kind, response, result = last()
    assert (kind, result) == ("performance", "correct")
    assert "capital_growth=" in response
    essay = exercise(frame, "write-the-brief")
    essay.locator("textarea").fill("因为 the share is 0.4 in these series, " * 30)
    essay.locator(".exercise-check").click()
    expect(essay.locator(".exercise-rubric")).to_be_visible()
    # Written, but not yet compared and assessed.
    assert last()[0] == "performance"
    settled(kinds, "ada", "core.lesson_status", "incomplete")
    for group in essay.locator(".exercise-rubric fieldset").all():
        group.locator("input").last.check()
    essay.locator(".exercise-check").click()
    kind, response, result = last()
    assert (kind, result) == ("fill-in", "neutral")
    assert response.startswith("因为 the share")
    assert len(response) <= 255
    settled(kinds, "ada", "core.lesson_status", "completed")
    record = kinds.record("ada")
    points = {slug: find(slug).points for slug in OF_EACH_KIND if slug != "write-the-brief"}
    right = {one["id"] for one in record.interactions if one["result"] == "correct"}
    score = 100 * sum(points[slug] for slug in right) / sum(points.values())
    assert float(record["core.score.raw"]) == pytest.approx(score, abs=0.005)
    assert all(value.isascii() for value in record.values.values())
    # What is completed stays so, and is still there.
    kinds.leave(strict)
    frame = kinds.open(strict, "ada")
    answer(frame, "residual-by-hand", "7")
    settled(kinds, "ada", "core.lesson_status", "completed")
    assert float(kinds.record("ada")["core.score.raw"]) == pytest.approx(score, abs=0.005)
    expect(essay.locator("textarea")).to_have_value(re.compile("因为 the share is 0.4"))


def test_an_answer_too_long_to_be_kept_is_said_and_nothing_else_is_lost(
    strict: Page, kinds: ScormPlatform
) -> None:
    frame = kinds.open(strict, "long")
    answer(frame, "residual-by-hand", "3.1")
    essay = exercise(frame, "write-the-brief")
    essay.locator("textarea").fill("因为 " * 2000)
    essay.locator(".exercise-check").click()
    expect(essay.locator(".exercise-store")).to_contain_text("keeps 4096 signs for each student")
    assert len(kinds.record("long")["suspend_data"]) <= 4096
    # In the page it is there as long as the page is open.
    expect(essay.locator("textarea")).to_have_value(re.compile("因为 "))
    kinds.leave(strict)
    frame = kinds.open(strict, "long")
    expect(exercise(frame, "residual-by-hand").locator("input")).to_have_value("3.1")
    expect(exercise(frame, "write-the-brief").locator(".exercise-state")).to_have_text("Tried")
    expect(exercise(frame, "write-the-brief").locator("textarea")).to_have_value("")


@pytest.mark.parametrize("kept", ["", "{", "null", '{"exercises": 3}', '{"page": 7}', "25"])
def test_what_others_kept_there_does_no_harm(strict: Page, kinds: ScormPlatform, kept: str) -> None:
    odd = f"odd-{len(kept)}"  # what another still sends is not theirs
    kinds.records[odd] = {"values": {"cmi.suspend_data": kept}, "interactions": [], "entry": ""}
    frame = kinds.open(strict, odd)
    section = answer(frame, "residual-by-hand", "3.1")
    expect(section.locator(".exercise-state")).to_have_text("Solved")
    assert '"residual-by-hand":[1,1,0,null,"3.1"]' in kinds.record(odd)["suspend_data"]


def test_what_the_platform_did_not_take_is_said_and_sent_again(
    page: Page, kinds: ScormPlatform
) -> None:
    frame = kinds.open(page, "broken")
    page.evaluate("() => { window.outOfOrder = true; }")
    answer(frame, "residual-by-hand", "3.1")
    expect(frame.locator(".scorm-said")).to_contain_text("did not take the last report")
    page.evaluate("() => { window.outOfOrder = false; }")
    answer(frame, "own-residual", "99999")
    expect(frame.locator(".scorm-said")).to_contain_text("Exercises answered: 2 of 8")
    assert float(kinds.record("broken")["core.score.raw"]) > 0


def test_links_out_open_elsewhere_and_links_inside_stay(
    strict: Page, second: ScormPlatform, kinds: ScormPlatform
) -> None:
    frame = kinds.open(strict, "reader")
    section = answer(frame, "residual-by-hand", "6.5")
    again = section.locator(".exercise-read-again a")
    address = "https://example.org/book/chapters/part1/ch02.html#worked-example"
    expect(again).to_have_attribute("href", re.compile(re.escape(address)))
    strict.context.route("https://example.org/**", lambda route: route.fulfill(body="the book"))
    with strict.expect_popup() as opened:
        again.click()
    assert opened.value.url.startswith(address)
    opened.value.close()
    expect(section).to_be_visible()
    # Without an address of the site, what was a link is words, and a term still opens its card.
    frame = second.open(strict, "reader")
    section = answer(frame, "residual-by-hand", "6.5")
    section.locator(".exercise-read-again a").click()
    expect(frame.locator("#worked-example-the-account-step-by-step h2")).to_be_in_viewport()
    term = frame.locator("a[data-gloss]").first
    term.click()
    card = frame.locator(f"#{term.get_attribute('data-gloss')}")
    expect(card).to_be_visible()
    expect(card.locator("a")).to_have_count(0)


def test_an_explorer_keeps_its_setting_and_what_is_copied_names_the_book(
    strict: Page, kinds: ScormPlatform
) -> None:
    frame = kinds.open(strict, "copying")
    figure = frame.locator("#sources-of-growth")
    frame.locator("#sources-of-growth-capital_share").press("End")
    expect(figure.locator("[data-setting=capital_share]")).to_have_text("60%")
    figure.locator(".explorer-take-along summary").click()
    text = figure.locator(".take-along-text").first
    text.get_by_role("button").click()
    expect(text.locator("pre")).to_contain_text("https://example.org/book/embed/sources-of-growth")
    expect(figure.locator(".explorer-link")).to_be_hidden()
    inside = strict.frames[1]
    assert inside.url.endswith("/package/index.html")


@pytest.fixture(params=["served", "unzipped"])
def alone(request, page: Page, second: ScormPlatform) -> Iterator[Page]:
    """Return the package's page with no platform around it."""
    if request.param == "unzipped":
        page.goto((second.folder / "package" / "index.html").as_uri())
        yield page
        return
    with serving(second.folder) as address:
        page.goto(f"{address}/package/index.html")
        yield page


def test_without_a_platform_the_page_works_and_says_that_nothing_is_reported(alone: Page) -> None:
    said = alone.locator(".scorm-said")
    expect(said).to_have_text(
        "No learning platform answers here. Everything works, but nothing is reported or kept."
    )
    section = alone.locator("#exercise-residual-by-hand")
    section.locator("input").fill("3.1")
    section.locator(".exercise-check").click()
    expect(section.locator(".exercise-state")).to_have_text("Solved")
    expect(section.locator(".exercise-store")).to_contain_text("Nothing is kept here")
    alone.locator("#sources-of-growth-capital_share").press("End")
    expect(alone.locator("#sources-of-growth [data-setting=capital_share]")).to_have_text("60%")
    assert alone.evaluate("() => Object.keys(localStorage)") == []


def test_a_window_of_another_host_around_the_page_is_no_platform(
    page: Page, second: ScormPlatform, tmp_path: Path
) -> None:
    with serving(second.folder) as address:
        frame = f'<iframe title="p" src="{address}/package/index.html"></iframe>'
        html = (
            f'<!DOCTYPE html><html lang="en"><title>x</title><link rel="icon" href="data:,">{frame}'
        )
        (tmp_path / "other.html").write_text(html, encoding="utf-8")
        with serving(tmp_path) as other:
            page.goto(f"{other}/other.html")
            said = page.frame_locator("iframe").locator(".scorm-said")
            expect(said).to_contain_text("nothing is reported")


def test_code_runs_where_modules_come_as_text_and_webassembly_as_bytes(
    strict: Page, site: Path, tmp_path: Path
) -> None:
    contents = picked(site, "code", "Code", [find("account-in-code")])
    package = write_package(contents, site, tmp_path / "code.zip", python=True)
    with platform_with(package, tmp_path) as platform:
        frame = platform.open(strict, "ada")
        section = exercise(frame, "account-in-code")
        section.locator(".exercise-check").click()
        result = section.locator(".exercise-result")
        expect(result).to_have_class(re.compile("is-wrong"), timeout=60_000)
        code = find("account-in-code").task.reference_text
        section.locator("textarea").first.fill(code)
        section.locator(".exercise-check").click()
        expect(result).to_have_class(re.compile("is-right"), timeout=60_000)
        first, last = platform.record("ada").interactions
        assert (first["type"], first["result"]) == ("performance", "wrong")
        assert last["result"] == "correct"
        assert last["student_response"].startswith(code.split()[0])
        settled(platform, "ada", "core.score.raw", "100")
        settled(platform, "ada", "core.lesson_status", "completed")
        platform.leave(strict)


@pytest.mark.parametrize("number", [9, 19])
def test_other_chapters_play_as_well(strict: Page, site: Path, tmp_path: Path, number: int) -> None:
    package = write_package(chapter(site, number), site, tmp_path / "a.zip")
    with platform_with(package, tmp_path) as platform:
        frame = platform.open(strict, "ada")
        sections = frame.locator("section.exercise")
        expect(frame.locator("section.exercise[data-ready=true]")).to_have_count(sections.count())
        figures = frame.locator("figure.explorer")
        for figure in figures.all():
            figure.scroll_into_view_if_needed()
            expect(figure).to_have_attribute("data-ready", "true")
        for one in frame.locator("section.exercise[data-kind=choice]").all()[:3]:
            if one.locator("fieldset").count() == 1:
                choose(one, [0])
                expect(one.locator(".exercise-result")).not_to_be_empty()
        assert platform.record("ada").interactions
        strict.set_viewport_size({"width": 320, "height": 568})
        wide = frame.locator("html").evaluate("(root) => root.scrollWidth - root.clientWidth")
        assert wide <= 0
        platform.leave(strict)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_axe_finds_nothing(page: Page, kinds: ScormPlatform, theme, width) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)
    kinds.open(page, f"{theme}{width}")
    inside = page.frames[1]
    inside.evaluate(AXE)
    inside.evaluate(
        "() => document.querySelectorAll('details').forEach((one) => (one.open = true))"
    )
    found = inside.evaluate("async () => (await axe.run()).violations.map(({ id }) => id)")
    assert found == []


def test_a_page_that_comes_back_whole_does_not_go_on_in_an_ended_session(
    page: Page, kinds: ScormPlatform
) -> None:
    kinds.open(page, "back")
    inside = page.frames[1]
    inside.evaluate("() => { window.isOld = true; }")
    inside.evaluate(
        "() => { dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));"
        " dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
    )
    inside.wait_for_function("() => !window.isOld && document.readyState === 'complete'")
    frame = page.frame_locator("iframe")
    # A platform by the letter opens no second session in one visit, and the page says so.
    expect(frame.locator(".scorm-said")).to_contain_text("nothing is reported or kept")
    answer(frame, "residual-by-hand", "3.1")
    assert page.evaluate("() => refused") == ["LMSInitialize: 101"]
    assert kinds.record("back").finished == 1


def test_the_platform_of_these_tests_refuses_what_the_standard_forbids(
    page: Page, kinds: ScormPlatform
) -> None:
    kinds.open(page, "strict")
    tried = {
        "cmi.suspend_data": "x" * 4097,
        "cmi.core.score.raw": "101",
        "cmi.core.lesson_status": "done",
        "cmi.core.session_time": "PT5S",
        "cmi.core.student_id": "somebody",
        "cmi.interactions.7.id": "far",
        "cmi.interactions.0.student_response": "before its type",
        "cmi.progress_measure": "1",
    }
    for element, value in tried.items():
        assert page.evaluate("([e, v]) => API.LMSSetValue(e, v)", [element, value]) == "false"
    assert page.evaluate("() => API.LMSSetValue('cmi.core.score.raw', 5)") == "false"
    assert page.evaluate("() => API.LMSInitialize('')") == "false"
    assert page.evaluate("() => API.LMSFinish('')") == "true"
    for call in ("LMSSetValue('cmi.core.score.raw', '5')", "LMSCommit('')", "LMSFinish('')"):
        assert page.evaluate(f"() => API.{call}") == "false"
    assert len(page.evaluate("() => refused")) == len(tried) + 5
