"""On a telephone every word of a chart is large enough to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
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
