"""Cells give the same outputs in a fork of the build as in a real kernel, and end as they must."""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import Any

import jupytext
import pytest
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nqpf.explorers.core.showing import BUILDING
from nqpf.places import ROOT
from nqpf.site.build import cells as module
from nqpf.site.build.cells import run_in_a_fork

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")

HEAD = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {name: python3, display_name: Python 3}
---
"""
# What pages show in so many ways: text, values, rich values, tables, shell, glue, a meant error.
EVERYTHING = """
import subprocess, sys, __main__
import pandas as pd
from IPython.display import HTML, display
print("written", 1)
1 + 1
---
display(HTML("<b>bold</b>")); print("after"); display({"a": 1}, 3)
---
pd.DataFrame([[f"a long cell {n} of a wide table" for n in range(9)]])
---
done = subprocess.run(["echo", "from another process"])
---
!echo from a shell
---
_, __main__.pd is pd, __name__, sys.stdin is None
---
from nqpf.prose import say
say(share="31 %")
---
from nqpf.explorers import explorer
explorer("sources-of-growth")
"""


def notebook(cells: str, *, tag: str = "") -> Any:
    """Return a notebook of cells parted by lines of three strokes."""
    head = f":tags: [{tag}]\n" if tag else ""
    fenced = [f"```{{code-cell}}\n{head}{cell.strip()}\n```\n" for cell in cells.split("---\n")]
    return jupytext.reads(HEAD + "\n".join(fenced), fmt="md:myst")


def outputs(run: ExecutionResult) -> list[Any]:
    return [(cell.execution_count, cell.outputs) for cell in run.nb.cells]


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "widgets"))
    monkeypatch.setenv(BUILDING, "1")


def test_a_fork_and_a_kernel_give_the_same_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A kernel that sees this does not note what its own processes write.
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    forked = notebook(EVERYTHING)
    in_kernel = copy.deepcopy(forked)
    mine = run_in_a_fork(forked, str(tmp_path), 60, allow_errors=False)
    theirs = single_nb_execution(in_kernel, str(tmp_path), 60, allow_errors=False)
    assert mine.err is None
    assert theirs.err is None
    assert outputs(mine) == outputs(theirs)
    named = module.LANGUAGE.keys()
    told = in_kernel.metadata.language_info
    assert {name: told[name] for name in named} == forked.metadata.language_info


def test_what_cells_do_stays_in_their_fork(tmp_path: Path) -> None:
    here = Path.cwd()
    cells = "import os, sys\nos.environ['LEFT'] = 'behind'\nsys.modules['left_behind'] = sys"
    for _page in range(2):
        run = run_in_a_fork(notebook(f"assert 'LEFT' not in __import__('os').environ\n{cells}"),
                            str(tmp_path), 60, allow_errors=False)  # fmt: skip
        assert run.err is None
    assert "LEFT" not in os.environ
    assert Path.cwd() == here


def test_what_cells_leave_among_temporary_files_goes_with_them(tmp_path: Path) -> None:
    cells = "import os, tempfile\nprint(tempfile.mkdtemp(), os.environ['TMPDIR'], sep='\\n')"
    run = run_in_a_fork(notebook(cells), str(tmp_path), 60, allow_errors=False)
    folders = run.nb.cells[0].outputs[0].text.split()
    assert len(folders) == 2
    assert not any(Path(folder).exists() for folder in folders)


def test_a_failing_cell_is_named_and_ends_the_page(tmp_path: Path) -> None:
    run = run_in_a_fork(notebook("raise OSError('broken')\n---\n1"), str(tmp_path), 60, False)
    assert isinstance(run.err, CellExecutionError)
    assert "raise OSError('broken')" in str(run.exc_string)
    assert [cell.outputs != [] for cell in run.nb.cells] == [True, False]


def test_an_error_that_is_meant_is_an_output(tmp_path: Path) -> None:
    meant = notebook("raise OSError('meant')\n---\nprint('on')", tag="raises-exception")
    run = run_in_a_fork(meant, str(tmp_path), 60, allow_errors=False)
    assert run.err is None
    assert [cell.outputs[0].output_type for cell in run.nb.cells] == ["error", "stream"]


@pytest.mark.parametrize(
    ("cell", "limit", "error"),
    [
        ("while True: pass", 1, CellTimeoutError),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", None, DeadKernelError),
        ("import os\nos._exit(0)", None, DeadKernelError),
    ],
)
def test_cells_that_do_not_end_well_are_ended(
    tmp_path: Path, cell: str, limit: int | None, error: type
) -> None:
    run = run_in_a_fork(notebook(cell), str(tmp_path), limit, allow_errors=False)
    assert isinstance(run.err, error)
    assert run.exc_string
