"""The Chinese edition as it lies in the site, beside the English one."""

import re

import pytest
from bs4 import BeautifulSoup
from nqpf.explorers import explorer
from nqpf.places import ROOT
from nqpf.site.edition.edition import EPUB, PDF
from nqpf.site.explorer.uses import read
from nqpf.site.languages.left_over import NO_PROSE, left_over
from nqpf.site.languages.switch import alternates
from nqpf.site.languages.translated import pages
from nqpf.site.translating.faults import HALF_WIDTH
from site_pages import all_pages

PAGES = pages()
"""What is translated; without any, there is no edition, and the site has one language."""
DOTS = "radial-gradient"
"""How the dots below stressed characters are painted."""


def soup_of(site, name):
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")


def test_only_pages_that_are_translated_exist_in_chinese(site):
    found = {name for name in all_pages(site) if name.startswith("zh/")}
    named = {f"zh/{page}.html" for page in PAGES}
    shown = {slug for page in PAGES for slug in read(page).explorers}
    own = {"zh/index.html", "zh/search.html"} if PAGES else set()
    assert found == named | own | {f"zh/embed/{slug}.html" for slug in shown}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_everything_in_chinese(site, page):
    html = (site / f"zh/{page}.html").read_text(encoding="utf-8")
    assert re.search(r'<html lang="zh-CN"', html)
    assert left_over(html) == []
    soup = BeautifulSoup(html, "html.parser")
    for code in soup.select("code, pre, script, style, textarea, .math, .katex"):
        code.decompose()
    assert re.findall(r"\{[a-z:]+\}`|\*\*|\{\w+\}", soup.main.get_text()) == []


@pytest.mark.parametrize("page", PAGES)
def test_punctuation_is_chinese_where_it_is_read_and_where_it_is_heard(site, page):
    soup = soup_of(site, f"zh/{page}.html")
    # Of a still nobody hears more than its label; links to take along stand beside one another.
    for apart in soup.select("pre, script, style, textarea, svg, .explorer-take-along, [lang=en]"):
        apart.decompose()
    for apart in soup.select("code, .math, .katex"):
        apart.replace_with("x")
    heard = [
        one[name] for one in soup.find_all() for name in ("aria-label", "title") if one.get(name)
    ]
    read_ = [
        one.get_text()
        for one in soup.select("p, li, td, th, dt, dd, label, summary, figcaption, option, h1, h2")
        if not one.find(["p", "li", "table", "div", "details"])
    ]
    assert len(read_) > 20
    texts = [" ".join(text.split()) for text in (*heard, *read_)]
    wrong = re.compile(rf"{HALF_WIDTH.pattern}|[，。；：！？）》] +\S")
    assert [text for text in texts if wrong.search(text)] == []


@pytest.mark.parametrize("page", PAGES)
def test_years_from_one_to_another_have_a_chinese_dash(site, page):
    soup = soup_of(site, f"zh/{page}.html")
    for apart in soup.select(", ".join([*NO_PROSE, "[lang=en]"])):
        apart.decompose()
    assert re.findall(r".{0,10}\d{4}–\d\d.{0,5}", soup.get_text()) == []


def test_references_are_marked_as_english_and_set_as_english_is(site, page, site_url):
    for name in ("part1/ch02", "reference/bibliography"):
        page.goto(f"{site_url}/zh/chapters/{name}.html")
        titles = page.locator("#sources li em, .citation em")
        assert titles.count() > 20
        first = titles.first
        assert first.evaluate("(title) => title.closest('[lang]').lang") == "en"
        assert first.evaluate("(title) => getComputedStyle(title).textEmphasisStyle") == "none"
    page.goto(f"{site_url}/zh/chapters/reference/glossary.html")
    pinyin = page.locator("dt [lang=zh-Latn]").first
    assert "Songti" not in pinyin.evaluate("(one) => getComputedStyle(one).fontFamily")
    page.goto(f"{site_url}/zh/chapters/part1/ch01.html")
    chinese = page.locator(".prose p em").first
    assert DOTS in chinese.evaluate("(one) => getComputedStyle(one).backgroundImage")


