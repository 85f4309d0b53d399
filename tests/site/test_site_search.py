"""The book's words are found, in English and Chinese, over HTTP and from a folder of files."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from exercise_points import in_javascript
from nqpf.site.search.language import EnglishAndChinese, spelt
from playwright.sync_api import Browser, Page, expect

GLOSSARY = "chapters/reference/glossary.html"
# What a reader types, and a page that must be among the first three answers.
WANTED = {
    "新质生产力": f"{GLOSSARY}#new-quality-productive-forces",
    "新质": f"{GLOSSARY}#new-quality-productive-forces",
    "新質生產力": f"{GLOSSARY}#new-quality-productive-forces",
    "全要素": f"{GLOSSARY}#total-factor-productivity",
    "產業體系": f"{GLOSSARY}#modern-industrial-system",
    "生产力": f"{GLOSSARY}#productive-forces",
    "产业体系": f"{GLOSSARY}#modern-industrial-system",
    "要素": f"{GLOSSARY}#factor-of-production",
    "factor share": f"{GLOSSARY}#capital-share",
    "wedge": f"{GLOSSARY}#wedge",
    "TFP": f"{GLOSSARY}#total-factor-productivity",
    "total factor": f"{GLOSSARY}#total-factor-productivity",
    "shengchanli": f"{GLOSSARY}#productive-forces",
    "residual": "chapters/part1/ch02.html",
    "labor share": f"{GLOSSARY}#labour-share",
    "modernization": f"{GLOSSARY}#chinese-style-modernisation",
    "A small sector, a large loss": "chapters/part3/ch13.html#small-sector-large-loss",
    "Two years for one": "chapters/part5/ch17.html#exercise-two-years-for-one",
    # One letter is missing, wrong, or in its neighbour's place.
    "producitvity": f"{GLOSSARY}#productivity",
    "elasticoty": f"{GLOSSARY}#elasticity",
    "wegde": f"{GLOSSARY}#wedge",
    "monoply": "chapters/part4/ch16.html",  # a word of texts, and of no name
}
# What stands before all else: an explorer before what is looked up in, and a chapter by its number.
FIRST = {
    "How sure is a rank?": "chapters/part5/ch18.html#how-sure-a-rank",
    "Pipeline or platform": "chapters/part3/ch11.html#pipeline-or-platform",
    "Chapter 5": "chapters/part1/ch05.html",
    "exercise 2.6": "chapters/part1/ch02.html#exercise-residual-by-hand",
}
# Searches that a student would type, and the first answer that a reader of the book wished for
# each, having looked at the first five. Of Kaldor the book does not speak.
WISHED = {
    "productivity": f"{GLOSSARY}#productivity",
    "what is TFP": f"{GLOSSARY}#total-factor-productivity",
    "Kaldor": "",
    "Baumol": f"{GLOSSARY}#cost-disease",
    "overcapacity": f"{GLOSSARY}#overcapacity",
    "data as a factor": f"{GLOSSARY}#data-as-a-factor",
    "new quality productive forces": f"{GLOSSARY}#new-quality-productive-forces",
    "misallocation gains": "chapters/part1/ch05.html",
    "analyze": f"{GLOSSARY}#sensitivity-analysis",
    "price of patents": "chapters/part4/ch16.html",
    "Gini": f"{GLOSSARY}#gini-coefficient",
    "labor share": f"{GLOSSARY}#labour-share",
    "creative destruction": f"{GLOSSARY}#creative-destruction",
    "network effects": "chapters/part4/ch15.html",
    "input output": f"{GLOSSARY}#input-output-table",
    "how is the Solow residual measured?": f"{GLOSSARY}#solow-residual",
    "robots and jobs": "chapters/part5/ch17.html",
    "growth accounting": f"{GLOSSARY}#growth-accounting",
    "state-owned enterprises": f"{GLOSSARY}#state-owned-enterprise",
    "venture capital": "chapters/part2/ch10.html",
    "human capital": f"{GLOSSARY}#human-capital",
    "新质 生产力": f"{GLOSSARY}#new-quality-productive-forces",
    "全要素": f"{GLOSSARY}#total-factor-productivity",
    "要素错配": f"{GLOSSARY}#misallocation",
    "过剩产能": f"{GLOSSARY}#overcapacity",
    "数据要素": f"{GLOSSARY}#data-as-a-factor",
    "什么是科技创新？": f"{GLOSSARY}#technological-innovation",
    "全国统一大市场": f"{GLOSSARY}#unified-national-market",
    "专利": f"{GLOSSARY}#patent",
    "基尼系数": f"{GLOSSARY}#gini-coefficient",
    "劳动者": f"{GLOSSARY}#labourers",
}
# The chapter that is on what was asked stands before chapters that mention it.
CHAPTER_FIRST = {
    "learning by doing": "ch08",
    "labor share": "ch04",
    "creative destruction": "ch06",
    "overcapacity": "ch08",
    "price of patents": "ch16",
    "elasticity of substitution": "ch03",
    "劳动者": "ch03",
    "misallocation": "ch05",
}
# One word in two spellings, or in one and in many.
ALIKE = [
    ("behavior", "behaviour"),
    ("analyze", "analysis"),
    ("analyse", "analyses"),
    ("program", "programmes"),
    ("center", "centres"),
    ("modeling", "modelling"),
    ("catalog", "catalogues"),
    ("organization", "organisations"),
    ("input-output", "input output"),
    ("patents", "patent"),
    ("labor markets", "labour market"),
]
MOST_TO_LOAD = 320_000
"""Bytes that a first search loads as servers send them, compressed: index, terms, how often."""


def answers(page: Page, query: str) -> list[str]:
    """Return where the answers to a query lead, as paths inside the site."""
    page.locator(".search-button").click()
    page.locator("dialog .search-form input").fill(query)
    page.locator(f'dialog .search-form[data-query="{query}"]').wait_for()
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("dialog .search-results a")]
          .map((link) => link.href.slice(new URL("../", document.URL).href.length))"""
    )
    page.locator("dialog .close-button").click()
    return found


