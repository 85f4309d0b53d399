"""A guess before the answer: asked in an explorer's own chapter, compared, skipped, remembered."""

from __future__ import annotations

import pytest
from exercise_page import AXE, SERIOUS, tab_to
from explorer_page import embed, opened
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import Control
from nqpf.places import ROOT
from playwright.sync_api import Browser, Locator, Page, expect

# A guess is asked in the explorer's own chapter: of those there are, each has one.
WRITTEN = {int(path.stem[2:]): path for path in (ROOT / "chapters").glob("part*/ch??.md")}
GUESSED = [one for one in explorers().values() if one.guess]
ALL = [one for one in GUESSED if one.chapter in WRITTEN]
ONE = explorers()["data-as-a-bond"]  # a sentence of its chapter says the same number


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


def control(one: Explorer) -> Control:
    """Return the control of a guess."""
    assert one.guess
    return one.guess


def chapter(site_url: str, one: Explorer) -> str:
    """Return the address of an explorer's own chapter."""
    return f"{site_url}/{WRITTEN[one.chapter].relative_to(ROOT).with_suffix('.html').as_posix()}"


def answer(figure: Locator, one: Explorer) -> Locator:
    """Return the readout that is guessed."""
    assert one.predict
    return figure.locator(f'.explorer-readouts output[name="{one.predict.readout}"]')


def expect_covered(figure: Locator, one: Explorer) -> None:
    """Hold an explorer to hide what it says and draws, and to ask."""
    expect(figure.locator(".explorer-guess")).to_be_visible()
    for part in (figure.locator(".explorer-chart"), answer(figure, one)):
        expect(part).to_have_css("visibility", "hidden")
    expect(figure.locator("details.explorer-table")).to_be_hidden()
    expect(figure.locator(".explorer-keep")).to_be_hidden()


def expect_open(figure: Locator, one: Explorer, *, on_paper: bool = False) -> None:
    """Hold an explorer to show what it says and draws, and to ask nothing."""
    expect(figure.locator(".explorer-guess")).to_be_hidden()
    for part in (figure.locator(".explorer-chart"), answer(figure, one)):
        expect(part).to_have_css("visibility", "visible")
    # On paper a table is there if the reader opened it.
    expect(figure.locator("details.explorer-table")).to_be_visible(visible=not on_paper)


def test_every_chapter_asks_for_one_guess() -> None:
    chapters = [one.chapter for one in GUESSED]
    assert len(chapters) == len(set(chapters))
    assert sorted(one.chapter for one in ALL) == sorted(WRITTEN)


@pytest.mark.parametrize("one", GUESSED, ids=lambda one: one.slug)
def test_the_scale_holds_the_answer_and_does_not_start_on_it(one: Explorer) -> None:
    scale, value = control(one), one.readouts()[one.predict.readout]
    assert scale.low < value < scale.high
    assert scale.text(scale.start) != scale.text(value)
    assert scale.name not in one.start


@every
def test_a_guess_is_made_by_keyboard_and_compared(one: Explorer, page: Page, site_url: str) -> None:
    figure = opened(page, chapter(site_url, one), one.slug)
    expect_covered(figure, one)
    scale = control(one)
    slider = page.get_by_role("slider", name=scale.label)
    tab_to(page, slider)
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    guess = scale.stops[-2]
    expect(slider).to_have_attribute("aria-valuetext", scale.text(guess))
    tab_to(page, page.get_by_role("button", name="See what the model says"))
    page.keyboard.press("Enter")
    expect_open(figure, one)
    value = scale.text(one.readouts()[one.predict.readout])
    said = figure.locator(".explorer-guessed p")
    expect(said).to_be_focused()
    expect(said).to_contain_text(f"You guessed {scale.text(guess)}. The model says {value}: ")
    expect(said).to_contain_text("less.")
    beside = answer(figure, one).evaluate("(one) => getComputedStyle(one, '::after').content")
    assert f"(your guess: {scale.text(guess)})" in beside
    expect(answer(figure, one)).to_have_text(value)


def test_the_distance_is_told_in_points_and_a_hit_as_a_hit(page: Page, site_url: str) -> None:
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    said = figure.locator(".explorer-guessed p")
    value = ONE.readouts()["gain"]
    for guess, sentence in ((0.5, "15.7 percentage points less."), (0.2, "points more.")):
        figure.locator(".explorer-guess input[type=text]").fill(f"{guess:.0%}")
        figure.locator(".explorer-guess input[type=text]").press("Enter")
        expect(said).to_contain_text(sentence)
        figure.get_by_role("button", name="Cover the answer and guess").click()
        expect_covered(figure, ONE)
    assert round(100 * (0.5 - value), 1) == 15.7
    figure.locator(".explorer-guess input[type=text]").fill("no number")
    figure.locator(".explorer-guess input[type=text]").press("Enter")
    expect(figure.locator(".explorer-guess-note")).to_contain_text("no number")


