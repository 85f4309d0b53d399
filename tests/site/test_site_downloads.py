"""What a reader takes along works: the archive unpacked, the notebooks run, the foot tells how."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nqpf.site.build.downloads import ARCHIVE, FOLDER
from nqpf.site.build.notebook_prose import Prose
from nqpf.site.frame.page_foot import last_change
from playwright.sync_api import Page
from site_pages import book_pages


def test_the_archive_reads_without_a_network(site: Path, tmp_path: Path, page: Page) -> None:
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    (top,) = tmp_path.iterdir()
    assert (top / "LICENSE").is_file()
    page.goto((top / "index.html").as_uri())
    page.wait_for_url("**/chapters/index.html")
    page.locator("figure.explorer").first.scroll_into_view_if_needed()
    page.locator("figure.explorer[data-ready]").first.wait_for()


def test_every_notebook_opens_on_its_install_line_and_runs(site: Path, tmp_path: Path) -> None:
    notebooks = sorted((site / FOLDER).glob("*.ipynb"))
    (wheel,) = (site / FOLDER).glob("*.whl")
    assert [path.stem for path in notebooks if path.stem.startswith("ch")]
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
        install, *code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        assert install == f"%pip install --quiet {wheel.name}"
        # The package alone is importable: nothing of the repository is on the path.
        program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n" + "\n".join(code)
        done = subprocess.run(
            [sys.executable, "-I", "-c", program],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{path.name}: {done.stderr}"


def test_the_sentences_of_a_notebook_have_no_role_left(site: Path) -> None:
    for path in sorted((site / FOLDER).glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        left = re.findall(r"\{[a-z:-]+\}`|^[`:]{3,}\{.*|\]\([^)]*\.md\)", prose, re.MULTILINE)
        assert not left, f"{path.name}: {left}"


def test_a_notebook_says_the_figures_that_its_page_says(site: Path) -> None:
    notebook = nbformat.read(site / FOLDER / "ch02.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    page = BeautifulSoup((site / "chapters/part1/ch02.html").read_text("utf-8"), "html.parser")
    sentence = "The official series answers 39."
    assert sentence in prose
    assert sentence in " ".join(page.get_text().split())
    assert "(Feenstra et al., 2015; Feenstra et al., 2023)" in prose


@pytest.fixture
def prose() -> Prose:
    """Return the sentences of a page that has said one figure."""
    return Prose({"share": "12%"}, {"assign": "Assign in a course"}.__getitem__)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{glue:text}`share` of it", "12% of it"),
        ("{gloss}`a small rest <tfp>` and {gloss}`wedges`", "a small rest and wedges"),
        ("{cite:p}`solow1957,romer1990`", "(Solow, 1957; Romer, 1990)"),
        ("{cite:t}`jones2020data` say", "Jones and Tonetti (2020) say"),
        ("see {chapter}`7`, {zh}`生产力`, {math}`\\alpha`", "see chapter 7, 生产力, $\\alpha$"),
        ("[](assign.md), [here](assign.md)", "Assign in a course, here"),
        (":::{admonition} Why?\n:class: contested\n\nSo.\n:::", "**Why?**\n\nSo.\n"),
        ("```{concept-map}\n```", "*The site shows this here: concept map.*"),
    ],
)  # fmt: skip
def test_what_only_the_site_understands_is_written_out(
    prose: Prose, typed: str, shown: str
) -> None:
    assert prose.readable(typed) == shown


def test_lists_at_the_end_hold_what_the_page_has_used(prose: Prose) -> None:
    made = prose.readable(
        "A {gloss}`wedge` {cite:p}`solow1957`.\n\n```{terms}\n```\n\n"
        "```{bibliography}\n:list: bullet\n```"
    )
    assert "- **wedge** 扭曲: A gap" in made
    assert "- Solow (1957). *Technical Change" in made


@pytest.mark.parametrize("typed", ["{glue:text}`nothing`", "{shout}`word`", "{cite:p}`nobody1900`"])
def test_what_has_no_meaning_is_an_error(prose: Prose, typed: str) -> None:
    with pytest.raises(KeyError):
        prose.readable(typed)


def test_every_foot_says_licence_citation_change_and_where_to_report(site: Path) -> None:
    for name in book_pages(site):
        soup = BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")
        foot = soup.find("footer", class_="page-foot")
        assert foot is not None, name
        words = " ".join(foot.get_text().split())
        for wanted in ("CC BY 4.0", "MIT", "How to cite", "interactive textbook", "error"):
            assert wanted in words, f"{name}: {wanted}"
    assert "This chapter as a notebook" in (site / "chapters/part1/ch02.html").read_text("utf-8")


def test_a_file_without_history_has_no_last_change(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n", encoding="utf-8")
    assert last_change(page) is None


def test_without_git_a_page_has_no_last_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_change(tmp_path / "page.md") is None
