"""What a reader takes along works: the archive unpacked, the notebooks run, the foot tells how."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import nbformat
import pytest
import site_pages
from bs4 import BeautifulSoup
from jupyter_lab import jupyterlab_alone, lab, run_all, run_first, without_the_book, write_and_run
from kept_page import is_local
from nqpf.exercises import Exercise, exercises, find
from nqpf.exercises.shown.text import call_of
from nqpf.explorers import Explorer, explorer
from nqpf.models.growth import growth_of_productivity
from nqpf.places import ROOT
from nqpf.prose import chapter_texts
from nqpf.site.build.downloads import ARCHIVE, FOLDER, is_notebook, notebook_name
from nqpf.site.build.notebook_prose import Prose
from nqpf.site.diagram.diagram import diagrams
from nqpf.site.frame.page_foot import last_change
from nqpf.site.languages.left_over import left_over
from nqpf.site.languages.notebook.take_along import reader as reading
from nqpf.site.languages.translated import FOLDER as EDITION
from parsed_page import parsed, with_class
from playwright.sync_api import Browser, Page, expect
from site_pages import book_pages

DRAWING = diagrams()["drawn-data"]
GROWTH = {
    "output_growth": 0.05,
    "capital_growth": 0.09,
    "labour_growth": 0.0,
    "capital_share": 0.4,
}


WIDGET = "application/vnd.jupyter.widget-view+json"


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


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment in which the first cell of a notebook installs."""
    return jupyterlab_alone(tmp_path_factory.mktemp("reader") / "environment")


def saved(site: Path, folder: Path, pattern: str) -> list[Path]:
    """Save notebooks and the package into one folder, as a reader does."""
    notebooks = sorted((site / FOLDER).glob(pattern))
    (wheel,) = (site / FOLDER).glob("*.whl")
    return [Path(shutil.copy(path, folder)) for path in [*notebooks, wheel]][:-1]


def test_every_notebook_runs_with_jupyterlab_and_what_its_first_cell_installs(
    site: Path, tmp_path: Path, reader: Path
) -> None:
    notebooks = saved(site, tmp_path, "*.ipynb")
    assert [path.stem for path in notebooks if path.stem.startswith("ch")]
    if site_pages.visited is not None:
        names = {notebook_name(page.removesuffix(".html")) for page in site_pages.visited}
        notebooks = [path for path in notebooks if path.name in names] or notebooks[:1]
    # The first run installs the package for the others.
    run_notebooks(reader, tmp_path, notebooks[:1])
    with ThreadPoolExecutor(2) as together:
        list(together.map(lambda n: run_notebooks(reader, tmp_path, notebooks[n::2]), (1, 2)))


def test_a_chinese_notebook_runs_and_answers_in_chinese(
    site: Path, tmp_path: Path, reader: Path
) -> None:
    (wheel,) = (site / FOLDER).glob("*.whl")
    shutil.copy(wheel, tmp_path)
    path = Path(shutil.copy(site / EDITION / FOLDER / "ch05.ipynb", tmp_path))
    run_notebooks(reader, tmp_path, [path])
    ran = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    outputs = [out.get("data", {}) for cell in ran.cells for out in cell.get("outputs", ())]
    told = [said_in(data) for data in outputs]
    assert sum(map(bool, told)) > 30
    assert [text for html in told for text in left_over(html)] == []
    explorers = [data["text/plain"] for data in outputs if WIDGET in data]
    assert any("8,537亿元" in text for text in explorers)


def said_in(output: dict[str, str]) -> str:
    """Return what an output of a notebook says, as HTML, without calls and what holds no words."""
    said = output.get("text/html") or escape(
        output.get("text/plain", "") if WIDGET in output else ""
    )
    if "text/markdown" in output:
        said = reading().render(output["text/markdown"])
    return re.sub(r"check\([^()]*\)", "", said)


def test_a_chapter_taken_along_can_be_used_as_run_it_yourself_says(
    site: Path, tmp_path: Path, reader: Path, browser: Browser
) -> None:
    saved(site, tmp_path, "ch02.ipynb")
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    foreign: list[str] = []
    context.on("request", lambda r: None if is_local(r.url) else foreign.append(r.url))
    page = context.new_page()
    with lab(reader, tmp_path) as address:
        page.goto(f"{address}/lab/tree/ch02.ipynb")
        run_first(page)
        page.reload()
        run_all(page)
        move_a_slider(page, explorer("sources-of-growth"))
        answer_an_exercise(page)
        click_an_option(page, find("what-a-small-residual-says"))
        change_a_model(page)
        context.close()
    assert not foreign


def move_a_slider(page: Page, one: Explorer) -> None:
    """Move the first slider of an explorer to its end: chart and sentences answer."""
    output = page.locator(".jp-OutputArea-output", has_text=one.title).first
    output.wait_for(timeout=240_000)
    chart = output.locator("svg.marks")
    chart.wait_for(timeout=60_000)
    control = next(c for c in one.controls if c.kind == "range")
    expect(output).to_contain_text(one.sentences()[0])
    before = chart.inner_html()
    output.locator(".widget-hslider", has_text=control.label).locator(".noUi-handle").press("End")
    expect(output).to_contain_text(one.sentences(**{control.name: control.high})[0])
    page.wait_for_function(
        "([svg, before]) => svg.innerHTML !== before", arg=[chart.element_handle(), before]
    )


def answer_an_exercise(page: Page) -> None:
    """Answer in the cell below an exercise, wrong and then right."""
    task = find("residual-by-hand").task
    code = page.locator(".cm-content", has_text="check('residual-by-hand'")
    cell = page.locator(".jp-CodeCell", has=code)
    for answer in ("no number", task.solution("0")):
        shown = write_and_run(page, cell, f"check('residual-by-hand', {answer!r})")
        expect(shown).to_contain_text(re.split(r"[*$`]", str(task.check(answer, "0")))[0].strip())


