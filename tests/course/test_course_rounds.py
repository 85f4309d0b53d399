"""From exercises to marks: an assignment is made, handed in by a class, graded, and exported.

The exercises in ``course_book`` are small ones of each kind, made for these tests.
"""

import csv
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import nbformat
import pytest
from course_class import BOOK, SHARE, answers, assign, fill, grade, grades, hand_in, run
from nqpf.course.assignment import load


@pytest.mark.usefixtures("classroom")
def test_an_assignment_holds_no_answer_and_no_hidden_case():
    assign("--roster", "class.csv", "--due", "2027-03-01")
    handed_out = [p for p in Path("hw3/student").rglob("*") if p.is_file()]
    assert len(handed_out) == 9  # three students, three forms
    secret = Path("secret.txt").read_text()
    for path in handed_out:
        text = path.read_text(encoding="utf-8")
        assert "part / whole" not in text
        assert "share(0, 123)" not in text
        assert "share(1, 4)" in text
        assert secret not in text
        assert "2.25" not in text
    figures = {re.search(r"Double (\d+)", p.read_text())[1] for p in handed_out}
    assert len(figures) == 3
    for path in Path("hw3/student").rglob("*.ipynb"):
        nbformat.validate(nbformat.read(path, as_version=4))
    assert "Due: 2027-03-01" in Path("hw3/student/ada/hw3.md").read_text()


@pytest.mark.usefixtures("classroom")
def test_a_class_is_graded():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    wrong = answers("li") | {"sum-by-hand": "1,75 %", "which-one": "a", "in-order": "d"}
    product = SHARE.replace("part / whole", "100 * part / whole")
    hand_in(
        "李雷_7_assignsubmission_file_/x.ipynb", fill("hw3/student/li/hw3.ipynb", wrong, product)
    )
    marks = grade()
    points = {"own-figures": "1.0", "sum-by-hand": "2.0", "which-one": "1.0", "write-it": "4.0"}
    assert {slug: marks["ada"][slug] for slug in points} == points
    assert (marks["ada"]["in-order"], marks["ada"]["total"]) == ("1.0", "9.0")
    assert (marks["ada"]["points"], marks["ada"]["waiting"]) == ("12", "1")
    zeros = {"own-figures": "1.0", "sum-by-hand": "0.0", "which-one": "0.0", "in-order": "0.0"}
    assert {slug: marks["li"][slug] for slug in zeros} == zeros
    assert float(marks["li"]["write-it"]) == 0.5  # one case of eight: nothing of something
    assert marks["evil"]["notes"] == "nothing was handed in"
    assert marks["evil"]["name"] == "'=cmd|' /C calc'!A0"
    page = Path("grades/feedback/li.html").read_text()
    assert "1.75% is the difference: add instead." in page
    assert "share(1, 4)" in page
    assert "123" not in page
    report = Path("grades/report.html").read_text()
    for said in ("difference", "percent", "own file tree", "Handed in: 2 of 3"):
        assert said in report
    results = json.loads(Path("grades/gradescope/ada/results.json").read_text())
    assert results["score"] == 9.0
    assert {test["max_score"] for test in results["tests"]} == {1, 2, 3, 4}
    for name in ("canvas.csv", "moodle.csv"):
        assert "ada" in Path("grades", name).read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize("form", ["md", "py"])
def test_scripts_and_markdown_are_graded_too(form):
    assign()
    text = Path(f"hw3/student/hw3.{form}").read_text()
    for slug, answer in answers("everyone").items():
        text = re.sub(
            rf"(# (?:%% )?question: {slug}\n)answer = .*", rf"\1answer = {answer!r}", text
        )
    text = re.sub(r"    # Write your answer here.\n    \.\.\.", "    return part / whole", text)
    hand_in(f"someone.{form}", text)
    (row,) = grade().values()
    assert row["total"] == "9.0"


@pytest.mark.usefixtures("classroom")
def test_an_answer_may_be_computed_in_its_cell():
    assign()
    text = fill("hw3/student/hw3.ipynb", answers("everyone"))
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if "question: sum-by-hand" in "".join(cell["source"]):
            cell["source"] = (
                "# question: sum-by-hand\nimport math\nanswer = math.fsum([.02, .0025])"
            )
    hand_in("someone.ipynb", json.dumps(notebook))
    (row,) = grade().values()
    assert row["sum-by-hand"] == "2.0"


@pytest.mark.usefixtures("classroom")
def test_the_rubric_sheet_is_filled_in_and_merged():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    grade()
    sheet = Path("grades/rubric.csv")
    text = sheet.read_text(encoding="utf-8-sig")
    assert "0 = none, 1 = a vague one" in text
    rows = list(csv.DictReader(text.splitlines()))
    rows[0] |= {"levels": "1 1", "comment": "Name a date."}
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    marks = grade()
    assert (marks["ada"]["in-words"], marks["ada"]["waiting"]) == ("2.0", "0")
    assert "Name a date." in Path("grades/feedback/ada.html").read_text()
    assert "Name a date." in sheet.read_text(encoding="utf-8-sig")
    sheet.write_text(sheet.read_text(encoding="utf-8-sig").replace("1 1", "1 7"))
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1


