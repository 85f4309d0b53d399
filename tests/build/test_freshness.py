"""A page shows models, data and exercises as they are: on a small book, built for real.

The builds run in their own processes, with a copy of the package in which a model can be changed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import building
from nqpf.places import PACKAGE, ROOT
from nqpf.site.build.parallel import processors

CONFIGURATION = """
title: A small book
only_build_toc_files: true
exclude_patterns: [widgets, data]
execute: {execute_notebooks: force, stderr_output: error}
sphinx:
  extra_extensions:
    - nqpf.site.freshness.freshness
    - nqpf.site.build.cells
    - nqpf.site.build.parallel
    - readers
  config: {suppress_warnings: [], nb_execution_show_tb: true}
"""
# Sphinx reads pages side by side when there are more than five.
PLAIN = [f"plain/{name}" for name in ("a", "b", "c", "d")]
ONE, TWO = "chapters/part1/ch01", "chapters/part1/ch02"
PAGES = [ONE, TWO, *PLAIN]
# Pages without cells may show anything that the book has.
ANYTHING = len(["index", *PLAIN])
ALL = ANYTHING + len([ONE, TWO])
CONTENTS = "\n".join(
    ["format: jb-book", "root: index", "chapters:", *(f"  - file: {name}" for name in PAGES), ""]
)
NOTEBOOK = """---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{name: python3, display_name: Python 3}}
---
# A page
```{{code-cell}}
from pathlib import Path
from nqpf import data
from nqpf.models.growth.{model} import times
number = len(data.rows("{dataset}")[0])
print("answer", times(1), number > 0, Path("{folder}/note.py").read_text().strip("# "))
```
"""
MODEL = "def times(x):\n    return {factor} * x\n"

# Notes which process reads a page.
READERS = """import os
def setup(app):
    app.connect("source-read", lambda app, page, text: print(os.getpid(), file=open("pids", "a")))
    return {"parallel_read_safe": True}
"""


class SmallBook:
    """A book of pages of words, and of two notebooks with a model and a data set for each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(PACKAGE, root / "widgets" / "nqpf")
        shutil.copytree(ROOT / "data", root / "data")
        for name in ("pyproject.toml", "requirements.lock", "package-lock.json", "references.bib"):
            shutil.copyfile(ROOT / name, root / name)
        self.write("widgets/readers.py", READERS)
        self.write("_config.yml", CONFIGURATION)
        self.write("_toc.yml", CONTENTS)
        self.write("index.md", "# Home\n")
        for name in PLAIN:
            self.write(f"{name}.md", "# Words alone\n")
        made = ((ONE, "two", "green_kaya_china"), (TWO, "three", "labour_share"))
        for page, model, dataset in made:
            folder = page.rpartition("/")[2]
            text = NOTEBOOK.format(model=model, dataset=dataset, folder=folder)
            self.write(f"{page}.md", text)
            self.write(f"{page}/note.py", "# first")
        self.write("widgets/nqpf/models/growth/two.py", MODEL.format(factor=2))
        self.write("widgets/nqpf/models/growth/factor.py", "THREE = 3\n")
        self.write(
            "widgets/nqpf/models/growth/three.py",
            "from nqpf.models.growth.factor import THREE\n" + MODEL.format(factor="THREE"),
        )

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
        return (len(pids) > 1) == (processors() > 1 and hasattr(os, "fork"))

    def answers(self) -> list[str]:
        """Return what the two pages show."""
        pages = [self.root / "_build" / "html" / f"{page}.html" for page in (ONE, TWO)]
        found = [re.search(r"answer (.*)", page.read_text(encoding="utf-8")) for page in pages]
        return [match[1] if match else "" for match in found]