def click_an_option(page: Page, one: Exercise) -> None:
    """Choose by keyboard alone, by the words of an option, and read the verdict."""
    right = one.task.solution("0")
    shown = page.locator(".jp-OutputArea-output", has_text=one.title).first
    shown.get_by_role("radio", name=f"{right}. ").press("Space")
    shown.get_by_role("button", name="Check").press("Enter")
    expect(shown.get_by_role("alert")).to_have_text("Right.")
    words = re.split(r"[*$`]", one.task.check(right, "0").message)[0].strip()
    expect(shown).to_contain_text(words)


def change_a_model(page: Page) -> None:
    """Copy a model's function, change it and call it; call the model itself, too."""
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    new = page.locator(".jp-CodeCell.jp-mod-active")
    source = "def " + inspect.getsource(growth_of_productivity).partition("\ndef ")[2]
    source = source.replace("return (", "return 2 * (", 1)
    call = f"growth_of_productivity({', '.join(f'{name}={g}' for name, g in GROWTH.items())})"
    made = growth_of_productivity(**GROWTH)
    expect(write_and_run(page, new, f"growth.{call}")).to_have_text(str(made))
    copied = f"from nqpf.algebra import Scalar\n\n{source}\n\n{call}"
    expect(write_and_run(page, new, copied)).to_have_text(str(2 * made))


def run_notebooks(python: Path, folder: Path, notebooks: list[Path]) -> None:
    """Run notebooks from top to bottom; the first that fails says in which cell."""
    names = [path.name for path in notebooks]
    done = subprocess.run(
        # Other tests may keep the machine busy while a kernel starts.
        [str(python), "-m", "jupyter", "execute", "--inplace", "--startup_timeout=300", *names],
        cwd=folder, env=without_the_book(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    for name in names:
        # Whoever reads the outputs needs no extra step: nothing was said on the error stream.
        ran = nbformat.read(folder / name, as_version=4)  # type: ignore[no-untyped-call]
        outputs = [out for cell in ran.cells for out in cell.get("outputs", ())]
        assert [out for out in outputs if out.output_type == "error"] == [], name


def test_each_page_with_code_offers_a_notebook_of_its_own(site: Path) -> None:
    offered = {}
    for name in book_pages(site):
        source = ROOT / Path(name).with_suffix(".md")
        if source.exists() and is_notebook(source):
            links = parsed(site / name).xpath("//footer//a/@href")
            (link,) = [one for one in links if one.endswith(".ipynb")]
            path = (site / name).parent / link
            offered[name] = path.resolve()
    assert len(set(offered.values())) == len(offered) > 5
    for name, path in offered.items():
        made = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        title = (ROOT / name).with_suffix(".md").read_text(encoding="utf-8")
        assert made.cells[0].source.partition("\n")[0] in title, name


def test_a_notebook_opens_on_its_title_and_folds_what_prepares(site: Path) -> None:
    (wheel,) = (site / FOLDER).glob("*.whl")
    for path in sorted((site / FOLDER).glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
        title, notice, install = notebook.cells[:3]
        assert title.cell_type == notice.cell_type == "markdown"
        assert title.source.startswith("# ")
        installed = f'"{wheel.name}[course]"' if path.stem.startswith("assign") else wheel.name
        assert install.source == f"%pip install --quiet {installed}"
        preparing = [
            cell for cell in notebook.cells if "remove-cell" in cell.metadata.get("tags", ())
        ]
        assert all(cell.metadata["jupyter"]["source_hidden"] for cell in preparing), path.name


def test_a_cell_to_answer_in_stands_below_each_exercise(site: Path) -> None:
    notebook = nbformat.read(site / FOLDER / "ch02.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    imports = code[1]
    asked = [one for one in exercises().values() if one.chapter == 2 and one.is_published]
    assert len(asked) > 5
    namespace: dict[str, object] = {}
    exec(imports, namespace)
    for one in asked:
        (answer,) = [source for source in code if f"\ncheck({one.slug!r})" in source]
        assert call_of(one) in answer
        exec(answer, namespace)


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
    shown = " ".join(page.get_text().replace("’", "'").split())
    texts = chapter_texts("ch02")
    source = (ROOT / "chapters/part1/ch02.md").read_text("utf-8")
    # Sentences with figures and nothing else that only the site understands.
    told = re.findall(
        r"^[A-Z](?:[^`{}*\n]|\{glue:text\}`\w+`)*\{glue:text\}[^{}*\n]*\.$", source, re.M
    )
    assert len(told) > 5
    for line in told:
        sentence = re.sub(r"\{glue:text\}`(\w+)`", lambda name: texts[name[1]], line)
        assert sentence in prose
        assert sentence in shown
    assert "(Solow, 1957)" in prose


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
        (":::{dropdown} Derivation\nSo.\n:::", "**Derivation**\n\nSo.\n"),
        (":::{note}\nSo.\n:::", "**Note**\n\nSo.\n"),
        ("```{concept-map}\n```", "*The site shows this here: concept map.*"),
        ("```{diagram} drawn-data\n```", f"*{DRAWING.title}.* {DRAWING.description}"),
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
        (foot,) = with_class(parsed(site / name), "page-foot", "footer")
        told = " ".join(foot.text_content().split())
        for wanted in ("CC BY 4.0", "MIT", "How to cite", "interactive textbook", "error"):
            assert wanted in told, f"{name}: {wanted}"
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
