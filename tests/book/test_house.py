"""Where things lie: rules that let a newcomer find the file of anything in a minute."""

import re
import subprocess
from collections import Counter
from pathlib import Path, PurePosixPath

import grimp
import pytest
from nqpf.explorers import modules as explorer_modules
from nqpf.models.quantities import QUANTITIES
from nqpf.places import ROOT

# About fifteen: with more, names begin to need the prefixes that folders are for.
MOST_FILES = 18
# Compiled into the archive of the page's Python, where what it imports is what it is for.
IMPORTS_FOR_OTHERS = {"widgets/nqpf/site/python/precompile.py"}


def tracked() -> list[str]:
    """Return the files of the book, by their paths from its root."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\n") if name and (ROOT / name).is_file()]


FILES = tracked()
SOURCES = [name for name in FILES if name.startswith("widgets/") and name.endswith(".py")]


def test_a_folder_holds_what_a_glance_takes_in():
    places = ("widgets/", "tests/", "benchmarks/")
    folders = Counter(str(PurePosixPath(name).parent) for name in FILES if name.startswith(places))
    assert {folder: count for folder, count in folders.items() if count > MOST_FILES} == {}


def test_nothing_is_imported_for_its_side_effect():
    for name in set(SOURCES) - IMPORTS_FOR_OTHERS:
        assert "noqa: F401" not in (ROOT / name).read_text("utf-8"), name


def test_every_quantity_is_declared_in_the_one_place():
    names = [one.name for one in QUANTITIES]
    assert len(names) == len(set(names))
    for name in SOURCES:
        if "/models/" in name and name != "widgets/nqpf/models/__init__.py":
            assert not re.search(r"^declare\(", (ROOT / name).read_text("utf-8"), re.M), name


def test_every_quantity_is_used_by_a_model():
    models = [name for name in SOURCES if re.search(r"/models/(?!quantities)\w+/", name)]
    text = "\n".join((ROOT / name).read_text("utf-8") for name in models)
    assert [one.name for one in QUANTITIES if not re.search(rf"\b{one.name}\b", text)] == []


def test_what_belongs_to_a_chapter_lies_under_its_number():
    for slug, module in explorer_modules().items():
        chapter, file = module.split(".")[-2:]
        assert re.fullmatch(r"ch\d\d", chapter), module
        assert file == slug.replace("-", "_")


@pytest.mark.parametrize("kind", ["js", "css", "html"])
def test_a_part_of_the_site_lies_in_the_folder_of_its_feature(kind):
    site = Path("widgets/nqpf/site")
    loose = [name for name in FILES if name.endswith(f".{kind}") and Path(name).parent == site]
    assert loose == []


def test_no_module_needs_one_that_needs_it():
    """Imports for types alone are left out: they need nothing at run time."""
    graph = grimp.build_graph("nqpf", cache_dir=None, exclude_type_checking_imports=True)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    for module in graph.modules:
        for needed in needs[module]:
            assert module not in graph.find_upstream_modules(needed), (module, needed)
