"""Reading values in a chart: by pointer, by finger and by keys, in the words of the table."""

from __future__ import annotations

from typing import Any

from explorer_page import Live, embed, moved, opened
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import number
from playwright.sync_api import Browser, Locator, Page, expect


def rows_as_told(one: Explorer, **setting: float) -> set[str]:
    """Return every row of an explorer's tables as it would be told."""
    return {
        "; ".join(
            f"{column.heading}: "
            + (column.form.text(number(record[key])) if column.form else str(record[key]))
            for key, column in table.columns.items()
        )
        for table in one.at(**setting).tables.values()
        for record in table.fixed
    }


def told(figure: Locator) -> str:
    """Return what the box in a chart tells, on one line."""
    lines = figure.locator(".explorer-told > div").all_text_contents()
    return "; ".join(" ".join(line.split()) for line in lines)


def plain(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())


def test_keys_step_through_rows_of_the_table(live: Live) -> None:
    one, figure = live.one, live.figure
    slider = figure.locator(".explorer-read")
    slider.wait_for(state="attached")
    slider.focus()
    known = {plain(row) for row in rows_as_told(one)}
    seen = []
    for key in ["Home", "ArrowRight", "ArrowRight", "End", "ArrowDown", "ArrowDown", "ArrowUp"]:
        slider.press(key)
        seen.append(plain(str(slider.get_attribute("aria-valuetext"))))
        assert told(figure) == seen[-1]
    assert set(seen) <= known
    assert len(set(seen)) > 1
    slider.press("Escape")
    expect(figure.locator(".explorer-told")).to_be_hidden()


# Points at many places of a chart, as a mouse that passes over it does, and says where something
# is told, and what.
PASS_OVER = """(figure) => {
  const chart = figure.querySelector(".explorer-chart svg");
  const { left, top, width, height } = chart.getBoundingClientRect();
  const box = figure.querySelector(".explorer-told");
  const onOneLine = (line) => line.textContent.replace(/\\s+/g, " ").trim();
  const seen = [];
  for (let place = 0; place < 40; place += 1) {
    const clientX = left + ((place * 0.618034) % 1) * width;
    const clientY = top + ((place + 0.5) / 40) * height;
    const under = document.elementFromPoint(clientX, clientY);
    const event = { clientX, clientY, pointerType: "mouse", bubbles: true };
    under?.dispatchEvent(new PointerEvent("pointermove", event));
    if (box.hidden) continue;
    seen.push([clientX, clientY, [...box.children].map(onOneLine).join("; ")]);
  }
  return seen;
}"""


def test_pointing_tells_the_row_under_the_pointer(live: Live) -> None:
    one, figure, page = live.one, live.figure, live.page
    figure.locator(".explorer-read").wait_for(state="attached")
    figure.locator(".explorer-chart").scroll_into_view_if_needed()
    setting: dict[str, Any] = {one.controls[0].name: one.controls[0].high}
    for values in ({}, setting):
        if values:
            moved(figure, setting)
        known = {plain(row) for row in rows_as_told(one, **values)}
        seen = figure.evaluate(PASS_OVER)
        assert seen
        assert {words for _x, _y, words in seen} <= known
        # And the mouse itself is heard, at the last of these places as at the first.
        for x, y, words in (seen[0], seen[-1]):
            page.mouse.move(x, y)
            assert told(figure) == words
    page.mouse.move(0, 0)


def test_a_thin_line_has_a_name(page: Page, site_url: str) -> None:
    one = explorers()["how-near"]
    figure = opened(page, embed(site_url, one), one.slug)
    figure.locator(".explorer-read").wait_for(state="attached")
    slider = figure.locator(".explorer-read")
    names = set()
    slider.focus()
    for _line in range(6):
        slider.press("ArrowDown")
        names.add(told(figure).split("; ")[0])
    known = {row.split("; ")[0] for row in rows_as_told(one)}
    assert len(names) >= 4
    assert names <= known


def test_what_is_read_follows_the_controls(page: Page, site_url: str) -> None:
    one = explorers()["buy-or-build"]
    figure = opened(page, embed(site_url, one), one.slug)
    figure.locator(".explorer-read").wait_for(state="attached")
    frame = figure.locator(".explorer-chart svg").bounding_box()
    assert frame
    page.mouse.move(frame["x"] + 0.6 * frame["width"], frame["y"] + 0.5 * frame["height"])
    before = told(figure)
    control = next(control for control in one.controls if control.name == "foreign_price")
    moved(figure, {control.name: control.high})
    expect(figure.locator(".explorer-told")).not_to_have_text(before)
    assert told(figure) in {plain(r) for r in rows_as_told(one, **{control.name: control.high})}
    page.keyboard.press("Escape")
    expect(figure.locator(".explorer-told")).to_be_hidden()


def test_a_finger_reads_and_still_scrolls(browser: Browser, site_url: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 375, "height": 500})
    page = context.new_page()
    one = explorers()["buy-or-build"]
    figure = opened(page, embed(site_url, one), one.slug)
    figure.locator(".explorer-read").wait_for(state="attached")
    frame = figure.locator(".explorer-chart svg").bounding_box()
    assert frame
    x, y = frame["x"] + 0.6 * frame["width"], frame["y"] + 0.5 * frame["height"]
    page.touchscreen.tap(x, y)
    assert told(figure) in {plain(row) for row in rows_as_told(one)}
    session = context.new_cdp_session(page)
    down = page.evaluate("scrollY")
    for kind, far in [("touchStart", 0), *(("touchMove", d) for d in range(10, 160, 10))]:
        points = [{"x": x, "y": y - far}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("(down) => scrollY > down + 100", arg=down)
    context.close()


def test_an_answer_that_is_covered_is_not_read(page: Page, site_url: str) -> None:
    one = next(one for one in explorers().values() if one.predict and one.chapter == 1)
    page.goto(f"{site_url}/chapters/part1/ch01.html")
    figure = page.locator(f"figure#{one.slug}")
    figure.scroll_into_view_if_needed()
    figure.locator(".explorer-read").wait_for(state="attached")
    expect(figure).to_have_class("explorer is-covered")
    assert figure.locator(".explorer-read").evaluate("(i) => getComputedStyle(i).display") == "none"
    figure.locator(".explorer-guess-skip").click()
    figure.locator(".explorer-read").focus()
    expect(figure.locator(".explorer-told")).to_be_visible()


def test_published_estimates_are_read_with_study_and_version(page: Page, site_url: str) -> None:
    one = explorers()["published-gains"]
    figure = opened(page, embed(site_url, one), one.slug)
    moved(figure, {"measure": 1, "versions": 1})
    slider = figure.locator(".explorer-read")
    slider.wait_for(state="attached")
    slider.focus()
    slider.press("Home")
    read = [told(figure)]
    for _step in range(4):
        slider.press("ArrowRight")
        read.append(told(figure))
    known = {plain(row) for row in rows_as_told(one, measure=1, versions=1)}
    assert len(known) == 5
    assert set(read) == known
    assert "Study: Jin et al. 2018; Country: China, owners;" in read[3]
