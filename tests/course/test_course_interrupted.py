"""Grading that is stopped at any point, in any way, loses nothing and marks nothing twice."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from course_class import BOOK, SHARE, answers, assign, fill, hand_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="code is not run on Windows")

STUDENTS = [f"s{number:02}" for number in range(14)]
RUN = f"""
import sys
from pathlib import Path
import nqpf.exercises.found as found
found.FOLDERS = (Path({str(BOOK)!r}),)
from nqpf.cli import main
sys.exit(main(sys.argv[1:]))
"""
HALF = "def share(part, whole):\n    return 2 * part / whole"
ENDLESS = "def share(part, whole):\n    while True:\n        pass"


@pytest.fixture
def whole_class(classroom):
    """Return a class with right, wrong, endless and broken files; what is right of each."""
    rows = "\n".join(f"{name},Student {name}" for name in STUDENTS)
    Path("class.csv").write_text(f"id,name\n{rows}\n")
    assign("--roster", "class.csv")
    codes = [SHARE, HALF, SHARE, "def share(:", SHARE, ENDLESS, SHARE]
    for number, name in enumerate(STUDENTS):
        blank = f"hw3/student/{name}/hw3.ipynb"
        hand_in(f"{name}.ipynb", fill(blank, answers(name), codes[number % len(codes)], name))
    return classroom


def started(out, workers):
    words = ["grade", "hw3", "in", "--seed-file", "secret.txt", "--out", out, "--seconds", "1"]
    command = [sys.executable, "-c", RUN, *words, "--workers", str(workers)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def kept(out):
    """Return every result in the gradebook: its key, student, question, file, mark and moment."""
    path = Path(out) / "gradebook.sqlite"
    if not path.exists():
        return []
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        try:
            return store.execute("SELECT * FROM marks ORDER BY student, slug").fetchall()
        except sqlite3.OperationalError:
            return []


def finished(out, workers):
    done = started(out, workers)
    said, errors = done.communicate(timeout=300)
    assert done.returncode == 0, errors
    assert "14 of 14 handed in." in said
    return errors


def members(session):
    """Return the processes of a session that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _parent, _group, of, *_rest = path.read_text().rpartition(")")[2].split()
            if int(of) == session and state != "Z":
                found.append(int(path.parent.name))
    return found


@pytest.mark.usefixtures("whole_class")
@pytest.mark.parametrize("workers", [1, 2])
def test_stopped_at_several_points_it_ends_as_if_it_had_never_been(workers):
    finished("whole", workers)
    expected = kept("whole")
    assert len(expected) == 6 * len(STUDENTS)
    before = []
    for files, how in ((0, signal.SIGINT), (2, signal.SIGKILL), (6, signal.SIGINT),
                       (11, signal.SIGTERM), (13, signal.SIGKILL)):  # fmt: skip
        grader = started("parts", workers)
        deadline = time.monotonic() + 120
        while grader.poll() is None and len(kept("parts")) < 6 * files:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        os.kill(grader.pid, how)
        _said, errors = grader.communicate(timeout=60)
        if how == signal.SIGINT and grader.returncode == 1:
            assert "the same command goes on from there" in errors
            assert "Traceback" not in errors
        now = kept("parts")
        assert set(before) <= set(now), "what was known is lost, or was marked anew"
        assert len(now) % 6 == 0, "a file is kept in part"
        before = now
    finished("parts", workers)
    found = kept("parts")
    assert set(before) <= set(found)
    assert [row[:5] for row in found] == [row[:5] for row in expected]
    for name in ("grades.csv", "rubric.csv"):
        assert Path("parts", name).read_bytes() == Path("whole", name).read_bytes()


@pytest.mark.usefixtures("whole_class")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up there")
def test_nothing_that_a_killed_grader_started_goes_on():
    grader = started("parts", 2)
    while len(kept("parts")) < 12:
        assert grader.poll() is None
        time.sleep(0.01)
    assert len(members(grader.pid)) > 2
    grader.kill()
    grader.wait()
    deadline = time.monotonic() + 20
    while members(grader.pid):
        assert time.monotonic() < deadline, "a worker waits for work that never comes"
        time.sleep(0.1)
    grader.communicate()


@pytest.mark.usefixtures("whole_class")
def test_the_bar_counts_every_file_and_a_second_run_marks_none():
    assert "14/14" in finished("whole", 2)
    first = kept("whole")
    assert "14/14" in finished("whole", 2)
    assert kept("whole") == first
