"""The state of every explorer stands in the address: a link restores it and does nothing else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from explorer_page import Live, embed, followed, opened, query, said
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import Control
from playwright.sync_api import Page, expect

ALL = list(explorers().values())
FIRST = ALL[0]
PAUSE = 2000
"""Longer than the pause before an address is written, in milliseconds."""


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


def close(one: Explorer, **setting: float) -> dict[str, float]:
    return pytest.approx(one.readouts(**setting), rel=1e-9, abs=1e-12)


def sliding(one: Explorer) -> Control:
    return max(one.controls, key=lambda control: len(control.stops))


def move_to_end(page: Page, control: Control) -> float:
    """Move a control to the end at which it does not start, and return where that is."""
    fields = page.locator(f'.explorer-controls [name="{control.name}"]')
    end = control.stops[0] if control.start == control.stops[-1] else control.stops[-1]
    if control.kind == "radio":
        fields.nth(control.stops.index(end)).check()
    else:
        fields.press("Home" if end == control.stops[0] else "End")
    return end


def test_a_link_restores_every_control_and_what_is_moved_is_in_the_link(live: Live) -> None:
    one, page, figure, first = live.one, live.page, live.figure, live.linked
    assert live.restored == close(one, **first)
    more = list(one.settings_grid(5))[2:4]
    addresses = [f"#{one.slug}?{query(setting)}" for setting in [*more, first]]
    for setting, seen in zip([*more, first], followed(page, one.slug, addresses), strict=True):
        assert seen["values"] == close(one, **setting)
        assert seen["note"] == ""
        assert seen["settings"] == {c.name: c.text(setting[c.name]) for c in one.controls}
    followed(page, one.slug, [f"#{one.slug}?"])
    control = sliding(one)
    end = move_to_end(page, control)
    page.clock.run_for(PAUSE)
    page.wait_for_url(f"**/*#{one.slug}?{control.name}=*")
    link = str(figure.locator(".explorer-link").get_attribute("href"))
    assert page.url.endswith(link)
    assert link == f"#{one.slug}?{query({control.name: end})}"  # of the form followed above
    assert said(figure) == close(one, **{control.name: end})
    figure.locator(".explorer-reset").click()
    page.clock.run_for(PAUSE)
    page.wait_for_url(f"**/*#{one.slug}")
    assert said(figure) == close(one)


def test_a_page_loaded_again_keeps_the_state(page: Page, site_url: str) -> None:
    control = sliding(FIRST)
    opened(page, embed(site_url, FIRST), FIRST.slug)
    end = move_to_end(page, control)
    page.wait_for_url(f"**/*#{FIRST.slug}?*")
    page.reload()
    figure = opened(page, page.url, FIRST.slug)
    assert said(figure) == close(FIRST, **{control.name: end})


def test_going_away_and_back_keeps_the_state(page: Page, site_url: str) -> None:
    control = sliding(FIRST)
    opened(page, embed(site_url, FIRST), FIRST.slug)
    end = move_to_end(page, control)
    page.wait_for_url(f"**/*#{FIRST.slug}?*")
    page.goto(f"{site_url}/chapters/index.html")
    page.go_back()
    page.locator("figure.explorer[data-ready=true]").wait_for()
    figure = page.locator("figure.explorer")
    assert said(figure) == close(FIRST, **{control.name: end})


def test_a_link_on_the_page_sets_everything_that_it_does_not_name_to_its_start(
    page: Page, site_url: str
) -> None:
    ranges = {one.slug: [c for c in one.controls if c.kind == "range"] for one in ALL}
    one = next(one for one in ALL if len(ranges[one.slug]) > 1)
    first, second = ranges[one.slug][:2]
    figure = opened(page, embed(site_url, one), one.slug)
    move_to_end(page, first)
    beyond = f"#{one.slug}?{second.name}={second.high + 1e9:.0f}"
    page.evaluate("(hash) => { location.hash = hash; }", beyond)
    expect(figure.locator(".explorer-note")).not_to_be_empty()
    assert said(figure) == close(one, **{second.name: second.high})


IGNORED = "Part of the address was not understood"
HOSTILE = [
    "<img src=x onerror=document.title='taken'>",
    "<script>document.title='taken'</script>",
    "1e999",
    "Infinity",
    "NaN",
    "0x10",
    "1;document.title='taken'",
    "9" * 400,
    "",
    "--1",
    "１",
]


def test_hostile_values_are_left_out_and_said_to_be(live: Live) -> None:
    one, page, figure = live.one, live.page, live.figure
    control = sliding(one)
    title = page.title()
    start = figure.inner_html()
    pairs = [(control.name, value) for value in HOSTILE]
    pairs += [(name, HOSTILE[0]) for name in (HOSTILE[0], "__proto__", "constructor")]
    # Numbers are read in one way by all: two of each kind for every explorer, all for the first.
    tried = pairs if one is FIRST else [*pairs[:2], *pairs[-2:]]
    addresses = [f"#{one.slug}?{quote(name)}={quote(value)}" for name, value in tried]
    for pair, seen in zip(
        tried, followed(page, one.slug, addresses, before=f"#{one.slug}?"), strict=True
    ):
        assert IGNORED in seen["note"], pair
        assert seen["values"] == close(one), pair
    assert page.title() == title
    assert figure.locator("img").count() == 0
    assert figure.locator("script").count() == start.count("<script")


def test_values_out_of_range_or_twice_are_said_to_be(live: Live) -> None:
    one, page = live.one, live.page
    beyond = [
        (control, f"{value:.0f}", stop)
        for control in one.controls
        for value, stop in ((control.high + 1e9, control.high), (control.low - 1e9, control.low))
    ]
    addresses = [f"#{one.slug}?{control.name}={value}" for control, value, _stop in beyond]
    for (control, value, stop), seen in zip(
        beyond, followed(page, one.slug, addresses), strict=True
    ):
        assert control.label in seen["note"], value
        assert control.text(stop) in seen["note"], value
        assert seen["values"] == close(one, **{control.name: stop})
    twice = [f"#{one.slug}?{c.name}={c.low:.10g}&{c.name}={c.high:.10g}" for c in one.controls]
    for control, seen in zip(one.controls, followed(page, one.slug, twice), strict=True):
        assert IGNORED in seen["note"]
        assert seen["values"] == close(one, **{control.name: control.low})


def test_a_value_between_two_stops_goes_to_the_nearer_and_is_said_to(
    page: Page, site_url: str
) -> None:
    one, control, value = next(
        (one, control, control.at(1) + 0.4 * control.step)
        for one in ALL
        for control in one.controls
        if control.kind == "range"
        and control.form.text(control.at(1) + 0.4 * control.step) != control.text(control.at(1))
    )
    figure = opened(
        page, f"{embed(site_url, one)}#{one.slug}?{control.name}={value:.10g}", one.slug
    )
    expect(figure.locator(".explorer-note")).to_contain_text("moves in steps")
    assert said(figure) == close(one, **{control.name: control.at(1)})


def test_the_address_of_another_element_is_nobodys_business(page: Page, site_url: str) -> None:
    for hash_ in ("#some-heading", "#another?x=1", "#%E0%A4%A", f"#{FIRST.slug}"):
        page.goto("about:blank")
        figure = opened(page, embed(site_url, FIRST) + hash_, FIRST.slug)
        page.set_viewport_size({"width": 500, "height": 800})
        page.set_viewport_size({"width": 1200, "height": 800})
        page.wait_for_timeout(600)  # longer than the pause before an address is written
        assert page.url.endswith(hash_)
        assert said(figure) == close(FIRST)
        expect(figure.locator(".explorer-note")).to_be_empty()
