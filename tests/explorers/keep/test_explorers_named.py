"""What is compared between settings has a name that a declaration gives, whole where it stands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from nqpf.explorers import Explorer, explorer, explorers
from nqpf.explorers.core.names import names
from nqpf.places import ROOT
from nqpf.site.languages.catalogue import compiled
from nqpf.site.languages.translated import messages

ALL = list(explorers().values())
LEADS_ON = {
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "by",
    "for",
    "with",
    "and",
    "or",
    "at",
    "from",
    "is",
}
"""Words with which no name ends."""
LONGEST = 64
PART_ONE = {slug for slug, one in explorers().items() if one.chapter <= 5}
IN_CHINESE = """
import json
from nqpf.explorers import explorers
from nqpf.explorers.core.names import names
print(json.dumps({slug: list(names(one).values()) for slug, one in explorers().items()}))
"""


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


@every
def test_every_value_that_is_compared_is_named_in_whole_words(one: Explorer) -> None:
    found = list(names(one).values())
    assert found
    for what in found:
        assert re.match(r"[A-Z0-9]", what), what
        assert re.search(r"[\w)%]$", what), what
        assert what.split()[-1] not in LEADS_ON, what
        assert "…" not in what
        assert what.count("(") == what.count(")")
        assert len(what) <= LONGEST, what
    assert len({what.casefold() for what in found}) == len(found)


@every
def test_every_name_is_a_declaration_s(one: Explorer) -> None:
    headings = {c.heading for t in one.at().tables.values() for c in t.columns.values()}
    for name, what in names(one).items():
        by_column = any(what == head or what.startswith(f"{head} (") for head in headings)
        assert what == one.named.get(name) or by_column, what
    assert set(one.named) <= set(names(one))


@every
def test_only_what_a_control_says_or_nothing_changes_is_not_compared(one: Explorer) -> None:
    settings = [one.start, *one.settings_grid(30)]
    seen = [one.readouts(**setting) for setting in settings]
    courses = {name: [values[name] for values in seen] for name in seen[0]}
    told = [courses[name] for name in names(one)]
    told += [[setting[control.name] for setting in settings] for control in one.controls]
    for name in set(courses) - set(names(one)):
        course = courses[name]
        assert len(set(course)) == 1 or course in told, name


def test_a_value_that_nothing_names_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no table names \['workers', 'machines'\]"):
        names(replace(explorer("move-the-factors"), named={}))


def test_two_values_of_one_name_are_refused() -> None:
    one = explorer("move-the-factors")
    with pytest.raises(ValueError, match=r"two values are called \['Gain'\]"):
        names(replace(one, named={"workers": "Gain", "machines": "Gain"}))


def test_a_name_for_what_is_not_compared_is_refused() -> None:
    one = explorer("move-the-factors")
    with pytest.raises(ValueError, match=r"`named` has \['labour'\]"):
        names(replace(one, named={**one.named, "labour": "Labour"}))


def test_names_are_in_chinese_where_the_explorers_are(tmp_path: Path) -> None:
    compiled(messages(), tmp_path)
    made = subprocess.run(
        [sys.executable, "-c", IN_CHINESE],
        env={**os.environ, "NQPF_LANGUAGE": "zh_CN", "NQPF_CATALOGUES": str(tmp_path)},
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = {slug: listed for slug, listed in json.loads(made.stdout).items() if slug in PART_ONE}
    assert len(found) == len(PART_ONE)
    for slug, listed in found.items():
        for what in listed:
            assert re.search(r"[\u3400-\u9fff]", what), (slug, what)
            assert not re.search(r"[a-z]{2,}|[，。；：、]$|^[，。；：、的]", what), (slug, what)
        assert len(set(listed)) == len(listed), slug
