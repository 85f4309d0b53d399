"""The book to take along: a valid EPUB that holds the book, still, and leads nowhere else."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from epub_checker import complaints
from nqpf import cli
from nqpf.exercises import exercises
from nqpf.explorers import explorers
from nqpf.places import ROOT
from nqpf.site.edition.contents import Edition, parts_of_the_book
from nqpf.site.edition.edition import EPUB, HOME, PDF
from nqpf.site.edition.epub import file_of, write_epub
from nqpf.site.edition.still import NotStill, kept_still_page, still_page

# What works with a script or a pointer alone, and what only a script reads.
MOVING = "script, button, input, select, textarea, form, [tabindex], [hidden], [popover], .katex"


@pytest.fixture(scope="module")
def book(site: Path) -> Path:
    """Return the EPUB that the site offers."""
    return site / EPUB


@pytest.fixture(scope="module")
def files(book: Path) -> dict[str, str]:
    """Return the texts of the EPUB by name."""
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def text_of(files: dict[str, str], page: str) -> BeautifulSoup:
    return BeautifulSoup(files[f"text/{file_of(page)}"], "html.parser")


def test_the_book_is_valid(book: Path) -> None:
    assert complaints(book) == []


def test_the_checker_sees_a_fault(book: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(broken, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "text/part1-ch02.xhtml":
                content = content.replace(b"</h2>", b"", 1)
            new.writestr(entry, content)
    assert complaints(broken)


def test_every_chapter_is_there_in_order_with_all_that_it_holds(
    site: Path, files: dict[str, str]
) -> None:
    pages = [name for part in parts_of_the_book(ROOT) for name in part.pages]
    chapters = [name for name in pages if re.search(r"/ch\d\d$", name)]
    assert len(chapters) == 19
    assert re.findall(r'href="text/([^"]+)"', files["nav.xhtml"]) == [file_of(n) for n in pages]
    shown = {one for name in chapters for one in ids(text_of(files, name), "figure.explorer")}
    there = {
        one
        for name in chapters
        for one in ids(BeautifulSoup((site / f"{name}.html").read_text("utf-8"), "html.parser"),
                       "figure.explorer")
    }  # fmt: skip
    assert shown == there
    assert len(shown) > 0.9 * len(explorers())
    asked = {one for name in pages for one in ids(text_of(files, name), "section.exercise")}
    assert asked >= {f"exercise-{one.slug}" for one in exercises().values() if one.is_published}


def ids(page: BeautifulSoup, selector: str) -> set[str]:
    return {str(one["id"]) for one in page.select(selector)}


def test_nothing_in_it_needs_a_script_and_nothing_is_asked_of_the_network(
    files: dict[str, str],
) -> None:
    for name, text in files.items():
        if name.startswith("text/"):
            page = BeautifulSoup(text, "html.parser")
            assert page.select(MOVING) == [], name
            assert not page.select("[src], [style*='url'], link[href^='http']"), name
            assert "var(--" not in text, name


def test_every_number_of_an_explorer_is_said_as_on_the_site(
    site: Path, files: dict[str, str]
) -> None:
    for name in ("chapters/part1/ch02", "chapters/part5/ch19"):
        page = BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
        still = text_of(files, name)
        for figure in page.select("figure.explorer"):
            mine = still.select_one(f"#{figure['id']}")
            assert mine
            assert said(mine) == said(figure)
            chart, drawn = mine.select_one("[role=img]"), figure.select_one("[role=img]")
            assert chart
            assert drawn
            assert chart["aria-label"] == drawn["aria-label"]
            assert len(chart.select("svg")) == 1
            assert chart.select("svg path, svg line, svg rect")
            assert mine.select_one(".explorer-settings")


def said(figure: object) -> list[str]:
    assert hasattr(figure, "select")
    return [" ".join(one.get_text().split()) for one in figure.select(".explorer-readouts p")]


def test_every_formula_is_there_as_mathml(site: Path, files: dict[str, str]) -> None:
    for part in parts_of_the_book(ROOT):
        for name in part.pages:
            page = (site / f"{name}.html").read_text(encoding="utf-8")
            article = BeautifulSoup(page, "html.parser").select_one("article.prose")
            assert article
            hidden = ".exercise-hints, .exercise-solution, .exercise-rubric, .own-model"
            for one in article.select(hidden):
                one.decompose()
            formulas = text_of(files, name).select("math")
            assert len(formulas) == len(article.select("math")), name


def test_terms_are_notes_where_they_stand(files: dict[str, str]) -> None:
    page = text_of(files, "chapters/part1/ch02")
    term = page.select_one("a[epub\\:type=noteref]")
    assert term
    note = page.select_one(str(term["href"]))
    assert note
    assert note.name == "aside"
    assert note.select_one("[lang=zh-Hans]")


def test_a_box_of_the_map_is_one_paragraph_that_says_its_name_once(files: dict[str, str]) -> None:
    boxes = text_of(files, "chapters/part1/ch01").select(".concept-map li")
    assert len(boxes) > 10
    for box in boxes:
        (line,) = box.select("p")
        name = line.select_one("strong")
        assert name
        said = line.get_text()
        assert said.startswith(name.get_text())
        assert "chapter " in said


def test_links_out_of_the_book_are_words_or_lead_to_the_site(site: Path, tmp_path: Path) -> None:
    parts = parts_of_the_book(ROOT)[:1]

    def links(address: str) -> set[str]:
        pages = [still_page(site, name) for name in parts[0].pages]
        day = Edition("Book", "Authors", "CC", date(2026, 1, 2), "en", address)
        with zipfile.ZipFile(write_epub(pages, parts, day, tmp_path / "b.epub")) as made:
            text = made.read("text/part1-ch02.xhtml").decode("utf-8")
        return set(re.findall(r'href="([^"]+)"', text))

    assert not [one for one in links("") if ".html" in one and "://" not in one]
    assert any(
        one.startswith("https://book.example/chapters/") for one in links("https://book.example/")
    )


def test_the_same_pages_give_the_same_bytes(site: Path, tmp_path: Path, book: Path) -> None:
    one = kept_still_page(site, "chapters/part1/ch03", tmp_path / "kept")
    again = kept_still_page(site, "chapters/part1/ch03", tmp_path / "kept")
    assert str(one.body) == str(again.body)
    assert one.drawings == again.drawings
    assert all("viewBox" in drawing for drawing in again.drawings)
    with zipfile.ZipFile(book) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert archive.infolist()[0].filename == "mimetype"


def test_the_home_page_offers_both_with_size_and_day(site: Path) -> None:
    page = BeautifulSoup((site / HOME).read_text(encoding="utf-8"), "html.parser")
    for book in (EPUB, PDF):
        line = page.select_one(f'li:has(a[href$="{book}"])')
        size = line and line.select_one(".edition-size")
        assert size
        assert re.fullmatch(r"\d+\.\d MB, \d{1,2} \w+ \d{4}", size.get_text())
        weight = (site / book).stat().st_size / 1e6
        assert float(size.get_text().split()[0]) == pytest.approx(weight, abs=0.06)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>no text</p>", "no text with a title"),
        ('<article class="prose"><h1>T</h1><figure class="explorer" data-explorer="x">'
         "</figure></article>", "explorer x has no chart"),
        ('<article class="prose"><h1>T</h1><span class="katex">x</span></article>', "no MathML"),
    ],
)  # fmt: skip
def test_a_page_without_a_still_form_is_named(tmp_path: Path, html: str, message: str) -> None:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    with pytest.raises(NotStill, match=message):
        still_page(tmp_path, "page")


def test_the_command_writes_the_book_that_the_site_offers(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "mine.epub"
    assert cli.main(["epub", "--out", str(made)]) == 0
    assert str(made) in capsys.readouterr().out
    assert made.read_bytes() == book.read_bytes()


def test_the_command_leads_links_to_an_address(tmp_path: Path) -> None:
    made = tmp_path / "mine.epub"
    assert cli.main(["epub", "--out", str(made), "--site", "https://book.example/"]) == 0
    with zipfile.ZipFile(made) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xhtml")]
    assert any('href="https://book.example/' in text for text in texts)
    assert complaints(made) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--site", "book.example"], "write the whole address"),
        (["--out", f"{__file__}/mine.epub"], "could not be written"),
    ],
)
def test_what_the_command_cannot_do_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["epub", *arguments]) == 1
    assert said in capsys.readouterr().err
