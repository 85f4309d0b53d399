"""Lecture mode in a real browser: keys, a remote, links, guesses, paper, and no script."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from exercise_page import AXE, SERIOUS
from nqpf.site.lecture.scenes import scenes, scenes_files
from playwright.sync_api import Page, expect

CHAPTERS = sorted(scenes_files())
CHAPTER = 2
ROOMS = [(1600, 900), (1280, 720), (1024, 768)]


def address(root: str, chapter: int, mark: str = "") -> str:
    """Return the address of a chapter's scenes, or of a step among them."""
    return f"{root}/lecture/ch{chapter:02d}.html{mark}"


def playing(page: Page, where: str) -> Page:
    """Open a step, and wait until it is played."""
    page.goto(where)
    page.locator("body.is-playing").wait_for()
    return page


def values(page: Page) -> dict[str, float]:
    """Return the numbers that the explorer in sight shows."""
    page.locator(".explorer.is-now[data-ready=true]").wait_for()
    shown: list[list[str]] = page.locator(
        ".explorer.is-now .explorer-readouts output"
    ).evaluate_all("(all) => all.map((one) => [one.name, one.dataset.value])")
    return {name: float(value) for name, value in shown}


@pytest.mark.parametrize("key", ["PageDown", "ArrowRight"])
def test_keys_lead_through_all_scenes_and_back(page: Page, site_url: str, key: str):
    listed = scenes(CHAPTER)
    playing(page, address(site_url, CHAPTER, "#scene-1"))
    for place, one in enumerate(listed, start=1):
        expect(page.locator(".scene.is-now .scene-ask")).to_have_text(one.ask)
        expect(page.locator(".scene.is-now h2")).to_be_focused()
        expect(page.locator(".scene-says:visible")).to_have_count(0)
        assert values(page) == pytest.approx(one.explorer.readouts(**one.asked_at))
        chart = page.locator(".explorer.is-now .explorer-chart")
        assert chart.is_visible() == (not one.covered)
        assert page.url.endswith(f"#scene-{place}")
        page.keyboard.press(key)
        expect(page.locator(".scene-says:visible")).to_have_text(one.says)
        expect(chart).to_be_visible()
        page.wait_for_timeout(150)  # the drawing of what the key has set
        assert values(page) == pytest.approx(one.explorer.readouts(**one.answered_at))
        expect(page.locator(".lecture-announcer")).to_contain_text(one.says)
        assert page.url.endswith(f"#scene-{place}-answer")
        page.keyboard.press(key)
    assert page.url.endswith(f"#scene-{len(listed)}-answer")  # the last step stays
    page.keyboard.press({"PageDown": "PageUp", "ArrowRight": "ArrowLeft"}[key])
    assert page.url.endswith(f"#scene-{len(listed)}")


def test_a_link_opens_its_step_and_an_odd_one_the_list(page: Page, site_url: str):
    playing(page, address(site_url, CHAPTER, "#scene-3-answer"))
    expect(page.locator(".scene-says:visible")).to_have_text(scenes(CHAPTER)[2].says)
    for odd in ("#scene-0", "#scene-99", "#scene-x"):
        page.goto("about:blank")
        page.goto(address(site_url, CHAPTER, odd))
        expect(page.locator(".scene-ask:visible")).to_have_count(len(scenes(CHAPTER)))
    page.locator(".scene-door a").nth(1).click()
    expect(page.locator(".scene.is-now .scene-ask")).to_have_text(scenes(CHAPTER)[1].ask)


