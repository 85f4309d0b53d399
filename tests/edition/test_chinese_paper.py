"""The Chinese book on paper: set as Chinese is set, whole, with every reference and no English."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from epub_checker import complaints
from nqpf import cli
from nqpf.places import ROOT
from nqpf.site.edition.contents import Part
from nqpf.site.edition.edition import EPUB, HOME, PDF, edition_as_built, kept
from nqpf.site.edition.paper.markup import NOT_ON_PAPER, SOLUTIONS
from nqpf.site.edition.still import StillPage, kept_still_page
from nqpf.site.languages.book import parts_of_the_edition
from nqpf.site.languages.translated import FOLDER, built
from nqpf.site.languages.translated import pages as translated
from nqpf.site.plan.chapters import number_of
from nqpf.site.reference.glossary import terms
from pdf_pages import flat, outline, tags
from pypdf import PdfReader

HAN = "\u3400-\u9fff"
PARTS: list[Part] = parts_of_the_edition(set(translated()))
INDEXES = ["术语索引（按拼音排序）", "术语索引（按英文排序）"]


@pytest.fixture(scope="module")
def book(site: Path) -> PdfReader:
    """Return the PDF that the Chinese home page offers."""
    return PdfReader(site / FOLDER / PDF)


@pytest.fixture(scope="module")
def texts(book: PdfReader) -> list[str]:
    """Return what a reader's program finds on each page of it."""
    return [page.extract_text() for page in book.pages]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, StillPage]:
    """Return the pages that the book is set from, without what it leaves out."""
    names = [name for part in PARTS for name in part.pages]
    found = {name: kept_still_page(built(), name, kept(built())) for name in names}
    for page in found.values():
        for one in page.body.select(NOT_ON_PAPER):
            one.decompose()
    return found


def captions(site: Path) -> list[str]:
    """Return the titles of all parts of the book, as the Chinese home page lists them."""
    home = BeautifulSoup((site / FOLDER / HOME).read_text(encoding="utf-8"), "html.parser")
    return list(dict.fromkeys(flat(one.get_text()) for one in home.select(".caption-text")))


def test_the_outline_is_the_contents_in_chinese(
    site: Path, book: PdfReader, texts: list[str], pages: dict[str, StillPage]
) -> None:
    marks = outline(book)
    titles = [page.title for page in pages.values()]
    numbered = [
        flat(f"第{number}章{title}" if (number := number_of(name)) else title)
        for name, title in zip(pages, titles, strict=True)
    ]
    parts = [words for depth, words, _page in marks if depth == 0]
    assert parts == [one for one in captions(site) if one in parts]
    assert len(parts) == len(PARTS) == 3
    assert [words for depth, words, _page in marks if depth == 1] == [*numbered, *INDEXES]
    sections = sum(len(page.body.select("h2")) for page in pages.values())
    assert sum(depth == 2 for depth, _words, _page in marks) == sections
    contents = flat("".join(texts[2 : marks[0][2] - 1]))
    assert contents.startswith("目录")
    place = 0
    for depth, words, page in marks:
        assert words in flat(texts[page - 1]), (words, page)
        if depth < 3:
            place = contents.index(f"{words}{page}", place) + len(words)


def test_a_chapter_is_named_as_chinese_names_it(texts: list[str]) -> None:
    heads = [flat(text) for text in texts]
    assert any(head.startswith("第一部分有哪些主张") for head in heads)
    assert any(re.match(r"\d+第2章生产率与核心标志", head) for head in heads)


def test_no_reference_is_left_open(texts: list[str]) -> None:
    for number, text in enumerate(texts, start=1):
        assert "??" not in text, number
        assert not re.search(r"第页|\(page|{\w+}|asked on|solution on", flat(text)), (number, text)
    said = [int(one) for one in re.findall(r"（第(\d+)页）", flat("".join(texts)))]
    assert len(said) > 150
    assert max(said) <= len(texts)


def test_an_exercise_and_its_solution_name_each_others_page(texts: list[str]) -> None:
    pages = [flat(text) for text in texts]
    asked = {
        number: (place, int(solved))
        for place, text in enumerate(pages, start=1)
        for number, solved in re.findall(
            r"练习(\d+\.\d+)(?:(?!练习\d).){1,60}?解答见第(\d+)页", text
        )
    }
    solved = {
        number: (int(question), place)
        for place, text in enumerate(pages, start=1)
        for number, question in re.findall(
            r"练习(\d+\.\d+)(?:(?!练习\d).){1,60}?题目见第(\d+)页", text
        )
    }
    assert len(asked) > 70
    assert asked == solved
    ordered = [tuple(map(int, number.split("."))) for number in solved]
    assert ordered == sorted(ordered)


