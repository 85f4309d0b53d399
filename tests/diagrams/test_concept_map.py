"""The map of the book as a picture: on a phone, in both languages, by key and on paper."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from nqpf.site.plan import concept_map
from playwright.sync_api import Browser, Page, ViewportSize, expect

ENGLISH, CHINESE = "chapters/part1/ch01.html", "zh/chapters/part1/ch01.html"
PHONE = ViewportSize(width=375, height=812)
ARROWS = {(box.name, name) for box in concept_map.boxes().values() for name in box.feeds}

MEASURE = """(map) => {
  const side = (box) => [box.left, box.top, box.right, box.bottom];
  const words = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return side(range.getBoundingClientRect());
  };
  const boxes = [...map.querySelectorAll("summary")].map((one) => ({
    name: one.parentNode.querySelector("[id]").id.slice(4),
    is: side(one.getBoundingClientRect()),
    says: words(one),
    letters: Math.min(...[one, ...one.querySelectorAll("*")].map(
      (part) => parseFloat(getComputedStyle(part).fontSize))),
  }));
  const titles = [...map.querySelectorAll(".concept-map-title, .concept-map-hint")].map(words);
  const ways = [...map.querySelectorAll(".concept-map-bows path")].map((path) => {
    const at = path.getScreenCTM();
    // The strokes of the head come after the second move.
    const line = path.cloneNode();
    line.setAttribute("d", path.getAttribute("d").replace(/m.*/, ""));
    const long = line.getTotalLength();
    return Array.from({ length: 41 }, (_one, step) => {
      const point = line.getPointAtLength((long * step) / 40).matrixTransform(at);
      return [point.x, point.y];
    });
  });
  return { boxes, titles, ways, wide: document.documentElement.scrollWidth };
}"""


def on_the_page(page: Page, address: str, width: int) -> dict[str, Any]:
    page.set_viewport_size({"width": width, "height": 812})
    page.goto(address)
    measured: dict[str, Any] = page.locator(".concept-map").evaluate(MEASURE)
    return measured


def inside(point: list[float], box: list[float], by: float) -> bool:
    (x, y), (left, top, right, bottom) = point, box
    return left + by < x < right - by and top + by < y < bottom - by


def apart(one: list[float], other: list[float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down) < 0.5


def at_an_edge(point: list[float], box: list[float]) -> bool:
    (x, y), (left, top, right, bottom) = point, box
    return min(abs(x - left), abs(x - right)) < 2 and top < y < bottom


def test_an_arrow_on_a_phone_keeps_to_its_room() -> None:
    boxes = concept_map.boxes()
    room = {"left": concept_map.EDGE, "middle": concept_map.MIDDLE, "right": concept_map.EDGE}
    assert {where for box in boxes.values() for where in concept_map.bows(box)} == set(room)
    for source, target in ARROWS:
        where, path = concept_map.bow(boxes[source], boxes[target])
        x0, y0, x1, _y1, x2, _y2, x3, y3 = map(float, re.findall(r"-?\d+", path)[:8])
        assert {x0, x3} <= {0, room[where]}
        reached = [
            x0 * (1 - t) ** 3
            + 3 * x1 * t * (1 - t) ** 2
            + 3 * x2 * t**2 * (1 - t)
            + x3 * t**3
            for t in (0.1 * step for step in range(11))
        ]  # fmt: skip
        assert min(reached) >= 0, (source, target)
        assert max(reached) <= room[where], (source, target)
        assert abs(y0 - boxes[source].down) <= concept_map.LEAVES
        assert abs(y3 - boxes[target].down) <= concept_map.LEAVES


@pytest.mark.parametrize("width", [320, 375, 600])
@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_on_a_phone_it_is_a_picture_whose_parts_keep_apart(
    page: Page, site_url: str, name: str, width: int
) -> None:
    seen = on_the_page(page, f"{site_url}/{name}", width)
    boxes = {box["name"]: box for box in seen["boxes"]}
    assert seen["wide"] == width
    assert len(seen["ways"]) == len(ARROWS)
    assert set(boxes) == set(concept_map.boxes())
    placed = [box["is"] for box in boxes.values()] + seen["titles"]
    for place, one in enumerate(placed):
        assert all(apart(one, other) for other in placed[place + 1 :]), one
    for box in boxes.values():
        left, top, right, bottom = box["is"]
        assert right - left >= 44, box
        assert bottom - top >= 43.9, box
        assert box["letters"] >= 12, box
        (x0, y0, x1, y1) = box["says"]
        assert left < x0 < x1 < right, box
        assert top - 1 < y0 < y1 < bottom + 1, box
    for way in seen["ways"]:
        crossed = [b["name"] for b in boxes.values() for at in way if inside(at, b["is"], 1)]
        assert not crossed
        assert not [at for at in way for words in seen["titles"] if inside(at, words, 0)]


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_an_arrow_leads_from_the_box_that_feeds_to_the_one_it_feeds(
    page: Page, site_url: str, name: str
) -> None:
    seen = on_the_page(page, f"{site_url}/{name}", 375)
    ends = {
        (
            *(b["name"] for b in seen["boxes"] if at_an_edge(way[0], b["is"])),
            *(b["name"] for b in seen["boxes"] if at_an_edge(way[-1], b["is"])),
        )
        for way in seen["ways"]
    }
    assert ends == ARROWS


def test_what_a_box_tells_is_in_sight_with_the_box(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}/{ENGLISH}")
    page.locator(".concept-map").evaluate("(map) => map.scrollIntoView({ behavior: 'instant' })")
    first = page.locator(".concept-map summary", has_text="Labourers")
    card = page.locator("#map-labourers .concept-map-card")
    first.click()
    expect(first).to_be_in_viewport(ratio=1)
    expect(card).to_be_in_viewport(ratio=1)
    # A link in a card opens the next one, and the map stays where it is seen.
    card.get_by_role("link", name="Upgrading").click()
    opened = page.locator("#map-upgrading .concept-map-card")
    expect(opened).to_be_in_viewport(ratio=1)
    expect(page.locator(".concept-map summary", has_text="Upgrading")).to_be_in_viewport(ratio=1)


def test_keys_go_from_box_to_box_in_the_order_that_is_read(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}/{ENGLISH}")
    boxes = page.locator(".concept-map summary")
    page.locator(".concept-map details[open] summary").press("Enter")
    boxes.first.focus()
    reached = []
    for _one in range(boxes.count()):
        focused = page.locator(":focus")
        reached.append(focused.evaluate("(one) => one.firstChild.textContent.trim()"))
        expect(focused).to_be_in_viewport(ratio=1)
        assert focused.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
        page.keyboard.press("Tab")
    assert reached == [box.label for box in concept_map.boxes().values()]


@pytest.mark.parametrize("width", [375, 1440])
def test_a_listener_meets_each_box_once_and_no_arrow(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 812})
    page.goto(f"{site_url}/{ENGLISH}")
    told = page.get_by_role("group", name="Map of the book").aria_snapshot()
    for box in concept_map.boxes().values():
        assert len(re.findall(rf"\b{box.label} chapter {box.chapter}\b", told)) == 1, box.name
    assert "img" not in told


@pytest.mark.parametrize(("width", "seen"), [(375, "bows"), (1440, "arrows"), (250, None)])
def test_one_picture_is_seen_at_a_time_and_none_on_paper(
    page: Page, site_url: str, width: int, seen: str | None
) -> None:
    page.set_viewport_size({"width": width, "height": 812})
    page.goto(f"{site_url}/{ENGLISH}")
    for kind in ("bows", "arrows"):
        shown = page.locator(f".concept-map-{kind}:visible")
        assert (shown.count() > 0) == (kind == seen), kind
    page.emulate_media(media="print")
    expect(page.locator(".concept-map svg:visible")).to_have_count(0)
    expect(page.locator("#map-futures")).to_be_visible()


def test_in_forced_colours_arrows_are_drawn_in_them(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport=PHONE, forced_colors="active", color_scheme="dark")
    page.goto(f"{site_url}/{ENGLISH}")
    paint = "(path) => getComputedStyle(path).stroke"
    opened = page.locator("li:has(> details[open]) .concept-map-bows path").first.evaluate(paint)
    other = page.locator("li:has(#map-tools) .concept-map-bows path").first.evaluate(paint)
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert len({opened, other, ground}) == 3
    page.close()


def test_a_picture_for_phones_costs_no_more_than_a_kilobyte() -> None:
    whole = concept_map.html(dict.fromkeys(range(1, 20), "page.html"))
    without = re.sub(r'<svg class="concept-map-bows.*?</svg>', "", whole)
    assert without != whole
    assert len(gzip.compress(whole.encode())) - len(gzip.compress(without.encode())) < 1024
