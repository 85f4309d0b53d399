"""The page that tests share is as good as a new one, and lets no complaint pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kept_page import KeptPage
from playwright.sync_api import Browser, Page

STATE = """() => ({
  kept: [...Object.keys(localStorage), ...document.cookie.split(";").filter(Boolean)],
  room: [innerWidth, innerHeight],
  media: ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)",
    "(forced-colors: active)", "(prefers-contrast: more)"].filter((one) => matchMedia(one).matches),
  fingers: navigator.maxTouchPoints,
})"""
KEEP = "() => { localStorage.setItem('mark', '1'); document.cookie = 'mark=1'; }"


@pytest.fixture(params=[{}, {"has_touch": True, "reduced_motion": "reduce"}], ids=["", "fingers"])
def one(request: pytest.FixtureRequest, browser: Browser) -> Iterator[KeptPage]:
    kept = KeptPage(browser, request.param)
    yield kept
    kept.close()


def state(page: Page, addresses: list[str]) -> list[Any]:
    found = []
    for address in addresses:
        page.goto(address)
        found.append(page.evaluate(STATE))
    return found


def test_nothing_is_left_of_an_earlier_test(one: KeptPage, site: Path, site_url: str) -> None:
    where = "chapters/index.html"
    addresses = [f"{site_url}/{where}", (site / where).as_uri()]
    page = one.given()
    before = state(page, addresses)
    one.taken()
    page = one.given()
    page.route("**/*.css*", lambda route: route.abort())
    for address in addresses:
        page.goto(address)
        page.evaluate(KEEP)
    page.set_viewport_size({"width": 500, "height": 400})
    page.emulate_media(media="print", color_scheme="dark", forced_colors="active", contrast="more")
    page.context.new_page()
    assert state(page, addresses) != before
    one.problems.clear()
    one.taken()
    again = one.given()
    assert again is page
    assert state(again, addresses) == before
    assert again.context.pages == [again]
    one.taken()


def test_a_page_that_was_closed_is_replaced(one: KeptPage) -> None:
    one.given().close()
    one.taken()
    assert not one.given().is_closed()


@pytest.mark.parametrize(
    ("script", "named"),
    [
        ("() => console.error('a complaint')", "a complaint"),
        ("() => setTimeout(() => { throw new Error('not caught'); })", "not caught"),
        ("() => fetch('http://example.org/').catch(() => 0)", "example.org"),
    ],
)
def test_a_complaint_fails_its_own_test_alone(one: KeptPage, script: str, named: str) -> None:
    page = one.given()
    page.evaluate(script)
    page.wait_for_timeout(50)
    with pytest.raises(AssertionError, match=named):
        one.taken()
    one.given()
    one.taken()
