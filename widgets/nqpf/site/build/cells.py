"""The cells of pages are run in a copy of the process that reads the page, or in a real kernel.

A kernel takes four seconds to start and to import what cells use. The process that reads pages has
all of it imported, so a fork of it runs a page's cells at once, and what they do stays in the fork.
Platforms without ``os.fork`` start a Jupyter kernel for each page; ``nqpf_cells = "kernel"`` in the
configuration asks for it anywhere. Both give the same outputs. What a user has configured (a
kernel of the same name, start-up files) reaches neither: it would make another book.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from myst_nb.core.execute import direct
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat.notebooknode import NotebookNode, from_dict

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

# The kernel would warn on every page that it talks over a local port without encryption.
SETTINGS = {"IPKernelApp": {"log_level": "ERROR"}}
# What a kernel says of itself, as far as pages show it: how its code is coloured.
LANGUAGE = {"name": "python", "pygments_lexer": "ipython3", "file_extension": ".py"}
COLUMNS_IN_A_KERNEL = 20
BEFORE_FORKING = ("altair", "myst_nb", "nqpf.exercises", "nqpf.prose")
FORK, KERNEL = "fork", "kernel"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the environment of the cells before any of them runs."""
    app.add_config_value("nqpf_cells", FORK if hasattr(os, "fork") else KERNEL, "env", str)
    app.connect("builder-inited", isolate)
    app.connect("env-before-read-docs", warm_up)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def isolate(app: Sphinx) -> None:
    """Give the cells a settings folder of the build's own, and choose who runs them."""
    folder = Path(app.doctreedir).parent / "ipython"
    path = folder / "profile_default" / "ipython_kernel_config.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(SETTINGS), encoding="utf-8")
    os.environ["IPYTHONDIR"] = str(folder)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    in_a_fork = app.config.nqpf_cells == FORK
    direct.single_nb_execution = run_in_a_fork if in_a_fork else single_nb_execution