def test_what_the_class_says_stands_beside_the_answer(page: Page, site_url: str):
    listed = scenes(CHAPTER)
    number = next(place for place, one in enumerate(listed) if one.guess)
    hands = next(place for place, one in enumerate(listed) if one.options)
    playing(page, address(site_url, CHAPTER, f"#scene-{number + 1}"))
    field = page.locator(".scene.is-now input")
    field.fill("a lot")
    page.keyboard.press("PageDown")
    expect(page.locator(".scene.is-now .scene-note")).to_contain_text("“a lot” is not a number")
    expect(field).to_be_focused()
    expect(field).to_have_value("a lot")
    assert page.url.endswith(f"#scene-{number + 1}")
    field.fill("50")
    field.press("Enter")
    expect(page.locator(".scene-guessed:visible")).to_have_text(
        "The class guessed 50.0%. The answer is 37.5%: 12.5 percentage points less."
    )
    page.keyboard.press("PageUp")
    expect(field).to_have_value("50")
    playing(page, address(site_url, CHAPTER, f"#scene-{hands + 1}"))
    right = listed[hands].right
    fields = page.locator(".scene.is-now input")
    for place in range(len(listed[hands].options)):
        fields.nth(place).fill("12" if place == right else "9")
    page.keyboard.press("PageDown")
    everybody = 12 + 9 * (len(listed[hands].options) - 1)
    expect(page.locator(".scene-guessed:visible")).to_have_text(
        f"Of {everybody} hands 12 were right."
    )


def test_the_class_draws_a_curve_and_sees_it_beside_the_answer(page: Page, site_url: str):
    scene = next(place for place, one in enumerate(scenes(CHAPTER)) if one.explorer.sketch)
    playing(page, address(site_url, CHAPTER, f"#scene-{scene + 1}"))
    figure = page.locator(".explorer.is-now")
    page.locator(".lecture-draw").click()
    expect(figure.locator(".explorer-chart [data-mark]").last).to_have_css("visibility", "hidden")
    expect(figure.locator(".explorer-readouts")).to_have_css("visibility", "hidden")
    knots = figure.get_by_role("group", name="Five points of your guess").get_by_role("slider")
    for place in range(5):
        knots.nth(place).press("Home")
    page.keyboard.press("PageDown")
    told = figure.locator(".sketch-said p")
    expect(told).to_contain_text("you drew \N{MINUS SIGN}20.0%, and the model says")
    expect(page.locator(".lecture-announcer")).to_contain_text("Your line is furthest off")
    expect(figure.locator(".sketch-name")).to_be_visible()  # a level line has no height
    page.keyboard.press("PageUp")
    expect(told).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(told).to_be_visible()
    expect(page.locator(".lecture-draw")).to_be_hidden()


def test_arrows_stay_with_a_slider_and_a_remote_turns_the_page(page: Page, site_url: str):
    playing(page, address(site_url, CHAPTER, "#scene-1-answer"))
    slider = page.locator(".explorer.is-now .explorer-controls input[type=range]").first
    slider.focus()
    before = slider.input_value()
    page.keyboard.press("ArrowRight")
    assert slider.input_value() != before
    page.wait_for_timeout(600)  # longer than the pause after which an explorer writes its address
    assert page.url.endswith("#scene-1-answer")
    page.keyboard.press("PageDown")
    assert page.url.endswith("#scene-2")