def test_what_is_guessed_or_skipped_is_kept_until_it_is_forgotten(
    page: Page, site_url: str
) -> None:
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    said = figure.locator(".explorer-guessed p")
    figure.get_by_role("button", name="See what the model says").press("Enter")
    page.reload()
    expect_open(figure, ONE)
    expect(said).to_contain_text("You guessed 50.0%. The model says 34.3%")
    kept = page.evaluate("() => JSON.parse(localStorage.getItem('nqpf.progress'))")
    assert kept["version"] == 1
    assert kept["guesses"][ONE.slug]["guess"] == 0.5
    figure.get_by_role("button", name="Cover the answer and guess").press("Enter")
    expect(figure.locator(".explorer-guess input[type=range]")).to_be_focused()
    page.reload()
    expect_covered(figure, ONE)
    figure.get_by_role("button", name="Skip").press("Enter")
    expect_open(figure, ONE)
    expect(said).to_be_focused()
    page.reload()
    expect_open(figure, ONE)
    expect(said).to_contain_text("No guess")
    page.goto(f"{site_url}/chapters/progress.html")
    for _press in range(2):
        page.locator(".progress-reset").click()
    expect_covered(opened(page, chapter(site_url, ONE), ONE.slug), ONE)


def test_a_saved_file_carries_guesses_and_odd_ones_do_no_harm(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/progress.html")
    keep = "kept => localStorage.setItem('nqpf.progress', JSON.stringify(kept))"
    for guesses in ("x", [], {ONE.slug: 3}, {ONE.slug: {"guess": "<b>"}}):
        page.evaluate(keep, {"version": 1, "exercises": {}, "guesses": guesses})
        expect_covered(opened(page, chapter(site_url, ONE), ONE.slug), ONE)
    page.evaluate(keep, {"version": 1, "exercises": {}, "guesses": {ONE.slug: {"guess": 0.2}}})
    page.goto(f"{site_url}/chapters/progress.html")
    with page.expect_download() as download:
        page.locator(".progress-export").click()
    page.evaluate("() => localStorage.clear()")
    page.locator(".progress-import").set_input_files(download.value.path())
    expect(page.locator(".progress-said")).to_contain_text("Loaded")
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    expect(figure.locator(".explorer-guessed p")).to_contain_text("You guessed 20.0%")


def test_a_sentence_of_the_chapter_keeps_the_secret(page: Page, site_url: str) -> None:
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    sentence = page.locator(f'output[name=gain][data-bound-to="{ONE.slug}"]')
    expect(sentence).to_have_css("visibility", "hidden")
    figure.get_by_role("button", name="Skip").click()
    expect(sentence).to_have_css("visibility", "visible")


def test_moving_a_control_opens_it_and_the_mark_stays_with_the_start(
    page: Page, site_url: str
) -> None:
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    slider = figure.locator(".explorer-controls [name=firms]")
    slider.press("Home")
    expect_open(figure, ONE)
    page.goto("about:blank")
    expect_covered(opened(page, chapter(site_url, ONE), ONE.slug), ONE)
    figure.get_by_role("button", name="See what the model says").click()
    expect(answer(figure, ONE)).to_have_attribute("data-guess", "(your guess: 50.0%)")
    slider.press("Home")
    expect(answer(figure, ONE)).not_to_have_attribute("data-guess", "(your guess: 50.0%)")
    slider.press("End")
    expect(answer(figure, ONE)).to_have_attribute("data-guess", "(your guess: 50.0%)")


@every
def test_a_link_with_a_setting_and_an_embedded_explorer_ask_nothing(
    one: Explorer, page: Page, site_url: str
) -> None:
    first = one.controls[0]
    link = f"#{one.slug}?{first.name}={first.start:g}"
    figure = opened(page, chapter(site_url, one) + link, one.slug)
    expect_open(figure, one)
    figure = opened(page, embed(site_url, one), one.slug)
    expect(figure.locator(".explorer-guess")).to_have_count(0)
    expect(answer(figure, one)).to_be_visible()


@every
def test_without_a_script_and_on_paper_all_is_shown(
    one: Explorer, page: Page, page_without_scripts: Page, site_url: str
) -> None:
    page_without_scripts.goto(chapter(site_url, one))
    expect_open(page_without_scripts.locator(f"figure#{one.slug}"), one)
    figure = opened(page, chapter(site_url, one), one.slug)
    expect_covered(figure, one)
    page.emulate_media(media="print")
    expect_open(figure, one, on_paper=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_a_covered_and_an_open_explorer_are_accessible(
    browser: Browser, site_url: str, scheme: str, width: int
) -> None:
    page = browser.new_page(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    figure = opened(page, chapter(site_url, ONE), ONE.slug)
    page.evaluate(AXE)
    for press in (None, "See what the model says"):
        if press:
            figure.get_by_role("button", name=press).click()
        found = page.evaluate(
            "(slug) => axe.run(`#${slug}`, { resultTypes: ['violations'] })", ONE.slug
        )
        problems = [
            f"{one['id']}: {one['nodes'][0]['html']}"
            for one in found["violations"]
            if one["impact"] in SERIOUS
        ]
        assert not problems, "\n".join(problems)
    page.close()
