"""``book.py`` and the Makefile: what a newcomer's two commands do before anything is installed."""

import ast
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from nqpf.places import ROOT


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a fresh copy of the module ``book`` that works on an empty folder."""
    specification = importlib.util.spec_from_file_location("book", ROOT / "book.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.delenv("NQPF_ENV", raising=False)
    for name in ("requirements.lock", "pyproject.toml", "package.json", "package-lock.json"):
        (tmp_path / name).write_text("first", encoding="utf-8")
    (tmp_path / ".npmrc").write_text("", encoding="utf-8")
    return module


@pytest.fixture
def commands(book: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the commands of the set-up instead of running them."""
    recorded: list[str] = []
    python = book.python_of(book.ROOT / ".venv")

    def create(folder: Path) -> None:
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("", encoding="utf-8")

    def run(command: list[str], advice: str) -> None:
        recorded.append(" ".join(command))
        (book.ROOT / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(book, "create_environment", create)
    monkeypatch.setattr(book, "run", run)
    return recorded


def test_book_imports_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "book.py").read_text(encoding="utf-8"))
    imported = {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_old_python_can_read_the_file_and_gets_a_sentence(book: ModuleType) -> None:
    ast.parse((ROOT / "book.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.10"):
        book.require_python((3, 10, 14, "final", 0))
    book.require_python((3, 11, 0, "final", 0))


def test_packages_are_installed_with_hashes_and_once(book: ModuleType, commands: list[str]) -> None:
    book.prepare_python()
    assert len(commands) == 2
    assert "--require-hashes -r requirements.lock" in commands[0]
    assert "--no-deps --no-build-isolation -e ." in commands[1]
    book.prepare_python()
    assert len(commands) == 2


def test_a_changed_lock_installs_again(book: ModuleType, commands: list[str]) -> None:
    python = book.prepare_python()
    book.prepare_node(python)
    (book.ROOT / "requirements.lock").write_text("second", encoding="utf-8")
    book.prepare_python()
    book.prepare_node(python)
    assert [command for command in commands if "'ci'" in command] == [commands[2]]
    assert len(commands) == 5
    (book.ROOT / "package-lock.json").write_text("second", encoding="utf-8")
    book.prepare_node(python)
    assert "'ci'" in commands[5]


def test_what_fails_ends_with_what_to_do(book: ModuleType) -> None:
    with pytest.raises(SystemExit, match="check the network"):
        book.run([sys.executable, "-c", "raise SystemExit(3)"], "check the network")


def test_ones_own_environment_is_used_as_it_is(
    book: ModuleType, commands: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = book.python_of(tmp_path / "own")
    monkeypatch.setenv("NQPF_ENV", str(tmp_path / "own"))
    with pytest.raises(SystemExit, match="no Python"):
        book.prepare_python()
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    assert book.prepare_python() == own
    assert commands == []


def test_clean_removes_what_was_installed_and_built(book: ModuleType) -> None:
    for name in (".venv", "node_modules", "_build"):
        (book.ROOT / name).mkdir()
    assert book.clean() == 0
    assert (book.ROOT / "pyproject.toml").exists()
    assert not [path for path in book.ROOT.iterdir() if path.is_dir()]


def test_readme_opens_with_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert block
    first, second = block.group(1).splitlines()
    assert (first, second) == ("make book", "make test")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == second


def test_make_and_readme_offer_the_same_commands(book: ModuleType) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = dict(re.findall(r"^(\w+):\n\t@\$\(PYTHON\) -m book (\w+)$", makefile, re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\| `make (\w+)` \| `python -m book (\w+)` \|", readme))
    assert targets == rows
    assert set(targets.values()) == set(re.findall(r"^  (\w+)  ", book.USAGE, re.MULTILINE))
