"""Settings that a reader keeps: drawn beside what is, told apart in words, carried by the link."""

from __future__ import annotations

import re
from typing import Any

import pytest
from exercise_page import AXE, SERIOUS, tab_to
from explorer_page import embed, near, opened, query, visited
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.names import names
from nqpf.explorers.core.parts import Value
from nqpf.explorers.core.style import TOKENS
from nqpf.numbers import MINUS
from nqpf.site.explorer.html import drawing
from playwright.sync_api import Locator, Page, expect

ALL = list(explorers().values())
LAST = [one for one in ALL if one.chapter == 19]
SAMPLE = {one.slug: one for one in [*LAST, *ALL[::9]] if one.keeps}
ORDER = SAMPLE["which-lever"]
PATHS = SAMPLE["to-2049"]

READ = """(figure) => ({
  names: [...figure.querySelectorAll(".explorer-kept tbody th")].map((head) => head.textContent),
  rows: [...figure.querySelectorAll(".explorer-kept tbody tr")].map((row) =>
    [...row.cells].slice(1).map((cell) => cell.textContent)),
  said: [...figure.querySelectorAll(".explorer-kept > p")].map((line) => line.textContent),
  kept: [...figure.querySelectorAll(".explorer-kept li span")].map((line) => line.textContent),
  ghosts: figure.querySelectorAll(".explorer-ghost *").length,
  chart: figure.querySelector(".explorer-chart svg").outerHTML,
})"""


def values(one: Explorer, **setting: float) -> list[tuple[Value, float]]:
    """Return the values of an explorer's sentences that are compared, with their numbers."""
    numbers, named = one.readouts(**setting), one.at(**setting).values()
    return [(named[name], numbers[name]) for name in names(one)]


def texts(one: Explorer, **setting: float) -> list[str]:
    return [value.text(number) for value, number in values(one, **setting)]


def digits(value: Value, text: str) -> float:
    """Return the number that a reader reads in a text."""
    bare = text.removeprefix(value.form.before).removesuffix(value.form.after)
    return float(bare.replace(MINUS, "-").replace(",", "").replace("+", ""))


def keep(figure: Locator) -> None:
    figure.locator(".explorer-keep").click()


def read(figure: Locator) -> dict[str, Any]:
    found: dict[str, Any] = figure.evaluate(READ)
    return found


def other_setting(one: Explorer) -> dict[str, float]:
    """Return a setting at which the explorer says something else than at its start."""
    grid = (s for s in one.settings_grid(9) if texts(one, **s) != texts(one))
    return next(grid)


def moved(page: Page, one: Explorer) -> dict[str, float]:
    setting = other_setting(one)
    visited(page, one, [setting])
    return setting


@pytest.mark.parametrize("one", SAMPLE.values(), ids=SAMPLE)
def test_what_is_kept_is_drawn_told_carried_and_forgotten(
    one: Explorer, page: Page, site_url: str
) -> None:
    figure = opened(page, embed(site_url, one), one.slug)
    setting = moved(page, one)
    alone = read(figure)
    assert alone["ghosts"] == 0
    figure.locator(".explorer-reset").click()
    keep(figure)
    moved(page, one)
    found = read(figure)
    was, now = texts(one), texts(one, **setting)
    assert found["names"] == list(names(one).values())
    assert [row[:2] for row in found["rows"]] == [list(pair) for pair in zip(was, now, strict=True)]
    for (value, _number), row in zip(values(one), found["rows"], strict=True):
        if value.words:
            assert row[2] == ""
            continue
        gap = digits(value, row[1]) - digits(value, row[0])
        told = row[2]
        for unit in (" percentage points", " percentage point", value.form.one, value.form.after):
            told = told.removesuffix(unit)
        # Of the numbers as they are shown, to the last digit.
        assert float(told.replace(MINUS, "-").replace(",", "")) == pytest.approx(gap, abs=1e-9)
    assert is_told(found["said"][0], one, found["rows"], setting)
    assert found["ghosts"] > 0 or "Rows stand in another order" in found["said"][0]
    for control in one.controls:
        assert f"{control.label}: {control.text(control.start)}" in found["kept"][0]
    changed = {c.name: setting[c.name] for c in one.controls if setting[c.name] != c.start}
    link = f"#{one.slug}?{query(changed)}&kept="
    # The address is written after a pause.
    expect(figure.locator(".explorer-link")).to_have_attribute("href", link)
    page.goto("about:blank")
    restored = near_again(page, f"{embed(site_url, one)}{link}", one)
    assert read(restored) == found
    restored.get_by_role("button", name="Forget").click()
    expect(restored.locator(".explorer-kept")).to_be_hidden()
    expect(restored.locator(".explorer-keep")).to_be_focused()
    forgotten = read(restored)
    assert forgotten["ghosts"] == 0
    assert forgotten["chart"] == alone["chart"]
    expect(restored.locator(".explorer-link")).not_to_have_attribute("href", re.compile("kept"))


