"""A page shows models, data and exercises as they are: on a small book, built for real.

The builds run in their own processes, with a copy of the package in which a model can be changed.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import building
from nqpf.places import PACKAGE
from nqpf.site.build.parallel import processors

CONFIGURATION = """
title: A small book
only_build_toc_files: true
exclude_patterns: [widgets, data]
execute: {execute_notebooks: force, stderr_output: error}
sphinx:
  extra_extensions:
    - nqpf.site.build.freshness
    - nqpf.site.build.cells
    - nqpf.site.build.parallel
    - readers
  config: {suppress_warnings: [], nb_execution_show_tb: true}
"""
# Sphinx reads pages side by side when there are more than five.
PLAIN = [f"plain/{name}" for name in ("a", "b", "c", "d")]
PAGES = ["one/page", "two/page", *PLAIN]
ALL = len(["index", *PAGES])
CONTENTS = "\n".join(
    ["format: jb-book", "root: index", "chapters:", *(f"  - file: {name}" for name in PAGES), ""]
)
NOTEBOOK = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
# A page
```{code-cell}
from pathlib import Path
from nqpf.models.small import double
number = int(Path("../data/number.csv").read_text())
print("answer", double(number), Path("exercise.py").read_text())
```
"""

# Notes which process reads a page.
READERS = """import os
def setup(app):
    app.connect("source-read", lambda app, page, text: print(os.getpid(), file=open("pids", "a")))
    return {"parallel_read_safe": True}
"""


class SmallBook:
    """A book of pages of words, and of two notebooks that call one model on one figure."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(PACKAGE, root / "widgets" / "nqpf")
        self.write("widgets/nqpf/models/small.py", "def double(x):\n    return 2 * x\n")
        self.write("widgets/readers.py", READERS)
        self.write("_config.yml", CONFIGURATION)
        self.write("_toc.yml", CONTENTS)
        self.write("index.md", "# Home\n")
        self.write("data/number.csv", "21")
        for name in PLAIN:
            self.write(f"{name}.md", "# Words alone\n")
        for part in ("one", "two"):
            self.write(f"{part}/page.md", NOTEBOOK)
            self.write(f"{part}/exercise.py", "first")

    def write(self, name: str, text: str) -> None:
        """Write a file of the book."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build with plain Jupyter Book, as the ecosystem does."""
        program = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
        environment = building.environment() | {"PYTHONPATH": str(self.root / "widgets")}
        return subprocess.run(
            [sys.executable, "-c", program, "build", str(self.root)],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def readers_are_several(self) -> bool:
        """Return whether pages were read by as many processes as this machine allows, or by one."""
        pids = set((self.root / "pids").read_text(encoding="utf-8").split())
        (self.root / "pids").unlink()
        return (len(pids) > 1) == (processors() > 1)

    def answers(self) -> list[str]:
        """Return what the two pages show."""
        pages = [self.root / "_build" / "html" / part / "page.html" for part in ("one", "two")]
        found = [re.search(r"answer (\d+ \w+)", page.read_text(encoding="utf-8")) for page in pages]
        return [match.group(1) if match else "" for match in found]


def pages_read(done: subprocess.CompletedProcess[str]) -> int:
    """Return how many pages a build that went well has read."""
    assert done.returncode == 0, done.stdout + done.stderr
    # Sphinx writes "page: WARNING: "; a kernel that is told to go may complain in its own way.
    assert not re.search(r"\b(WARNING|ERROR): ", done.stderr), done.stderr
    counts = re.search(r"(\d+) added, (\d+) changed, 0 removed", done.stdout)
    assert counts, done.stdout
    return int(counts.group(1)) + int(counts.group(2))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """Return a small book that has been built once."""
    small = SmallBook(tmp_path_factory.mktemp("small"))
    done = small.build()
    assert pages_read(done) == ALL
    assert small.readers_are_several()
    assert small.answers() == ["42 first", "42 first"]
    return small


def test_nothing_changed_reads_nothing(book: SmallBook) -> None:
    assert pages_read(book.build()) == 0


def test_a_changed_exercise_changes_the_pages_of_its_folder(book: SmallBook) -> None:
    book.write("two/exercise.py", "second")
    assert pages_read(book.build()) == 1
    assert book.answers() == ["42 first", "42 second"]


def test_a_changed_model_changes_every_page_that_uses_it(book: SmallBook) -> None:
    book.write("widgets/nqpf/models/small.py", "def double(x):\n    return 2 * x + 1\n")
    assert pages_read(book.build()) == ALL
    assert [answer.split()[0] for answer in book.answers()] == ["43", "43"]
    book.write("data/number.csv", "50")
    assert pages_read(book.build()) == ALL
    assert [answer.split()[0] for answer in book.answers()] == ["101", "101"]


def test_a_warning_fails_every_build_until_it_is_mended(book: SmallBook) -> None:
    book.write("index.md", "# Home\n\n{doc}`nowhere`\n")
    for _attempt in range(2):
        done = book.build()
        assert done.returncode != 0
        assert "nowhere" in done.stderr
    book.write("index.md", "# Home\n")
    assert pages_read(book.build()) == 1


def test_failing_cells_fail_the_build_after_all_were_reported(book: SmallBook) -> None:
    for part in ("one", "two"):
        cell = f"```{{code-cell}}\nraise OSError('broken in {part}')\n```\n"
        book.write(f"{part}/page.md", f"{NOTEBOOK}\n{cell}")
    book.write("data/number.csv", "7")  # all pages are read, and so in several processes
    done = book.build()
    assert book.readers_are_several()
    assert done.returncode != 0
    assert "raise OSError('broken in one')" in done.stderr
    assert "raise OSError('broken in two')" in done.stderr
