"""Each concept of chapters 1 to 8 is asked for by an exercise that checks itself."""

from __future__ import annotations

import pytest
from exercise_points import ALL
from nqpf import data

CHECKED = [one for one in ALL if one.kind != "open" and one.is_published]
LAST = 19
TAUGHT = [row for row in data.rows("concepts") if int(row["chapter"]) <= LAST]


@pytest.mark.parametrize("concept", TAUGHT, ids=lambda row: row["concept_id"])
def test_an_exercise_of_the_chapter_asks_for_the_concept_first(concept) -> None:
    """The first concept of an exercise is the one whose ability it asks for."""
    asks = [
        one.slug
        for one in CHECKED
        if one.concepts[0] == concept["concept_id"] and one.chapter == int(concept["chapter"])
    ]
    assert asks, f"no checked exercise is about: {concept['task']}"