def is_told(said: str, one: Explorer, rows: list[list[str]], setting: dict[str, float]) -> bool:
    """Return whether a sentence tells a row of the table, and what was set if little was."""
    moved = [control for control in one.controls if setting[control.name] != control.start]
    settings = "; ".join(f"{control.label}: {control.text(control.start)}" for control in moved)
    kept = f" ({settings})" if len(moved) < 3 else ""
    return any(
        said.removesuffix(".").startswith(
            f"{what}: {now} now{f' ({gap})' if gap else ''}, {was} in kept 1{kept}"
        )
        for what, (was, now, gap) in zip(names(one).values(), rows, strict=True)
    )


def near_again(page: Page, address: str, one: Explorer) -> Locator:
    """Open a link and return the explorer, live."""
    page.goto(address)
    return near(page, one.slug)


def test_two_are_kept_at_most_and_none_twice(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, PATHS), PATHS.slug)
    note = figure.locator(".explorer-note")
    keep(figure)
    expect(note).to_contain_text("Kept.")
    # What went as asked does not look like a fault.
    expect(note).to_have_class("explorer-note is-fine")
    keep(figure)
    expect(note).to_have_text("This setting is kept already.")
    expect(note).to_have_class("explorer-note")
    grid = list(PATHS.settings_grid(5))
    visited(page, PATHS, [grid[1]])
    keep(figure)
    visited(page, PATHS, [grid[2]])
    keep(figure)
    expect(note).to_have_text("Two settings are kept: forget one first.")
    expect(figure.locator(".explorer-kept li")).to_have_count(2)
    expect(figure.locator(".explorer-kept thead th")).to_have_count(6)
    assert figure.locator('.explorer-ghost[data-kept="1"]').count() > 0
    assert figure.locator('.explorer-ghost[data-kept="2"]').count() > 0
    figure.get_by_role("button", name="Forget: Kept 1").click()
    expect(figure.locator(".explorer-kept li")).to_have_count(1)
    # What was the second is the first now, and its marks are that setting's.
    assert figure.locator('.explorer-ghost[data-kept="2"]').count() == 0
    [row] = figure.locator(".explorer-kept tbody tr").all()[:1]
    assert row.locator("td").first.inner_text() == texts(PATHS, **grid[1])[0]


def test_an_odd_address_keeps_what_it_can_and_says_so(page: Page, site_url: str) -> None:
    odd = ["kept=openness:0.5&kept=nonsense", "kept=openness:<b>", "kept=&kept=&kept="]
    for address, count in zip(odd, (1, 0, 2), strict=True):
        page.goto("about:blank")
        figure = near_again(page, f"{embed(site_url, PATHS)}#{PATHS.slug}?{address}", PATHS)
        expect(figure.locator(".explorer-note")).to_contain_text("was not understood")
        expect(figure.locator(".explorer-kept li")).to_have_count(count)


def test_a_link_to_a_setting_alone_leaves_what_is_kept(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, PATHS), PATHS.slug)
    keep(figure)
    setting = other_setting(PATHS)
    page.evaluate("address => { location.hash = address; }", f"{PATHS.slug}?{query(setting)}")
    expect(figure.locator(".explorer-kept tbody td:nth-child(3)").first).to_have_text(
        texts(PATHS, **setting)[0]
    )


def test_rows_in_another_order_are_not_drawn_but_told(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, ORDER), ORDER.slug)
    keep(figure)
    visited(page, ORDER, [ORDER.start | {"absorption": 0.04}])
    found = read(figure)
    assert found["ghosts"] == 0
    assert "Rows stand in another order than in kept 1" in found["said"][0]
    assert found["rows"][0][:2] == ["depreciation of capital", "openness"]


