"""Which Python marks: the page's reads more than an older one, and another may be named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from course_class import answers, assign, fill, grades, hand_in, run, working_in
from nqpf.course.sandbox.answers import Confined, Limits
from nqpf.course.sandbox.interpreter import PAGE_PYTHON, Interpreter, named, this

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="code is not run on Windows")

NEWER = """def share(part, whole):
    r = {"country_code": "CHN"}
    print(f"{r["country_code"]}")
    return part / whole"""
NEWER_CELL = "def half[T](x: T) -> T:\n    return x / 2"


def installed(version):
    """Return a Python of a version; uv installs it if the machine has none."""
    try:
        return named(version)
    except ValueError:
        command = [sys.executable, "-m", "uv", "--quiet", "python", "install", version]
        subprocess.run(command, check=True)
        return named(version)


@pytest.fixture(scope="module")
def newer():
    return installed("3.12")


@pytest.fixture(scope="module")
def older():
    return installed("3.11")


@pytest.fixture
def classroom(tmp_path):
    with working_in(tmp_path):
        assign("--roster", "class.csv")
        yield tmp_path


def marked(python):
    words = ["grade", "hw3", "in", "--seed-file", "secret.txt", "--python", python.path]
    assert run(*words, "--seconds", "20") == 0
    return grades()


@pytest.mark.usefixtures("classroom")
def test_what_a_newer_python_reads_is_right_there_and_explained_elsewhere(newer, older, capsys):
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada"), NEWER))
    assert marked(newer)["ada"]["write-it"] == "4.0"
    assert f"Code was run by Python {newer.number}" in capsys.readouterr().out
    # The same file and folder: what another Python gave is not taken for this one's.
    assert marked(older)["ada"]["write-it"] == "0.0"
    page = ".".join(map(str, PAGE_PYTHON))
    said = f"Python {older.number} marked it and the page runs Python {page}, which reads more"
    assert said in Path("grades/feedback/ada.html").read_text(encoding="utf-8")
    assert said in Path("grades/report.html").read_text(encoding="utf-8")
    assert f"grade again with --python {page}" in capsys.readouterr().out
    assert marked(newer)["ada"]["write-it"] == "4.0"


@pytest.mark.usefixtures("classroom")
def test_newer_code_may_stand_in_any_cell(newer):
    right = 2 * float(answers("ada")["sum-by-hand"])
    text = fill("hw3/student/ada/hw3.ipynb", answers("ada"), f"%matplotlib inline\n{NEWER}")
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if "question: sum-by-hand" in cell["source"]:
            cell["source"] = f"# question: sum-by-hand\n{NEWER_CELL}\nanswer = half({right})"
    hand_in("ada.ipynb", json.dumps(notebook))
    found = marked(newer)["ada"]
    assert (found["write-it"], found["sum-by-hand"]) == ("4.0", "2.0")


def test_another_python_is_confined_as_this_one_is(newer, tmp_path):
    secret = tmp_path / "seed.txt"
    secret.write_text("a secret")
    source = f"def f(): return open({str(secret)!r}).read()"
    active = {}
    for python in (this(), newer):
        with Confined(source, Limits(seconds=20), hidden=[secret], python=python) as code:
            assert code.call("f").problem in ("FileNotFoundError", "PermissionError")
            active[python.number] = code.active
    assert len(set(active.values())) == 1
    with Confined("import sys\ndef f(): return list(sys.version_info[:2])", python=newer) as code:
        assert code.call("f").value == [3, 12]


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Return a Python of its own that has no library but one that takes its time to load."""
    folder = tmp_path_factory.mktemp("bare") / "environment"
    command = [sys.executable, "-m", "uv", "--quiet", "venv", f"--python={sys.executable}"]
    subprocess.run([*command, str(folder)], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "slow_library.py").write_text("import time\ntime.sleep(3)\nvalue = 3\n")
    return named(str(folder / "bin" / "python"))


@pytest.mark.parametrize("before", [[], [(0, "import slow_library")]])
def test_the_time_that_a_library_takes_to_load_is_not_the_answers(bare, before):
    """A cold pandas takes many seconds, and right answers with it were marked as endless."""
    source = "import math, slow_library as s\ndef f():\n    return s.value"
    with Confined(source, Limits(seconds=2), python=bare, before=before) as code:
        assert code.started.worked
        assert code.call("f").value == 3


def test_a_library_that_is_loaded_is_not_what_the_code_does(bare):
    source = "import nowhere_to_be_found, slow_library\nfrom math import pi\nwhile True: pass"
    with Confined(source, Limits(seconds=1), python=bare) as code:
        assert code.started.problem == "Late"


@pytest.mark.usefixtures("classroom")
def test_a_library_that_the_other_python_lacks_is_named(bare):
    assert bare.lacks == ("numpy", "pandas")
    code = "import numpy as np\ndef share(part, whole):\n    return np.divide(part, whole)"
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada"), code))
    assert marked(bare)["ada"]["write-it"] == "0.0"
    said = f"The Python {bare.number} that marked it lacks numpy and pandas."
    assert said in Path("grades/feedback/ada.html").read_text(encoding="utf-8")
    assert marked(this())["ada"]["write-it"] == "4.0"


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize(
    ("name", "said"),
    [("9.9", "no such Python"), ("nowhere/python", "no such Python"), ("ls", "no Python that")],
)
def test_what_is_no_python_is_refused_in_a_sentence(name, said, capsys):
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt", "--python", name) != 0
    assert said in capsys.readouterr().err


def test_an_older_python_than_the_pages_explains_only_what_age_can_explain():
    old = Interpreter("p", (3, 11, 7), ())
    missing = "module 'itertools' has no attribute 'batched'"
    for problem, said in (("SyntaxError", ""), ("ImportError", ""), ("AttributeError", missing)):
        assert "which reads more" in old.why(problem, said)
    assert old.why("AttributeError", "'DataFrame' object has no attribute 'share'") == ""
    assert [old.why(one) for one in ("NameError", "Late", "ModuleNotFoundError")] == ["", "", ""]
    assert Interpreter("p", (*PAGE_PYTHON, 0), ()).why("SyntaxError") == ""
