"""The glossary: its file, the terms in the text, and how they open on a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from nqpf import data
from nqpf.places import ROOT
from nqpf.site.plan.chapters import titles
from nqpf.site.reference.glossary import UnknownTerm, as_read, by_character, term, terms
from playwright.sync_api import Page
from site_pages import written_chapters
from small_book import build_small_book

TERMS = list(terms().values())
HAN = re.compile(r"[\u4e00-\u9fff]")
TONE_MARKS = set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
PAGE = """# P

{gloss}`wedges` and {gloss}`TFP <total-factor-productivity>`.

```{terms}
```
"""
USED = re.compile(r"\{gloss\}`(?:[^`<]*<)?([^`<>]+)>?`")


def by_id(one):
    return one.id


@pytest.mark.parametrize("one", TERMS, ids=by_id)
def test_an_entry_is_whole(one):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)
    assert one.term == one.term.strip()
    assert HAN.search(one.chinese)
    assert 1 <= one.chapter <= 19


@pytest.mark.parametrize("one", TERMS, ids=by_id)
def test_the_meaning_is_one_plain_sentence(one):
    assert one.meaning[0].isupper()
    assert one.meaning.endswith(".")
    assert one.meaning.count(".") == 1
    assert not HAN.search(one.meaning)
    assert 4 <= len(one.meaning.split()) <= 45


@pytest.mark.parametrize("one", TERMS, ids=by_id)
def test_pinyin_has_a_tone_mark_for_nearly_every_syllable(one):
    syllables = len(HAN.findall(one.chinese))
    marks = sum(letter in TONE_MARKS for letter in one.pinyin.lower())
    neutral = one.chinese.count("子")  # the suffix has no tone of its own
    assert syllables - neutral <= marks <= syllables


def test_no_two_terms_have_one_chinese_name():
    """Whoever reads the one would look up the other; quotation marks are no difference."""
    named = Counter(one.chinese.strip("“”").replace("”", "") for one in TERMS)
    assert [name for name, count in named.items() if count > 1] == []


def test_words_lead_to_their_term_in_any_case_and_form():
    assert term("Total factor productivity") is term("tfp") is term("total-factor-productivity")
    assert term("prisoner's dilemma").id == "prisoners-dilemma"


def test_an_unknown_term_names_the_nearest():
    with pytest.raises(UnknownTerm, match="Did you mean total-factor-productivity"):
        term("total factor productivty")


def test_every_written_chapter_teaches_concepts_and_has_words_in_the_glossary():
    words = " ".join(f"{one.term} {' '.join(one.also)}" for one in TERMS).lower()
    chapters = set(written_chapters())
    assert len(chapters) >= 5
    # The last chapter has no concepts of its own: it brings all of them together.
    assert {row["chapter"] for row in data.rows("concepts")} == chapters - {max(titles())}
    assert {one.chapter for one in TERMS} >= chapters
    assert "new quality productive forces" in words


def test_every_term_that_a_chapter_marks_is_in_the_glossary():
    pages = [
        path for path in (ROOT / "chapters").rglob("*.md") if ".ipynb_checkpoints" not in path.parts
    ]
    for path in pages:
        for words in USED.findall(path.read_text(encoding="utf-8")):
            term(words)


def test_a_term_is_a_link_with_a_card_and_a_place_in_the_list(tmp_path):
    built = build_small_book(tmp_path, {"index": PAGE})
    assert not built.said
    page = built.page("index")
    marks = page.select("a.gloss")
    assert [mark.get_text() for mark in marks] == ["wedges", "TFP"]
    for mark in marks:
        card = page.find(id=mark["data-gloss"])
        assert card.has_attr("popover")
        assert term(mark.get_text()).meaning in card.get_text()
        assert mark["href"].endswith(f"#{term(mark.get_text()).id}")
    listed = page.select("dl.gloss-list dt")
    assert [item.select_one("[lang=zh-Hans]").get_text() for item in listed] == [
        "扭曲",
        "全要素生产率",
    ]


def test_an_unknown_term_fails_the_build_and_names_the_nearest(tmp_path):
    built = build_small_book(tmp_path, {"index": "# P\n\n{gloss}`total factor productivty`\n"})
    assert "ERROR" in built.said
    assert "Did you mean total-factor-productivity" in built.said


@pytest.fixture
def marked(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}/chapters/reference/glossary.html")
    page.locator("a.gloss[role=button]").wait_for()
    return page


def test_a_card_opens_by_pointing_and_closes_when_the_pointer_leaves(marked):
    card = marked.locator("#gloss-productivity")
    assert not card.is_visible()
    marked.locator("a.gloss").hover()
    card.wait_for(state="visible")
    card.hover()  # the card stays while it is pointed at
    marked.wait_for_timeout(500)
    assert card.is_visible()
    marked.mouse.move(5, 5)
    card.wait_for(state="hidden")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_card_opens_and_closes_by_key_and_gives_the_focus_back(marked, key):
    link, card = marked.locator("a.gloss"), marked.locator("#gloss-productivity")
    link.focus()
    assert link.get_attribute("aria-expanded") == "false"
    marked.keyboard.press(key)
    card.wait_for(state="visible")
    assert link.get_attribute("aria-expanded") == "true"
    assert card.evaluate("card => card === document.activeElement")
    marked.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert link.evaluate("link => link === document.activeElement")
    assert link.get_attribute("aria-expanded") == "false"


def test_a_card_opens_by_tapping_inside_a_small_window(browser, site_url):
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 500})
    tapped = context.new_page()
    tapped.goto(f"{site_url}/chapters/reference/glossary.html")
    tapped.locator("a.gloss[role=button]").tap()
    card = tapped.locator("#gloss-productivity")
    card.wait_for(state="visible")
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    tapped.touchscreen.tap(5, 490)
    card.wait_for(state="hidden")
    context.close()


def test_without_a_script_a_term_leads_to_the_glossary(browser, site_url):
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site_url}/chapters/reference/glossary.html")
    plain.locator("a.gloss").click()
    assert plain.url.endswith("/chapters/reference/glossary.html#productivity")
    assert plain.locator("dt#productivity").is_visible()
    context.close()


@pytest.mark.parametrize("one", TERMS, ids=by_id)
def test_every_character_has_its_syllable(one):
    written = re.findall(r"[\u4e00-\u9fffA-Za-z]", one.chinese)
    assert [character for *_reading, character in by_character(one)] == written


@pytest.mark.parametrize(
    "names",
    [
        # The first syllable decides, though xiǎo comes before Xià letter by letter.
        ("吸收能力", "夏普利值", "先发优势", "效率单位", "协同", "新制造"),
        # Then the tone, and one character stays together.
        ("基础研究", "基尼系数", "集聚经济", "挤出效应", "技能溢价", "技术前沿", "交集上下界"),
        ("实际国内生产总值", "实体经济", "识别", "市场规模", "试验发展"),
        ("龙头企业", "绿色制造", "洛伦兹曲线"),
        ("产业", "产业安全", "产业结构", "产业结构高级化"),
    ],
)
def test_chinese_readers_find_a_term_character_by_character(names):
    ordered = [one.chinese for one in sorted(TERMS, key=by_character)]
    assert [one for one in ordered if one in names] == list(names)


def test_a_character_without_a_syllable_is_refused():
    one = replace(term("capital"), pinyin="zī")
    with pytest.raises(ValueError, match="1 syllables, and 资本 has 2 characters"):
        by_character(one)


def test_chinese_names_are_sorted_among_other_words():
    ordered = [one.chinese for one in sorted(TERMS, key=as_read)]
    places = [ordered.index(one) for one in ("按劳分配", "鲍莫尔成本病", "边际产出")]
    assert places == sorted(places)
