"""Drawings of boxes and arrows: one a chapter, read by eye and ear, whole on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nqpf.explorers.core.style import TOKENS
from nqpf.places import ROOT
from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.site.diagram.diagram import diagrams, dot, figure, svg
from playwright.sync_api import Browser, Page

ALL = list(diagrams().values())
CHAPTERS = sorted((ROOT / "chapters").glob("part*/ch??.md"))
# What the text of a page has on a phone that is 375 pixels wide.
PHONE = 343

MEASURE = """(svg) => {
  document.body.innerHTML = svg;
  const drawn = document.querySelector("svg");
  drawn.style.width = `${drawn.viewBox.baseVal.width}px`;
  const side = (box) => [box.left, box.top, box.right, box.bottom];
  const whole = side(drawn.getBoundingClientRect());
  const texts = [...drawn.querySelectorAll("text")].map((text) => {
    const group = text.parentNode;
    const box = group.querySelector("polygon") ? null : group.querySelector("path");
    const around = box ? side(box.getBoundingClientRect()) : whole;
    return { says: text.textContent, is: side(text.getBoundingClientRect()), around };
  });
  return texts;
}"""


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)(test)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """Return a page on which drawings are measured."""
    page = browser.new_page(viewport={"width": 800, "height": 900})
    yield page
    page.close()


def shown_in(chapter: Path) -> list[str]:
    return re.findall(r"^```\{diagram\} (\S+)$", chapter.read_text(encoding="utf-8"), re.M)


def test_every_chapter_has_a_drawing_and_every_drawing_its_chapter() -> None:
    for chapter in CHAPTERS:
        assert shown_in(chapter) or "```{concept-map}" in chapter.read_text("utf-8"), chapter.name
    shown = [name for chapter in CHAPTERS for name in shown_in(chapter)]
    assert sorted(shown) == sorted(diagrams())


@every
def test_all_that_is_drawn_is_in_the_books_colours(one: Diagram) -> None:
    tree = BeautifulSoup(svg(one), "html.parser")
    paints = {str(tag[a]) for a in ("fill", "stroke") for tag in tree.find_all(attrs={a: True})}
    known = {f"var(--nqpf-{name}, {light})" for name, (light, _dark) in TOKENS.items()}
    assert paints <= known | {"none", "transparent"}


@every
def test_a_listener_is_told_what_is_drawn(one: Diagram) -> None:
    tree = BeautifulSoup(figure(one), "html.parser")
    drawing = tree.select_one("[role=img]")
    assert drawing
    assert drawing["aria-label"] == one.description
    assert len(one.description) > 2 * len(one.title)
    caption = tree.select_one("figcaption")
    assert caption
    assert caption.get_text() == one.title
    assert not tree.find_all("title")


@every
def test_it_fits_a_phone_and_words_fit_their_boxes(one: Diagram, blank: Page) -> None:
    drawn = svg(one)
    [width] = re.findall(r"max-width:([\d.]+)px", drawn)
    assert float(width) <= PHONE
    texts: list[dict[str, Any]] = blank.evaluate(MEASURE, drawn)
    said = " ".join(text["says"].strip() for text in texts)
    for row in one.rows:
        assert all(word in said for words in row.values() for word in words.split())
    for place, text in enumerate(texts):
        left, top, right, bottom = text["is"]
        outer = text["around"]
        assert left > outer[0] - 0.5, text["says"]
        assert right < outer[2] + 0.5, text["says"]
        for other in texts[place + 1 :]:
            across = min(right, other["is"][2]) - max(left, other["is"][0])
            down = min(bottom, other["is"][3]) - max(top, other["is"][1])
            assert min(across, down) < 4, (text["says"], other["says"])


def test_words_with_quotes_and_signs_are_drawn_as_they_are() -> None:
    one = Diagram(
        "signs", "Signs", "A box.", [{"a": 'he said "R&D < 3"', "b": "x"}], [Arrow("a", "b")]
    )
    text = " ".join(t.get_text() for t in BeautifulSoup(svg(one), "html.parser").find_all("text"))
    assert text == 'he said "R&D < 3" x'


def test_an_arrow_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'c'.*is no box: a, b"):
        Diagram("lost", "Lost", "Lost.", [{"a": "A", "b": "B"}], [Arrow("a", "c")])
    with pytest.raises(ValueError, match="two boxes have one name"):
        Diagram("twice", "Twice", "Twice.", [{"a": "A"}, {"a": "B"}], [])


def test_boxes_keep_the_order_of_their_row() -> None:
    one = diagrams()["drawn-account"]
    assert '"capital" -> "labour"' in dot(one)
