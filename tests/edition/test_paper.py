"""The book on paper: all of it, references that name the right page, no sign that is missing."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import typst
from bs4 import BeautifulSoup
from nqpf import building, cli
from nqpf.explorers import explorers
from nqpf.places import ROOT
from nqpf.site.edition.contents import parts_of_the_book
from nqpf.site.edition.edition import PDF, edition_as_built, kept
from nqpf.site.edition.paper.compact import compact
from nqpf.site.edition.paper.markup import NOT_ON_PAPER, NotTypeset, Writer
from nqpf.site.edition.paper.typeset import Kept, NotPrinted, compiled, write_book, write_chapter
from nqpf.site.edition.still import StillPage, kept_still_page
from nqpf.site.reference.glossary import terms
from pdf_pages import flat, outline, tags
from pypdf import PdfReader

CHAPTER = "chapters/part1/ch02"


@pytest.fixture(scope="module")
def book(site: Path) -> PdfReader:
    """Return the PDF that the site offers."""
    return PdfReader(site / PDF)


@pytest.fixture(scope="module")
def texts(book: PdfReader) -> list[str]:
    """Return what a reader's program finds on each page of it."""
    return [page.extract_text() for page in book.pages]


@pytest.fixture(scope="module")
def pages(site: Path) -> list[StillPage]:
    """Return the pages that the book is set from, without what it leaves out."""
    names = [name for part in parts_of_the_book(ROOT) for name in part.pages]
    found = [kept_still_page(site, name, kept(site)) for name in names]
    for page in found:
        for one in page.body.select(NOT_ON_PAPER):
            one.decompose()
    return found