def pages_read(done: subprocess.CompletedProcess[str]) -> int:
    """Return how many pages a build that went well has read."""
    assert done.returncode == 0, done.stdout + done.stderr
    # Sphinx writes "page: WARNING: "; a kernel that is told to go may complain in its own way.
    assert not re.search(r"\b(WARNING|ERROR): ", done.stderr), done.stderr
    counts = re.search(r"(\d+) added, (\d+) changed, \d+ removed", done.stdout)
    assert counts, done.stdout
    return int(counts.group(1)) + int(counts.group(2))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """Return a small book that has been built once."""
    small = SmallBook(tmp_path_factory.mktemp("small"))
    done = small.build()
    assert pages_read(done) == ALL
    assert small.readers_are_several()
    assert small.answers() == ["2 True first", "3 True first"]
    return small


def test_nothing_changed_reads_nothing(book: SmallBook) -> None:
    assert pages_read(book.build()) == 0


def test_what_changes_in_a_chapters_folder_changes_the_chapter(book: SmallBook) -> None:
    book.write(f"{TWO}/note.py", "# second")
    assert pages_read(book.build()) == 1
    assert book.answers() == ["2 True first", "3 True second"]


def test_a_changed_model_changes_the_pages_that_use_it_also_through_another(
    book: SmallBook,
) -> None:
    book.write("widgets/nqpf/models/growth/factor.py", "THREE = 30\n")
    assert pages_read(book.build()) == ANYTHING + 1
    assert [answer.split()[0] for answer in book.answers()] == ["2", "30"]


def test_changed_data_change_the_pages_that_name_them(book: SmallBook) -> None:
    table = book.root / "data" / "green_kaya_china.csv"
    table.write_bytes(b"".join(table.read_bytes().splitlines(keepends=True)[:-1]))
    assert pages_read(book.build()) == ANYTHING + 1


def test_changed_machinery_changes_every_page(book: SmallBook) -> None:
    numbers = book.root / "widgets" / "nqpf" / "numbers.py"
    numbers.write_text(numbers.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert pages_read(book.build()) == ALL


def test_what_uses_what_is_written_down(book: SmallBook) -> None:
    uses = json.loads((book.root / "_build" / "uses.json").read_text(encoding="utf-8"))
    assert uses["pages"]["widgets/nqpf/models/growth/factor.py"] == [TWO]
    assert uses["pages"]["data/green_kaya_china.csv"] == [ONE]
    assert uses["pages"][f"{ONE}/note.py"] == [ONE]
    assert "index" in uses["everything"]
    models = uses["explorers"]["sources-of-growth"]
    assert "widgets/nqpf/models/growth/growth.py" in models


def test_a_page_that_goes_is_missed_by_those_that_lead_to_it(book: SmallBook) -> None:
    book.write("plain/a.md", "# Words\n\n{doc}`d`\n")
    pages_read(book.build())
    book.write("_toc.yml", CONTENTS.replace("  - file: plain/d\n", ""))
    gone = book.build()
    book.write("_toc.yml", CONTENTS)
    book.write("plain/a.md", "# Words alone\n")
    assert gone.returncode != 0
    assert "unknown document: 'd'" in gone.stderr
    assert pages_read(book.build()) > 0


def test_a_warning_fails_every_build_until_it_is_mended(book: SmallBook) -> None:
    book.write("index.md", "# Home\n\n{doc}`nowhere`\n")
    for _attempt in range(2):
        done = book.build()
        assert done.returncode != 0
        assert "nowhere" in done.stderr
    book.write("index.md", "# Home\n")
    assert pages_read(book.build()) == 1


def test_failing_cells_fail_the_build_after_all_were_reported(book: SmallBook) -> None:
    for page in (ONE, TWO):
        cell = f"```{{code-cell}}\nraise OSError('broken in {page}')\n```\n"
        text = (book.root / f"{page}.md").read_text(encoding="utf-8")
        book.write(f"{page}.md", f"{text}\n{cell}")
    # All pages are read, and so in several processes.
    numbers = book.root / "widgets" / "nqpf" / "numbers.py"
    numbers.write_text(numbers.read_text(encoding="utf-8") + "\n# again\n", encoding="utf-8")
    done = book.build()
    assert book.readers_are_several()
    assert done.returncode != 0
    assert f"raise OSError('broken in {ONE}')" in done.stderr
    assert f"raise OSError('broken in {TWO}')" in done.stderr
