"""A curve drawn by guess: by mouse, finger and keys, compared, kept, and in Jupyter."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exercise_page import AXE, SERIOUS, tab_to
from explorer_page import embed, opened
from in_node import Asked, asking
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import number
from nqpf.explorers.core.sketch import KNOTS, POINTS, between, compared, curve, said, sketched
from nqpf.places import ROOT
from nqpf.site.explorer.html import drawing
from playwright.sync_api import Browser, Locator, Page, expect

CHAPTERS = {int(path.stem[2:]): path for path in (ROOT / "chapters").glob("part*/ch??.md")}
ALL = [one for one in explorers().values() if one.sketch]
HUMP = explorers()["buy-or-build"]
FALL = explorers()["protected-start"]
EXACT = 1e-9


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


@pytest.fixture(scope="module")
def lines() -> Iterator[Asked]:
    """Return a program that draws and compares lines as the page does."""
    with asking("lines.mjs") as asked:
        yield asked


def asked(page: Page, site_url: str, one: Explorer, mark: str = "") -> Locator:
    """Open an explorer in its chapter, and return its figure once what asks is there."""
    where = CHAPTERS[one.chapter].relative_to(ROOT).with_suffix(".html").as_posix()
    figure = opened(page, f"{site_url}/{where}{mark}", one.slug)
    figure.locator(".sketch-ground").wait_for(state="attached")
    return figure


def expect_covered(figure: Locator) -> None:
    """Hold an explorer to show axes and a place to draw, and nothing that is computed."""
    expect(figure.locator("form.sketch")).to_be_visible()
    expect(figure.locator(".sketch-surface")).to_be_visible()
    marks = figure.locator(".explorer-chart [data-mark]")
    seen = "(all) => all.filter((one) => getComputedStyle(one).visibility !== 'hidden').length"
    assert marks.count() >= 1
    assert marks.evaluate_all(seen) == 0
    expect(figure.locator(".explorer-readouts")).to_have_css("visibility", "hidden")
    expect(figure.locator("details.explorer-table")).to_be_hidden()
    expect(figure.locator(".explorer-chart text").first).to_be_visible()


def expect_open(figure: Locator, *, on_paper: bool = False) -> None:
    """Hold an explorer to show all that it has, and to ask nothing."""
    expect(figure.locator("form.sketch")).to_be_hidden()
    expect(figure.locator(".sketch-surface:visible")).to_have_count(0)
    for part in (
        figure.locator(".explorer-chart [data-mark]").first,
        figure.locator("output").first,
    ):
        expect(part).to_have_css("visibility", "visible")
    # On paper a table is there if the reader opened it.
    expect(figure.locator("details.explorer-table")).to_be_visible(visible=not on_paper)


def knots(figure: Locator) -> Locator:
    """Return the five sliders of a guess."""
    return figure.get_by_role("group", name="Five points of your guess").get_by_role("slider")


def show(figure: Locator) -> Locator:
    """Press the button, and return the sentence that comes."""
    figure.get_by_role("button", name="Show the curve").click()
    return figure.locator(".sketch-said p")


def kept(page: Page, one: Explorer) -> Any:
    """Return what the browser keeps of a guess."""
    return page.evaluate(
        "(slug) => JSON.parse(localStorage.getItem('nqpf.progress')).guesses[slug].guess", one.slug
    )


def test_every_chapter_asks_for_one_curve() -> None:
    assert sorted(one.chapter for one in ALL) == sorted(CHAPTERS)


@every
def test_a_line_of_the_chart_draws_it_within_the_axis_and_its_turn_is_told(one: Explorer) -> None:
    assert drawing(one.slug).make is not None
    lie = curve(one)  # which refuses a curve that leaves its axis, or that no line draws
    assert all(-EXACT <= height <= 1 + EXACT for height in lie.truth)
    # The flat line that the page starts with is no answer, and what turns says what that means.
    found = compared([0.5] * POINTS, lie.truth)
    assert found.kind != "near"
    assert (found.turn is not None) == bool(sketched(one).turn)


def test_a_curve_that_nothing_draws_or_that_leaves_its_axis_is_refused() -> None:
    wrong = replace(HUMP, sketch=replace(sketched(HUMP), curve="splits.own"))
    with pytest.raises(ValueError, match=r"no line of its chart draws splits\.own"):
        curve(wrong)
    with pytest.raises(ValueError, match="leaves its chart"):
        curve(explorers()["how-large-a-cluster"], congestion=0.02, density_elasticity=0.02)
    with pytest.raises(ValueError, match="not for both"):
        replace(explorers()["data-as-a-bond"], sketch=sketched(HUMP))


def test_page_and_python_compare_lines_alike(lines: Asked) -> None:
    drawn = random.Random("lines")
    for _case in range(200):
        low, high = sorted((drawn.random(), drawn.random()))
        guess, truth = ([drawn.uniform(low, high) for _at in range(POINTS)] for _line in range(2))
        if drawn.random() < 0.5:  # lines as smooth as those that are drawn
            guess, truth = ([between([(0, a[0]), (20, a[9]), (40, a[-1])], at) for at in
                             range(POINTS)] for a in (guess, truth))  # fmt: skip
        found = lines({"set": guess, "truth": truth})["found"]
        assert compared(guess, truth) == (found["at"], found["kind"], found.get("turn"))


def test_strokes_and_knots_make_the_line_that_they_say(lines: Asked) -> None:
    assert lines({})["heights"] == [0.5] * POINTS
    points = lines({"strokes": [[[at, at]] * 2 for at in (0.25, 0.75)]})["heights"]
    expected = [min(0.75, max(0.25, at / 40)) for at in range(POINTS)]
    assert points == pytest.approx(expected)
    back = lines({"strokes": [[[1, 0], [0, 1]]]})["heights"]
    assert back == pytest.approx([1 - at / 40 for at in range(POINTS)])
    beyond = lines({"strokes": [[[-3, -1], [-3, -1]], [[2, 5], [2, 5]]]})["heights"]
    assert beyond == pytest.approx([at / 40 for at in range(POINTS)])
    # A knot lifts what was drawn between its neighbours, and nothing else.
    moved = lines({"set": expected, "moves": [[2, 1]]})["heights"]
    assert moved[20] == 1
    assert moved[:11] == pytest.approx(expected[:11])
    assert moved[30:] == pytest.approx(expected[30:])
    assert moved[15] == pytest.approx(expected[15] + 0.25)


@every
def test_it_is_drawn_by_mouse_and_both_are_seen(one: Explorer, page: Page, site_url: str) -> None:
    figure = asked(page, site_url, one)
    expect_covered(figure)
    surface = figure.locator(".sketch-surface")
    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 0.9 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 0.2 * box["height"], steps=12)
    page.mouse.up()
    told = show(figure)
    expect_open(figure)
    expect(told).to_be_focused()
    heights = kept(page, one)
    assert len(heights) == POINTS
    # Whoever draws straight up from left to right has drawn that, to a pixel or two.
    assert heights == sorted(heights)
    assert heights[-1] == pytest.approx(0.8, abs=0.03)
    expect(told).to_have_text(said(one, heights))
    expect(figure.locator(".sketch-line")).to_be_visible()


def test_the_sentence_is_what_the_numbers_say(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, FALL)
    for place in range(5):
        knots(figure).nth(place).press("Home")
    # All at nothing: furthest off where the cost is highest, which is the first of the table.
    table = FALL.at().tables["lines"]
    costs = {
        row["year"]: number(row.get("home", table.computed.get("home"))) for row in table.fixed
    }
    year, cost = max(costs.items(), key=lambda one: one[1])
    expect(show(figure)).to_have_text(
        f"Your line is furthest off where “Years since the start” is {year:g}: you drew 0.0%, "
        f"and the model says {cost:.1%}, {100 * cost:.1f} percentage points more. "
        f"{sketched(FALL).lower}"
    )
    assert (year, round(cost, 3)) == (0, 1.5)


def test_who_draws_the_curve_itself_is_told_so(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, HUMP)
    figure.locator(".sketch-surface").scroll_into_view_if_needed()
    box = figure.locator(".sketch-surface").bounding_box()
    assert box
    places = [
        (
            box["x"] + 1 + at / 40 * (box["width"] - 2),
            box["y"] + 1 + (1 - height) * (box["height"] - 2),
        )
        for at, height in enumerate(curve(HUMP).truth)
    ]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places:
        page.mouse.move(*place)
    page.mouse.up()
    expect(show(figure)).to_contain_text("Your line is nowhere further off than")


def test_it_is_drawn_by_keys_alone(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, HUMP)
    lie = curve(HUMP)
    first = knots(figure).first
    tab_to(page, first)
    for place, at in enumerate(KNOTS):
        where, middle = lie.told(at, 0.5)
        knot = knots(figure).nth(place)
        expect(knot).to_be_focused()
        expect(knot).to_have_attribute(
            "aria-label", f"Your guess where “Part for one’s own research” is {where}"
        )
        expect(knot).to_have_attribute("aria-valuetext", middle)
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(knot).to_have_attribute("aria-valuetext", lie.told(at, 0.52)[1])
        assert figure.locator(".sketch-dot.is-held").count() == 1
        page.keyboard.press("Tab")
    expect(figure.get_by_role("button", name="Show the curve")).to_be_focused()
    page.keyboard.press("Enter")
    expect(figure.locator(".sketch-said p")).to_be_focused()
    expect(figure.locator(".sketch-said p")).to_have_text(said(HUMP, [0.52] * POINTS))


def test_an_empty_line_is_no_guess_and_it_can_be_skipped(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, HUMP)
    figure.get_by_role("button", name="Show the curve").click()
    expect(figure.locator(".sketch-note")).to_have_text("Draw a line in the chart first, or skip.")
    expect_covered(figure)
    figure.get_by_role("button", name="Skip").click()
    expect_open(figure)
    expect(figure.locator(".sketch-said p")).to_have_text("No guess this time: here is the curve.")
    page.reload()
    figure.locator("[data-ready]").or_(figure).first.scroll_into_view_if_needed()
    expect_open(figure)


def test_it_is_kept_drawn_again_and_stays_with_the_start(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, HUMP)
    knots(figure).nth(2).press("End")
    sentence = show(figure).inner_text()
    page.reload()
    figure = asked(page, site_url, HUMP)
    expect_open(figure)
    expect(figure.locator(".sketch-said p")).to_have_text(sentence)
    line = figure.locator(".sketch-line")
    slider = figure.locator(".explorer-controls [name=own_part]")
    slider.press("End")
    expect(line).to_be_hidden()
    figure.get_by_role("button", name="Keep this").click()
    figure.get_by_role("button", name="Reset").click()
    expect(line).to_be_visible()
    slider.press("End")
    figure.get_by_role("button", name="Cover the curve and draw again").click()
    expect_covered(figure)
    expect(knots(figure).first).to_be_focused()
    expect(knots(figure).first).to_have_attribute("aria-valuetext", curve(HUMP).told(0, 0.5)[1])
    assert figure.locator(".explorer-kept").is_hidden()


def test_moving_on_uncovers_and_a_link_or_an_embedded_one_asks_nothing(
    page: Page, site_url: str
) -> None:
    figure = asked(page, site_url, HUMP)
    assert "covered until you have drawn" in figure.get_by_role("img").get_attribute("aria-label")
    figure.locator(".explorer-controls [name=own_part]").press("End")
    expect_open(figure)
    assert HUMP.description in figure.get_by_role("img").get_attribute("aria-label")
    page.goto("about:blank")
    expect_open(asked(page, site_url, HUMP, f"#{HUMP.slug}?own_part=0.1"))
    figure = opened(page, embed(site_url, HUMP), HUMP.slug)
    expect(figure.locator(".sketch, .sketch-ground")).to_have_count(0)
    marks = figure.locator(".explorer-chart [data-mark]")
    expect(marks.first).to_have_css("visibility", "visible")


def test_odd_things_kept_do_no_harm(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/progress.html")
    for guess in (3, [], ["x"], [2, 3], {"0": 1}):
        page.evaluate(
            "([slug, guess]) => localStorage.setItem('nqpf.progress', JSON.stringify("
            "{ version: 1, exercises: {}, guesses: { [slug]: { guess } } }))",
            [HUMP.slug, guess],
        )
        expect_covered(asked(page, site_url, HUMP))
        page.goto("about:blank")
        page.goto(f"{site_url}/chapters/progress.html")


def test_without_a_script_and_on_paper_all_is_shown(
    page: Page, page_without_scripts: Page, site_url: str
) -> None:
    where = CHAPTERS[HUMP.chapter].relative_to(ROOT).with_suffix(".html").as_posix()
    page_without_scripts.goto(f"{site_url}/{where}")
    expect_open(page_without_scripts.locator(f"figure#{HUMP.slug}"))
    figure = asked(page, site_url, HUMP)
    expect_covered(figure)
    page.emulate_media(media="print")
    expect_open(figure, on_paper=True)


def test_a_finger_draws_and_still_scrolls_the_page(browser: Browser, site_url: str) -> None:
    page = browser.new_page(
        viewport={"width": 375, "height": 700}, has_touch=True, reduced_motion="reduce"
    )
    figure = asked(page, site_url, HUMP)
    expect_covered(figure)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    touch = page.context.new_cdp_session(page)

    def swipe(ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
        box = figure.locator(".sketch-surface").bounding_box()
        assert box
        (x, y), (to_x, to_y) = (
            (box["x"] + across * box["width"], box["y"] + down * box["height"])
            for across, down in ends
        )
        at = [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at})
        for part in range(1, 13):
            at = [{"x": x + (to_x - x) * part / 12, "y": y + (to_y - y) * part / 12}]
            touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": at})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(200)

    before = page.evaluate("() => scrollY")
    swipe(((0.5, 0.9), (0.5, 0.1)))
    assert page.evaluate("() => scrollY") > before  # the page, and not the line, has moved
    middle = curve(HUMP).told(20, 0.5)[1]
    expect(knots(figure).nth(2)).to_have_attribute("aria-valuetext", middle)
    figure.locator(".sketch-surface").scroll_into_view_if_needed()
    before = page.evaluate("() => scrollY")
    swipe(((0.02, 0.7), (0.98, 0.7)))
    swipe(((0.5, 0.7), (0.5, 0.3)))  # whoever draws goes up as well
    assert page.evaluate("() => scrollY") == before
    show(figure)
    heights = kept(page, HUMP)
    assert heights[0] == pytest.approx(0.3, abs=0.04)
    assert heights[20] == pytest.approx(0.7, abs=0.04)
    expect(figure.locator(".sketch-said p")).to_have_text(said(HUMP, heights))
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_the_line_stays_in_its_chart_at_another_width(page: Page, site_url: str) -> None:
    figure = asked(page, site_url, HUMP)
    knots(figure).nth(2).press("End")
    for width in (1440, 375, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(300)
        chart = figure.locator(".explorer-chart").bounding_box()
        line = figure.locator(".sketch-line").bounding_box()
        assert chart
        assert line
        assert (
            chart["x"] <= line["x"] < line["x"] + line["width"] <= chart["x"] + chart["width"] + 1
        )
        assert line["width"] > chart["width"] / 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_asking_and_answered_it_is_accessible(
    browser: Browser, site_url: str, scheme: str, width: int
) -> None:
    page = browser.new_page(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    figure = asked(page, site_url, HUMP)
    page.evaluate(AXE)
    for answered in (False, True):
        if answered:
            knots(figure).first.press("End")
            show(figure)
        found = page.evaluate(
            "(slug) => axe.run(`#${slug}`, { resultTypes: ['violations'] })", HUMP.slug
        )
        assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []
    page.close()


def test_its_script_is_small_and_only_where_it_is_asked_for(site: Path) -> None:
    script = site / "_static" / "nqpf" / "sketch.js"
    assert len(gzip.compress(script.read_bytes())) <= 4096


@every
def test_in_jupyter_five_sliders_make_the_guess(one: Explorer) -> None:
    live = one.live()
    form = live.widget.children[1]
    assert live.widget.children[-3].layout.display is None
    form.children[0].click()
    heading, *sliders, buttons = form.children
    assert sketched(one).question in heading.value
    assert len(sliders) == len(KNOTS)
    chart, readouts = (live.widget.children[place] for place in (-3, -2))
    assert [part.layout.display for part in (chart, readouts)] == ["none", "none"]
    for slider in sliders:
        slider.index = 0
    buttons.children[0].click()
    assert said(one, [0.0] * POINTS) in form.children[0].value.replace("&#x27;", "'")
    (drawn,) = form.children[1].spec["datasets"].values()
    assert len(drawn) == 2 * POINTS
    assert [part.layout.display for part in (chart, readouts)] == [None, None]


def test_in_jupyter_it_is_skipped_or_left_by_moving_on() -> None:
    for leave in (
        lambda live: live.widget.children[1].children[-1].children[1].click(),
        lambda live: live.set(own_part=0.5),
    ):
        live = HUMP.live()
        live.widget.children[1].children[0].click()
        assert live.widget.children[-2].layout.display == "none"
        leave(live)
        assert live.widget.children[1].children == ()
        assert live.widget.children[-2].layout.display is None