def test_by_keyboard_and_ear(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, PATHS), PATHS.slug)
    tab_to(page, figure.locator(".explorer-keep"))
    page.keyboard.press("Enter")
    expect(figure.locator(".explorer-note")).to_contain_text("Kept.")
    tab_to(page, figure.locator(".explorer-controls input[type=range]").first)
    page.keyboard.press("End")
    expect(figure.locator(".explorer-announcer")).to_contain_text("in kept 1", timeout=5000)
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('figure.explorer')")
    assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []
    tab_to(page, figure.get_by_role("button", name="Forget"))
    page.keyboard.press("Enter")
    expect(figure.locator(".explorer-kept")).to_be_hidden()


def test_on_paper_what_is_kept_stays_and_its_buttons_go(page: Page, site_url: str) -> None:
    figure = opened(page, embed(site_url, PATHS), PATHS.slug)
    keep(figure)
    moved(page, PATHS)
    page.emulate_media(media="print")
    expect(figure.locator(".explorer-kept table")).to_be_visible()
    expect(figure.locator(".explorer-ghost").first).to_be_attached()
    expect(figure.get_by_role("button", name="Forget")).to_have_count(0)
    expect(figure.locator(".explorer-keep")).to_be_hidden()


def test_on_a_small_screen_the_table_scrolls_and_the_page_does_not(
    small_screen: Page, site_url: str
) -> None:
    figure = opened(small_screen, embed(site_url, PATHS), PATHS.slug)
    keep(figure)
    moved(small_screen, PATHS)
    assert figure.locator(".explorer-ghost").count() > 0
    over = small_screen.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert over <= 0


def test_without_a_script_nothing_can_be_kept(page_without_scripts: Page, site_url: str) -> None:
    page_without_scripts.goto(embed(site_url, PATHS))
    expect(page_without_scripts.locator(".explorer-keep")).to_be_hidden()


def test_no_control_has_the_name_that_the_address_uses() -> None:
    assert [one.slug for one in ALL if any(c.name == "kept" for c in one.controls)] == []


LOOK = """(figure) => [...figure.querySelectorAll(".explorer-ghost")].map((one) => {
  const item = one.querySelector("[stroke]") ?? one;
  const { stroke, strokeDasharray, strokeOpacity } = getComputedStyle(one.firstElementChild);
  const token = item.getAttribute("stroke");
  return { kept: one.dataset.kept, token, stroke, dashes: strokeDasharray, opacity: strokeOpacity };
})"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_kept_lines_are_pale_and_told_apart_by_more_than_colour(
    theme: str, page: Page, site_url: str
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    figure = opened(page, embed(site_url, PATHS), PATHS.slug)
    grid = list(PATHS.settings_grid(5))
    for setting in (grid[1], grid[2]):
        keep(figure)
        visited(page, PATHS, [setting])
    found = figure.evaluate(LOOK)
    lines = [one for one in found if "pale-" in one["token"]]
    assert {one["kept"] for one in lines} == {"1", "2"}
    place = ["light", "dark"].index(theme)
    for one in lines:
        token = re.search(r"--nqpf-(pale-\d)", one["token"])
        assert token
        written = TOKENS[token[1]][place]
        red, green, blue = (int(written[at : at + 2], 16) for at in (1, 3, 5))
        assert one["stroke"] == f"rgb({red}, {green}, {blue})"
        # As pale as 3:1 allows, and not paler.
        assert one["opacity"] == "1"
    dashes = {kept: {one["dashes"] for one in found if one["kept"] == kept} for kept in "12"}
    assert all(dashes.values())
    assert "none" not in dashes["1"] | dashes["2"]
    assert not dashes["1"] & dashes["2"]


def test_a_kept_bar_is_a_pale_one(page: Page, site_url: str) -> None:
    one = explorers()["three-parts-of-growth"]
    figure = opened(page, embed(site_url, one), one.slug)
    keep(figure)
    moved(page, one)
    ghost = figure.locator(".explorer-ghost").first
    expect(ghost).to_have_attribute("fill-opacity", "0.15")
    expect(ghost).to_have_attribute("stroke-dasharray", "6 4")


def test_where_nothing_is_kept_the_explorer_says_so_and_all_others_keep(
    page: Page, site_url: str
) -> None:
    assert [one.slug for one in ALL if drawing(one.slug).make is None] == []
    assert [one.slug for one in ALL if not one.keeps] == ["published-gains"]
    one = explorers()["published-gains"]
    figure = opened(page, f"{embed(site_url, one)}#{one.slug}?versions=1&kept=measure:1", one.slug)
    expect(figure.locator(".explorer-keep")).to_have_count(0)
    visited(page, one, [one.start | {"measure": 1.0}])
    expect(figure.locator(".explorer-ghost")).to_have_count(0)