def test_every_exercise_is_solved(texts: list[str], pages: dict[str, StillPage]) -> None:
    whole = flat("".join(texts))
    solutions = pages[SOLUTIONS].body.select(".solution")
    # The self-test asks some again.
    asked = {str(one["id"]) for p in pages.values() for one in p.body.select(".exercise[id]")}
    assert len(solutions) == len(asked)
    assert whole.count("题目见第") == len(solutions)
    for one in solutions:
        first = one.select("p:not(.box-title)")[0]
        if not first.select("math, code"):
            assert flat(first.get_text())[:20] in whole, one["id"]


def test_every_figure_and_every_formula_is_there(
    book: PdfReader, pages: dict[str, StillPage]
) -> None:
    there = tags(book)
    for tag, selector in (("/Formula", "math"), ("/Figure", "svg"), ("/Table", "table")):
        held = sum(len(page.body.select(selector)) for page in pages.values())
        assert there[tag] == held > 10, tag


def test_every_explorer_says_on_paper_what_it_says_on_the_site(
    texts: list[str], pages: dict[str, StillPage]
) -> None:
    whole = flat("".join(texts))
    told = ".explorer-settings, .explorer-readouts p, .exercise-prompt p"
    said = [one for page in pages.values() for one in page.body.select(told)]
    plain = [flat(one.get_text()) for one in said if not one.select("math, a, code")]
    assert len(plain) > 100
    # A long one may go on on the next page, below its running head.
    assert [one for one in plain if one not in whole and len(one) < 50] == []


def test_programs_that_read_aloud_are_told_language_and_title(site: Path, book: PdfReader) -> None:
    root: Any = book.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert book.metadata
    assert book.metadata.title == "新质生产力"
    assert book.metadata.author == "《新质生产力》作者"
    elements = (book.get_object(number) for number in range(1, int(book.trailer["/Size"])))
    spoken = {str(one["/Lang"]) for one in elements if isinstance(one, dict) and "/Lang" in one}
    assert spoken >= {"zh-CN", "en-GB"}


def test_title_and_colophon_say_what_is_read_and_of_when_it_is(
    texts: list[str], site: Path
) -> None:
    made = edition_as_built(kept(built()))
    day = f"{made.day.year}年{made.day.month}月{made.day.day}日"
    assert (
        flat(texts[0]) == f"新质生产力NewQualityProductiveForces《新质生产力》作者版本日期：{day}"
    )
    assert f"版本{flat(made.version)}。文字CCBY4.0，代码MIT。" in flat(texts[1])
    assert re.search(r"\([0-9a-f]{12}\)$", made.version)


def test_chinese_signs_are_set_in_chinese_faces(book: PdfReader, texts: list[str]) -> None:
    fonts = {str(name).partition("+")[2].split("-")[0] for name in faces(book)}
    assert fonts == {
        "LibertinusSerif", "NewCMMath", "DejaVuSansMono", "NotoSerifSC", "NotoSansSC",
    }  # fmt: skip
    last = next(n for n, text in enumerate(texts) if flat(text).startswith("参考文献"))
    found: dict[str, set[str]] = {}
    for page in book.pages[5:last]:

        def note(text: str, _cm: Any, _tm: Any, font: Any, _size: Any) -> None:
            if font:
                found.setdefault(str(font["/BaseFont"]).partition("+")[2], set()).update(text)

        page.extract_text(visitor_text=note)
    chinese = {one for name, signs in found.items() if name.startswith("Noto") for one in signs}
    latin = {one for name, signs in found.items() if name.startswith("Libertinus") for one in signs}
    assert set("，。；：？、（）《》“”—") <= chinese
    # A dash stands in pinyin, too.
    assert not latin & set("，。；：？、（）《》“”")
    assert not re.search(f"[{HAN}]", "".join(latin))


def faces(book: PdfReader) -> set[str]:
    """Return the names of the fonts that lie in a file."""
    every = (book.get_object(number) for number in range(1, int(book.trailer["/Size"])))
    described = [one for one in every if isinstance(one, dict) and "/FontName" in one]
    assert all("/FontFile3" in one or "/FontFile2" in one for one in described)
    return {str(one["/FontName"]) for one in described}


