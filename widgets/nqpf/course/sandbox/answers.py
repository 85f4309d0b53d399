"""Run a student's code in a process of its own, and ask it for the values of calls.

The process gets the code and one call at a time; what the call should give stays here, where the
answers are compared. A reply is plain JSON; nothing that a student's code wrote is ever unpickled
or executed on this side.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from nqpf.course.sandbox.interpreter import Interpreter, this
from nqpf.exercises.comparing import Labelled
from nqpf.places import PACKAGE, ROOT

CHILD = Path(__file__).parent / "child.py"
CONFINE = Path(__file__).parent / "confine.py"
ON_POSIX = os.name == "posix"
ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "MPLBACKEND": "agg"}
MOST_REPLY = 1_000_000
MEBIBYTE = 1 << 20
IMPORTS = 60.0
"""The seconds that libraries may take to load, which is no fault of a student's."""
IMPORTED = re.compile(r"^[ \t]*(import|from)[ \t]+(\w[^#;\n]*)", re.MULTILINE)
CALLS = 4
"""How many times the seconds of one call a question may take in all."""

ALL_PROTECTIONS = ("no network, own processes", "own file tree", "limits", "own files only")
OUT_OF_REACH = "answers out of reach"
Typed = str | Sequence[str]

NOT_FINAL = {"Late", "Gone", "Start", "Platform", "Unseparated"}
"""Problems that another machine, or another moment, need not have."""


class Unprotected(RuntimeError):
    """Strict grading was asked for on a machine that lacks a protection."""


@dataclass(frozen=True)
class Limits:
    """What a student's process may use: seconds a call, memory, file size, processes.

    A question gets a budget of time too, so that many slow calls end as one endless call does.
    """

    seconds: float = 5.0
    memory: int = 1024 * MEBIBYTE
    file_size: int = MEBIBYTE
    processes: int = 32

    @property
    def question(self) -> float:
        """The seconds that everything said to a question's code may take together."""
        return CALLS * self.seconds

    def as_json(self) -> dict[str, int]:
        """Return the limits by the names that the operating system gives them."""
        return {
            "CPU": int(2 * self.question) + 2,
            "AS": self.memory,
            "FSIZE": self.file_size,
            "NPROC": self.processes,
            "NOFILE": 64,
            "CORE": 0,
        }


@dataclass(frozen=True)
class Reply:
    """What came of a request: a value, or what went wrong in words; and what was printed.

    ``failed`` are the statements of a source that raised an error, while those after them ran.
    """

    value: Any = None
    problem: str = ""
    words: str = ""
    line: int | None = None
    printed: str = ""
    cut: bool = False
    failed: tuple[Reply, ...] = ()

    @property
    def worked(self) -> bool:
        """Whether there is a value."""
        return not self.problem


