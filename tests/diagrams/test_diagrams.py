"""Drawings of boxes and arrows: one a chapter, read by eye and ear, whole on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nqpf.explorers.core.style import TOKENS
from nqpf.places import ROOT
from nqpf.site.diagram import part1
from nqpf.site.diagram.declared import Arrow, Diagram
from nqpf.site.diagram.diagram import diagrams, dot, figure, svg
from nqpf.site.languages.translated import messages
from nqpf.site.translating.checking import read_file
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


KNOWN = {m.id: str(m.string) for path in messages() for m in read_file(path) if m.id}


def in_chinese(one: Diagram) -> Diagram | None:
    """Return a drawing with its words in Chinese, if they are translated."""
    rows = [{name: KNOWN.get(words, "") for name, words in row.items()} for row in one.rows]
    arrows = [replace(arrow, label=KNOWN.get(arrow.label, "")) for arrow in one.arrows]
    told = all(all(row.values()) for row in rows)
    return replace(one, rows=rows, arrows=arrows) if told else None


CHINESE = [chinese for one in ALL if (chinese := in_chinese(one))]


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


def test_the_drawings_of_the_chinese_pages_are_those_of_part_one() -> None:
    assert [one.name for one in CHINESE] == [one.name for one in part1.DIAGRAMS]


@pytest.mark.parametrize("one", CHINESE, ids=lambda one: one.name)
def test_characters_leave_room_in_their_boxes(one: Diagram, blank: Page) -> None:
    drawn = svg(one)
    [width] = re.findall(r"max-width:([\d.]+)px", drawn)
    assert float(width) <= PHONE
    boxes = [words for row in one.rows for words in row.values()]
    for text in blank.evaluate(MEASURE, drawn):
        room = 3 if any(text["says"] in words for words in boxes) else 0
        assert text["is"][0] > text["around"][0] + room, text["says"]
        assert text["is"][2] < text["around"][2] - room, text["says"]


def test_long_chinese_words_are_broken_and_no_line_begins_with_a_stop(blank: Page) -> None:
    words = "一个很长很长很长很长的方框，里面的字多于一行所能放下的数目"
    one = Diagram("long", "长", "一个方框。", [{"a": words, "b": "短"}], [])
    texts = [t["says"] for t in blank.evaluate(MEASURE, svg(one))]
    assert "".join(texts) == words + "短"
    assert len(texts) > 2
    assert not any(text[0] in "，。、；：" for text in texts)
    for text in blank.evaluate(MEASURE, svg(one)):
        assert text["is"][2] < text["around"][2] - 3, text["says"]


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
