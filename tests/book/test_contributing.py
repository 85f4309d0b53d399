"""The example that newcomers copy works as it stands."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from typing import Any

import pytest
from nqpf.explorers.core.compiled import compile_explorer
from nqpf.places import ROOT

GUIDE = ROOT / "CONTRIBUTING.md"


def code() -> str:
    """Return the guide's example."""
    match = re.search(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    return match[1]


def example() -> dict[str, Any]:
    """Return what the guide's example defines."""
    defined: dict[str, Any] = {}
    exec(code(), defined)
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
    # What the tests ask of each explorer: marks that follow the slider, in the book's colours.
    assert any(table.computed for table in explorer.traced().tables.values())
    drawn = json.dumps(compiled.vega)
    assert '"value": "var(--nqpf-series-1,' in drawn


def test_its_example_says_of_what_type_everything_is() -> None:
    functions = [one for one in ast.walk(ast.parse(code())) if isinstance(one, ast.FunctionDef)]
    # Altair's charts alone are dynamic, and a remark says so.
    assert [one.name for one in functions if one.returns is None] == ["draw"]


def test_its_model_is_one_and_its_example_holds() -> None:
    _explorer, model = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    program = f"""import doctest
import nqpf.models.growth  # whose quantities it takes
from nqpf.algebra import Scalar, equation, model
{model}
doctest.run_docstring_examples(growth_of_output_a_worker, globals(), verbose=True)
print(equation(growth_of_output_a_worker))
"""
    # In a process of its own: a model is known to the whole of one.
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "ok" in done.stdout
    assert "g_y" in done.stdout


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
