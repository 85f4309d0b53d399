"""Numbers that a chapter looks up: one row is meant, and anything else is refused."""

import re
import sys

import pytest
from nqpf import prose
from nqpf.places import ROOT
from nqpf.prose import figure, years


def test_a_figure_is_found_by_what_its_row_says() -> None:
    found = figure(
        "growth_accounts_periods",
        "residual_pwt",
        country_code="CHN",
        period_start=1978,
        period_end=2019,
    )
    assert found == pytest.approx(0.0036, abs=5e-5)


@pytest.mark.parametrize("where", [{"country_code": "CHN"}, {"country_code": "XYZ"}])
def test_many_rows_or_none_are_refused(where: dict[str, str]) -> None:
    with pytest.raises(LookupError, match="one was meant"):
        figure("growth_accounts_periods", "residual_pwt", **where)


def test_a_word_is_no_figure() -> None:
    with pytest.raises(LookupError, match="not a number"):
        figure("growth_accounts_periods", "source_id", country_code="CHN", period_end=1990)


@pytest.mark.parametrize(
    ("dataset", "where", "written"),
    [
        ("misallocation_estimates", {"source_id": "tombe_zhu_2019"}, "2000–05"),
        ("misallocation_estimates", {"source_id": "btz_2013"}, "1985–2007"),
        ("border_effects", {"source_id": "mccallum_1995"}, "1988"),
    ],
)
def test_years_are_written_as_a_sentence_writes_them(
    dataset: str, where: dict[str, str], written: str
) -> None:
    assert years(dataset, **where) == written


def test_a_row_without_years_is_refused() -> None:
    with pytest.raises(LookupError, match="no years"):
        years("border_effects", source_id="intveld_2019")


def test_without_the_books_tools_nothing_is_glued_and_nothing_fails(monkeypatch):
    monkeypatch.setitem(sys.modules, "myst_nb", None)
    prose.say(share="12%")


def beside_a_chapter(monkeypatch, tmp_path, text):
    chapter = tmp_path / "chapters" / "part1" / "ch01"
    chapter.mkdir(parents=True)
    (chapter / "numbers.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(prose, "ROOT", tmp_path)


def test_the_numbers_of_a_chapter_lie_beside_it(monkeypatch, tmp_path):
    beside_a_chapter(monkeypatch, tmp_path, "def texts():\n    return {'share': '12%'}\n")
    assert prose.chapter_texts("ch01") == {"share": "12%"}


def test_a_number_of_a_chapter_is_refused_by_name(monkeypatch, tmp_path):
    beside_a_chapter(monkeypatch, tmp_path, "def texts():\n    return {'share': 0.12}\n")
    with pytest.raises(TypeError, match="share"):
        prose.chapter_texts("ch01")


def test_a_chapter_without_numbers_is_refused():
    with pytest.raises(LookupError, match="ch77"):
        prose.chapter_texts("ch77")


CHAPTERS = sorted((ROOT / "chapters").glob("part*/ch*.md"))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_text_of_a_chapter_is_one_that_a_sentence_uses(chapter):
    used = set(re.findall(r"\{glue:text\}`(\w+)`", chapter.read_text(encoding="utf-8")))
    assert set(prose.chapter_texts(chapter.stem)) == used


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_the_cells_of_a_chapter_are_code_that_an_economist_reads(chapter):
    text = chapter.read_text(encoding="utf-8")
    cells = re.findall(r"^```\{code-cell\}[^\n]*\n(.*?)^```", text, re.S | re.M)
    hidden = [cell for cell in cells if ":tags: [remove-cell]" in cell]
    assert len(hidden) == 1, "numbers belong into numbers.py beside the chapter"
    assert hidden[0].endswith(f'say(**chapter_texts("{chapter.stem}"))\n')
    assert [line for cell in cells for line in cell.splitlines() if len(line) > 100] == []


def test_what_is_folded_can_be_unfolded_without_a_script() -> None:
    # The theme folds an admonition of this class by a script that no page of the book has.
    for page in (ROOT / "chapters").rglob("*.md"):
        assert ":class: dropdown" not in page.read_text(encoding="utf-8"), page.name


def test_a_chapter_is_called_so_once() -> None:
    # The role writes the word: "chapter {chapter}`7`" would read "chapter chapter 7".
    for page in (ROOT / "chapters").rglob("*.md"):
        assert not re.search(r"(?i)chapters? \{chapter\}`", page.read_text(encoding="utf-8")), page