def warm_up(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Import once, before processes divide, what the cells of pages use."""
    if app.config.nqpf_cells == FORK and any(has_cells(Path(env.doc2path(p))) for p in pages):
        for name in BEFORE_FORKING:
            importlib.import_module(name)


def has_cells(source: Path) -> bool:
    """Return whether a page holds cells to run."""
    return source.suffix == ".ipynb" or "{code-cell}" in source.read_text(encoding="utf-8")


def run_in_a_fork(
    notebook: NotebookNode,
    cwd: str | None,
    timeout: int | None,
    allow_errors: bool,
    meta_override: bool = True,
    **_options: Any,
) -> ExecutionResult:
    """Run a notebook's cells in a fork of this process, in place, as a kernel would."""
    own = notebook.metadata.get("execution", {}) if meta_override else {}
    timeout = own.get("timeout", timeout)
    allow_errors = own.get("allow_errors", allow_errors)
    start = time.monotonic()
    error: CellExecutionError | CellTimeoutError | DeadKernelError | None = None
    said = None
    try:
        # What cells leave among temporary files goes with them.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as left:
            _run(notebook, Places(cwd or os.getcwd(), left), timeout, allow_errors)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as failure:
        error, said = failure, "".join(traceback.format_exc())
    notebook.metadata["language_info"] = from_dict(LANGUAGE)
    return ExecutionResult(notebook, cwd, time.monotonic() - start, error, said)


class Places(NamedTuple):
    """Where cells run, and where their temporary files lie."""

    here: str
    temporary: str


def _run(notebook: NotebookNode, places: Places, timeout: int | None, allow_errors: bool) -> None:
    """Let a fork run the cells, and put down what it reports of each."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    sources = [cell.source if cell.cell_type == "code" else "" for cell in notebook.cells]
    process = context.Process(target=_answer, args=(there, sources, places))
    process.start()
    there.close()
    try:
        for place, cell in enumerate(notebook.cells):
            if not sources[place].strip():
                continue
            if not here.poll(timeout):
                raise CellTimeoutError.error_from_timeout_and_cell(
                    "A cell timed out while it was being executed", timeout or 0, cell
                )
            try:
                cell["execution_count"], outputs = here.recv()
            except EOFError:
                raise DeadKernelError("the process that ran the cells died") from None
            cell["outputs"] = [from_dict(output) for output in outputs]
            wrong = next((out for out in outputs if out["output_type"] == "error"), None)
            meant = allow_errors or "raises-exception" in cell.metadata.get("tags", ())
            if wrong and not meant:
                raise CellExecutionError.from_cell_and_msg(cell, wrong)
    finally:
        here.close()
        process.kill()
        process.join()


def _answer(report: Connection, sources: list[str], places: Places) -> None:
    """Run cells one after another in this process, and report the outputs of each."""
    os.chdir(places.here)
    tempfile.tempdir = os.environ["TMPDIR"] = places.temporary
    # pandas took the process in which it was imported for a terminal, and would cut wide tables.
    pandas.set_option("display.max_columns", COLUMNS_IN_A_KERNEL)
    sys.stdin = io.StringIO()
    outputs: list[dict[str, Any]] = []
    shell = _shell(outputs)
    for source in sources:
        if source.strip():
            outputs.clear()
            with _written_to(outputs):
                shell.run_cell(source, store_history=True)
            report.send((shell.execution_count - 1, outputs))


def _shell(outputs: list[dict[str, Any]]) -> Any:
    """Return an IPython shell that notes what it shows, as a kernel reports it."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Shown(DisplayPublisher):
        """What cells display."""

        def publish(
            self, data: Any, metadata: Any = None, source: Any = None, **_options: Any
        ) -> None:
            outputs.append(
                {"output_type": "display_data", "data": data, "metadata": metadata or {}}
            )

    class Result(DisplayHook):
        """The value of a cell's last line."""

        def write_output_prompt(self) -> None:
            """Leave the prompt to whoever shows the result."""

        def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
            outputs.append(
                {
                    "output_type": "execute_result",
                    "execution_count": self.prompt_count,
                    "data": format_dict,
                    "metadata": md_dict or {},
                }
            )

        def finish_displayhook(self) -> None:
            """Print no empty line."""

    class LikeZMQShell(InteractiveShell):
        """A shell whose errors are outputs too; pandas knows a kernel by ``zmq`` in this name."""

        system = InteractiveShell.system_piped

        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            outputs.append(
                {
                    "output_type": "error",
                    "ename": str(etype.__name__),
                    "evalue": str(evalue),
                    "traceback": list(stb),
                }
            )

    quiet = Config()
    quiet.HistoryManager.enabled = False
    InteractiveShell.clear_instance()
    return LikeZMQShell.instance(config=quiet, displayhook_class=Result, display_pub_class=Shown)


class _Stream(io.TextIOBase):
    """A stream whose text becomes an output; neighbouring pieces are one."""

    def __init__(self, name: str, outputs: list[dict[str, Any]]) -> None:
        self._name = name
        self._outputs = outputs

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Add a piece of text."""
        last = self._outputs[-1] if self._outputs else {}
        if last.get("name") == self._name:
            last["text"] += text
        elif text:
            self._outputs.append({"output_type": "stream", "name": self._name, "text": text})
        return len(text)


@contextlib.contextmanager
def _written_to(outputs: list[dict[str, Any]]) -> Iterator[None]:
    """Note what a block writes, also what its own processes write past Python."""
    streams = {1: _Stream("stdout", outputs), 2: _Stream("stderr", outputs)}
    with contextlib.ExitStack() as stack:
        files = {number: stack.enter_context(tempfile.TemporaryFile()) for number in streams}
        for number, file in files.items():
            os.dup2(file.fileno(), number)
        stack.enter_context(contextlib.redirect_stdout(streams[1]))
        stack.enter_context(contextlib.redirect_stderr(streams[2]))
        yield
        for number, file in files.items():
            file.seek(0)
            streams[number].write(file.read().decode(errors="replace"))