def test_terms_are_sorted_as_the_glossary_sorts_them(
    texts: list[str], pages: dict[str, StillPage], book: PdfReader
) -> None:
    start, end = (page for _d, words, page in outline(book) if words in INDEXES)
    by_pinyin, by_words = flat("".join(texts[start - 1 : end - 1])), flat("".join(texts[end - 1 :]))
    listed = [str(one["id"]) for one in pages["chapters/reference/glossary"].body.select("dt[id]")]
    assert set(listed) == set(terms())
    for index in (by_pinyin, by_words):
        assert all(flat(one.chinese) in index for one in terms().values())
    place = 0
    for one in listed:
        words = flat(terms()[one].chinese + terms()[one].pinyin)[:12]
        assert words in by_pinyin[place:], (one, words)
        place = by_pinyin.index(words, place)
    assert re.search(r"全要素生产率quányàosùshēngchǎnlǜtotalfactorproductivity\d+，\d+", by_pinyin)


def nqpf(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command, which starts a process of its own in the language that is asked for."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "widgets")}
    environment.pop("NQPF_LANGUAGE", None)
    command = [sys.executable, "-m", "nqpf", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("command", "book"), [("paper", PDF), ("epub", EPUB)])
def test_the_commands_write_the_books_that_the_site_offers(
    site: Path, tmp_path: Path, command: str, book: str
) -> None:
    made = tmp_path / "mine"
    done = nqpf(command, "--language", "zh_CN", "--out", str(made))
    assert done.returncode == 0, done.stderr
    assert str(made) in done.stdout
    assert made.read_bytes() == (site / FOLDER / book).read_bytes()


def test_a_chapter_comes_by_itself_with_solutions_and_sources(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = nqpf("paper", "ch02", "--language", "zh_CN")
    assert done.returncode == 0, done.stderr
    chapter = PdfReader(tmp_path / "ch02-zh.pdf")
    highest = [words for depth, words, _page in outline(chapter) if depth == 0]
    assert highest == ["第2章生产率与核心标志", "解答", "引用文献"]
    text = flat("".join(page.extract_text() for page in chapter.pages))
    assert "练习2.1" in text
    assert "练习1.1" not in text
    assert "Solow,RobertM.(1957)" in text
    assert chapter.metadata
    assert chapter.metadata.title == "新质生产力：生产率与核心标志"


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("zh_CN", "zh/")])
def test_links_lead_to_pages_of_the_site(
    site: Path, tmp_path: Path, language: str, folder: str
) -> None:
    address = "https://book.example/"
    made = tmp_path / "with-address.pdf"
    done = nqpf("paper", "ch01", "--language", language, "--site", address, "--out", str(made))
    assert done.returncode == 0, done.stderr
    objects = PdfReader(made)
    every = (objects.get_object(number) for number in range(1, int(objects.trailer["/Size"])))
    actions = [one.get("/A", one) for one in every if isinstance(one, dict)]
    led = {str(one["/URI"]) for one in actions if "/URI" in one}
    own = {one for one in led if one.startswith(address)}
    places = {one.removeprefix(address).partition("#")[0] for one in own}
    assert {f"{folder}embed/three-drivers.html", "chapters/part2/ch06.html"} <= places
    assert {place for place in places if not (site / place).exists()} == set()


def test_the_book_with_an_address_is_valid(site: Path, tmp_path: Path) -> None:
    address = "https://book.example/"
    epub = tmp_path / "with-address.epub"
    assert nqpf("epub", "--language", "zh_CN", "--site", address, "--out", str(epub)).stderr == ""
    assert complaints(epub) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["paper", "--language", "fr"], "the book is not in fr: write --language en or zh_CN."),
        (["epub", "--language", "zh"], "the book is not in zh: write --language en or zh_CN."),
        (["paper", "ch06", "--language", "zh_CN"],
         "ch06 is not in zh_CN yet: choose among chapters that are, ch01 to ch05, or leave "
         "--language out."),
        (["paper", "ch20", "--language", "zh_CN"], "ch20 is no chapter: write ch01 to ch05"),
        (["epub", "--language", "zh_CN", "--site", "book.example"], "write the whole address"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_a_sentence(
    site: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert cli.main(arguments) == 1
    told = capfd.readouterr().err.strip()
    assert said in told
    assert "\n" not in told
    assert told.startswith("nqpf: ")


def test_a_language_without_a_chapter_is_said_in_a_sentence(site: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "widgets"),
        "NQPF_LANGUAGE": "zh_CN",
        "NQPF_LOCALE": str(tmp_path),
    }
    command = [sys.executable, "-m", "nqpf", "paper", "--language", "zh_CN"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "nqpf: no chapter is in zh_CN yet: leave --language out."