def test_escape_leads_to_the_list_and_the_button_plays_full_screen(page: Page, site_url: str):
    playing(page, address(site_url, CHAPTER, "#scene-2"))
    page.keyboard.press("Escape")
    expect(page.locator(".scene-ask:visible")).to_have_count(len(scenes(CHAPTER)))
    expect(page.locator(".lecture-play")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.fullscreenElement !== null")
    expect(page.locator(".scene.is-now h2")).to_contain_text("Scene 1 of")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_step_fits_the_screen(page: Page, site_url: str, chapter: int):
    """Nothing scrolls, question and sentence are whole, and the chart keeps room."""
    for width, height in ROOMS:
        page.set_viewport_size({"width": width, "height": height})
        playing(page, address(site_url, chapter, "#scene-1"))
        for step in range(2 * len(scenes(chapter))):
            fits = page.evaluate(
                """() => {
                  const root = document.documentElement;
                  const stage = document.querySelector(".lecture-stage").getBoundingClientRect();
                  const bar = document.querySelector(".lecture-bar").getBoundingClientRect();
                  return {
                    down: root.scrollHeight - innerHeight,
                    across: root.scrollWidth - innerWidth,
                    stage: stage.height / innerHeight,
                    below: bar.bottom - innerHeight,
                  };
                }"""
            )
            where = (chapter, step, width, fits)
            assert fits["down"] <= 0, where
            assert fits["across"] <= 0, where
            assert fits["below"] <= 0, where
            assert fits["stage"] >= 0.3, where
            page.keyboard.press("PageDown")


def test_it_works_from_an_unzipped_folder(page: Page, site: Path):
    playing(page, address(site.as_uri(), CHAPTER, "#scene-2"))
    one = scenes(CHAPTER)[1]
    page.keyboard.press("PageDown")
    expect(page.locator(".scene-says:visible")).to_have_text(one.says)
    page.wait_for_timeout(300)
    assert values(page) == pytest.approx(one.explorer.readouts(**one.answered_at))


def test_without_a_script_all_scenes_stand_in_a_list(page_without_scripts: Page, site_url: str):
    page = page_without_scripts
    page.goto(address(site_url, CHAPTER))
    assert page.locator(".scene-ask:visible").count() == len(scenes(CHAPTER))
    assert page.locator(".lecture-play:visible").count() == 0
    page.locator(".scene-answer summary").first.click()
    expect(page.locator(".scene-says").first).to_be_visible()
    expect(page.locator(".scene-still svg").first).to_be_visible()


def test_the_handout_prints_with_and_without_answers(page: Page, site_url: str):
    page.goto(address(site_url, CHAPTER))
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    count = len(scenes(CHAPTER))
    assert page.locator(".scene-says:visible").count() == count
    assert page.locator(".scene-still svg:visible").count() == count
    assert page.locator("button:visible").count() == 0
    page.emulate_media(media="screen")
    page.locator(".lecture-with-answers").uncheck()
    page.emulate_media(media="print")
    assert page.locator(".scene-ask:visible").count() == count
    assert page.locator(".scene-says:visible").count() == 0


@pytest.mark.parametrize("mark", ["", "#scene-1", "#scene-2-answer"])
def test_axe_finds_nothing(page: Page, site_url: str, mark: str):
    page.goto(address(site_url, CHAPTER, mark))
    page.locator(".lecture-doors:not([hidden])").wait_for(state="attached")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run()")
    assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []


def test_the_stills_are_those_of_the_answers(site: Path):
    """Two scenes of one explorer that answer at different settings have different pictures."""
    for chapter in CHAPTERS:
        page = BeautifulSoup(
            (site / f"lecture/ch{chapter:02d}.html").read_text("utf-8"), "html.parser"
        )
        pictures = [str(one) for one in page.select(".scene-still svg")]
        settings = [(one.explorer.slug, *one.answered_at.items()) for one in scenes(chapter)]
        assert len(pictures) == len(settings)
        assert len(set(pictures)) == len(set(settings))


def test_the_guide_leads_to_every_chapter_and_names_what_is_there(site: Path):
    guide = BeautifulSoup(
        (site / "chapters/teaching/lecture.html").read_text("utf-8"), "html.parser"
    )
    article = guide.select_one("article")
    linked = {a["href"] for a in article.find_all("a") if "/lecture/" in a["href"]}
    assert linked == {f"../../lecture/ch{chapter:02d}.html" for chapter in CHAPTERS}
    page = (site / f"lecture/ch{CHAPTER:02d}.html").read_text("utf-8")
    chapter = (site / "chapters/part1/ch02.html").read_text("utf-8")
    named = {em.get_text() for em in article.find_all("em")} - {"f"}
    assert len(named) >= 5
    assert [one for one in named if one not in page + chapter] == []
