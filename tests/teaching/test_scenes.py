"""Scenes: each chapter has its own, what they say is computed, and what is wrong is refused."""

from __future__ import annotations

import re

import pytest
from nqpf.site.lecture.scenes import read, scenes, scenes_files
from site_pages import written_chapters

CHAPTERS = sorted(scenes_files())
GOOD = """
[[scene]]
explorer = "sources-of-growth"
set = { credit = 1 }
ask = "Credit productivity, at a share of {capital_share}. It was {before.share}. What now?"
says = "It is {share}, led by {leader}."
claim = "share > before.share and share / 2 < 0.5"
[scene.options]
"capital" = "leader == 'capital'"
"productivity" = "leader == 'productivity'"
"""


def test_every_chapter_has_its_scenes():
    assert sorted(written_chapters()) == CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_has_four_to_six_that_hold(chapter: int):
    """Reading them checks settings, options, claims and where each number comes from."""
    listed = scenes(chapter)
    assert 4 <= len(listed) <= 6
    assert len({one.explorer.slug for one in listed}) >= 3
    assert len({one.ask for one in listed}) == len(listed)
    for one in listed:
        assert one.ask.endswith("?") or "? " in one.ask
        assert one.says.endswith(".")
        assert len(one.ask) <= 200
        assert len(one.says) <= 200
        assert "{" not in one.ask + one.says


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_numbers_of_an_answer_are_those_that_the_explorer_shows(chapter: int):
    for one in scenes(chapter):
        settings = (one.asked_at, one.answered_at)
        shown = " ".join(
            [text for setting in settings for text in one.explorer.sentences(**setting)]
            + [c.text(setting[c.name]) for setting in settings for c in one.explorer.controls]
        )
        for number in re.findall(r"\d[\d.,]*\d|\d", one.says + one.ask):
            assert number in shown, (one.explorer.slug, number)


def test_a_good_scene_is_read():
    [one] = read(GOOD, 2)
    assert one.options[one.right] == "productivity"
    assert not one.covered
    assert one.says == "It is 75.0%, led by productivity."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{share}, led", "75%, led", "a number is typed"),
        ("It was {before.share}", "It was {share}", "gives share away"),
        ("{leader}.", "{nobody}.", "has no nobody"),
        ("credit = 1", "credit = 3", "outside"),
        ("credit = 1", "creed = 1", "has no control"),
        ("share > before.share", "share < before.share", "it is not so"),
        ("leader == 'capital'", "leader == 'productivity'", "must be right"),
        ("leader == 'productivity'", "leader == 'labour'", "must be right"),
        ("sources-of-growth", "three-drivers", "belongs to chapter 1"),
        ("sources-of-growth", "sources-of-grown", "sources-of-growth"),
        ("claim =", "clam =", "no part of a scene"),
        ("[scene.options]", 'guess = "share"\n[scene.options]', "the class says a number"),
        ("share / 2 < 0.5", "__import__('os')", "nothing that a condition can say"),
    ],
)
def test_what_is_wrong_is_named_with_chapter_and_scene(old: str, new: str, said: str):
    assert old in GOOD
    with pytest.raises(ValueError, match=r"chapter 2, scene 1: ") as refused:
        read(GOOD.replace(old, new), 2)
    assert said in str(refused.value)
