"""What leaves this book is held to the tools that it goes to: nbgrader and Dask, run for real."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import cli
from nqpf.course.assignment import load
from nqpf.places import PACKAGE

PICKED = "residual-by-hand,own-residual,what-a-small-residual-says"
NBGRADER_CONFIG = """c = get_config()
c.CourseDirectory.course_id = "book"
c.ExecutePreprocessor.timeout = 120
c.Exchange.root = "exchange"
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("a secret of the lecturer's")
    return tmp_path


def assign(picked, *more):
    words = ["assign", "hw1", "--pick", picked, "--seed-file", "secret.txt", *more]
    assert cli.main(words) == 0


def environment():
    """Return an environment in which child processes find this package and this Python's tools."""
    tools = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PYTHONPATH": str(PACKAGE.parent),
        "PATH": os.pathsep.join([tools, os.environ["PATH"]]),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def nbgrader(*words):
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def submit(student, notebook):
    path = Path("submitted") / student / "hw1" / "hw1.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook))


def with_solutions(released, source):
    """Return the released notebook with the source's answers in the cells to answer in."""
    answers = {c["id"]: c["source"] for c in source["cells"]}
    cells = [
        c | {"source": answers[c["id"]]} if c["metadata"].get("nbgrader", {}).get("solution") else c
        for c in released["cells"]
    ]
    return released | {"cells": cells}


def scores():
    nbgrader("export", "--to", "marks.csv")
    lines = Path("marks.csv").read_text().splitlines()
    head = lines[0].split(",")
    rows = [dict(zip(head, line.split(","), strict=False)) for line in lines[1:]]
    return {row["student_id"]: float(row["score"]) for row in rows}


@pytest.mark.usefixtures("place")
def test_nbgrader_gives_the_reference_full_marks_and_the_starter_none():
    assign(PICKED)
    assert cli.main(["export", "hw1", "--to", "nbgrader", "--seed-file", "secret.txt"]) == 0
    Path("source").symlink_to("hw1/nbgrader/source")
    Path("nbgrader_config.py").write_text(NBGRADER_CONFIG)
    nbgrader("generate_assignment", "hw1", "--create")
    released = json.loads(Path("release/hw1/hw1.ipynb").read_text())
    source = json.loads(Path("source/hw1/hw1.ipynb").read_text())
    assert "0.03" not in json.dumps(released)
    submit("right", with_solutions(released, source))
    submit("starter", released)
    nbgrader("autograde", "hw1", "--create")
    assert scores() == {"right": float(load(Path("hw1")).points), "starter": 0.0}


ON_A_CLUSTER = """
import json, os, signal, sys, threading, time
from pathlib import Path
from distributed import LocalCluster
from nqpf.course.assignment import load
from nqpf.course.gradebook import Gradebook
from nqpf.course.grading import grade


def main():
    killed = []
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None,
                      local_directory="dask") as cluster, Gradebook(Path("g.sqlite")) as book:
        def progress(done, total):
            if not killed:
                victim = next(iter(cluster.workers.values()))
                killed.append(victim.pid)
                os.kill(victim.pid, signal.SIGKILL)

        outcome = grade(load(Path("hw1")), b"a secret of the lecturer's", Path("in"), book,
                        executor=cluster.scheduler_address.replace("tcp", "dask"),
                        progress=progress)
        history = list(book.history())
    print(json.dumps({"killed": len(killed), "history": len(history),
                      "totals": {one.student.id: one.total for one in outcome.graded}}))


if __name__ == "__main__":
    main()
"""


def test_a_cluster_that_loses_a_worker_grades_everybody_once(place):
    ids = [f"s{number:02}" for number in range(12)]
    (place / "class.csv").write_text("id\n" + "\n".join(ids) + "\n")
    assign("residual-by-hand,what-a-small-residual-says", "--roster", "class.csv")
    reference = json.loads(Path("hw1/instructor/hw1-reference.ipynb").read_text())
    (place / "in").mkdir()
    for number, student in enumerate(ids):
        # A remark makes each file a file of its own.
        cells = [*reference["cells"], {"cell_type": "markdown", "source": f"{number}"}]
        (place / "in" / f"{student}.ipynb").write_text(json.dumps(reference | {"cells": cells}))
    Path("cluster.py").write_text(ON_A_CLUSTER)
    done = subprocess.run(
        [sys.executable, "cluster.py"],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.strip().splitlines()[-1])
    full = float(load(Path("hw1")).points)
    assert told["killed"] == 1
    assert told["totals"] == dict.fromkeys(ids, full)
    assert told["history"] == 2 * len(ids)
