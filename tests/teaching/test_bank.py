"""The bank of exercises: what it lists, and that its pieces join to what the commands write."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from exercise_points import in_javascript
from nqpf.bank import pieces as bank
from nqpf.bank.page import write
from nqpf.cli import main
from nqpf.exercises import exercises
from nqpf.site.bank.bank import kind_words, offered, rendered
from nqpf.site.bank.minutes import BOUNDS, THINKING, minutes_of
from nqpf.site.plan.chapters import titles

ALL = exercises()
LIST = [
    "two-worlds-one-headline",
    "own-residual",
    "write-the-brief",
    "account-in-code",
    "account-in-order",
    "a-gain-that-fades",
    "residual-of-china",
    "residual-by-hand",
]
"""Kinds of all sorts, from several chapters, and not in the order of the book."""
JOIN = """
    import { readFileSync } from "node:fs";
    import { joined } from "./bank/joined.js";
    const { kinds, frames, pieces, whole } = JSON.parse(readFileSync(0, "utf8"));
    whole.when = new Date(2027, 2, 1, 8, 5);
    const made = (kind) => joined(kind, frames[kind], pieces[kind === "moodle" ? 1 : 0], whole);
    console.log(JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, made(kind)]))));
"""


def joined(slugs: list[str], name: str = bank.ASSIGNMENT) -> dict[str, str]:
    """Return the hand-outs of a list as the page's own functions join them."""
    ones = [ALL[slug] for slug in slugs]
    asked = {
        "kinds": ["notebook", "paper", "key", "moodle"],
        "frames": bank.frames(),
        "pieces": [[bank.pieces(one) for one in ones], [bank.for_moodle(one) for one in ones]],
        "whole": {"name": name, "points": sum(one.points for one in ones)},
    }
    made: dict[str, str] = in_javascript(JOIN, asked)
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the commands write for the list, with the seed file of the page's figures."""
    place = tmp_path_factory.mktemp("bank")
    (place / "seed.txt").write_text(bank.SECRET.decode(), encoding="utf-8")
    name = bank.ASSIGNMENT
    line = ["assign", name, "--pick", ",".join(LIST), "--into", str(place)]
    assert main([*line, "--seed-file", str(place / "seed.txt")]) == 0
    export = ["export", str(place / name), "--to", "moodle"]
    main([*export, "--seed-file", str(place / "seed.txt")])
    return place / name


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Return the hand-outs of the list as the page joins them."""
    return joined(LIST)


def test_the_list_has_every_kind() -> None:
    assert {ALL[slug].kind for slug in LIST} >= set(kind_words()) - {"goal"}


def test_the_notebook_is_what_assign_hands_out(made: dict[str, str], folder: Path) -> None:
    theirs = (folder / "student" / "homework.ipynb").read_text(encoding="utf-8")
    ours = nbformat.reads(made["notebook"], as_version=4)
    assert ours.cells == nbformat.reads(theirs, as_version=4).cells
    assert made["notebook"] == theirs
    nbformat.validate(ours)


@pytest.mark.parametrize(("kind", "file"), [("paper", ""), ("key", "-key")])
def test_paper_and_key_are_what_assign_prints(
    made: dict[str, str], folder: Path, kind: str, file: str
) -> None:
    assert made[kind] == (folder / "paper" / f"homework{file}.html").read_text(encoding="utf-8")


def test_moodle_gets_what_export_writes_but_for_the_date(
    made: dict[str, str], folder: Path
) -> None:
    theirs = (folder / "moodle" / "homework.xml").read_text(encoding="utf-8")
    dated = re.compile(r"homework \d{4}-\d\d-\d\d \d\d\.\d\d")
    assert dated.findall(made["moodle"])[0] == "homework 2027-03-01 08.05"
    assert dated.sub("homework", made["moodle"]) == dated.sub("homework", theirs)


def test_another_name_changes_nothing_but_the_name(made: dict[str, str]) -> None:
    for kind, text in joined(LIST, "作业-2").items():
        assert text.replace("作业-2", "homework") == made[kind]


def test_no_mark_is_left_and_no_exercise_holds_one() -> None:
    for one in ALL.values():
        held = json.dumps([one.prompt, one.hints, one.solution, one.exemplars, one.title])
        assert "@@" not in held + str(one.task.messages())
    made = joined(list(ALL))
    assert not [kind for kind, text in made.items() if re.search(r"@@\w+@@", text)]


def test_what_moodle_does_not_take_is_named() -> None:
    for one in ALL.values():
        piece = bank.for_moodle(one)
        assert piece["questions"] or piece["note"]
        assert not (one.is_code or one.kind == "goal") or not piece["questions"]


def test_previews_and_student_files_hold_no_answer() -> None:
    """The numbers of a right answer stand in the key alone."""
    for one in (one for one in ALL.values() if one.kind in ("number", "seeded")):
        made = bank.pieces(one)
        assert "answer = None" in json.dumps(made["notebook"])
        assert str(made["preview"]) in str(made["paper"]).replace("\n<p><em>", "<p><em>")
        assert "<h3>Solution</h3>" in made["key"]
        assert "<h3>Solution</h3>" not in made["paper"]


def html() -> str:
    """Return the bank as a page has it, with every chapter of the plan."""
    pages = {number: f"chapters/ch{number:02}" for number in titles()}
    plan: dict[str, Any] = {"scripts": {}, "frames": {}, "name": "homework"}
    return str(rendered(offered(set(pages)), pages, "../", plan))


def test_every_published_exercise_is_listed_once_with_what_it_declares() -> None:
    found = re.findall(
        r'<li data-slug="([\w-]+)" data-kind="(\w+)" data-level="(\d)" data-marked="(\w+)" '
        r'data-points="(\d+)" data-minutes="(\d+)">\n'
        r'<p class="bank-title"><a href="\.\./chapters/ch(\d\d)\.html',
        html(),
    )
    declared = [
        (
            one.slug,
            one.kind,
            str(one.difficulty),
            "you" if one.kind == "open" else "itself",
            str(one.points),
            str(minutes_of(one)),
            f"{one.chapter:02}",
        )
        for one in ALL.values()
        if one.is_published
    ]
    assert found == declared
    assert len(found) == len(set(found)) > 300


def test_minutes_are_planned_for_every_kind_and_more_of_them_the_harder_it_is() -> None:
    assert set(THINKING) == set(kind_words())
    one = next(one for one in ALL.values() if one.kind == "code")
    taken = [minutes_of(replace(one, difficulty=level, prompt="a " * 100)) for level in (1, 2, 3)]
    assert taken == [9, 13, 17]
    planned = {minutes_of(one) for one in ALL.values()}
    assert min(planned) <= min(BOUNDS) < max(BOUNDS) < max(planned)


def test_what_is_only_graded_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    one = ALL["residual-by-hand"]
    # By name: another test may have had the exercises read anew.
    monkeypatch.setattr(type(one), "is_published", property(lambda self: self.slug != one.slug))
    assert one.slug not in html()
    assert "own-residual" in html()


def test_scripts_are_named_by_what_they_hold_and_old_ones_go(tmp_path: Path) -> None:
    offer = [ALL["residual-by-hand"], ALL["write-the-brief"]]
    (tmp_path / "ch02-00000000.js").write_text("old")
    names = write(tmp_path, offer)
    assert sorted(names[2]) == sorted(path.name for path in tmp_path.iterdir())
    assert write(tmp_path, offer) == names
    assert write(tmp_path, offer[:1]) != names