def assert_found(page: Page) -> None:
    for query, wanted in WANTED.items():
        first = answers(page, query)[:3]
        assert any(address.startswith(wanted) for address in first), f"{query}: {first}"
    for query, wanted in FIRST.items():
        assert answers(page, query)[0] == wanted, query
    for query in ("solar", "labour share", "patents"):
        found = re.findall(r"/(part\d|generated)/", " ".join(answers(page, query)))
        chapters = found.count("generated") and len(found) - found.count("generated")
        assert chapters, f"{query}: {found}"
        assert "generated" not in found[:chapters], f"{query}: data before what is read"
    page.locator(".search-button").click()
    page.locator("dialog .search-form input").fill("wedge")
    first = page.locator("dialog .search-results li").first
    expect(first).to_contain_text("A gap between what an input")
    page.locator("dialog .search-form input").fill("solar modules")
    read = page.locator('dialog .search-results a[href*="/part2/ch08.html"]').first
    expect(read).to_contain_text("8. ")
    page.locator("dialog .close-button").click()
    chapters, others = [], []
    for place, address in enumerate(answers(page, "solar modules")):
        (chapters if re.search(r"/part\d/ch", address) else others).append(place)
    assert max(chapters) < min(others)
    for query in ("zzzz", "constructor", "__proto__", "toString"):
        assert answers(page, query) == []


def test_search_finds_over_http(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    assert_found(page)


def test_search_finds_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "chapters" / "index.html").as_uri())
    assert_found(page)


def test_students_find_first_what_they_wish(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    first = {query: next(iter(answers(page, query)), "") for query in WISHED}
    assert first == WISHED


def test_the_chapter_on_what_was_asked_comes_before_others(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    whole = re.compile(r"chapters/part\d/(ch\d\d)\.html")
    for query, chapter in CHAPTER_FIRST.items():
        chapters = [
            found[1] for address in answers(page, query) if (found := whole.fullmatch(address))
        ]
        assert chapters[0] == chapter, f"{query}: {chapters}"


def test_a_word_is_found_in_either_spelling(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    for one, other in ALIKE:
        found, same = answers(page, one), answers(page, other)
        assert found, one
        assert found[:5] == same[:5], f"{one}, {other}"


def test_a_first_search_stays_within_its_bytes(site: Path) -> None:
    files = ("searchindex.js", "terms.js", "_static/nqpf/sphinx-search.js")
    sizes = {name: len(gzip.compress((site / name).read_bytes())) for name in files}
    assert sum(sizes.values()) <= MOST_TO_LOAD, sizes


def test_search_page_answers_its_address_and_the_answer_opens(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/search.html?q=新质生产力")
    page.locator(".search-results a").first.click()
    page.wait_for_url("**/glossary.html#*")
    assert page.locator("#new-quality-productive-forces").is_visible()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_page()  # of its own, for the browser notes the failed request
    page.route("**/searchindex.js*", lambda route: route.abort())
    page.goto(f"{site_url}/search.html")
    field = page.locator("main .search-form input, article .search-form input").first
    field.fill("wedge")
    status = page.locator("main .search-status").first
    expect(status).to_have_text("The search could not be loaded. Type on to try again.")
    page.unroute("**/searchindex.js*")
    field.fill("wedges")
    expect(page.locator("main .search-results a").first).to_be_visible()
    page.close()


def test_an_answer_says_in_which_chapter_it_stands(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/search.html?q=Inclusive+and+green")
    first = page.locator(".search-results a").first
    expect(first).to_have_text("Inclusive and greenChapter 17")


def test_search_opens_and_closes_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    page.keyboard.press("Control+k")
    page.locator("dialog.search-dialog").wait_for(state="visible")
    assert page.evaluate("() => document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    page.locator("dialog.search-dialog").wait_for(state="hidden")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("新质生产力 and productivity", {"力", "新质", "生产", "产力", "and", "productivity"}),
        ("factor shares", {"factor", "shares"}),
    ],
)
def test_both_languages_are_cut_into_words(text: str, words: set[str]) -> None:
    assert words <= set(EnglishAndChinese({}).split(text))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_are_indexed_in_one_spelling(one: str, other: str) -> None:
    language = EnglishAndChinese({})
    stems = [[language.stem(word) for word in language.split(text)] for text in (one, other)]
    assert stems[0] == stems[1]


def test_the_page_spells_as_the_index_does(site: Path) -> None:
    program = """
        import { readFileSync } from "node:fs";
        const { forms, words } = JSON.parse(readFileSync(0, "utf8"));
        const table = forms.map(([form, put]) => [new RegExp(form, "g"), put]);
        const spelt = (word) => table.reduce((done, [form, put]) => done.replace(form, put), word);
        console.log(JSON.stringify(words.map(spelt)));
    """
    told = re.search(r"^window\.nqpfSpellings=(.*);$", (site / "terms.js").read_text("utf-8"), re.M)
    assert told
    words = [*EnglishAndChinese({}).split(f"{ALIKE}"), "laboratory", "sizes", "prize", "aging"]
    page = in_javascript(program, {"forms": json.loads(told[1]), "words": words})
    assert page == [spelt(word) for word in words]


def test_english_is_indexed_by_its_stems() -> None:
    language = EnglishAndChinese({})
    assert language.stem("shares") == language.stem("share")
    assert not language.word_filter("the")
    assert language.word_filter("要素")
