"""A chapter says how long it takes to read; other pages do not."""

import re
from pathlib import Path

from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils import new_document
from nqpf.site.frame.reading_time import minutes


def page_of(words: int) -> nodes.document:
    page = new_document("page")
    page += nodes.paragraph("", " ".join(["word"] * words))
    page += nodes.literal_block("", "code " * 5000)
    return page


def test_minutes_follow_the_words_of_the_text_in_steps_of_five() -> None:
    assert [minutes(page_of(words)) for words in (1, 1000, 1001, 3000)] == [5, 5, 10, 15]


def test_a_chapter_says_it_below_its_title(site: Path) -> None:
    chapter = BeautifulSoup((site / "chapters/part1/ch02.html").read_text("utf-8"), "html.parser")
    lines = [line.get_text() for line in chapter.select("h1 + p.reading-time")]
    assert len(lines) == 1
    said = re.search(r"about (\d+) minutes", lines[0])
    assert said
    assert 10 <= int(said[1]) <= 40


def test_a_page_of_reference_does_not(site: Path) -> None:
    text = (site / "chapters/reference/glossary.html").read_text("utf-8")
    assert "reading-time" not in text
