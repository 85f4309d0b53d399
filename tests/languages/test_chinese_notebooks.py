"""The Chinese notebooks: they say what the Chinese pages say, and nothing in English."""

import re

import nbformat
import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from nqpf import words
from nqpf.places import ROOT
from nqpf.site.build.downloads import FOLDER, is_notebook, notebook_name, wheel_name
from nqpf.site.languages.citations import written
from nqpf.site.languages.notebook.emphasis import for_any_program
from nqpf.site.languages.notebook.messages import replaced
from nqpf.site.languages.notebook.prose import TranslatedProse
from nqpf.site.languages.notebook.take_along import english_in, reader
from nqpf.site.languages.translated import pages
from nqpf.site.reference.citations import bibliography

PAGES = [page for page in pages() if is_notebook(ROOT / f"{page}.md")]
HAN = re.compile(r"[\u3400-\u9fff]")


def notebook_of(site, page):
    path = site / "zh" / FOLDER / notebook_name(page)
    made = nbformat.read(path, as_version=4)
    nbformat.validate(made)
    return made


def prose_of(made):
    return "\n\n".join(cell.source for cell in made.cells if cell.cell_type == "markdown")


def letters(text):
    """Return a text without the spaces of its setting."""
    return re.sub(r"\s+", "", text)


def test_every_page_with_code_that_is_translated_has_a_notebook(site):
    made = {path.name for path in (site / "zh" / FOLDER).glob("*.ipynb")}
    assert made == {notebook_name(page) for page in PAGES}
    assert len(PAGES) == 6


@pytest.mark.parametrize("page", PAGES)
def test_the_foot_of_a_chinese_page_offers_the_chinese_notebook(site, page):
    soup = BeautifulSoup((site / f"zh/{page}.html").read_text(encoding="utf-8"), "html.parser")
    (link,) = soup.select('footer a[href$=".ipynb"]')
    (wheel,) = soup.select('footer a[href$=".whl"]')
    here = (site / f"zh/{page}.html").parent
    assert (here / link["href"]).resolve() == (site / "zh" / FOLDER / notebook_name(page)).resolve()
    assert (here / wheel["href"]).resolve() == (site / FOLDER / wheel_name()).resolve()
    assert "英文" not in link.get_text()


@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_says_nothing_in_english_and_leaves_no_sign_of_the_site(site, page):
    made = notebook_of(site, page)
    assert english_in(made) == []
    prose = prose_of(made)
    assert not re.findall(r"\{[a-z:-]+\}`|^[`:]{3,}\{.*|\]\([^)]*\.md\)", prose, re.MULTILINE)
    plain = MarkdownIt("commonmark", {"html": True}).enable("table").render(prose)
    shown = BeautifulSoup(re.sub(r"\$[^$]+\$", "", plain), "html.parser")
    for code in shown.select("code"):
        code.decompose()
    assert "*" not in shown.get_text()


@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_says_what_its_page_says(site, page):
    soup = BeautifulSoup((site / f"zh/{page}.html").read_text(encoding="utf-8"), "html.parser")
    for apart in soup.select("figure, .exercise, .bound, #sources, .reading-time, .math"):
        apart.replace_with("\N{ASTERISM}")
    said = [
        # A link to an English page says so; a notebook names the chapter and has no link.
        letters(one.get_text()).replace("（英文）", "")
        for one in soup.select("article section > p, article section > ul > li, section > ol > li")
    ]
    wanted = [text for text in said if HAN.search(text) and "\N{ASTERISM}" not in text]
    rendered = reader().render(prose_of(notebook_of(site, page)))
    shown = letters(BeautifulSoup(rendered, "html.parser").get_text())
    assert len(wanted) > (1 if page.endswith("self-test") else 30)
    assert [text for text in wanted if text not in shown] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_speaks_chinese_from_its_first_cell_on(site, page):
    made = notebook_of(site, page)
    title, notice, install, imports = made.cells[:4]
    assert title.source.startswith("# ")
    assert wheel_name() in notice.source
    assert install.source.split("\n") == [
        f"%pip install --quiet {wheel_name()}",
        "%env NQPF_LANGUAGE=zh_CN",
    ]
    assert imports.source.startswith("from nqpf.")
    for cell in made.cells:
        if cell.cell_type == "code" and "\ncheck(" in cell.source:
            assert "# 请仿照这里写下答案" in cell.source


def test_a_message_is_what_translators_have():
    text = (
        "# A *head*\n\nOne line\nand another.\n\n- an item\n  goes on\n\n"
        ":::{admonition} Why?\n:class: contested\n\nSo.\n:::\n\n"
        "| a | b |\n|---|---|\n| c | a |\n\n```{terms}\n```\n"
    )
    parser = create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)
    found = []

    def note(message):
        found.append(message)
        return f"<{len(found)}>"

    made = replaced(text, parser, note)
    assert found == [
        "A *head*", "One line and another.", "an item goes on", "Why?", "So.", "a", "b", "c", "a",
    ]  # fmt: skip
    assert made == (
        "# <1>\n\n<2>\n\n- <3>\n\n:::{admonition} <4>\n:class: contested\n\n<5>\n:::\n\n"
        "| <6> | <7> |\n|---|---|\n| <8> | <9> |\n\n```{terms}\n```\n"
    )


def test_what_the_catalogue_lacks_is_named(monkeypatch):
    # As in a process whose language is Chinese, with a catalogue that is empty.
    monkeypatch.setattr(words, "LANGUAGE", "zh_CN")
    prose = TranslatedProse({}, str, MarkdownIt("commonmark"))
    assert prose.readable("A text.\n\nAnother one.") == "A text.\n\nAnother one."
    assert prose.lacking == ["A text.", "Another one."]


def test_works_are_cited_as_on_the_pages():
    assert (
        written(["huang2024", "hsieh2009"], brackets=True)
        == "（黄群慧，2024；谢长泰和Klenow，2009）"
    )
    assert written(["huang2024"], brackets=False) == "黄群慧（2024）"


@pytest.mark.parametrize("key", ["xuedata", "rong2025"])
def test_a_work_without_a_year_says_so_in_chinese(key):
    assert bibliography()[key].fields.get("year", "n.d.") == "n.d."
    assert written([key], brackets=True).endswith("，日期不详）")
    assert written([key], brackets=False).endswith("（日期不详）")


@pytest.mark.parametrize(
    ("typed", "written_so"),
    [
        ("**词**：*后*", "**词**：*后*"),
        ("**词。**后", "<strong>词。</strong>后"),
        ("约**50%**的*词，*后", "约<strong>50%</strong>的<em>词，</em>后"),
        ("`a*b*`后，`**c。**d`", "`a*b*`后，`**c。**d`"),
        ("$a*b$和**词。**后$c*d$", "$a*b$和<strong>词。</strong>后$c*d$"),
    ],
)
def test_emphasis_is_read_by_every_program(typed, written_so):
    assert for_any_program(typed) == written_so


def test_emphasis_of_which_nobody_knows_the_end_is_refused():
    with pytest.raises(ValueError, match="where does emphasis end"):
        for_any_program("*词**词。**后*后")
