"""Python for the page: what it weighs, and that it is made from what it should be."""

import gzip
import json
import os
import subprocess
import sys
import zipfile

from nqpf.site.python import assets as python_assets

BUDGET = 7_500_000  # bytes, compressed: what a reader's first run may load


def test_python_for_the_page_stays_within_its_budget():
    parts = [python_assets.PYODIDE / name for name in python_assets.COPIED]
    parts += [python_assets.standard_library(), python_assets.compiled_book()]
    assert sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts) < BUDGET


def test_the_common_modules_are_compiled_and_the_rest_is_source():
    with zipfile.ZipFile(python_assets.standard_library()) as made:
        names = set(made.namelist())
    assert {"json/__init__.pyc", "random.pyc", "dataclasses.pyc", "calendar.py"} <= names
    assert "json/__init__.py" not in names


def test_only_what_cannot_work_in_a_page_stays_behind():
    with zipfile.ZipFile(python_assets.standard_library()) as made:
        names = {name.removesuffix("c") for name in made.namelist()}
    with zipfile.ZipFile(python_assets.PYODIDE / "python_stdlib.zip") as shipped:
        behind = set(shipped.namelist()) - names
    parts = {name.partition("/")[0].removesuffix(".py") for name in behind - {"http/server.py"}}
    assert parts == {
        "ftplib", "imaplib", "multiprocessing", "poplib", "smtplib", "wsgiref", "xmlrpc",
    }  # fmt: skip
    assert names < set(shipped.namelist())


def test_the_book_travels_with_models_and_data_and_without_the_site():
    listed = python_assets.book_files
    assert python_assets.archive_of(listed()) == python_assets.archive_of(listed())
    with zipfile.ZipFile(python_assets.compiled_book()) as book:
        names = set(book.namelist())
    assert {"nqpf/models/growth/growth.pyc", "nqpf/_data/growth_inputs.csv"} <= names
    assert not any(name.startswith(("nqpf/site", "nqpf/explorers")) for name in names)


def test_no_package_can_be_asked_from_another_host():
    assert python_assets.empty_lock()["packages"] == {}


def test_a_changed_model_waits_for_nothing_that_it_does_not_need(tmp_path):
    """Half of what a first Run imported was a debugger, unittest and the kinds of exercises."""
    for name, content in (*python_assets.book_files(), *python_assets.model_files()):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    program = """if True:
        import json, sys
        from nqpf.own_model.in_page import run
        assert "ready" in run('{"ask": "ready", "slug": "sources-of-growth"}')
        print(json.dumps(sorted(sys.modules)))
    """
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    imported = set(json.loads(done.stdout))
    assert "nqpf.own_model.checks" in imported
    assert imported.isdisjoint({"doctest", "unittest", "pdb", "nqpf.exercises", "numpy", "pandas"})
