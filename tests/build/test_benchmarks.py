"""Every script of `benchmarks/` still runs: each once, at its smallest size.

What is measured here means nothing: other tests run beside it. Two scripts are not run whole.
`building.py` installs and builds the book eight times, so only its changes are tried;
`lighthouse.py` and, in `pages.py` and `exercises.py`, what stands beside the book need packages
that `npm ci` and pip install apart, so where these are missing it is tried that the scripts say so
or go without.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from nqpf import building
from nqpf.places import ROOT

FOLDER = ROOT / "benchmarks"
# A script, what it is told, and what it prints last or only then.
RUN = {
    "data_loading": (["--smallest"], "slowest"),
    "index_ranks": ([], "aim"),
    "linkages": ([], "aim"),
    "model_calls": (["--smallest"], "aim"),
    "scenario": ([], "aim"),
    "course_grading": (["1", "--alone"], "s"),
}
ON_THE_SITE = {
    "pages": "read to the end",
    "exercises": "Python for a page",
    "change": "seconds to the chart",
    "editions": "aim",
}
# Imported by others; or tried below.
OTHERS = {"default_book", "jupyterlite_site", "building", "lighthouse"}


def run(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a reader of its documentation does."""
    return subprocess.run(
        [sys.executable, str(FOLDER / f"{name}.py"), *words],
        cwd=ROOT,
        env=building.environment(),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the module that times builds."""
    monkeypatch.syspath_prepend(str(FOLDER))
    import building as timed

    yield timed
    del sys.modules["building"]


def test_every_script_is_tried():
    assert {path.stem for path in FOLDER.glob("*.py")} == {*RUN, *ON_THE_SITE, *OTHERS}


@pytest.mark.parametrize("name", RUN)
def test_a_script_runs(name: str):
    words, told = RUN[name]
    done = run(name, *words)
    assert done.returncode == 0, done.stderr[-2000:]
    assert told in done.stdout


@pytest.mark.parametrize("name", ON_THE_SITE)
def test_a_script_runs_on_the_site(name: str, site: Path):
    done = run(name, "--smallest")
    assert done.returncode == 0, done.stderr[-2000:]
    assert ON_THE_SITE[name] in done.stdout
    assert json.loads((ROOT / "_build" / "benchmarks" / f"{name}.json").read_text("utf-8"))


def test_lighthouse_is_asked_or_said_to_be_missing(site: Path):
    done = run("lighthouse", "404.html")
    if (FOLDER / "node_modules" / "lighthouse").exists():
        assert done.returncode == 0, done.stderr[-2000:]
        assert "performance" in done.stdout
    else:
        assert done.returncode == 1
        assert "npm ci --ignore-scripts" in done.stderr


def test_a_build_is_timed_of_what_was_changed(module: ModuleType, tmp_path: Path):
    book = tmp_path / "book"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(book)], check=True)
    changed = {}
    for name, change in module.CASES.items():
        change(book)
        listed = subprocess.run(
            ["git", "status", "--porcelain", "--untracked-files=no"],
            cwd=book,
            capture_output=True,
            text=True,
            check=True,
        )
        changed[name] = len(listed.stdout.splitlines())
    assert changed == {
        "from nothing": 0,
        "one chapter changed": 1,
        "one explorer changed": 2,
        "nothing changed": 2,
    }
