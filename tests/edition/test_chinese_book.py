"""The EPUB of the Chinese edition: valid, Chinese throughout, with all that its pages hold."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from epub_checker import complaints
from nqpf.site.edition.edition import EPUB, HOME, PDF
from nqpf.site.edition.epub import file_of, identifier
from nqpf.site.languages.book import english_in, parts_of_the_edition
from nqpf.site.languages.translated import FOLDER, pages

NAMES = [name for part in parts_of_the_edition(set(pages())) for name in part.pages]


@pytest.fixture(scope="module")
def book(site: Path) -> Path:
    """Return the EPUB that the Chinese home page offers."""
    return site / FOLDER / EPUB


@pytest.fixture(scope="module")
def files(book: Path) -> dict[str, str]:
    """Return the texts of the EPUB by name."""
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_the_chinese_book_is_valid(book: Path) -> None:
    assert complaints(book) == []


def test_the_book_says_nothing_in_english(book: Path, files: dict[str, str]) -> None:
    assert english_in(book) == []
    assert 'xml:lang="zh-CN"' in files["content.opf"]
    assert "新质生产力" in files["content.opf"]
    assert identifier("zh-CN") in files["content.opf"]
    assert identifier("zh-CN") != identifier("en")


def test_every_chapter_that_is_translated_is_there_in_order(
    site: Path, files: dict[str, str]
) -> None:
    assert len([name for name in NAMES if re.search(r"/ch\d\d$", name)]) == 5
    listed = re.findall(r'href="text/([^"]+)"', files["nav.xhtml"])
    assert listed == [file_of(name) for name in NAMES]
    for name in NAMES:
        page = BeautifulSoup((site / FOLDER / f"{name}.html").read_text("utf-8"), "html.parser")
        still = BeautifulSoup(files[f"text/{file_of(name)}"], "html.parser")
        for selector in ("figure.explorer[id]", "section.exercise[id]", "h2"):
            assert len(still.select(selector)) == len(page.select(f"article.prose {selector}"))
        said = [
            [" ".join(one.get_text().split()) for one in soup.select(".explorer-readouts p")]
            for soup in (page, still)
        ]
        assert said[0] == said[1]


def test_links_of_the_book_lead_inside_it(files: dict[str, str]) -> None:
    for name in NAMES:
        links = re.findall(r'<a [^>]*href="([^"]+)"', files[f"text/{file_of(name)}"])
        inside = [one for one in links if "://" not in one]
        assert not [one for one in inside if ".html" in one], name
        assert {f"text/{one.partition('#')[0]}" for one in inside if one[0] != "#"} <= set(files)


def test_the_solutions_of_every_exercise_stand_at_the_end(files: dict[str, str]) -> None:
    pages = [BeautifulSoup(files[f"text/{file_of(name)}"], "html.parser") for name in NAMES]
    asked = {
        str(one["id"]).removeprefix("exercise-")
        for page in pages
        for one in page.select("section.exercise[id]")
    }
    back = BeautifulSoup(files[f"text/{file_of('chapters/solutions')}"], "html.parser")
    solutions = back.select(".solution")
    assert len(asked) > 70
    assert {str(one["id"]).removeprefix("solution-") for one in solutions} == asked
    for one in solutions:
        link = one.select("a")[-1]
        file, _mark, place = str(link["href"]).partition("#")
        assert f'id="{place}"' in files[f"text/{file}"]
        assert len(one.get_text()) > len(link.get_text()) + 10


@pytest.mark.parametrize("book", [EPUB, PDF])
def test_the_chinese_home_page_offers_both_with_their_own_sizes(site: Path, book: str) -> None:
    home = BeautifulSoup((site / FOLDER / HOME).read_text(encoding="utf-8"), "html.parser")
    (link,) = home.select(f'a[href$="{book}"]')
    lies = site / FOLDER / book
    assert (site / FOLDER / HOME).parent.joinpath(str(link["href"])).resolve() == lies.resolve()
    size = link.find_next(class_="edition-size")
    assert size
    weight = lies.stat().st_size / 1e6
    assert float(size.get_text().split()[0]) == pytest.approx(weight, abs=0.06)
    assert "（英文" not in str(link.parent)
