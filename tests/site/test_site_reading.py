"""What once tripped a reader, or somebody who listens, stays mended on every page."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
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


def prose_of(site: Path, name: str) -> Tag:
    """Return what stands on a page, without its frame."""
    page = BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")
    return page.main or page


def test_chinese_is_marked_as_chinese(site: Path) -> None:
    unmarked = [
        f"{name}: {text}"
        for name in book_pages(site)
        for text in prose_of(site, name).find_all(string=CHINESE)
        if not text.find_parent(["script", "style", "code", "pre"])
        if not text.find_parent(lang=re.compile("^zh"))
    ]
    assert not unmarked


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_contested_claim_is_a_place_with_a_name(site: Path, name: str) -> None:
    boxes = prose_of(site, name).select(".contested")
    assert boxes
    for box in boxes:
        assert box["role"] == "region"
        assert box["aria-label"] == box.select_one(".admonition-title").get_text(strip=True)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_contested_claim_has_all_its_parts(site: Path, name: str) -> None:
    for box in prose_of(site, name).select(".contested"):
        said = [bold.get_text() for bold in box.select("p > strong")]
        for part in PARTS:
            assert any(re.search(part, words, re.IGNORECASE) for words in said), f"{name}: {part}"


def test_exercises_are_numbered_by_their_page(site: Path) -> None:
    def numbers(name: str) -> list[str]:
        return [one.get_text() for one in prose_of(site, name).select(".exercise-number")]

    assert numbers("chapters/part1/self-test.html") == [f"Exercise {n}" for n in range(1, 6)]
    assert numbers("chapters/part1/ch03.html")[:2] == ["Exercise 3.1", "Exercise 3.2"]


def test_no_page_shows_the_signs_of_its_source(site: Path) -> None:
    for name in book_pages(site):
        page = prose_of(site, name)
        for code in page.select("code, pre, script, style, textarea"):
            code.decompose()
        signs = re.findall(r"\|[-—–]+\||\{[a-z:]+\}`|\*\*\w", page.get_text())
        assert not signs, f"{name}: {signs}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_table_has_its_heads_in_one_row(site: Path, name: str) -> None:
    """A second row with one name in it, as pandas writes for an index, is read out as columns."""
    tables = prose_of(site, name).select("table.dataframe")
    assert [len(table.select("thead tr")) for table in tables] == [1] * len(tables)
