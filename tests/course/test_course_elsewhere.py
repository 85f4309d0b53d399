"""What leaves this book is held to the tool that it goes to: Dask, run for real."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import cli
from nqpf.course.assignment import load
from nqpf.places import PACKAGE


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
