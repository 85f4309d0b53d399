"""Guides and syllabi: each chapter has its own, what they name exists, and wrong ones are refused.

The page holds what chapters declare, is light, and is sound with every box open.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from datetime import date
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup, Tag
from exercise_page import AXE, SERIOUS
from nqpf import data
from nqpf.exercises import exercises
from nqpf.site.guides.document import write_document
from nqpf.site.guides.guide import MINUTES, guide, guide_files, places, read
from nqpf.site.guides.mistakes import mistakes
from nqpf.site.guides.syllabi import FILE, markdown, syllabi, table
from nqpf.site.guides.syllabi import read as read_syllabi
from nqpf.site.plan.chapters import titles
from playwright.sync_api import Browser, Page, expect
from site_pages import written_chapters

ADDRESS = "chapters/teaching/guides.html"
CHAPTERS = sorted(guide_files())
HEAVIEST = 80_000
"""Bytes of the page as it travels, compressed."""
TESTS = 'tests = ["part1/self-test", "part2/self-test", "part5/self-test"]'
GOOD = """
[[discuss]]
ask = "Which?"
one = "This."
other = "That."
[[discuss]]
ask = "Why?"
one = "This."
other = "That."
[[step]]
minutes = 40
section = "The model, in words"
do = "Say it."
[[step]]
minutes = 20
explorer = "two-series"
do = "Show it."
[[step]]
minutes = 20
scene = "the-record"
do = "Ask it."
[[step]]
minutes = 10
exercise = "below-zero"
do = "Do it."
[project]
question = "How?"
data = "growth_inputs_11"
good = "This."
trap = "That."
"""


@pytest.fixture(scope="module")
def page_text(site: Path) -> str:
    return (site / ADDRESS).read_text("utf-8")


@pytest.fixture(scope="module")
def soup(page_text: str) -> BeautifulSoup:
    return BeautifulSoup(page_text, "html.parser")


def of_chapter(soup: BeautifulSoup, number: int) -> Tag:
    found = soup.select_one(f"#guide-{number}")
    assert found is not None
    return found


def published(number: int) -> list[str]:
    return [slug for slug, one in exercises().items() if one.chapter == number and one.is_published]


def test_every_chapter_has_a_guide():
    assert sorted(written_chapters()) == CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_a_guide_names_exists_and_its_minutes_add_up(chapter: int):
    one = guide(chapter)
    assert sum(step.minutes for step in one.steps) == MINUTES
    known = places(chapter)
    assert all(step.name in known[step.place] for step in one.steps)
    assert {step.place for step in one.steps} >= {"section", "scene"}
    assert one.project.data in data.names()
    asked = [talk.ask for talk in one.discussions]
    assert len(set(asked)) == len(asked)
    for talk in one.discussions:
        assert talk.ask.endswith("?")
        # Neither side is given much more room than the other.
        assert len(talk.one) < 3 * len(talk.other) < 9 * len(talk.one)


def test_no_two_chapters_have_the_same_question_or_project():
    guides = [guide(chapter) for chapter in CHAPTERS]
    asked = [talk.ask for one in guides for talk in one.discussions]
    asked += [one.project.question for one in guides]
    assert len(set(asked)) == len(asked)


def test_a_good_guide_is_read():
    one = read(GOOD, 2)
    assert [step.place for step in one.steps] == ["section", "explorer", "scene", "exercise"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Say it.", "Say 3 of it.", "a number is typed"),
        ("minutes = 40", "minutes = 41", "take 91 minutes: make them 90"),
        ("minutes = 40", 'minutes = "40"', "write a whole number"),
        ("two-series", "three-series", "did you mean"),
        ("two-series", "three-drivers", "has no explorer"),
        ("the-record", "the-recorder", "has no scene"),
        ("below-zero", "above-zero", "has no exercise"),
        ("The model, in words", "The model", "has no section"),
        ('scene = "the-record"', 'scene = "the-record"\nsection = "Exercises"', "name one of"),
        ('scene = "the-record"', "", "names no place"),
        ("growth_inputs_11", "growth_inputs_12", "there is no data set"),
        ('ask = "Why?"', 'ask = "Because."', "asks nothing"),
        ('trap = "That."', "", "'trap'] is missing: write it"),
        ('trap = "That."', 'trap = ""', "trap is empty"),
        ('trap = "That."', 'trap = "That."\ntrick = ""', "'trick'] is no part"),
        ("[[step]]\nminutes = 10", "[[stop]]\nminutes = 10", "'stop'] is no part"),
        ('ask = "Why?"', "ask = ", "chapter 2"),
    ],
)
def test_what_is_wrong_is_named_with_chapter_and_what_to_do(old: str, new: str, said: str):
    assert old in GOOD
    with pytest.raises(ValueError, match=r"chapter 2, guide.toml: ") as refused:
        read(GOOD.replace(old, new), 2)
    assert said in str(refused.value)


def test_too_few_steps_are_refused():
    with pytest.raises(ValueError, match=r"4 to 6 tables \[\[step\]\]"):
        read(re.sub(r"\[\[step\]\]\nminutes = 10.*?\n\[project", "[project", GOOD, flags=re.S), 2)


def test_a_guide_shows_the_mistakes_of_its_published_exercises_and_no_other(soup: BeautifulSoup):
    for chapter in CHAPTERS:
        listed = of_chapter(soup, chapter).select("[data-exercise-mistakes]")
        there = {tag["data-exercise-mistakes"]: len(tag.select("li")) for tag in listed}
        known = {slug: len(mistakes(exercises()[slug])) for slug in published(chapter)}
        assert there == {slug: count for slug, count in known.items() if count}


def test_mistakes_are_those_that_a_check_answers():
    """Each is given as an answer, and what the check says is what the guide says."""
    for one in exercises().values():
        if one.kind in ("number", "seeded"):
            said = [one.task.check(mistake.answer, "0").message for mistake in mistakes(one)]
            assert [mistake.message for mistake in mistakes(one)] == said, one.slug
        elif one.kind == "choice" and not one.task.labels:  # type: ignore[attr-defined]
            texts = {mistake.answer: mistake.message for mistake in mistakes(one)}
            for place, option in enumerate(one.task.options, start=1):  # type: ignore[attr-defined]
                result = one.task.check(place, "0")
                if not option.truth:
                    assert texts.pop(option.text) == result.message, one.slug
            assert texts == {}


def test_a_statement_to_sort_is_no_mistake():
    assert mistakes(exercises()["below-zero"]) == []
    assert len(mistakes(exercises()["account-in-order"])) == 2  # the lines that do not belong


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_page_holds_what_a_chapter_declares(soup: BeautifulSoup, chapter: int):
    text = " ".join(of_chapter(soup, chapter).get_text(" ").split())
    own = [exercises()[slug] for slug in published(chapter)]
    assert all(" ".join(goal.split()) in text for one in own for goal in one.objectives)
    one = guide(chapter)
    assert all(step.do in text for step in one.steps)
    assert all(side in text for talk in one.discussions for side in (talk.one, talk.other))
    addresses = {tag["href"] for tag in of_chapter(soup, chapter).select("a[href]")}
    slugs = places(chapter)["explorer"]
    assert {f"../../embed/{slug}.html" for slug in slugs} <= addresses
    marks = {str(address).rpartition("#")[2] for address in addresses}
    assert {f"exercise-{one.slug}" for one in own} <= marks


def test_minutes_by_section_are_about_those_of_the_chapter(site: Path, soup: BeautifulSoup):
    for chapter, file in guide_files().items():
        lists = [
            tag
            for tag in of_chapter(soup, chapter).select("details")
            if tag.summary and tag.summary.get_text().startswith("Minutes to read")
        ]
        minutes = [int(li.get_text().rpartition(": ")[2]) for li in lists[0].select("li")]
        page = site / f"chapters/{file.parent.parent.name}/{file.parent.name}.html"
        told = re.search(r"Reading time: about (\d+) minutes", page.read_text("utf-8"))
        assert told
        assert all(one >= 1 for one in minutes)
        # Each section is rounded up to a minute, the chapter to five.
        assert int(told[1]) - 5 - 2 <= sum(minutes) <= int(told[1]) + len(minutes)


def test_the_page_is_light(page_text: str):
    assert len(gzip.compress(page_text.encode())) <= HEAVIEST


def test_syllabi_have_their_weeks_and_link_every_chapter(soup: BeautifulSoup):
    assert [len(one.weeks) for one in syllabi()] == [6, 12, 14]
    texts = [pre.get_text() for pre in soup.select(".syllabi pre")]
    assert len(texts) == 3
    for one, text in zip(syllabi(), texts, strict=True):
        assert markdown(one, dict.fromkeys(titles(), 0)).splitlines()[0] == text.splitlines()[0]
        rows = [line for line in text.splitlines() if re.match(r"\| \d", line)]
        assert len(rows) == len(one.weeks)
        for week, row in zip(one.weeks, rows, strict=True):
            for chapter in week.chapters:
                assert f"[{chapter}. {titles()[chapter]}](…/chapters/part" in row
                assert f"/lecture/ch{chapter:02d}.html)" in row
            for test in week.tests:
                assert f"(…/chapters/{test}.html)" in row
    everything = [chapter for week in syllabi()[-1].weeks for chapter in week.chapters]
    assert everything == sorted(titles())


def test_links_of_syllabi_lead_to_pages(site: Path, soup: BeautifulSoup):
    text = "".join(pre.get_text() for pre in soup.select(".syllabi pre"))
    addresses = set(re.findall(r"\(…/([^)]+)\)", text))
    assert addresses
    assert [one for one in addresses if not (site / one).is_file()] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weeks = 6", "weeks = 7", "6 weeks are written: write 7"),
        ("chapters = [5]", "chapters = [77]", "no chapter 77"),
        ("chapters = [5]", "chapters = [2]", "at most once"),
        ("chapters = [5]", "chapters = [9]", "in the book's order"),
        ("chapters = [5]", "chapters = []", "week 2 is empty"),
        ("part5/self-test", "part9/self-test", "there is no test part9/self-test"),
        ("part5/self-test", "part3/../part1/missing", "there is no test"),
        (TESTS, "chapters = [19]", "no week has a self-test"),
        ("chapters = [1, 2] ", 'tests = ["part1/self-test"] ', "comes before its chapters"),
    ],
)
def test_a_wrong_syllabus_is_refused_with_what_to_do(old: str, new: str, said: str):
    text = FILE.read_text(encoding="utf-8")
    first = text[: text.index("[[syllabus]]\nweeks = 12")]
    assert old in first
    assert tomllib.loads(first)
    with pytest.raises(ValueError, match=r"syllabi.toml, syllabus 1: ") as refused:
        read_syllabi(first.replace(old, new, 1))
    assert said in str(refused.value)


@pytest.mark.parametrize("site_address", ["", "https://example.org/book/"])
def test_a_syllabus_is_a_document_with_every_word_and_link(tmp_path: Path, site_address: str):
    one = syllabi()[0]
    made = table(one, dict.fromkeys(titles(), 20))
    files = [tmp_path / f"{copy}.docx" for copy in "ab"]
    for file in files:
        write_document(made, file, "Its authors", date(2026, 11, 30), site_address)
    assert files[0].read_bytes() == files[1].read_bytes()
    opened = docx.Document(str(files[0]))
    assert opened.core_properties.title == opened.paragraphs[0].text == made.title
    assert opened.core_properties.author == "Its authors"
    shown = opened.tables[0]
    assert [cell.text for cell in shown.rows[0].cells] == made.columns
    expected = [["\n".join(link.words for link in cell) for cell in row] for row in made.rows]
    assert [[cell.text for cell in row.cells] for row in shown.rows[1:]] == expected
    links = [one for cell in shown._cells for p in cell.paragraphs for one in p.hyperlinks]
    pages = [link.page for row in made.rows for cell in row for link in cell if link.page]
    whole = [f"https://example.org/book/{page}" for page in pages]
    assert [link.address for link in links] == (whole if site_address else [])


def test_the_site_offers_each_syllabus_as_a_document(site: Path, soup: BeautifulSoup):
    offered = [link["href"] for link in soup.select(".syllabi a[download]")]
    assert offered == [f"../../downloads/syllabus-{len(one.weeks)}-weeks.docx" for one in syllabi()]
    rows = [
        len(docx.Document(str((site / ADDRESS).parent / href)).tables[0].rows) for href in offered
    ]
    assert rows == [len(one.weeks) + 1 for one in syllabi()]


def test_a_syllabus_is_copied_with_the_address_of_the_book(page: Page, site_url: str):
    page.goto(f"{site_url}/{ADDRESS}")
    shown = page.locator(".syllabi .take-along-text").first
    shown.get_by_role("button", name="Copy: 6 weeks").click()
    expect(page.locator(".syllabi .take-along-said")).to_have_text(re.compile("Copied|Selected"))
    expect(shown.locator("pre")).to_contain_text(f"({site_url}/chapters/part1/ch01.html)")


def test_axe_finds_nothing_with_every_box_open(page: Page, site_url: str):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{site_url}/{ADDRESS}")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(AXE)
    faults = page.evaluate(
        """async (serious) => {
          const { violations } = await axe.run({ resultTypes: ["violations"] });
          return violations.filter((one) => serious.includes(one.impact))
            .map((one) => `${one.id}: ${one.nodes[0].html}`);
        }""",
        list(SERIOUS),
    )
    assert faults == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375


def test_a_guide_opens_by_keyboard_and_without_a_script(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/{ADDRESS}")
    summary = page.locator("#guide-2 > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#guide-2 > h3").first).to_be_visible()
    context.close()
