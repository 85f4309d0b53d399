"""Every explorer can be reached: by keys and fingers, on small screens, on paper, scriptless."""

from __future__ import annotations

import io
import unicodedata

import pytest
from explorer_page import VISIT, Live, draws_the_still, embed, opened, said, visited
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import Control
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

ALL = list(explorers().values())
FIRST = ALL[0]
SLIDER = next(control for control in FIRST.controls if control.kind == "range")
PERCENT = next(
    c for one in ALL for c in one.controls if c.form.scale == 100 and c.form.after == "%"
)
OF_PERCENT = next(one for one in ALL if PERCENT in one.controls)


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


def close(one: Explorer, **setting: float) -> dict[str, float]:
    return pytest.approx(one.readouts(**setting), rel=1e-9, abs=1e-12)


# Where a reader is who has pressed the tabulator once.
FIRST_TO_REACH = """() => document.querySelector(
  ":is(a[href], button, input, select, summary):not([tabindex='-1'])").focus()"""


def test_keys_alone_reach_and_move_everything(live: Live) -> None:
    one, page, figure = live.one, live.page, live.figure
    page.evaluate(FIRST_TO_REACH)
    wanted = {}
    for control in one.controls:
        while page.evaluate("() => document.activeElement.name") != control.name:
            assert page.evaluate("() => document.activeElement !== document.body"), control.name
            page.keyboard.press("Tab")
        start = one.start[control.name]
        if control.kind == "toggle":
            page.keyboard.press("Space")
            wanted[control.name] = 1 - start
        elif control.kind == "range":
            page.keyboard.press("End")
            page.keyboard.press("ArrowLeft")
            wanted[control.name] = control.stops[-2]
        elif control.kind == "radio":
            page.keyboard.press("ArrowDown")
            wanted[control.name] = (start + 1) % len(control.options)
        else:
            page.keyboard.press("End")
            wanted[control.name] = control.high
        expect(figure.locator(f'[data-setting="{control.name}"]')).to_have_text(
            control.text(wanted[control.name])
        )
    figure.locator(f'.explorer-readouts:has-text("{one.sentences(**wanted)[0]}")').wait_for()
    assert said(figure) == close(one, **wanted)
    if one.controls[-1].kind == "range":
        page.keyboard.press("Tab")  # the box beside the slider
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "explorer-reset"
    page.keyboard.press("Enter")
    figure.locator(f'.explorer-readouts:has-text("{one.sentences()[0]}")').wait_for()
    assert said(figure) == close(one)


def write(page: Page, control: Control, text: str) -> None:
    box = page.locator(f'[data-number-for="{control.name}"]')
    box.fill(text)
    box.press("Enter")


def test_numbers_can_be_written_in_the_box(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, OF_PERCENT), OF_PERCENT.slug)
    note = figure.locator(".explorer-note")
    stop = PERCENT.stops[-2]
    shown = PERCENT.written(stop)
    arabic = shown.translate(str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫"))
    words = (
        f"百分之{shown}",
        f"{shown}个百分点",
        f"{shown} per cent.",
        f"\u200e{shown}\u200f",
        arabic,
    )
    for written in (shown, f"{shown}%", shown.replace(".", ","), f" {shown} % ", *words):
        write(page, PERCENT, PERCENT.written(PERCENT.low))
        write(page, PERCENT, written)
        expect(figure.locator(f'[data-setting="{PERCENT.name}"]')).to_have_text(PERCENT.text(stop))
        expect(note).to_be_empty()
    for written in ("−999", "-999", "负999", "百分之负九百九十九"):
        write(page, PERCENT, written)
        expect(note).to_contain_text("was brought into its range")
        expect(page.locator(f'[data-number-for="{PERCENT.name}"]')).to_have_value(
            PERCENT.written(PERCENT.low)
        )


def test_what_is_no_number_changes_nothing_and_is_said_to(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, OF_PERCENT), OF_PERCENT.slug)
    for written in ("forty", "<b>4</b>", "", "$&", "1..2"):
        write(page, PERCENT, written)
        expect(figure.locator(".explorer-note")).to_have_text(
            f"“{written}” is not a number, so nothing was changed."
        )
        expect(page.locator(f'[data-number-for="{PERCENT.name}"]')).to_have_value(
            PERCENT.written(PERCENT.start)
        )
    assert said(figure) == close(OF_PERCENT)
    away = "Home" if PERCENT.start == PERCENT.high else "End"
    page.locator(f'input[name="{PERCENT.name}"]').press(away)
    expect(figure.locator(".explorer-note")).to_be_empty()


# Listens from the first move on: what was still to be said of an earlier state is put off by it.
LISTENING = """(given) => {
  window.told = [];
  const announcer = document.querySelector(".explorer-announcer");
  new MutationObserver(() => window.told.push(announcer.textContent))
    .observe(announcer, { childList: true, characterData: true, subtree: true });
  return (%s)(given);
}"""


