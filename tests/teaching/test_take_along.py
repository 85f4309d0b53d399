"""What a reader takes along: frames that fit, pictures and numbers as files, and citations."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pandas
import pytest
from bs4 import BeautifulSoup, Tag
from explorer_page import near, opened
from nqpf.explorers import explorers
from nqpf.site.take_along.citing import UNKNOWN, bibtex, chapter_place, citation_words
from nqpf.site.take_along.take_along import SLIDE
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string
from site_pages import written_chapters

ALL = list(explorers().values())
SLUG = "sources-of-growth"
CHAPTER = "chapters/part1/ch02.html"
EMPTY = 130
"""Pixels that a frame may be taller than what it shows: less than a thumb's width on a screen."""


@functools.cache
def read(path: Path) -> BeautifulSoup:
    """Return a page of the site."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def frames(site: Path, slug: str) -> list[Tag]:
    """Return the frames that an explorer offers: for a page and for slides."""
    texts = read(site / f"embed/{slug}.html").select(".explorer-take-along .take-along-text pre")
    made = [BeautifulSoup(one.get_text(), "html.parser").find("iframe") for one in texts]
    return [one for one in made if isinstance(one, Tag)]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_a_page_to_embed_says_where_it_is_from(one, site: Path):
    page = read(site / f"embed/{one.slug}.html")
    foot = page.select_one("footer.alone-source")
    place = chapter_place(one.chapter)
    assert f"chapter {place.number}, “{place.title}”" in foot.get_text()
    assert "New Quality Productive Forces: an interactive textbook" in foot.get_text()
    back, home, licence = foot.find_all("a")
    chapter = (site / place.address).read_text("utf-8")
    mark = f"#{one.slug}" if f'id="{one.slug}"' in chapter else ""
    assert back["href"] == f"../{place.address}{mark}"
    assert (site / "embed" / home["href"]).exists()
    assert licence["rel"] == ["license"]
    for link in (back, home, licence):  # a frame is no place to read a chapter in
        assert link["target"] == "_blank"
    described = {
        meta.get("name") or meta.get("property"): meta["content"]
        for meta in page("meta")
        if meta.get("content")
    }
    assert described["description"] == described["og:description"] == one.question
    assert described["og:title"] == one.title


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_a_frame_has_address_title_and_size(one, site: Path):
    column, slide = frames(site, one.slug)
    for frame in (column, slide):
        assert frame["src"] == f"{UNKNOWN}/embed/{one.slug}.html"
        assert frame["title"] == one.title
    assert column["width"] == "100%"
    assert (int(slide["width"]), int(slide["height"])) == SLIDE


def bottom(page: Page) -> float:
    """Return where what an embedded page shows ends."""
    return page.evaluate(
        "() => document.querySelector('.alone-source').getBoundingClientRect().bottom"
    )


def test_every_explorer_fits_its_frames(browser: Browser, site: Path, site_url: str):
    """In a column nothing scrolls and little stays empty; on a slide all is in sight."""
    page = browser.new_page()
    for one in ALL:
        column, _slide = frames(site, one.slug)
        # A column of 720 pixels, less the frame's border.
        page.set_viewport_size({"width": 718, "height": int(column["height"]) - 2})
        page.goto(f"{site_url}/embed/{one.slug}.html")
        spare = int(column["height"]) - 2 - bottom(page)
        assert 0 <= spare <= EMPTY, (one.slug, spare)
        page.set_viewport_size({"width": SLIDE[0], "height": SLIDE[1]})
        assert bottom(page) <= SLIDE[1], one.slug
        beside = page.evaluate(
            """() => [".explorer-chart", ".explorer-controls"].map(
              (one) => document.querySelector(one).getBoundingClientRect().toJSON())"""
        )
        assert beside[0]["right"] <= beside[1]["left"], one.slug
        assert beside[0]["bottom"] <= SLIDE[1], one.slug
    page.close()


@pytest.fixture
def copying(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return a chapter's page that may use the clipboard, its explorer live."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, f"{site_url}/{CHAPTER}", SLUG)
    yield page
    context.close()


def test_what_is_copied_carries_the_address_of_the_site(copying: Page, site_url: str):
    figure = copying.locator(f"#{SLUG}")
    figure.locator(".explorer-take-along summary").click()
    for text in figure.locator(".take-along-text").all():
        text.get_by_role("button").press("Enter")
        expect(figure.locator(".take-along-said")).to_have_text("Copied.")
        copied = copying.evaluate("() => navigator.clipboard.readText()")
        assert copied == text.locator("pre").inner_text()
        assert f"{site_url}/" in copied
        assert UNKNOWN not in copied
        copying.evaluate("() => navigator.clipboard.writeText('')")
    # What was copied, pasted into another page, shows the explorer.
    frame = figure.locator(".take-along-text pre").first.inner_text()
    copying.goto(f"{site_url}/chapters/progress.html")
    copying.evaluate(
        "(html) => document.querySelector('article').insertAdjacentHTML('afterbegin', html)", frame
    )
    inside = copying.frame_locator("article > iframe")
    inside.locator("figure.explorer[data-ready=true]").wait_for()


def test_where_copying_is_refused_the_text_is_selected(page: Page, site_url: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened(page, f"{site_url}/embed/{SLUG}.html", SLUG)
    page.locator(".explorer-take-along summary").click()
    text = page.locator(".take-along-cited")
    text.get_by_role("button").click()
    expect(page.locator(".explorer .take-along-said")).to_contain_text("Selected")
    assert (
        page.evaluate("() => getSelection().toString()").strip() == text.locator("pre").inner_text()
    )


def taken(page: Page, button: str, folder: Path) -> Path:
    """Press a button, and return the file that the browser was given."""
    with page.expect_download() as download:
        page.locator(f"figure.explorer button[data-take={button}]").first.press("Enter")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture(params=["served", "unzipped"])
def alone(request, page: Page, site: Path, site_url: str) -> Page:
    """Return an explorer's own page, at an address and from a folder, moved off its start."""
    root = site_url if request.param == "served" else site.as_uri()
    opened(page, f"{root}/embed/{SLUG}.html#{SLUG}?capital_share=0.4", SLUG)
    for box in page.locator("details").all():
        box.evaluate("(box) => { box.open = true; }")
    return page


