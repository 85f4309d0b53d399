"""Each chapter says which concepts it teaches, and together they teach those of the plan."""

from pathlib import Path

import jupytext
import pytest
import yaml
from nqpf import data
from nqpf.places import ROOT

PLANNED = {row["concept_id"]: row["chapter"] for row in data.rows("concepts")}

LAST = max(row["chapter"] for row in data.rows("chapters"))


def listed_pages() -> list[Path]:
    """Return the pages of the table of contents."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [chapter for part in toc.get("parts", []) for chapter in part["chapters"]]
    return [ROOT / f"{chapter['file']}.md" for chapter in chapters]


def chapters() -> dict[Path, dict[str, object]]:
    """Return what the front matter of each chapter says about it."""
    found = {page: jupytext.read(page).metadata.get("nqpf") for page in listed_pages()}
    return {page: said for page, said in found.items() if said is not None}


@pytest.mark.parametrize("page", chapters(), ids=lambda page: page.stem)
def test_a_chapter_teaches_exactly_what_the_plan_gives_it(page: Path) -> None:
    said = chapters()[page]
    planned = {concept for concept, chapter in PLANNED.items() if chapter == said["chapter"]}
    if said["chapter"] == LAST:  # which has none of its own: it takes all together
        assert not planned
        planned = set(PLANNED)
    assert planned, f"the plan has no concepts for chapter {said['chapter']}"
    assert set(said["concepts"]) == planned


def test_no_two_pages_claim_to_be_one_chapter() -> None:
    numbers = [said["chapter"] for said in chapters().values()]
    assert sorted(numbers) == sorted(set(numbers))


def test_every_page_named_like_a_chapter_says_what_it_teaches() -> None:
    named = {page for page in listed_pages() if page.stem.startswith("ch")}
    assert named
    assert named == set(chapters())


def test_what_is_not_taught_yet_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    taught = {concept for said in chapters().values() for concept in said["concepts"]}
    assert taught <= set(PLANNED)
    missing = sorted(set(PLANNED) - taught)
    with capsys.disabled():
        print(f"\n{len(taught)} of {len(PLANNED)} concepts taught; to come: {', '.join(missing)}")