@pytest.mark.usefixtures("classroom")
def test_grading_goes_on_where_it_stopped(monkeypatch, capsys):
    assign("--roster", "class.csv")
    for student in ("ada", "li"):
        hand_in(f"{student}.ipynb", fill(f"hw3/student/{student}/hw3.ipynb", answers(student)))
    import nqpf.course.grading as grading

    marked = []
    real = grading.mark_file

    def stops(work):
        if work.owner == "li" and not marked.count("li"):
            marked.append("li")
            raise KeyboardInterrupt
        marked.append(work.owner)
        return real(work)

    monkeypatch.setattr(grading, "mark_file", stops)
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert "the same command goes on" in capsys.readouterr().err
    marks = grade()
    assert marked == ["ada", "li", "li"]  # what was graded is not graded again
    assert [marks[s]["total"] for s in ("ada", "li")] == ["9.0", "9.0"]
    grade()
    assert len(marked) == 3


@pytest.mark.usefixtures("classroom")
def test_a_mended_exercise_is_graded_again_and_history_stays(monkeypatch):
    from nqpf.course.gradebook import Gradebook

    assign()
    hand_in("ada.ipynb", fill("hw3/student/hw3.ipynb", answers("everyone")))
    grade()
    monkeypatch.setattr("nqpf.course.grading.version_of", lambda folder: "mended")
    grade()
    with Gradebook(Path("grades/gradebook.sqlite")) as book:
        history = [entry for entry in book.history() if entry[1] == "sum-by-hand"]
    assert len(history) == 2


@pytest.mark.usefixtures("classroom")
def test_workers_give_the_same_marks():
    assign("--roster", "class.csv")
    for student in ("ada", "li", "evil"):
        hand_in(f"{student}.ipynb", fill(f"hw3/student/{student}/hw3.ipynb", answers(student)))
    alone = grade("--out", "grades")
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt", "--out", "two",
               "--workers", "2") == 0  # fmt: skip
    assert grades("two") == alone


HOSTILE = {
    "syntax error": "def share(:",
    "missing import": "import nothing_of_the_kind",
    "endless loop": "while True: pass",
    "exit": "import sys; sys.exit()",
    "hard exit": "import os; os._exit(0)",
    "kill": "import os; os.kill(os.getppid(), 9)",
    "input": "input()",
    "always equal": "class E:\n    def __eq__(s, o): return True\ndef share(p, w): return E()",
    "segfault": "import ctypes; ctypes.string_at(0)",
    "magic": "%timeit 1",
    "shell": "!rm -rf /",
    "reads the solution": f"exec(open({str(BOOK / 'part1/ch01/write-it/solution.py')!r}).read())",
    "patches": "import json, math, builtins\njson.dumps = math.isclose = None\nbuiltins.abs = None",
}


@pytest.mark.usefixtures("classroom")
def test_hostile_code_costs_its_own_question():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    for place, (name, code) in enumerate(HOSTILE.items()):
        text = fill("hw3/student/li/hw3.ipynb", answers("li"), code)
        hand_in(f"{place}/li.ipynb", text)
        Path(f"in/{place}/li.ipynb").touch()
        marks = grade("--seconds", "1.5")
        assert marks["ada"]["total"] == "9.0", name
        assert float(marks["li"]["write-it"]) == 0.0, name
        assert marks["li"]["sum-by-hand"] == "2.0", name


@pytest.mark.usefixtures("classroom")
def test_broken_files_cost_their_own_student():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    for text, note in (("{", "not JSON"), ("", "empty"), ('{"cells": []}', "marker")):
        hand_in("li.ipynb", text)
        marks = grade()
        assert marks["ada"]["total"] == "9.0"
        assert (marks["li"]["total"], note in marks["li"]["notes"]) == ("0.0", True)


@pytest.mark.usefixtures("classroom")
def test_moved_copied_and_deleted_cells():
    assign()
    notebook = json.loads(fill("hw3/student/hw3.ipynb", answers("everyone")))
    cells = [c for c in notebook["cells"] if "which-one" not in "".join(c["source"])]
    notebook["cells"] = [*reversed(cells), cells[-1]]
    hand_in("someone.ipynb", json.dumps(notebook))
    (row,) = grade().values()
    assert (row["total"], row["which-one"]) == ("8.0", "0.0")


@pytest.mark.usefixtures("classroom")
def test_a_wrong_seed_file_is_noticed(capsys):
    assign()
    hand_in("x.ipynb", "{}")
    Path("secret.txt").write_text("another secret altogether")
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert "is not the seed file" in capsys.readouterr().err


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--pick", "wich-one"], "did you mean which-one"),
        (["--from", "ch99/*"], "nothing matches"),
        (["--roster", "none.csv"], "does not exist"),
        (["--due", "tomorrow"], "2027-03-01"),
        (["--list", "--from", "ch9/*"], "exercises in ch01"),
    ],
)
def test_bad_input_says_what_to_do(words, said, capsys):
    base = ["assign", "hw9", "--seed-file", "secret.txt"]
    assert run(*base, *([] if "--from" in words else ["--from", "ch01/*"]), *words) == 1
    assert said in capsys.readouterr().err
    assert not Path("hw9").exists()


