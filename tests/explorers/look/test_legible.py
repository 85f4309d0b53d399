"""Every word of a chart can be read: it is large enough on a telephone, and under no handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from explorer_page import MOVE, Live, as_wide_as
from nqpf.explorers import Explorer, explorers
from nqpf.site.explorer.html import drawn

# A chapter on a screen of 375 by 812 pixels: the room of a chart is as wide, and by the style of
# explorers 60 parts of 100 of the screen high.
ROOM = (309, 0.6 * 812)
LEAST = 11


def sizes(text: Tag) -> Iterator[float]:
    """Return the sizes of letters that a text and all around it have, the nearest first."""
    for one in [text, *text.parents]:
        if found := re.match(r"[\d.]+", str(one.get("font-size", ""))):
            yield float(found[0])


@pytest.mark.parametrize("one", explorers().values(), ids=lambda one: one.slug)
def test_letters_on_a_telephone_are_large_enough(one: Explorer) -> None:
    svg = BeautifulSoup(drawn(one.slug)["phone"].svg, "html.parser").svg
    assert svg
    scale = min(
        room / float(str(svg[name])) for room, name in zip(ROOM, ("width", "height"), strict=True)
    )
    small = {
        text.get_text(): round(size * scale, 1)
        for text in svg.find_all("text")
        if (size := next(sizes(text), 0.0)) * scale < LEAST and text.get_text().strip()
    }
    assert small == {}


# Moves to each setting, and says which words lie under a handle: its ring, or
# the arrow to each side of it. Left out are the numbers of an axis, which ends where the handle's
# control does, and names that go where their curve goes: handles pass them as points do.
COVERED = """async ([slug, settings]) => {
  const figure = document.querySelector(`figure.explorer[data-explorer="${slug}"]`);
  const found = [];
  const stands = {};
  for (const [place, setting] of settings.entries()) {
    await move(figure, setting);
    const texts = [...figure.querySelectorAll(".explorer-live svg text")].filter(isRead);
    for (const text of texts) {
      const { left, top } = lettersOf(text);
      const at = (stands[text.textContent] ??= [left, top]);
      if (Math.hypot(left - at[0], top - at[1]) > 1) stands[text.textContent] = [NaN, NaN];
    }
    for (const handle of figure.querySelectorAll(".explorer-handle:not([hidden])")) {
      const over = covering(handle);
      for (const text of texts) {
        if (over(lettersOf(text))) found.push([handle.dataset.controls, text.textContent, place]);
      }
    }
  }
  return found.filter(([, words]) => !Number.isNaN(stands[words][0]));
MOVE
  function isRead(text) {
    const isOfAxis = !text.closest("[data-mark], .role-mark") && !/\\p{L}/u.test(text.textContent);
    if (isOfAxis || !text.textContent.trim()) return false;
    const seen = (one) => !one || Number(one.getAttribute("opacity") ?? 1) > 0.05;
    const isRim = text.closest("[stroke]")?.getAttribute("stroke").startsWith("var(--nqpf-paper");
    return !isRim && seen(text) && seen(text.closest("[opacity]"));
  }

  function lettersOf(text) {
    const { x, y, width, height } = text.getBBox();
    const line = height / Math.max(1, text.querySelectorAll("tspan").length);
    const corners = [[x, y + 0.2 * line], [x + width, y + height - 0.12 * line]].map(
      (corner) => new DOMPoint(...corner).matrixTransform(text.getScreenCTM()),
    );
    const [xs, ys] = [corners.map((one) => one.x), corners.map((one) => one.y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    return { left, right, top: Math.min(...ys), bottom: Math.max(...ys) };
  }

  function covering(handle) {
    const { left, top, width, height } = handle.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const away = (low, high, at) => Math.max(low - at, 0, at - high);
    return (box) => {
      const gaps = [away(box.left, box.right, x), away(box.top, box.bottom, y)];
      const [along, aside] = handle.dataset.axes === "y" ? gaps.reverse() : gaps;
      const arrow = (5 / 6) * (19 - Math.max(along, 13));
      return Math.hypot(...gaps) < width / 2 || aside < arrow;
    };
  }
}""".replace("MOVE", MOVE)

GRID = 20


@pytest.mark.parametrize("wide", [375, 860])
def test_a_handle_at_an_end_of_its_range_covers_no_words(live: Live, wide: int) -> None:
    one = live.one
    ends = [
        one.start | {control.name: end}
        for control in one.controls
        if control.name in one.drag
        for end in (control.low, control.high)
    ]
    if not ends:
        return
    tried = [*ends, *one.settings_grid(GRID)]
    with as_wide_as(live, wide, 812):
        live.figure.locator(".explorer-handle").first.wait_for(state="attached")
        found = live.page.evaluate(COVERED, [one.slug, tried])
    covered = {(controls, words): tried[place] for controls, words, place in reversed(found)}
    assert covered == {}
