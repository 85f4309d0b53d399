"""The package as a stranger gets it: built twice the same, installed alone, and used."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path

import nqpf
import pytest
from nqpf.course.sandbox.interpreter import Interpreter, named
from nqpf.places import ROOT
from nqpf.version import of_content, of_last_change, version

HELD = ("widgets", "data", "chapters")
FILES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "LICENSE-text", ".gitignore")
PUBLISHED = "part1/ch02/residual-by-hand/exercise.md"
COMMITTED = "2027-03-01T10:15:30+00:00"
LEFTOVERS = (
    "widgets/nqpf/models/growth/growth.py~",
    "widgets/nqpf/.ipynb_checkpoints/prose.py",
    "data/.#chronology.csv",
    "chapters/part1/ch01.md.swp",
    "chapters/reference/generated/old.md",
)
USED = """
import nqpf
from nqpf import data
from nqpf.exercises import check
from nqpf.explorers import explorer
from nqpf.prose import chapter_texts, say
assert data.rows("labour_share")
assert check("residual-by-hand", "3.1 %").correct
assert explorer("sources-of-growth").live().set(capital_share=0.5)
say(**chapter_texts("ch02"))
print(nqpf.__version__)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the package is built from, with a history of one commit."""
    folder = tmp_path_factory.mktemp("source")
    for name in HELD:
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "generated")
        )
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    graded = folder / "chapters" / "part1" / "ch02" / "write-the-brief" / "exercise.md"
    text = graded.read_text(encoding="utf-8")
    graded.write_text(text.replace("kind =", 'use = ["assignment"]\nkind =', 1), encoding="utf-8")
    who = {"NAME": "A", "EMAIL": "a@example.org", "DATE": COMMITTED}
    names = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=one"]):
        git = ["git", "-C", str(folder), *command]
        subprocess.run(git, check=True, env=os.environ | names)
    return folder


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return wheel and source archive, by the ends of their names."""
    return build(folder, tmp_path_factory.mktemp("built"))


def build(folder: Path, target: Path) -> dict[str, Path]:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(target)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return {path.suffix: path for path in target.iterdir()}


def test_the_version_is_day_and_time_of_the_last_change(built: dict[str, Path]) -> None:
    assert built[".whl"].name == "nqpf-0.20270301.101530-py3-none-any.whl"
    assert built[".gz"].name == "nqpf-0.20270301.101530.tar.gz"


def test_without_a_history_the_version_tells_one_content_from_another(tmp_path: Path) -> None:
    assert of_last_change(tmp_path) is None
    before = of_content(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert before != of_content(tmp_path)


def test_the_book_says_its_version() -> None:
    assert nqpf.__version__ == version()
    with pytest.raises(AttributeError, match="no attribute 'edition'"):
        _ = nqpf.edition


def test_one_commit_gives_the_same_bytes_whatever_lies_about(
    folder: Path, built: dict[str, Path], tmp_path: Path
) -> None:
    for name in LEFTOVERS:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("left", encoding="utf-8")
    again = build(folder, tmp_path)
    for name in LEFTOVERS:
        (folder / name).unlink()
    for kind, path in built.items():
        assert again[kind].read_bytes() == path.read_bytes(), kind


def test_it_holds_data_licences_and_chapters_but_nothing_that_is_only_graded(
    built: dict[str, Path],
) -> None:
    with zipfile.ZipFile(built[".whl"]) as archive:
        wheel = set(archive.namelist())
    with tarfile.open(built[".gz"]) as archive:
        source = {name.partition("/")[2] for name in archive.getnames()}
    info = "nqpf-0.20270301.101530.dist-info"
    assert {"nqpf/py.typed", "nqpf/_data/datapackage.json", "nqpf/_chapters/part1/ch02.md"} <= wheel
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/LICENSE-text"} <= wheel
    assert {"LICENSE", "README.md", "hatch_build.py", "data/datapackage.json"} <= source
    assert f"nqpf/_chapters/{PUBLISHED}" in wheel
    assert f"chapters/{PUBLISHED}" in source
    assert [name for name in wheel | source if "/write-the-brief/" in name] == []


@pytest.fixture(scope="module", params=["lowest", "highest"])
def supported(request: pytest.FixtureRequest) -> Interpreter:
    """Return the lowest Python that is meant, or the highest, of those that this machine has."""
    classifiers = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert len(classifiers) > 1
    for number in classifiers if request.param == "lowest" else reversed(classifiers):
        with suppress(ValueError):
            return named(number)
    raise AssertionError("the machine has no Python that the book is meant for")


@pytest.mark.parametrize("kind", [".whl", ".gz"])
def test_installed_alone_it_can_be_used_and_says_what_it_can_do(
    built: dict[str, Path], tmp_path: Path, kind: str, supported: Interpreter
) -> None:
    uv = [sys.executable, "-m", "uv", "--quiet"]
    subprocess.run([*uv, "venv", f"--python={supported.path}", str(tmp_path / "e")], check=True)
    python = tmp_path / "e" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [*uv, "pip", "install", f"--python={python}", str(built[kind])],
        check=True,
        cwd=tmp_path,
    )
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(python), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    made_by = run("-c", "import sys; print(*sys.version_info[:2], sep='.')").stdout.strip()
    assert supported.number.startswith(f"{made_by}.")
    used = run("-c", USED)
    assert (used.returncode, used.stdout.strip()) == (0, "0.20270301.101530"), used.stderr
    told = run("-m", "nqpf", "--help").stdout
    assert "without the book's folder" in told
    assert "pip install 'nqpf[course]'" in told
    refused = run("-m", "nqpf", "assign", "--list", "--from", "ch02/*")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "pip install 'nqpf[course]'" in refused.stderr
    assert "needs the folder of the book" in run("-m", "nqpf", "build", "--all").stderr