def test_a_dot_stands_below_each_stressed_character_and_below_nothing_else(page, site_url):
    seen = {True: 0, False: 0}
    for name in ("part1/ch01", "part1/ch02", "part1/ch03", "part1/ch04", "part1/ch05"):
        page.goto(f"{site_url}/zh/chapters/{name}.html")
        stressed = page.locator("article em:not(:lang(en))").evaluate_all(
            "nodes => nodes.map(one => [one.textContent, getComputedStyle(one).backgroundImage,"
            " getComputedStyle(one).textEmphasisStyle, one.matches('.line-below > *') ||"
            " (one.previousSibling?.textContent ?? '').endsWith('“')])"
        )
        for text, painted, marks, apart in stressed:
            dotted = bool(re.fullmatch("[\u4e00-\u9fff]+", text)) and not apart
            assert (DOTS in painted, marks) == (dotted, "none"), text
            seen[dotted] += 1
    assert seen[True] > 100
    assert seen[False] > 8


def test_on_paper_stress_is_another_type_and_no_picture(page, site_url):
    page.goto(f"{site_url}/zh/chapters/part1/ch02.html")
    page.emulate_media(media="print")
    stressed = page.locator(".prose p em:not(.passage)").first
    seen = stressed.evaluate(
        "one => ['fontWeight', 'backgroundImage'].map(name => getComputedStyle(one)[name])"
    )
    assert seen == ["600", "none"]