def test_a_screen_reader_is_told_once_and_after_the_pause(live: Live) -> None:
    one, page, figure = live.one, live.page, live.figure
    settings = list(one.settings_grid(8))
    page.evaluate(LISTENING % VISIT, [one.slug, settings])
    page.clock.run_for(5000)  # longer than the pause
    expect(figure.locator(".explorer-announcer")).to_have_text(
        " ".join(one.sentences(**settings[-1]))
    )
    assert len(page.evaluate("() => window.told")) == 1
    assert figure.locator(".explorer-announcer").get_attribute("role") == "status"
    spoken = figure.locator("output").evaluate_all("(all) => all.map((one) => one.ariaLive)")
    assert set(spoken) == {"off"}


# Long enough for what scrolls at once.
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@every
def test_a_small_screen_shows_chart_and_control_together_and_fingers_find_them(
    one: Explorer, small_screen: Page, site_url: str
) -> None:
    page = small_screen
    figure = opened(page, embed(site_url, one), one.slug)
    draws_the_still(figure, one, "phone")
    fingers_find_every_target_and_can_scroll(figure)
    figure.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= 320
    for control in one.controls:
        field = figure.locator(f'.explorer-controls [name="{control.name}"]').first
        field.focus()
        page.evaluate(TWO_FRAMES)
        chart, at = figure.locator(".explorer-chart svg").bounding_box(), field.bounding_box()
        assert chart
        assert at
        assert chart["y"] >= -1, control.name
        assert chart["y"] + chart["height"] <= at["y"] + 1, control.name
        assert at["y"] + at["height"] <= 568, control.name


def fingers_find_every_target_and_can_scroll(figure: Locator) -> None:
    targets = ".explorer-controls :is(input, select), .explorer-bar > *, summary"
    sizes = figure.locator(targets).evaluate_all(
        """(all) => all.map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return [Math.min(width, height), one.outerHTML];
        })"""
    )
    assert sizes
    assert [html for size, html in sizes if size < 24] == []
    actions = figure.locator("input[type=range]").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).touchAction)"
    )
    assert set(actions) <= {"pan-y"}


@every
def test_without_a_script_the_page_still_teaches(
    one: Explorer, page_without_scripts: Page, site_url: str
) -> None:
    page = page_without_scripts
    page.goto(embed(site_url, one))
    figure = page.locator("figure.explorer")
    expect(figure.locator(".explorer-title")).to_have_text(one.title)
    expect(figure.locator(".explorer-chart svg:visible")).to_have_count(1)
    assert figure.locator(".explorer-readouts p").all_text_contents() == one.sentences()
    for hidden in (".explorer-controls", ".explorer-reset", ".explorer-link"):
        expect(figure.locator(hidden)).to_be_hidden()
    for control in one.controls:
        expect(figure.locator(".explorer-settings")).to_contain_text(control.text(control.start))
    figure.locator("details.explorer-table summary").click()
    for table in figure.locator("table.explorer-data").all():
        expect(table).to_be_visible()


def test_paper_shows_settings_sentences_and_the_tables_that_are_open(live: Live) -> None:
    one, page, figure = live.one, live.page, live.figure
    setting = list(one.settings_grid(9))[-1]
    visited(page, one, [setting])
    figure.locator("details").evaluate_all(
        "(all) => all.forEach((one) => { one.open = one.matches('.explorer-table'); })"
    )
    text = " ".join(
        page_.extract_text() for page_ in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    )
    together = letters(text)
    for control in one.controls:
        assert letters(control.text(setting[control.name])) in together
    for sentence in [*one.sentences(**setting), *one.left_out]:
        assert letters(sentence) in together
    for table in one.at(**setting).tables.values():
        for key, column in table.columns.items():
            value = table.fixed[-1][key]
            cell = column.form.text(value) if column.form else str(value)
            assert letters(cell) in together
    assert "Reset" not in text
    # Folded again afterwards, but for what the reader opened.
    assert figure.locator("details[open]:not(.explorer-table)").count() == 0
    page.emulate_media(media="print")
    for hidden in (".explorer-controls", ".explorer-bar"):
        expect(figure.locator(hidden)).to_be_hidden()
    expect(figure.locator(".explorer-settings")).to_be_visible()


def letters(text: str) -> str:
    """Return a text without spaces and with its ligatures taken apart, to be found in a PDF."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_a_radio_group_of_one_explorer_leaves_another_alone(page: Page, site_url: str) -> None:
    """Names of controls belong to their explorer: a form of its own keeps its radios apart."""
    opened(page, embed(site_url, FIRST), FIRST.slug)
    forms = page.locator("form.explorer-controls")
    owners = page.locator(".explorer-controls :is(input, select)").evaluate_all(
        "(all) => all.map((one) => one.form?.className)"
    )
    assert forms.count() == 1
    assert set(owners) == {"explorer-controls"}


def test_enter_in_a_box_does_not_leave_the_page(page: Page, site_url: str) -> None:
    opened(page, embed(site_url, FIRST), FIRST.slug)
    before = page.url.partition("#")[0]
    write(page, SLIDER, SLIDER.written(SLIDER.high))
    page.wait_for_timeout(500)
    assert page.url.partition("#")[0] == before
