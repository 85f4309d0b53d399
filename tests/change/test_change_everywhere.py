"""A changed model in the page's Python gives what it gives here, and travels light."""

from __future__ import annotations

import gettext
import gzip
import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from in_node import told
from nqpf.explorers import file_of, modules
from nqpf.explorers.afresh.used import used
from nqpf.laws.listed import LAWS
from nqpf.own_model import book, in_page
from nqpf.site.own_model.own_model import panel
from nqpf.site.python import assets

MOST_ADDED = 6_000
"""Bytes that a panel may add to an explorer's page as servers send it, compressed."""

MOST_ARCHIVE = 700_000
WITH_MODEL = [slug for slug in modules() if used(slug)]
AT_ONCE = [slug for slug in WITH_MODEL if "Lattice(" not in file_of(slug).read_text("utf-8")]
# Every eighth, which are closed forms, recursions, sums, bars, words alone; the longest two; and
# one whose values are computed at every setting.
TRIED = sorted({*AT_ONCE[::8], "to-2049", "two-cycles", "walk-in-product-space"})


def changed(slug: str) -> str:
    """Return the book's code with its last function's first result a little larger."""
    texts = [one.text for one in book.functions(slug)]
    head, word, rest = texts[-1].rpartition("return ")
    assert word
    # What is returned may be many; a step before it changes nothing but the steps.
    texts[-1] = f"{head}let('nothing_much', 1.0)\n    return {rest}"
    return "\n\n\n".join(texts)


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return what this Python and the page's answer to a change of each explorer that is tried."""
    jobs = [{"ask": "run", "slug": slug, "code": changed(slug), "setting": {}} for slug in TRIED]
    asked = {
        "folder": str(assets.PYODIDE),
        "stdlib": str(assets.standard_library()),
        "archives": [str(assets.compiled_book()), str(assets.compiled_models())],
        "jobs": jobs,
    }
    theirs = told(Path(__file__).with_name("in_pyodide.mjs"), asked=asked)
    return list(zip([answered(job) for job in jobs], theirs, strict=True))


def answered(job: dict[str, Any]) -> Any:
    """Return what is answered here; of a lattice, once all of it is computed."""
    found = json.loads(in_page.run(json.dumps(job)))
    while "done" in found:
        found = json.loads(in_page.run(json.dumps(job | {"ask": "go on"})))
    return found


def same(one: Any, other: Any) -> bool:
    """Return whether two answers are the same but for the last digits of numbers."""
    if isinstance(one, float) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-15)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


def test_the_pages_python_traces_what_this_one_does(
    answers: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    for slug, (ours, theirs) in zip(TRIED, answers, strict=True):
        assert "fault" not in ours, (slug, ours)
        assert ours["names"], slug
        for part in ours:
            assert same(ours[part], theirs.get(part)), (slug, part)


@pytest.mark.parametrize("slug", WITH_MODEL)
def test_a_panel_is_light(slug: str) -> None:
    found = str(panel(slug, "../../"))
    assert len(gzip.compress(found.encode(), 9)) <= MOST_ADDED
    assert len(re.findall('<pre class="own-model-text"', found)) == len(used(slug))


def test_without_a_model_there_is_no_panel() -> None:
    assert panel("two-series", "") == ""


def test_the_second_archive_is_light_and_leaves_the_first_alone() -> None:
    assert assets.compiled_models().stat().st_size <= MOST_ARCHIVE
    first = {name for name, _content in assets.book_files()}
    second = {name for name, _content in assets.model_files()}
    assert not first & second
    assert {"altair.py", "nqpf/own_model/_book.json"} <= second
    assert not [name for name in second if name.endswith(("jupyter.py", "single.py"))]


def test_whatever_the_pages_python_can_say_goes_with_it_in_the_other_language() -> None:
    """The laws of models, and the words in tables of explorers that are computed anew."""
    with assets.said_in_the_page().open("rb") as file:
        known = gettext.GNUTranslations(file)
    assert [law.words for law in LAWS if known.gettext(law.words) == law.words] == []
    in_tables = ("Breakthroughs", "Allocation")
    assert [words for words in in_tables if known.gettext(words) == words] == []


def test_no_explorer_needs_a_library_that_no_page_has() -> None:
    asking = [slug for slug in WITH_MODEL if "import numpy" in file_of(slug).read_text("utf-8")]
    assert asking == []