@dataclass
class Confined:
    """A student's code in its own process; use it as a context, so that nothing is left running.

    ``source`` may be several ways to read what was typed: the first that Python can read is run.
    ``before`` are cells that are run first, each with its place in the file; one that ends the
    process or takes too long is left out from then on, and ``stuck`` holds its place. A call that
    ends the process, or takes too long, costs that call only: the next one starts the process
    again. ``hidden`` are files and folders that the code must not read; where the machine cannot
    see to that, it is not run, unless ``trusted``.
    """

    source: Typed
    limits: Limits = field(default_factory=Limits)
    readable: Sequence[Path] = ()
    strict: bool = False
    before: Sequence[tuple[int, Typed]] = ()
    hidden: Sequence[Path] = ()
    trusted: bool = False
    python: Interpreter = field(default_factory=this)
    stuck: set[int] = field(default_factory=set)
    active: tuple[str, ...] = ()
    _spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _loads: bool = True
    _process: subprocess.Popen[bytes] | None = None
    _replies: int = -1
    _rest: bytes = b""
    _count: int = 0

    def __enter__(self) -> Confined:
        self._folder = tempfile.TemporaryDirectory(prefix="nqpf-answer-")
        self._work = Path(self._folder.name) / "work"
        self._root = Path(self._folder.name) / "root"
        os.chmod(self._folder.name, 0o711)
        for folder in (self._work, self._root):
            folder.mkdir()
        self._own(self._work)
        try:
            self.started = self._start()
        except Unprotected:
            self._folder.cleanup()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        with contextlib.suppress(OSError):
            self._folder.cleanup()

    def call(self, function: str, *positional: Any, **keywords: Any) -> Reply:
        """Return what the student's function gives for these arguments."""
        return self._request({"call": [function, positional, keywords]})

    def evaluate(self, expression: str, names: Mapping[str, Any]) -> Reply:
        """Return what an expression of ours gives with the student's names and these."""
        return self._request({"expression": [expression, dict(names)]})

    def _request(self, request: dict[str, Any]) -> Reply:
        if self._process is None:
            started = self._start()
            if not started.worked:
                return started
        return self._ask(request)

    def _start(self) -> Reply:
        if not ON_POSIX:
            # Processes cannot be confined or even killed with their children there.
            return Reply(problem="Platform", words="code is not run on this kind of machine")
        requests, replies = self._launch()
        self._replies, self._rest = replies, b""
        self._requests = requests
        # Only the script that confines the child greets; elsewhere the child itself is started.
        confined = sys.platform.startswith("linux")
        hello = self._read(time.monotonic() + 20) if confined else {}
        if not isinstance(hello, dict):
            self._stop()
            return Reply(problem="Start", words="the process did not start")
        self.active = tuple(hello.get("active", ()))
        missing = [name for name in ALL_PROTECTIONS if name not in self.active]
        if self.strict and missing:
            self._stop()
            raise Unprotected(f"this machine lacks: {', '.join(missing)}. Grade without --strict.")
        if self.hidden and not self.trusted and OUT_OF_REACH not in self.active:
            self._stop()
            return Reply(problem="Unseparated", words="the code could read the answers here")
        return self._take_in()

    def _take_in(self) -> Reply:
        """Load libraries, run the cells before the code that still may run, and then the code."""
        libraries = self._libraries() if self._loads else []
        if libraries:
            self.python.prepare(libraries)
            self._ask({"imports": libraries}, "imports", IMPORTS)
            if self._process is None:
                self._loads = False
                return self._start()
        for place, cell in self.before:
            if place in self.stuck:
                continue
            self._ask({"source": _ways(cell)}, "before")
            if self._process is None:
                self.stuck.add(place)
                return self._start()
        return self._ask({"source": _ways(self.source)})

    def _libraries(self) -> list[str]:
        """Return the modules of others that the code imports."""
        cells = [self.source, *(cell for place, cell in self.before if place not in self.stuck)]
        lines = [found for cell in cells for way in _ways(cell) for found in IMPORTED.findall(way)]
        parts = [part for kind, rest in lines
                 for part in (rest.split(",") if kind == "import" else [rest])]  # fmt: skip
        named = dict.fromkeys(part.split()[0] for part in parts if part.strip())
        ours = sys.stdlib_module_names | {"nqpf"}
        return [one for one in named if one.partition(".")[0] not in ours]

    def _launch(self) -> tuple[int, int]:
        """Start the process; return descriptors to write requests to and read replies from."""
        requests_out, requests_in = os.pipe()
        replies_out, replies_in = os.pipe()
        os.set_inheritable(replies_in, True)
        self._process = subprocess.Popen(
            self._command(replies_in),
            stdin=requests_out,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._work,
            env=ENVIRONMENT,
            pass_fds=(replies_in,),
            start_new_session=True,
        )
        os.close(requests_out)
        os.close(replies_in)
        os.set_blocking(requests_in, False)
        return requests_in, replies_out

    def _command(self, replies: int) -> list[str]:
        path = [str(PACKAGE.parent)]
        interpreter = [self.python.path, "-I", "-B"]
        if not sys.platform.startswith("linux"):
            return [*interpreter, str(CHILD), str(replies), "alone", *path]
        plan = {
            "parent": os.getpid(),
            "hidden": [str(path.resolve()) for path in self.hidden],
            "limits": self.limits.as_json(),
            "readable": [*map(str, self._readable())],
            "writable": [str(self._work), os.devnull],
            "root": str(self._root),
            "child": str(CHILD),
            "path": path,
        }
        return [*interpreter, str(CONFINE), json.dumps(plan), str(replies)]

    def _readable(self) -> list[Path]:
        """Return what Python needs, the book's package and data, and what the call was given."""
        system = [Path(name) for name in ("/usr", "/lib", "/lib64", "/etc/ld.so.cache")]
        python = map(Path, self.python.folders)
        devices = [Path(name) for name in ("/dev/zero", "/dev/urandom")]
        return [*system, *python, *devices, PACKAGE.parent, ROOT / "data", *self.readable]

    def _ask(
        self, request: dict[str, Any], budget: str = "answer", seconds: float | None = None
    ) -> Reply:
        self._count += 1
        message = (json.dumps(request | {"number": self._count}) + "\n").encode()
        started = time.monotonic()
        left = self.limits.question - self._spent[budget]
        deadline = started + (seconds or min(self.limits.seconds, left))
        reply: dict[str, Any] | str = self._write(message, deadline) or self._read(deadline)
        while isinstance(reply, dict) and reply.get("number") != self._count:
            reply = self._read(deadline)  # a copy of the process answered an earlier request too
        self._spent[budget] += time.monotonic() - started
        if isinstance(reply, dict):
            return read_reply(reply)
        self._stop()
        words = {
            "late": f"it did not end within {self.limits.seconds:g} s",
            "gone": "it ended the process",
            "garbled": "it wrote into the channel of answers",
        }
        return Reply(problem=str(reply).capitalize(), words=words[str(reply)])

    def _write(self, message: bytes, deadline: float) -> str:
        """Hand a message over; return "late" or "gone" if the process does not take it in time."""
        while message:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([], [self._requests], [], left)[1]:
                return "late"
            try:
                message = message[os.write(self._requests, message) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                return "gone"
        return ""

    def _read(self, deadline: float) -> dict[str, Any] | str:
        """Return the next reply, or a word that says why there is none."""
        while b"\n" not in self._rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._replies], [], [], left)[0]:
                return "late"
            received = os.read(self._replies, 65536)
            if not received:
                return "gone"
            self._rest += received
            if len(self._rest) > MOST_REPLY:
                return "garbled"
        line, _, self._rest = self._rest.partition(b"\n")
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            return "garbled"
        return found if isinstance(found, dict) else "garbled"

    def _stop(self) -> None:
        """Kill the process and everything that it started."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for descriptor in (self._requests, self._replies):
            os.close(descriptor)
        self._process = None

    @staticmethod
    def _own(folder: Path) -> None:
        if ON_POSIX and os.getuid() == 0:
            os.chown(folder, 65534, 65534)


def _ways(typed: Typed) -> list[str]:
    return [typed] if isinstance(typed, str) else list(typed)


def read_reply(reply: dict[str, Any]) -> Reply:
    """Return a reply as it was meant, whatever was put into it."""
    printed, cut = str(reply.get("printed", ""))[:10_000], bool(reply.get("cut"))
    error = reply.get("error")
    if isinstance(error, dict):
        line = error.get("line")
        return Reply(
            problem=str(error.get("kind", ""))[:100] or "Error",
            words=str(error.get("words", ""))[:500],
            line=line if type(line) is int else None,
            printed=printed,
            cut=cut,
        )
    listed = reply.get("failed")
    failed = tuple(
        read_reply({"error": one}) for one in (listed if isinstance(listed, list) else [])[:5]
    )
    try:
        value = plain_value(reply.get("value"))
        return Reply(value=value, printed=printed, cut=cut, failed=failed)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError):
        return Reply(problem="Garbled", words="it wrote into the channel of answers")


def plain_value(value: Any) -> Any:
    """Return a value as it was before it was written as JSON."""
    if not isinstance(value, dict):
        return value
    ((kind, held),) = value.items()
    if kind == "int":
        return int(str(held)[:5000])
    if kind == "float":
        return float(held)
    if kind in ("list", "tuple"):
        items = [plain_value(item) for item in held]
        return tuple(items) if kind == "tuple" else items
    if kind == "dict":
        return {plain_value(key): plain_value(item) for key, item in held}
    if kind == "labelled":
        labels, values = map(plain_value, held)
        return Labelled(list(labels), list(values))
    raise ValueError(f"unknown kind {kind!r}")
