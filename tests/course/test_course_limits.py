"""Time, and machines that separate nothing: what happens is said, and nothing of it is final."""

import json
from pathlib import Path

import pytest
from course_class import answers, assign, fill, grade, grades, hand_in, run
from nqpf.course import one
from nqpf.course.sandbox import answers as sandbox
from nqpf.course.sandbox import interpreter
from nqpf.places import ROOT

SLOW = "import time\ntime.sleep(1.2)\ndef share(part, whole):\n    return part / whole"


@pytest.mark.usefixtures("classroom")
def test_a_longer_limit_tries_again():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada"), SLOW))
    assert grade("--seconds", "0.5")["ada"]["write-it"] == "0.0"
    assert "did not come to an end" in Path("grades/feedback/ada.html").read_text()
    assert grade("--seconds", "20")["ada"]["write-it"] == "4.0"


@pytest.fixture
def separates_nothing(monkeypatch, tmp_path_factory):
    """Let this machine refuse namespaces, Landlock and other users, as hosts may."""
    text = sandbox.CONFINE.read_text()
    for start in ("def enter_namespaces():\n", "def become_nobody():\n"):
        assert start in text
        text = text.replace(start, f"{start}    raise OSError\n")
    assert "    version = libc.syscall" in text
    text = text.replace(
        "    version = libc.syscall", "    raise OSError\n    version = libc.syscall"
    )
    path = tmp_path_factory.mktemp("machine") / "confine.py"
    path.write_text(text)
    monkeypatch.setattr(sandbox, "CONFINE", path)
    monkeypatch.setattr(sandbox.sys, "platform", "linux")


@pytest.mark.usefixtures("classroom", "separates_nothing")
def test_code_that_could_read_the_answers_is_not_run_and_that_is_said(capsys):
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    words = ("grade", "hw3", "in", "--seed-file", "secret.txt")
    assert run(*words) == 1
    assert "1 answer was not run: this machine cannot keep code" in capsys.readouterr().out
    assert (grades()["ada"]["write-it"], grades()["ada"]["total"]) == ("0.0", "5.0")
    assert run(*words, "--trust-code") == 0
    assert grades()["ada"]["total"] == "9.0"


@pytest.mark.usefixtures("separates_nothing")
def test_gradescope_says_that_it_could_not_separate(classroom):
    assign()
    source = classroom / "autograder"
    (source / "chapters" / "part1").mkdir(parents=True)
    Path("hw3").rename(source / "assignment")
    (source / "seed.txt").write_text("a secret of the lecturer's")
    given = fill(source / "assignment/student/hw3.ipynb", ANSWERS)
    (classroom / "sub").mkdir()
    (classroom / "sub" / "hw3.ipynb").write_text(given)
    (classroom / "sub" / "README.md").write_text("# mine")
    one.main(source, classroom / "sub", classroom / "out")
    results = json.loads((classroom / "out" / "results.json").read_text())
    tests = {test["name"]: test for test in results["tests"]}
    assert results["output"].startswith("code was not run")
    assert "README.md does not count" in results["output"]
    assert (tests["Write it"]["score"], tests["A sum by hand"]["score"]) == (0, 2)
    assert "could not keep it from reading" in tests["Write it"]["output"]


def test_the_pages_python_is_the_one_that_is_named():
    locked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    series = locked["dependencies"]["pyodide"].partition(".")[0]
    assert series == "".join(map(str, interpreter.PAGE_PYTHON))


@pytest.mark.usefixtures("classroom")
def test_which_python_marked_is_said(capsys, monkeypatch):
    monkeypatch.setattr(interpreter, "PAGE_PYTHON", (4, 0))
    assign("--roster", "class.csv")
    newer = "the page runs Python 4.0, which reads more"
    assert newer in capsys.readouterr().out
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada"), "def f[T: pass"))
    grade()
    assert newer in Path("grades/feedback/ada.html").read_text()
    assert newer in Path("grades/report.html").read_text()


ANSWERS = {"sum-by-hand": 0.0225, "which-one": "b", "in-order": "a b c"}