def test_exercises_are_listed_to_pick_from(classroom, capsys):
    assert run("assign", "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].split(maxsplit=3) == ["ch01/write-it", "code", "4", "Write it"]
    assert [line.split()[0] for line in lines] == sorted(
        f"ch01/{folder.name}" for folder in (BOOK / "part1" / "ch01").iterdir()
    )
    assert list(classroom.glob("hw*")) == []
    assert run("assign", "--from", "ch01/*") == 1
    assert "a name, or --list" in capsys.readouterr().err


@pytest.mark.usefixtures("classroom")
def test_what_was_handed_out_is_worth_nothing_and_waits_for_nobody():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", Path("hw3/student/ada/hw3.ipynb").read_text(encoding="utf-8"))
    row = grade()["ada"]
    assert (row["total"], row["waiting"]) == ("0.0", "0")
    assert not Path("grades/rubric.csv").exists()


def test_what_is_left_to_do_is_said_at_the_end(classroom, capsys):
    assign("--roster", "class.csv", "--due", "2020-01-01")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    hand_in("nobody.ipynb", "{}")
    (classroom / "in" / "link.ipynb").symlink_to("ada.ipynb")
    grade()
    said = capsys.readouterr().out
    for sentence in (
        "1 of 3 handed in, 1 late.",
        "nobody on the class list: 1",
        "left out: 1",
        "Open answers to read: 1; fill in grades/rubric.csv",
    ):
        assert sentence in said


def test_moodle_gets_each_message_and_variant(classroom, capsys):
    assign()
    assert run("export", "hw3", "--to", "moodle", "--seed-file", "secret.txt") == 3
    said = capsys.readouterr().out
    assert "write-it: left out: it needs Python to run" in said
    assert "Questions that arrive: 5 of 6; points: 8 of 12." in said
    quiz = ET.parse(classroom / "hw3/moodle/hw3.xml").getroot()
    kinds = [question.get("type") for question in quiz]
    assert kinds.count("numerical") == 1 + 12
    assert kinds.count("multichoice") == 1
    (number,) = [q for q in quiz if q.findtext("name/text") == "A sum by hand"]
    marks = {a.findtext("text"): a.get("fraction") for a in number.findall("answer")}
    as_fractions = {"0.0225": "100", "0.0175": "0", "0.0450": "0"}
    rounded = dict.fromkeys(["1.70", "1.80", "0.0170", "0.0180"], "0")
    assert marks == {"2.25": "100", "1.75": "0", "4.50": "0", "*": "0"} | as_fractions | rounded
    assert number.find("answer").findtext("tolerance") == "0.01"
    (choice,) = [q for q in quiz if q.get("type") == "multichoice"]
    assert sum(float(a.get("fraction")) for a in choice.findall("answer")) == 100
    assert all(a.findtext("feedback/text") for a in choice.findall("answer"))
    assert "&lt;b&gt;" in choice.findall("answer")[2].findtext("text")


def test_canvas_gets_qti(classroom):
    assign()
    assert run("export", "hw3", "--to", "canvas", "--seed-file", "secret.txt") == 3
    with zipfile.ZipFile(classroom / "hw3/canvas/hw3.zip") as made:
        (name,) = [n for n in made.namelist() if re.search(r"assessment_\w+/text2qti", n)]
        tree = ET.fromstring(made.read(name))
    items = [element for element in tree.iter() if element.tag.endswith("}item")]
    assert len(items) == 1 + 12 + 1 + 1
    bounds = [e for e in tree.iter() if e.tag.endswith("}vargte")]
    assert bounds


def test_gradescope_grades_a_submission_with_what_is_in_the_zip(classroom):
    import os
    import subprocess
    import sys

    assign()
    assert run("export", "hw3", "--to", "gradescope", "--seed-file", "secret.txt") == 0
    base = classroom / "autograder"
    with zipfile.ZipFile(classroom / "hw3/gradescope/hw3-autograder.zip") as made:
        names = made.namelist()
        made.extractall(base / "source")
    assert {"run_autograder", "setup.sh"} <= set(names)
    (base / "submission").mkdir()
    text = fill("hw3/student/hw3.ipynb", answers("everyone"))
    (base / "submission" / "hw3.ipynb").write_text(text)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    environment |= {"AUTOGRADER": str(base)}
    command = [sys.executable, str(base / "source" / "run_autograder")]
    subprocess.run(command, check=True, env=environment, cwd=base)
    results = json.loads((base / "results" / "results.json").read_text())
    assert results["score"] == 9.0
    assert load(classroom / "hw3").points == 12