@pytest.fixture(scope="module")
def chapter(site: Path, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """Return a chapter by itself, as the command writes it."""
    file = tmp_path_factory.mktemp("paper") / "ch02.pdf"
    assert cli.main(["paper", "ch02", "--out", str(file)]) == 0
    return PdfReader(file)


def test_the_outline_is_the_contents(book: PdfReader, texts: list[str],
                                     pages: list[StillPage]) -> None:  # fmt: skip
    marks = outline(book)
    parts = parts_of_the_book(ROOT)
    titles = {page.name: page.title for page in pages}
    wanted = []
    for part in parts:
        wanted.append((0, flat(part.title)))
        for name in part.pages:
            number = re.search(r"/ch(\d\d)$", name)
            wanted.append((1, flat(f"{int(number[1])}" if number else "") + flat(titles[name])))
    found = [(depth, words) for depth, words, _page in marks if depth < 2]
    assert found[: len(wanted)] == wanted
    assert len(found) == len(wanted) + 2
    sections = sum(len(page.body.select("h2")) for page in pages)
    assert sum(depth == 2 for depth, _words, _page in marks) == sections
    first = marks[0][2]
    contents = flat("".join(texts[2 : first - 1]))
    place = 0
    for depth, words, page in marks:
        if depth < 3:
            line = f"{words}{page}"
            assert line in contents[place:], line
            place = contents.index(line, place) + len(words)


def test_every_bookmark_leads_to_its_words(book: PdfReader, texts: list[str]) -> None:
    for _depth, words, page in outline(book):
        assert words in flat(texts[page - 1]), (words, page)


def test_no_reference_is_left_open(texts: list[str]) -> None:
    for number, text in enumerate(texts, start=1):
        assert "??" not in text, number
        assert not re.search(r"(?:\(|solution on |asked on )page(?!\s+\d)", text), (number, text)
    said = [int(one) for text in texts for one in re.findall(r"\(page\s+(\d+)\)", text)]
    assert len(said) > 700
    assert max(said) <= len(texts)


def test_a_reference_names_the_page_where_the_exercise_stands(texts: list[str]) -> None:
    (there,) = [n for n, text in enumerate(texts, 1) if re.search(r"Exercise 2\.1\s+Before", text)
                and "solution on page" in text]  # fmt: skip
    solved = re.search(r"Exercise 2\.1\b.*solution on page\s(\d+)", texts[there - 1])
    assert solved
    back = re.search(r"Exercise 2\.1\b.*asked on page\s(\d+)", texts[int(solved[1]) - 1])
    assert back
    assert int(back[1]) == there


def test_solutions_stand_in_the_order_of_their_exercises(texts: list[str]) -> None:
    said = re.findall(r"Exercise (\d+)\.(\d+)\b[^\n]*asked on page", "\n".join(texts))
    found = [(int(chapter), int(number)) for chapter, number in said]
    assert len(found) > 250
    assert found == sorted(found)


def test_every_figure_and_every_formula_is_there(book: PdfReader, pages: list[StillPage]) -> None:
    there = tags(book)
    assert there["/Formula"] == sum(len(page.body.select("math")) for page in pages)
    assert there["/Figure"] == sum(len(page.body.select("svg")) for page in pages)
    assert there["/Figure"] > 100
    assert there["/Table"] == sum(len(page.body.select("table")) for page in pages)


def test_every_explorer_says_on_paper_what_it_says_on_the_site(
    texts: list[str], pages: list[StillPage]
) -> None:
    whole = flat("".join(texts)).replace("-", "")
    for page in pages:
        for one in page.body.select(".explorer-settings, .explorer-readouts p, .exercise-prompt p"):
            if not one.select("math, a"):
                assert flat(one.get_text()).replace("-", "") in whole or split_by_a_page(one), one


def split_by_a_page(one: Any) -> bool:
    """Return whether a text is long enough to go on on the next page, below its running head."""
    return len(one.get_text()) > 100


def test_chinese_words_can_be_found_and_the_index_has_every_term(texts: list[str]) -> None:
    assert "新质生产力" in texts[0]
    start = next(n for n, text in enumerate(texts) if text.startswith("Index of terms"))
    index = flat("".join(texts[start:]))
    for term in terms().values():
        assert flat(term.chinese) in index, term.chinese
    line = re.search(
        r"total factor productivity 全要素生产率\s+([\d, –\n]+)", "".join(texts[start:])
    )
    assert line
    assert len(line[1].split(",")) > 3


def test_programs_that_read_aloud_are_told_language_title_and_structure(book: PdfReader) -> None:
    root: Any = book.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert book.metadata
    assert book.metadata.title == "New Quality Productive Forces"
    assert book.metadata.author == "The authors of New Quality Productive Forces"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_every_font_is_in_the_file(book: PdfReader) -> None:
    every = (book.get_object(number) for number in range(1, int(book.trailer["/Size"])))
    described = [one for one in every if isinstance(one, dict) and "/FontName" in one]
    assert {str(one["/FontName"]).partition("+")[2].split("-")[0] for one in described} == {
        "LibertinusSerif", "NewCMMath", "DejaVuSansMono", "NotoSerifSC", "NotoSansSC",
    }  # fmt: skip
    assert all("/FontFile3" in one or "/FontFile2" in one for one in described)


def test_a_chapter_comes_by_itself_with_solutions_and_sources(chapter: PdfReader) -> None:
    marks = outline(chapter)
    highest = [words for depth, words, _page in marks if depth == 0]
    assert highest == ["2Productivityanditshallmark", "Solutions", "Workscited"]
    assert 20 < len(chapter.pages) < 50
    text = "".join(page.extract_text() for page in chapter.pages)
    assert "Exercise 2.1" in text
    assert "Exercise 1.1" not in text
    assert "Solow, Robert M. (1957)" in text
    assert "Aumann" not in text
    assert chapter.metadata
    assert chapter.metadata.title == (
        "Productivity and its hallmark. New Quality Productive Forces"
    )


def test_every_work_of_a_chapter_stands_in_the_back(site: Path, chapter: PdfReader) -> None:
    page = kept_still_page(site, CHAPTER, kept(site))
    listed = page.body.select("section#sources li")
    start = next(page for _d, words, page in outline(chapter) if words == "Workscited")
    back = flat("".join(one.extract_text() for one in chapter.pages[start - 1 :]))
    assert len(listed) > 20
    for one in listed:
        assert flat(one.get_text())[:60] in back, one
    assert page.body.select("section#sources > *:not(h2, ul)") == []


def test_with_an_address_each_explorer_has_a_code_and_says_where_it_moves(
    site: Path, tmp_path: Path, chapter: PdfReader
) -> None:
    file = tmp_path / "with-address.pdf"
    asked = ["paper", "ch02", "--site", "https://book.example/", "--out", str(file)]
    assert cli.main(asked) == 0
    made = PdfReader(file)
    shown = [one.slug for one in explorers().values() if one.chapter == 2]
    text = flat("".join(page.extract_text() for page in made.pages))
    there = [slug for slug in shown if f"book.example/embed/{slug}.html" in text]
    assert len(there) >= 4
    assert tags(made)["/Figure"] == tags(chapter)["/Figure"] + len(there)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ch20"], "ch20 is no chapter: write ch01 to ch19"),
        (["self-test"], "self-test is no chapter"),
        (["ch02", "--site", "book.example"], "write the whole address"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert cli.main(["paper", *arguments]) == 1
    assert said in capsys.readouterr().err


def test_without_a_site_as_the_book_is_now_nothing_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(building, "STAMP", tmp_path / "none")
    assert cli.main(["paper"]) == 1
    assert "run `nqpf build`" in capsys.readouterr().err
    with pytest.raises(NotPrinted, match="nqpf build"):
        Kept(tmp_path).known(CHAPTER)


def test_the_same_pages_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    pieces = tmp_path / "paper"
    shutil.copytree(kept(site) / "paper", pieces, ignore=shutil.ignore_patterns("*.pdf*", "*.typ"))
    edition = edition_as_built(kept(site))
    again = write_book(Kept(pieces), parts_of_the_book(ROOT), edition, tmp_path / "again.pdf")
    assert again.read_bytes() == (site / PDF).read_bytes()
    first = write_chapter(Kept(pieces), CHAPTER, "Title", edition, tmp_path / "one.pdf")
    stamp = (pieces / "one.pdf").stat().st_mtime_ns
    assert first == write_chapter(Kept(pieces), CHAPTER, "Title", edition, tmp_path / "one.pdf")
    assert (pieces / "one.pdf").stat().st_mtime_ns == stamp
    other = dataclasses.replace(edition, version="another")
    write_chapter(Kept(pieces), CHAPTER, "Title", other, tmp_path / "one.pdf")
    assert (pieces / "one.pdf").stat().st_mtime_ns > stamp


def plain_book() -> bytes:
    """Return a PDF of three pages as Typst writes it."""
    source = '#set document(title: "T", date: none)\n= One\n#pagebreak() == two\n#pagebreak() *3*'
    made = typst.compile(source.encode(), pdf_standards="ua-1", timestamp=0)
    assert isinstance(made, bytes)
    return made


def test_a_compact_file_holds_the_same_objects() -> None:
    pdf = plain_book()
    small = compact(pdf)
    assert b"/ObjStm" in small
    before, after = (PdfReader(io.BytesIO(one), strict=True) for one in (pdf, small))
    for number in range(1, int(before.trailer["/Size"])):
        one, other = before.get_object(number), after.get_object(number)
        assert without_reader(one) == without_reader(other), number
    assert [p.extract_text() for p in before.pages] == [p.extract_text() for p in after.pages]
    assert before.trailer["/ID"] == after.trailer["/ID"]


def test_the_objects_of_the_book_lie_in_streams(site: Path) -> None:
    packed = (site / PDF).read_bytes()
    assert packed.count(b"endobj") < 3000
    assert len(PdfReader(io.BytesIO(packed), strict=True).pages) > 400


def without_reader(one: Any) -> str:
    """Return an object as text; a reference names, beside its number, who read it."""
    data = one.get_data() if hasattr(one, "get_data") else b""
    return re.sub(r"IndirectObject\((\d+), 0, \d+\)", r"\1 0 R", str(one)) + str(data)


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\n", plain_book()[:-40], plain_book() + b"x"])
def test_a_file_of_another_layout_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="The PDF"):
        compact(broken)


def still(html: str) -> StillPage:
    """Return a page with these elements."""
    body = BeautifulSoup(f'<article class="prose">{html}</article>', "html.parser").article
    assert body
    return StillPage("chapters/part1/ch02", "Title", body, [])


def test_an_element_that_is_not_typeset_is_named(tmp_path: Path) -> None:
    for html, said in (
        ("<video></video>", "<video>"),
        ("<p>so <kbd>it</kbd></p>", "<kbd> within a line"),
        ("so it is", "words outside paragraphs"),
        ('<figure class="explorer" id="x"></figure>', "x has no .explorer-chart"),
    ):
        with pytest.raises(NotTypeset, match=re.escape(said)):
            Writer(still(html), tmp_path).piece()


def set_alone(folder: Path, markup: str) -> bytes:
    """Return a small book of its own."""
    edition = edition_as_built(kept(ROOT / "_build" / "html"))
    source = f'#set document(title: "T")\n#set text(font: "Libertinus Serif")\n{markup}'
    return compiled(Kept(folder), "small", source, {}, edition.day)


def test_no_sign_is_printed_that_no_font_has_and_no_warning_passes(
    site: Path, tmp_path: Path
) -> None:
    made = PdfReader(io.BytesIO(set_alone(tmp_path, "新质生产力 ǚ")))
    assert "新质生产力" in made.pages[0].extract_text()
    with pytest.raises(NotPrinted, match="could not be displayed"):
        set_alone(tmp_path, "\U00012000")
    with pytest.raises(NotPrinted, match="unknown font"):
        set_alone(tmp_path, '#text(font: "Nowhere")[a]')


def test_signs_of_a_page_are_never_taken_for_markup(tmp_path: Path, site: Path) -> None:
    said = '#set *a* _b_ $c$ <d> @e `f` = - + / ~ \\ "g" [h] {i} 1. //j /*k*/ https://l.example'
    page = BeautifulSoup("<p></p>", "html.parser")
    assert page.p
    page.p.string = said
    (block,) = Writer(still(f"<p>{page.p.decode_contents()}</p>"), tmp_path).piece().blocks
    text = PdfReader(io.BytesIO(set_alone(tmp_path, block[1]))).pages[0].extract_text()
    assert flat(text) == flat(said)