def test_the_picture_is_whole_in_another_program(alone: Page, tmp_path: Path):
    file = taken(alone, "svg", tmp_path)
    assert file.name == f"{SLUG}.svg"
    text = file.read_text("utf-8")
    assert "var(" not in text
    tree = ElementTree.fromstring(text)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(" ".join(tree.itertext()).split())
    one = explorers()[SLUG]
    for wanted in (
        one.title,
        one.description,
        "income: 40%",
        "Source: Solow (1957)",
        "CC BY 4.0",
        one.label,
    ):
        assert wanted in words, wanted


# Paints a picture and says how large it is and how many colours its points have.
SEEN = """async (data) => {
  const image = new Image();
  image.src = data;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: image.width, height: image.height });
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const points = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
  return { width: image.width, height: image.height, colours: new Set(points).size };
}"""


def test_the_picture_as_points_is_the_same_and_sharp(alone: Page, tmp_path: Path):
    import base64

    file = taken(alone, "png", tmp_path)
    assert file.read_bytes().startswith(b"\x89PNG")
    data = base64.b64encode(file.read_bytes()).decode()
    seen = alone.evaluate(SEEN, f"data:image/png;base64,{data}")
    tree = ElementTree.fromstring(taken(alone, "svg", tmp_path).read_text("utf-8"))
    assert seen["width"] == int(float(tree.attrib["width"])) * 3
    assert seen["width"] >= 1900
    assert seen["colours"] > 20


def test_the_numbers_are_those_of_the_setting(alone: Page, tmp_path: Path):
    one = explorers()[SLUG]
    table = one.at(capital_share=0.4).tables["bar"]
    file = taken(alone, "csv", tmp_path)
    assert file.name == f"{SLUG}-bar.csv"
    read = pandas.read_csv(file, comment="#")
    assert list(read) == ["Part", "Points a year"]
    assert list(read["Part"]) == [row["part"] for row in table.fixed]
    scale = table.columns["contribution"].form.scale
    assert list(read.iloc[:, 1]) == pytest.approx(
        [row["contribution"] * scale for row in table.fixed]
    )
    notes = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert notes[0] == f"# {one.title}"
    assert "income: 40%" in notes[1]
    assert notes[2].startswith("# Source: Solow (1957)")
    assert notes[3].endswith("CC BY 4.0.")
    plain = file.read_bytes()
    assert taken(alone, "excel", tmp_path).read_bytes() == b"\xef\xbb\xbf" + plain


