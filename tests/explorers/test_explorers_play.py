"""Stepping through time: one stop at a press, and on by itself only if asked to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from explorer_page import embed, opened, said
from nqpf.explorers import Explorer, explorers
from playwright.sync_api import Browser, Page, expect

PLAYED = [one for one in explorers().values() if one.play]


def value(page: Page, one: Explorer) -> float:
    """Return what the control that is stepped through stands at."""
    return float(page.locator(f'.explorer-controls [name="{one.play}"]').input_value())


@pytest.mark.parametrize("one", PLAYED, ids=lambda one: one.slug)
def test_buttons_step_through_time(one: Explorer, page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, one), one.slug)
    control = next(control for control in one.controls if control.name == one.play)
    back, on = (figure.locator(f'.explorer-play [data-turn="{turn}"]') for turn in ("-1", "1"))
    expect(on).to_be_enabled()
    up = control.start + control.step <= control.high
    first, second = (on, back) if up else (back, on)
    first.focus()
    page.keyboard.press("Enter")
    beside = control.at(round(control.stop_of(control.start)) + (1 if up else -1))
    assert value(page, one) == beside
    expect(figure.locator(f'[data-setting="{one.play}"]')).to_have_text(control.text(beside))
    assert said(figure) == pytest.approx(one.readouts(**{one.play: beside}), rel=1e-9, abs=1e-12)
    second.click()
    assert value(page, one) == control.start
    figure.locator(f'.explorer-controls [name="{one.play}"]').evaluate(
        """(input, last) => {
          input.value = String(last);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        control.high,
    )
    on.click()
    assert value(page, one) == control.high


def test_it_goes_on_by_itself_only_if_asked_and_stops(page: Page, site_url: str) -> None:
    one = explorers()["built-ahead"]
    figure = opened(page, embed(site_url, one), one.slug)
    run = figure.locator(".explorer-play [data-run]")
    expect(run).to_have_text("Play")
    before = value(page, one)
    page.wait_for_timeout(900)
    assert value(page, one) == before
    run.click()
    expect(run).to_have_text("Stop")
    page.wait_for_function(
        "(before) => Number(document.querySelector('[name=year]').value) >= before + 2", arg=before
    )
    run.click()
    expect(run).to_have_text("Play")
    held = value(page, one)
    page.wait_for_timeout(900)
    assert value(page, one) == held
    run.click()
    figure.locator('[name="year"]').press("ArrowLeft")
    expect(run).to_have_text("Play")
    figure.locator('[name="year"]').press("End")
    run.click()
    page.wait_for_function("() => Number(document.querySelector('[name=year]').value) < 10")


def test_who_wants_less_motion_steps_by_hand(browser: Browser, site_url: str) -> None:
    one = explorers()["built-ahead"]
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    figure = opened(page, embed(site_url, one), one.slug)
    expect(figure.locator(".explorer-play [data-run]")).to_be_hidden()
    figure.locator('.explorer-play [data-turn="1"]').click()
    assert value(page, one) == one.start["year"] + 1
    context.close()


def test_what_is_stepped_through_is_a_control() -> None:
    with pytest.raises(ValueError, match="play names 'age', which is no control"):
        replace(PLAYED[0], play="age")
