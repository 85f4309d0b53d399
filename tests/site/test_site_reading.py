"""What once tripped a reader, or somebody who listens, stays mended on every page."""

import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from parsed_page import parsed, with_class
from site_pages import book_pages, written_chapters

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PARTS = (
    "The claim at its strongest",
    "A model in which it holds",
    "models? in which it fails",
    "What decides",
    "leans towards",
    "leans against",
    "Evidence up to",
    "by 2030",
)
CHAPTERS = written_chapters().values()


# What stands outside code and outside what is said to be Chinese.
UNMARKED = """.//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::pre)]
  [not(ancestor::*[starts-with(@lang, 'zh')])]"""


def prose_of(site: Path, name: str) -> HtmlElement:
    """Return what stands on a page, without its frame."""
    page = parsed(site / name)
    main = page.find(".//main")
    return page if main is None else main


def test_chinese_is_marked_as_chinese(site: Path) -> None:
    unmarked = [
        f"{name}: {text}"
        for name in book_pages(site)
        for text in prose_of(site, name).xpath(UNMARKED)
        if CHINESE.search(text)
    ]
    assert not unmarked


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_contested_claim_is_a_place_with_a_name(site: Path, name: str) -> None:
    boxes = with_class(prose_of(site, name), "contested")
    assert boxes
    for box in boxes:
        assert box.get("role") == "region"
        title = with_class(box, "admonition-title")[0]
        assert box.get("aria-label") == title.text_content().strip()


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_contested_claim_has_all_its_parts(site: Path, name: str) -> None:
    for box in with_class(prose_of(site, name), "contested"):
        said = [bold.text_content() for bold in box.xpath(".//p/strong")]
        for part in PARTS:
            assert any(re.search(part, bold, re.IGNORECASE) for bold in said), f"{name}: {part}"


def test_exercises_are_numbered_by_their_page(site: Path) -> None:
    def numbers(name: str) -> list[str]:
        return [one.text_content() for one in with_class(prose_of(site, name), "exercise-number")]

    assert numbers("chapters/part1/self-test.html") == [f"Exercise {n}" for n in range(1, 6)]
    assert numbers("chapters/part1/ch03.html")[:2] == ["Exercise 3.1", "Exercise 3.2"]


def test_no_page_shows_the_signs_of_its_source(site: Path) -> None:
    for name in book_pages(site):
        page = prose_of(site, name)
        for code in list(page.iter("code", "pre", "script", "style", "textarea")):
            code.drop_tree()
        signs = re.findall(r"\|[-—–]+\||\{[a-z:]+\}`|\*\*\w", page.text_content())
        assert not signs, f"{name}: {signs}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_table_has_its_heads_in_one_row(site: Path, name: str) -> None:
    """A second row with one name in it, as pandas writes for an index, is read out as columns."""
    tables = with_class(prose_of(site, name), "dataframe", "table")
    assert [len(table.xpath(".//thead//tr")) for table in tables] == [1] * len(tables)