def test_a_saved_table_can_be_read_of_every_explorer(page: Page, site_url: str):
    """Units stand in the head; each table comes back as it is shown, to the last digit."""
    for one in ALL[::9]:
        figure = opened(page, f"{site_url}/embed/{one.slug}.html", one.slug)
        for name, table in one.at().tables.items():
            figure.locator(".explorer-table").evaluate("(box) => { box.open = true; }")
            button = figure.locator(f".explorer-numbers:has([data-table='{name}']) [data-take=csv]")
            with page.expect_download() as download:
                button.click()
            text = Path(download.value.path()).read_text("utf-8")
            body = "".join(
                line for line in text.splitlines(keepends=True) if not line.startswith("#")
            )
            rows = pandas.read_csv(io.StringIO(body), dtype=str, keep_default_na=False)
            assert len(rows) == len(table.fixed), (one.slug, name)
            assert len(rows.columns) == len(table.columns)
            for place, column in enumerate(table.columns.values()):
                if column.form and column.form.after.strip():
                    assert rows.columns[place].endswith(f"{column.form.after.strip()})")


def test_citations_can_be_read_by_a_bibliography():
    entries = [bibtex(), *(bibtex(place=chapter_place(number)) for number in written_chapters())]
    entries += [bibtex(one.title, chapter_place(one.chapter), one.slug) for one in ALL]
    parsed = parse_string("\n\n".join(entries), "bibtex").entries
    assert len(parsed) == len(entries)
    for entry in parsed.values():
        [author] = entry.persons["author"]
        assert " ".join(author.last_names) == "{The authors of New Quality Productive Forces}"
        assert {"title", "year", "version", "url"} <= set(entry.fields)
    assert parsed["nqpf2026:ch02"].fields["chapter"] == "2"


def test_the_foot_of_a_page_can_be_copied(site: Path):
    for name in written_chapters().values():
        number = int(re.search(r"ch(\d\d)", name)[1])
        place = chapter_place(number)
        foot = read(site / name).select_one(".page-foot .take-along-cite")
        words, entry = (one.get_text() for one in foot.select("pre"))
        assert words == citation_words(place=place)
        assert entry == bibtex(place=place)
    foot = read(site / "chapters/index.html").select_one(".page-foot .take-along-cite")
    assert [one.get_text() for one in foot.select("pre")] == [citation_words(), bibtex()]


def test_without_a_script_texts_stand_there_and_no_button_promises_more(
    page_without_scripts: Page, site_url: str
):
    page_without_scripts.goto(f"{site_url}/embed/{SLUG}.html")
    page_without_scripts.locator(".explorer-take-along summary").click()
    assert page_without_scripts.locator(".take-along-text pre:visible").count() == 4
    assert page_without_scripts.locator("button[data-take]:visible").count() == 0
    expect(page_without_scripts.locator("footer.alone-source")).to_be_visible()


def test_the_script_that_takes_along_comes_when_it_is_asked_for(page: Page, site_url: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{site_url}/{CHAPTER}", SLUG)
    near(page, "the-record")
    assert not [url for url in asked if "take-along" in url]
    page.locator(f"#{SLUG} .explorer-take-along summary").click()
    page.locator(f"#{SLUG} [data-take=copy]").first.click()
    expect(page.locator(f"#{SLUG} .take-along-said")).not_to_have_text("")
    assert len([url for url in asked if "take-along" in url]) == 1


def test_the_page_for_instructors_names_what_there_is(site: Path):
    """Each step of the guide is a button or a heading that an explorer has."""
    guide = read(site / "chapters/teaching/embed-and-cite.html").select_one("article")
    named = {em.get_text() for em in guide.find_all("em")} - {"Copy", "How to cite"}
    shown = read(site / f"embed/{SLUG}.html").get_text()
    assert len(named) >= 8
    assert [one for one in named if one not in shown] == []
    assert "How to cite" in read(site / CHAPTER).get_text()
