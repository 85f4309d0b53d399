"""What a reader takes along works: the archive unpacked, the notebooks run, the foot tells how."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nqpf.site.downloads import ARCHIVE, FOLDER
from nqpf.site.page_foot import last_change
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