@pytest.mark.parametrize("width", [375, 1440])
def test_stress_pushes_no_lines_apart(page, site_url, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/zh/chapters/part1/ch02.html")
    uneven = page.locator("article > section p:has(> em:not(.passage))").evaluate_all(
        """nodes => nodes.filter(one => !one.querySelector(".math, code")).map(one => {
            const lines = one.clientHeight / parseFloat(getComputedStyle(one).lineHeight);
            return Math.abs(lines - Math.round(lines)) > 0.1 ? one.textContent : null; })"""
    )
    assert len(uneven) > 3
    assert [text for text in uneven if text] == []


def test_a_line_below_a_table_is_not_stressed_letter_by_letter(page, site_url):
    page.goto(f"{site_url}/zh/chapters/part1/ch02.html")
    dots = "nodes => nodes.map(node => getComputedStyle(node).backgroundImage)"
    below = page.locator(".prose p.line-below > em").evaluate_all(dots)
    assert set(below) == {"none"}


def test_no_stop_follows_a_question_mark(site):
    for page in ("part1/ch02", "part1/ch04"):
        for name in (f"chapters/{page}.html", f"zh/chapters/{page}.html"):
            said = [one.get_text() for one in soup_of(site, name).select(".exercise-joined")]
            assert any(re.search("[?？]", text) for text in said)
            assert [text for text in said if re.search(r"[?？]\s*[.。]", text)] == []


def test_the_home_page_says_how_large_the_books_are(site):
    soup = soup_of(site, "zh/chapters/index.html")
    told = [one.get_text() for one in soup.select(".edition-size")]
    assert len(told) == 2
    for size in told:
        assert re.fullmatch(r"\d+\.\d MB，\d{4}年\d{1,2}月\d{1,2}日", size)
    assert soup.select_one(".page-foot").get_text().count("新质生产力》作者（20") == 2


def test_an_explorer_is_cited_with_chinese_punctuation(site):
    soup = soup_of(site, "zh/embed/two-percentages.html")
    (words,) = [one.get_text() for one in soup.select("pre") if "探索图“" in one.get_text()]
    assert words.startswith("《新质生产力》作者（20")
    assert "：探索图“两个百分比”，第1章“读懂概念”，载于《新质生产力：交互式教材》，版本" in words


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_places_numbers_and_formulas(site, page):
    english, chinese = soup_of(site, f"{page}.html"), soup_of(site, f"zh/{page}.html")
    has = {one["id"] for one in chinese.select(".solution")}
    for one in english.select(".solution"):
        if one["id"] not in has:
            one.decompose()
    marks = [
        [one["id"] for one in soup.select("section[id], figure[id], .solution")]
        for soup in (english, chinese)
    ]
    assert marks[0] == marks[1]
    assert len(english.select(".math")) == len(chinese.select(".math"))
    values = [
        [(one["name"], one.get("data-value")) for one in soup.select("output[name]")]
        for soup in (english, chinese)
    ]
    assert sorted(map(str, values[0])) == sorted(map(str, values[1]))


def test_every_exercise_of_a_chapter_that_is_translated_is_solved_in_chinese(site):
    asked = {
        str(one["id"]).removeprefix("exercise-")
        for page in PAGES
        for one in soup_of(site, f"zh/{page}.html").select("section.exercise[id]")
    }
    solved = {
        str(one["id"]).removeprefix("solution-")
        for one in soup_of(site, "zh/chapters/solutions.html").select(".solution")
    }
    assert len(solved) > 70
    assert solved == asked


@pytest.mark.parametrize("page", PAGES)
def test_the_switch_leads_there_and_back(site, page):
    for name, other, tag in [
        (f"{page}.html", f"zh/{page}.html", "zh-CN"),
        (f"zh/{page}.html", f"{page}.html", "en"),
    ]:
        (link,) = soup_of(site, name).select("a.language-button")
        assert link["lang"] == link["hreflang"] == tag
        assert (site / name).parent.joinpath(link["href"]).resolve() == (site / other).resolve()


def test_a_page_that_is_not_translated_offers_no_other_language(site):
    assert soup_of(site, "chapters/part2/ch06.html").select(".language-button") == []


@pytest.mark.parametrize("page", PAGES)
def test_a_link_to_english_says_so(site, page):
    here = site / f"zh/{page}.html"
    edition = (site / "zh").resolve()
    for link in soup_of(site, f"zh/{page}.html").select("a[href]"):
        address = link["href"].partition("#")[0]
        if not address.endswith(".html") or "://" in address or "language-button" in str(link):
            continue
        leads_out = edition not in here.parent.joinpath(address).resolve().parents
        assert leads_out == ("（英文）" in link.get_text()), link


def test_what_both_languages_use_lies_in_the_site_once(site):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    own = [name for name in names if name.startswith("zh/")]
    assert not [name for name in own if re.match(r"zh/(_static|py|data)/", name)]
    taken = [name for name in own if name.startswith("zh/downloads/")]
    books = {name for name in taken if not name.endswith(".ipynb")}
    assert books == {f"zh/{EPUB}", f"zh/{PDF}"}
    sizes = {name: (site / name).stat().st_size for name in names}
    assert sum(sizes.values()) <= 1.6 * sum(sizes[name] for name in names if name not in set(own))


def test_each_language_has_a_search_of_its_own(site):
    terms = (site / "zh/terms.js").read_text(encoding="utf-8")
    assert "新质生产力" in terms
    assert explorer("three-drivers").title not in terms
    assert "part2/ch06" not in (site / "zh/searchindex.js").read_text(encoding="utf-8")
    assert "part2/ch06" in (site / "searchindex.js").read_text(encoding="utf-8")


def test_other_languages_are_announced_where_the_book_knows_its_address(site):
    page = PAGES[0]
    assert 'rel="alternate"' not in (site / f"{page}.html").read_text(encoding="utf-8")
    told = {one.tag: one.address for one in alternates(page, "https://book.example/")}
    assert told["zh-CN"] == f"https://book.example/zh/{page}.html"
    assert told["en"] == told["x-default"] == f"https://book.example/{page}.html"
    assert alternates("chapters/part2/ch06", "https://book.example/") == []


def test_the_words_of_the_book_are_in_the_repository():
    assert (ROOT / "locale" / "zh_CN" / "LC_MESSAGES").is_dir() == bool(PAGES)
