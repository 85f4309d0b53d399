"""``book.py`` and the Makefile: what a newcomer's two commands do before anything is installed."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from nqpf.places import ROOT

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


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

    def run(command: list[str], advice: str, total: int = 0) -> None:
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


def test_an_old_python_can_read_the_file() -> None:
    ast.parse((ROOT / "book.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 11, 0, "final", 0), (3, 14, 7, "final", 0)])
def test_the_pythons_that_are_meant_are_taken(
    book: ModuleType, version: tuple[object, ...]
) -> None:
    book.require_python(version)


@pytest.mark.parametrize(
    ("version", "implementation", "free_threaded", "named"),
    [
        ((3, 10, 14), "CPython", 0, r"CPython 3\.10"),
        ((3, 15, 0), "CPython", 0, r"CPython 3\.15"),
        ((3, 13, 1), "CPython", 1, r"CPython 3\.13 \(free-threaded\)"),
        ((3, 11, 9), "PyPy", None, r"PyPy 3\.11"),
    ],
)
def test_the_others_are_refused_by_name(
    book: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, ...],
    implementation: str,
    free_threaded: int | None,
    named: str,
) -> None:
    monkeypatch.setattr(book.platform, "python_implementation", lambda: implementation)
    monkeypatch.setattr(book.sysconfig, "get_config_var", {"Py_GIL_DISABLED": free_threaded}.get)
    with pytest.raises(SystemExit, match=rf"from 3\.11 to 3\.14, and this is {named}: \w+ another"):
        book.require_python(version)


def test_packages_are_installed_with_hashes_and_once(book: ModuleType, commands: list[str]) -> None:
    book.prepare_python()
    tools, lock, own, check = commands
    for command in (tools, lock):
        assert "--no-deps" in command
        assert "--require-hashes" in command
        assert "--no-build-isolation" in command
    assert tools.endswith("tools.lock")
    assert lock.endswith("-r requirements.lock")
    assert own.endswith("--no-build-isolation -e .")
    assert check.endswith("check")
    book.prepare_python()
    assert len(commands) == 4


def test_a_changed_lock_installs_again(book: ModuleType, commands: list[str]) -> None:
    python = book.prepare_python()
    book.prepare_node(python)
    (book.ROOT / "requirements.lock").write_text("second", encoding="utf-8")
    book.prepare_python()
    book.prepare_node(python)
    assert [command for command in commands if "'ci'" in command] == [commands[4]]
    assert len(commands) == 9
    (book.ROOT / "package-lock.json").write_text("second", encoding="utf-8")
    book.prepare_node(python)
    assert "'ci'" in commands[9]


def test_the_tools_come_from_the_lock_with_their_hashes(book: ModuleType) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = book.locked_entries(lock)
    assert "".join(entries).strip() == lock.strip()
    tools = book.locked_entries(lock, ("setuptools", "wheel"))
    assert [tool.split("==")[0] for tool in tools] == ["setuptools", "wheel"]
    assert all("--hash=sha256:" in tool for tool in tools)


UNREACHED = """Looking in indexes: file:///index
WARNING: Retrying (Retry(total=0)) after connection broken by 'Failed to establish': /simple/a/
ERROR: Could not find a version that satisfies the requirement a==1 (from versions: none)
ERROR: No matching distribution found for a==1"""
OTHER_FILE = """Collecting a==1
WARNING: something long
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.
    a==1 from file:///a:
WARNING: something else"""
FULL_DISK = """Collecting a==1
ERROR: Exception:
Traceback (most recent call last):
OSError: [Errno 28] No space left on device"""
MISSING = "nqpf 1 requires b, which is not installed."
NPM = """npm error code EINTEGRITY
npm error sha512-a integrity checksum failed"""


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (UNREACHED, "no connection: 'Failed to establish': /simple/a/"),
        (OTHER_FILE, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."),
        (FULL_DISK, "OSError: [Errno 28] No space left on device"),
        (NPM, "npm error code EINTEGRITY"),
        (
            "nqpf 1 requires b, which is not installed.\n",
            "nqpf 1 requires b, which is not installed.",
        ),
        ("", "it ended without a word"),
    ],
)
def test_what_fails_ends_with_its_cause_and_what_to_do(
    book: ModuleType, capsys: pytest.CaptureFixture[str], said: str, cause: str
) -> None:
    program = f"print({said!r}); raise SystemExit(3)"
    with pytest.raises(SystemExit, match="book: check the network"):
        book.run([sys.executable, "-c", program], "check the network")
    assert capsys.readouterr().out == f"  {cause}\n"
    assert (book.ROOT / book.LOG).read_text(encoding="utf-8").strip() == said.strip()


def test_progress_and_what_is_slow_are_told(
    book: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(book, "SLOW_SECONDS", 0.3)
    program = """import time
for number in range(20):
    print("Collecting" if number % 2 else "Ignoring", f"package-{number}", flush=True)
print("Installing collected packages: a, b", flush=True)
time.sleep(2)"""
    book.run([sys.executable, "-c", program], "nothing", total=20)
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if "of 20" in line] == [
        f"  {number} of 20 packages fetched" for number in range(2, 21, 2)
    ]
    after = told.index("  unpacking them")
    assert [line for line in told[after + 1 :] if "still busy unpacking" in line] == told[
        after + 1 :
    ]
    assert len(told) == after + 2


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


def test_the_workflow_runs_what_the_readme_says() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["make book", "make test"]
    (python,) = [step["with"] for step in steps if "python-version" in step.get("with", {})]
    assert python["python-version"] in PYTHONS


def test_the_pages_name_the_pythons_that_are_meant(book: ModuleType) -> None:
    assert book.python_names() == [f"python{version}" for version in reversed(PYTHONS)]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"CPython {', '.join(PYTHONS[:-1])} or {PYTHONS[-1]} " in readme
    page = (ROOT / "chapters" / "run-it-yourself.md").read_text(encoding="utf-8")
    assert f"CPython {PYTHONS[0]} to {PYTHONS[-1]}" in page


def test_a_checkout_that_is_set_to_other_line_ends_keeps_the_bytes(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "core.autocrlf=true", "-c", "core.eol=crlf"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    table = next((ROOT / "data").glob("*.csv")).read_bytes()
    assert b"\n" in table
    (tmp_path / "table.csv").write_bytes(table)
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    subprocess.run([*git, "add", "--all"], check=True)
    (tmp_path / "table.csv").unlink()
    subprocess.run([*git, "checkout-index", "--all", "--force"], check=True)
    assert (tmp_path / "table.csv").read_bytes() == table


def test_make_and_readme_offer_the_same_commands(book: ModuleType) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = dict(re.findall(r"^(\w+):\n\t@\$\(PYTHON\) -m book (\w+)$", makefile, re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\| `make (\w+)` \| `python -m book (\w+)` \|", readme))
    assert targets == rows
    assert set(targets.values()) == set(re.findall(r"^  (\w+)  ", book.USAGE, re.MULTILINE))
