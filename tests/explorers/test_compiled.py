"""Explorers are compiled once, kept until what they are made from changes, not by readers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import building, data, inputs
from nqpf.explorers import file_of, modules
from nqpf.explorers.core import compiled as module
from nqpf.explorers.core.compiled import NotCompiled, compiled
from nqpf.inputs import closure, datasets_named, datasets_of
from nqpf.places import PACKAGE, ROOT

SLUG = "sources-of-growth"
# Says which data sets are read when an explorer's file is, each in a fork that has read none but
# has Altair, which takes longest.
PROGRAM = """
import importlib, json, os, sys
import altair
import nqpf.models
from nqpf.explorers import modules
nqpf.models.modules()
for slug, name in modules().items():
    if os.fork() == 0:
        read = set()
        def note(event, arguments):
            if event == "open" and str(arguments[0]).endswith(".csv"):
                read.add(os.path.basename(arguments[0]).removesuffix(".csv"))
        sys.addaudithook(note)
        importlib.import_module(name)
        print(json.dumps([slug, sorted(read)]), flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.fixture(autouse=True)
def _kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_config.yml").touch()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "_refused", False)
    compiled.cache_clear()
    yield
    compiled.cache_clear()


def test_what_is_kept_is_what_was_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    first = compiled(SLUG)
    compiled.cache_clear()
    monkeypatch.setattr(module, "_refused", True)
    kept = compiled(SLUG)
    assert kept == first
    # Also in the order in which it is written out.
    assert json.dumps(kept.vega) == json.dumps(first.vega)


def test_it_is_compiled_again_when_a_model_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = module._file(SLUG)
    model = PACKAGE / "models" / "growth" / "growth.py"
    real = inputs.mark_of_file
    monkeypatch.setattr(
        inputs, "mark_of_file", lambda path: "changed" if path == model else real(path)
    )
    assert module._file(SLUG) != before
    assert module._file("cut-a-route") is not None


def test_numbers_are_drawn_as_they_were_computed() -> None:
    """Read from text by vl_convert, the first of them was 0.01485, which shows as 1.49%."""
    values = [0.014849999999999999, 0.1 + 0.2, 2 / 3, 1e-17, 123456789.12345678]
    x = {"field": "x", "type": "quantitative"}
    chart = {"data": {"values": [{"x": x} for x in values]}, "mark": "point", "encoding": {"x": x}}
    drawn = [record["x"] for record in module.vega(chart)["data"][0]["values"]]
    assert drawn == values


def test_only_the_last_one_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(SLUG)
    compiled.cache_clear()
    monkeypatch.setattr(inputs, "mark_of_file", lambda path: "changed")
    compiled(SLUG)
    assert len(list((tmp_path / "_build" / "compiled").iterdir())) == 1


def test_who_reads_pages_may_not_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_refused", True)
    with pytest.raises(NotCompiled, match="before pages were read"):
        compiled(SLUG)


def test_an_explorer_is_made_from_its_models_and_they_from_theirs() -> None:
    names = {path.relative_to(PACKAGE).as_posix() for path in closure([file_of(SLUG)])}
    assert {"models/growth/growth.py", "algebra/__init__.py", "numbers.py"} <= names
    assert not any(name.startswith("site/") for name in names)


def test_a_made_up_name_stands_for_every_data_set() -> None:
    assert datasets_of("[data.rows(name) for name in found]") == set(data.names())
    assert datasets_of("def first(name):\n    return data.rows(name)[0]") == set()
    assert datasets_of("data.rows('rd_china')") == {"rd_china"}


def test_old_names_of_modules_lead_to_where_they_are_now() -> None:
    found = set(inputs.imports_of("from nqpf.models.drivers import anything"))
    assert PACKAGE / "models" / "growth" / "drivers.py" in found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_explorers_read_no_data_but_those_that_their_files_name() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=building.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    read = dict(json.loads(line) for line in done.stdout.splitlines())
    assert read.keys() == modules().keys()
    assert any(read.values())
    for slug, names in read.items():
        assert set(names) <= datasets_named(closure([file_of(slug)])), slug
