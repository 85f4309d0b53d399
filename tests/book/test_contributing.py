"""The example that newcomers copy works as it stands."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from nqpf.explorers.core.compiled import compile_explorer
from nqpf.places import ROOT

GUIDE = ROOT / "CONTRIBUTING.md"


def example() -> dict[str, Any]:
    """Return what the guide's example defines."""
    match = re.search(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    defined: dict[str, Any] = {}
    exec(match[1], defined)
    return defined


def test_the_guide_opens_with_an_explorer() -> None:
    headings = re.findall(r"^## (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Add an explorer"


def test_its_example_says_and_draws_what_it_claims() -> None:
    explorer = example()["EXPLORER"]
    # 6% less half of 8%, and half of −0.5% given back.
    assert explorer.sentences(capital_share=0.5) == ["2.25% a year is left."]
    compiled = compile_explorer(explorer)
    assert compiled.vega["marks"]


def test_it_says_of_each_dependency_what_it_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    asked = [re.match(r"[\w-]+", line) for line in [*project["dependencies"], *extras]]
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    wanted = {name[0] for name in asked if name and name[0] != project["name"]}
    wanted |= package["dependencies"].keys() | package["devDependencies"].keys()
    table = GUIDE.read_text(encoding="utf-8").partition("## What each dependency is for")[2]
    cells = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
    listed = {name for cell in cells for name in cell.split(", ")} - {"package"}
    assert listed == wanted


SIGNPOSTS = ["README.md", "CONTRIBUTING.md", "data/README.md", "benchmarks/README.md"]
# What a path begins with when it is one of the book's; others are a reader's own or made at build.
OWN = "chapters|widgets|data|tests|benchmarks|locale|findings"


@pytest.mark.parametrize("name", [*SIGNPOSTS, "chapters/run-it-yourself.md"])
def test_every_path_that_a_guide_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(rf"(?:`|\s)((?:{OWN})/[\w./-]*\w)", text)
    examples = ("name-of-it", "NAME", "_build")
    missing = [
        path
        for path in named
        if not (ROOT / path).exists() and not any(part in path for part in examples)
    ]
    assert missing == []
