"""The plan of the book, its map and the concordance: complete, and honest about what is missing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from nqpf import data
from nqpf.exercises import find
from nqpf.site.plan import concept_map
from nqpf.site.plan.chapters import titles, written
from nqpf.site.plan.reading_guide import exercises_for, sections_of
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PAGES = {
    path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.glob("chapters/**/*.md")
}
PARAGRAPHS = {"Gan and Liu": 24, "Huang": 25}


def test_every_arrow_leads_on_to_a_box_and_never_back():
    boxes = concept_map.boxes()
    for box in boxes.values():
        for name in box.feeds:
            assert boxes[name].layer >= box.layer, (box.name, name)
            assert boxes[name].layer > box.layer or boxes[name].place > box.place, (box.name, name)


def test_every_box_but_the_last_feeds_something_and_every_chapter_but_the_first_has_a_box():
    boxes = concept_map.boxes()
    assert [name for name, box in boxes.items() if not box.feeds] == ["futures"]
    assert {box.chapter for box in boxes.values()} == set(titles()) - {1}


def test_boxes_of_a_layer_do_not_overlap():
    places = sorted((box.layer, box.place) for box in concept_map.boxes().values())
    for (layer, place), (other, following) in pairwise(places):
        assert layer != other or following - place >= 2


def test_arrows_start_and_end_at_the_edges_of_boxes():
    boxes = concept_map.boxes()
    across = concept_map.arrow(boxes["data"], boxes["breakthroughs"])
    assert across == "M23 12C25 12 25 4 27 4"
    back = concept_map.arrow(boxes["productivity"], boxes["futures"])
    assert back.startswith("M98 3C")
    assert back.endswith("98 15")


def test_a_chapter_is_linked_only_if_it_is_written():
    html = concept_map.html({2: "part1/ch02.html"})
    assert html.count('href="part1/ch02.html"') == 1
    assert "chapter 2, unwritten" not in html
    assert "chapter 3, unwritten" in html
    assert set(re.findall(r'href="#map-(\w+)"', html)) <= set(re.findall(r'id="map-(\w+)"', html))


def test_the_map_is_well_formed():
    """Every element that is opened is closed, in order."""
    stack: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            stack.append(tag)

        def handle_startendtag(self, tag, attrs):
            pass

        def handle_endtag(self, tag):
            assert stack.pop() == tag

    Reader().feed(concept_map.html({}))
    assert not stack


@pytest.mark.parametrize("number", sorted(written(PAGES)))
def test_a_written_chapter_has_the_title_of_the_plan(number):
    text = (ROOT / f"{written(PAGES)[number]}.md").read_text(encoding="utf-8")
    assert re.search(r"^# (.+)$", text, re.MULTILINE)[1] == titles()[number]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_the_concordance_has_every_paragraph_once(text):
    numbers = [r["paragraph"] for r in data.rows("concordance") if r["text"] == text]
    assert numbers == list(range(1, PARAGRAPHS[text] + 1))


def test_the_concordance_reaches_every_concept_and_names_the_chapters_that_teach_it():
    taught = {row["concept_id"]: row["chapter"] for row in data.rows("concepts")}
    found = set()
    for row in data.rows("concordance"):
        concepts = row["concepts"].split()
        found |= set(concepts)
        assert {taught[c] for c in concepts} == set(map(int, row["chapters"].split())), row
    assert found == set(taught)


@pytest.mark.parametrize(
    "row", data.rows("concordance"), ids=lambda row: f"{row['text']}-{row['paragraph']}"
)
def test_each_paragraph_leads_to_sections_of_its_chapters_and_to_exercises(row):
    sections = sections_of(row, written(PAGES))
    assert len(sections) == len({(one.page, one.mark) for one in sections})
    assert not {one.title for one in sections} & {"Exercises", "Summary", "Terms", "Sources"}
    read = {int(one.page[-2:]) for one in sections}
    treated = set(map(int, row["chapters"].split())) & set(written(PAGES))
    missing = treated - read
    assert not missing, "a chapter that treats a paragraph has a section to read with it"
    assert exercises_for(row, sections)


def test_a_section_that_is_gone_is_named():
    row = {"sections": "2#the-model-in-word"}
    with pytest.raises(ValueError, match="ch02 has no section #the-model-in-word"):
        sections_of(row, written(PAGES))


def test_the_map_opens_by_keyboard_and_without_a_script(browser, site: Path):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page: Page = context.new_page()
    page.goto((site / "chapters" / "index.html").as_uri())
    summary = page.locator(".concept-map summary", has_text="Labourers")
    card = page.locator("#map-labourers")
    assert not card.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert card.is_visible()
    card.get_by_role("link", name="Upgrading").click()
    assert page.locator("#map-upgrading").is_visible()
    context.close()


@pytest.mark.parametrize("width", [375, 1440])
def test_something_can_be_moved_within_the_first_screen(page: Page, site_url: str, width: int):
    page.set_viewport_size({"width": width, "height": 667 if width < 500 else 900})
    page.goto(f"{site_url}/chapters/index.html")
    slider = page.locator("#two-percentages .explorer-controls input[type=range]").first
    box = slider.bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    page.locator("#two-percentages[data-ready=true]").wait_for()
    before = page.locator("#two-percentages output[name=both]").inner_text()
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('output[name=both]').textContent !== before",
        arg=before,
    )


def test_a_box_of_a_written_chapter_shows_an_exercise_of_it_that_checks_itself():
    there = set(written(PAGES))
    for box in concept_map.boxes().values():
        if box.exercise:
            shown = find(box.exercise)
            assert (shown.chapter, shown.kind == "open") == (box.chapter, False), box.name
            assert f"#exercise-{box.exercise}" in concept_map.html({box.chapter: "page.html"})
        else:
            assert box.chapter > 8 or box.chapter not in there, box.name
