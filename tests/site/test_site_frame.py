"""The frame around every page: what it says of the page, and that readers see where they are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
from nqpf.site.plan.chapters import number_of
from parsed_page import of_class, parsed
from playwright.sync_api import Browser, Page, expect

CHAPTER = "chapters/part1/ch02.html"


def head(site: Path, name: str, what: str) -> str:
    """Return what a page's head says of one thing."""
    found = re.search(what, (site / name).read_text(encoding="utf-8"))
    assert found, f"{name} has no {what}"
    return found[1]


def test_each_chapter_has_its_own_description_and_number(site: Path) -> None:
    chapters = sorted(site.glob("chapters/part*/ch*.html"))
    texts = [
        head(site, str(one), r'<meta name="description" content="([^"]*)"') for one in chapters
    ]
    assert max(Counter(texts).values()) == 1
    assert not [text for text in texts if "Reading time" in text or len(text) < 60]
    for one in chapters:
        number = int(one.stem.removeprefix("ch"))
        assert head(site, str(one), r"<title>([^<]*)").startswith(f"{number}. ")
        assert head(site, str(one), r'<meta property="og:title" content="([^"]*)"').startswith(
            f"{number}. "
        )
        assert f"Chapter {number}. Reading time" in one.read_text(encoding="utf-8")


def test_a_description_holds_words_alone(site: Path) -> None:
    for page in (*site.glob("chapters/**/*.html"), *site.glob("zh/chapters/**/*.html")):
        said = head(
            site, page.relative_to(site).as_posix(), r'<meta name="description" content="(.*?)">'
        )
        assert "&lt;" not in said, page


def test_each_data_set_has_its_own_description(site: Path) -> None:
    """All their paragraphs come from a template, as HTML."""
    texts = [
        head(site, str(one), r'<meta name="description" content="([^"]*)"')
        for one in site.glob("chapters/reference/generated/datasets/*.html")
    ]
    assert len(texts) > 60
    assert max(Counter(texts).values()) <= 2  # input–output tables of two years are alike


def test_every_link_of_the_frame_to_a_chapter_has_its_number(site: Path) -> None:
    """From a chapter of the same part too, whose address names no part."""
    frame = (
        f"//*[@id='contents' or {of_class('page-turn')}]//a | //link[@rel='next' or @rel='prev']"
    )
    for path in sorted(site.glob("**/chapters/part*/*.html")):
        named = [
            (str(one.get("title") or " ".join(one.itertext())), number_of(address))
            for one in parsed(path).xpath(frame)
            if (address := urljoin(path.relative_to(site).as_posix(), one.get("href")))
        ]
        assert sum(number is not None for _words, number in named) >= 19, path
        for words, number in named:
            if number is not None:
                assert re.search(rf"(^|\s){number}\. ", words), (path, words)


def test_each_page_says_how_it_is_cited(site: Path) -> None:
    for name in (CHAPTER, "chapters/index.html", "chapters/reference/glossary.html"):
        for what in ("citation_title", "citation_author", "citation_publication_date"):
            assert head(site, name, f'<meta name="{what}" content="([^"]+)"')


def test_the_contents_stay_in_sight_on_a_desk_with_the_chapter_marked(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})
    page.goto(f"{site_url}/chapters/part5/ch17.html")
    line = page.locator("#contents [aria-current=page]")
    expect(line).to_have_text("17. Inclusive and green")
    expect(line).to_be_in_viewport()
    page.evaluate("() => window.scrollTo({ top: 6000, behavior: 'instant' })")
    expect(line).to_be_in_viewport()
    assert page.evaluate("() => window.scrollY") == pytest.approx(6000, abs=1)


def test_no_field_to_write_in_is_folded_away(site: Path) -> None:
    """Browsers that fill in forms lay the page out once for each of them, before it answers."""
    for path in sorted(site.glob("chapters/part*/ch*.html")):
        fields = list(parsed(path).iter("input", "textarea", "select"))
        assert len(fields) > 20, path
        assert not [one for one in fields if one.xpath("ancestor::details[not(@open)]")], path


@pytest.mark.parametrize("width", [375, 1280])
def test_an_icon_is_as_large_as_it_says(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site_url}/{CHAPTER}")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("svg.icon")].map((one) =>
          [Number(one.getAttribute("width")), one.getBoundingClientRect().width])
          .filter(([_said, shown]) => shown > 0)"""
    )
    assert sizes
    assert [one for one in sizes if one[0] != pytest.approx(one[1], rel=0.1)] == []


def test_the_head_of_a_page_fits_the_smallest_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    for edition in ("", "zh/"):
        page.goto(f"{site_url}/{edition}{CHAPTER}")
        buttons = page.locator(".page-button:visible")
        assert buttons.count() >= 4
        for button in buttons.all():
            assert button.evaluate("(one) => one.offsetHeight") <= 40
            assert button.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        brand, head = (page.locator(one).bounding_box() for one in (".page-brand", ".page-header"))
        assert brand
        assert head
        assert brand["height"] <= head["height"]
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_opening_a_chapter_does_not_scroll_it(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})
    page.goto(f"{site_url}/chapters/part5/ch17.html")
    expect(page.locator("#contents [aria-current=page]")).to_be_in_viewport()
    assert page.evaluate("() => window.scrollY") == 0


def test_the_section_that_is_read_is_marked(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/{CHAPTER}#worked-example-the-account-step-by-step")
    marked = page.locator(".page-sections [aria-current]")
    expect(marked).to_have_text("Worked example: the account, step by step")
    page.evaluate("() => document.querySelector('#more-than-a-residual').scrollIntoView()")
    expect(marked).to_have_text("More than a residual")


def test_a_formula_is_copied_once_as_it_is_written(browser: Browser, site_url: str) -> None:
    """It came twice, once for the eye and once for the ear, with each letter on a line."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}/chapters/part1/ch02.html")
    page.wait_for_load_state("networkidle")
    paragraph = page.locator(".prose p", has_text="stand for growth a year").first
    paragraph.evaluate("one => getSelection().selectAllChildren(one)")
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("Let $g$ stand for growth a year, of output $Y$, capital $K$")


@pytest.mark.parametrize("name", ["chapters/part1/ch02.html", "zh/chapters/part1/ch02.html"])
def test_a_screen_reader_jumps_to_explorers_and_exercises(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(f"{site_url}/{name}")
    titles = page.locator(".prose :is(.explorer-title, .exercise-title)")
    headings = page.locator(".prose").get_by_role("heading")
    assert titles.count() > 20
    assert titles.and_(headings).count() == titles.count()
    levels = titles.evaluate_all("all => all.map((one) => Number(one.ariaLevel))")
    assert set(levels) == {3, 4}


@pytest.mark.parametrize(
    "name",
    [CHAPTER, "zh/chapters/part1/ch02.html", "chapters/reference/generated/datasets/rd_china.html"],
)
def test_every_figure_has_a_name(page: Page, site_url: str, name: str) -> None:
    """By which a screen reader tells one from another: Chromium takes none from the caption."""
    page.goto(f"{site_url}/{name}")
    figures = page.locator(".prose figure")
    names = figures.evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert names
    assert all(names)
    for figure, own in zip(figures.all(), names, strict=True):
        assert own in figure.locator("figcaption").inner_text()
