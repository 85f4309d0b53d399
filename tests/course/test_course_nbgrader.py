"""nbgrader, run for real on every exercise that is exported to it.

The reference and other right answers get full marks, the starter and every named mistake none.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf import cli
from nqpf.course.assignment import SAME_FOR_ALL, load
from nqpf.course.nbgrader import exported, helpers
from nqpf.exercises.kinds.code import BEGIN, END
from nqpf.places import PACKAGE

SECRET = b"a secret of the lecturer's"
CONFIG = """c = get_config()
c.CourseDirectory.course_id = "book"
c.ExecutePreprocessor.timeout = 240
c.ExecutePreprocessor.allow_errors = True
c.Exchange.root = "exchange"
c.ClearSolutions.code_stub = {"python": ""}
"""


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


def submit(student, released, answers):
    """Hand in the released notebook with these answers in the cells to answer in."""
    cells = [
        cell | {"source": answers[cell["metadata"]["nbgrader"]["grade_id"]]}
        if cell["metadata"].get("nbgrader", {}).get("grade_id") in answers
        else cell
        for cell in released["cells"]
    ]
    path = Path("submitted") / student / "hw1" / "hw1.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(released | {"cells": cells}), encoding="utf-8")


def mistakes(question, seed):
    """Return answers that are wrong, each as the text of a cell."""
    task = question.exercise.task
    if question.kind in ("code", "data"):
        files = sorted(question.exercise.folder.glob("cases/wrong_*.py"))
        return [file.read_text(encoding="utf-8") for file in files]
    if question.kind in ("number", "seeded"):
        unit = task.units.factors[task.units.bare[0]]
        return [f"answer = {value / unit:.8f}" for value, _width in task.case(seed).wrong]
    if getattr(task, "labels", ()):
        right = task.solution(seed)
        others = [next(one for one in task.labels if one != label) for label in right]
        return [
            f"answer = {[*right[:place], other, *right[place + 1 :]]!r}"
            for place, other in enumerate(others)
        ]
    if question.kind == "choice":
        numbers = [n for n, option in enumerate(task.options, start=1) if not option.truth]
        rights = [n for n, option in enumerate(task.options, start=1) if option.truth]
        several = [*rights[:-1], rights] if len(rights) > 1 else []
        wrong = [*numbers, *several[:-1], list(range(1, len(task.options) + 1))]
        return [f"answer = {one!r}" for one in wrong]
    right = task.solution(seed)
    foreign = [n for n, line in enumerate(task.lines, start=1) if line.place is None]
    return [f"answer = {one!r}" for one in ([right[-1], *right[:-1]], right[:-1], right + foreign)
            if one != right]  # fmt: skip


def another_way(question, seed):
    """Return a right answer that is written differently from the reference."""
    task = question.exercise.task
    if question.kind in ("code", "data"):
        files = sorted(question.exercise.folder.glob("cases/alt_*.py"))
        text = files[0].read_text(encoding="utf-8")
        name = task.entry
        return (
            f"{text}\n\n_plain = {name}\n\ndef {name}(*given, **named):\n"
            "    import decimal\n    import numpy\n"
            "    found = _plain(*given, **named)\n"
            "    if isinstance(found, (int, float)) and not isinstance(found, bool):\n"
            "        return numpy.float64(found)\n"
            "    return numpy.array(found) if isinstance(found, (list, tuple)) else found\n"
        )
    if question.kind in ("number", "seeded"):
        return f"answer = {task.figures(seed)['answer']!r}"
    right = task.solution(seed)
    if getattr(task, "labels", ()):
        return f"answer = {'; '.join(f'{one}.'.upper() for one in right)!r}"
    return f"answer = {right!r}"


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return the exported questions, and the points of each student for each of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path_factory.mktemp("nbgrader"))
        Path("secret.txt").write_bytes(SECRET)
        secret = ("--seed-file", "secret.txt")
        assert cli.main(["assign", "hw1", "--from", "*", *secret]) == 0
        # Goals are solved in an explorer and cannot travel: the command says so, and 3.
        assert cli.main(["export", "hw1", "--to", "nbgrader", *secret]) == 3
        Path("source").symlink_to("hw1/nbgrader/source")
        Path("nbgrader_config.py").write_text(CONFIG)
        nbgrader("generate_assignment", "hw1", "--create")
        released = json.loads(Path("release/hw1/hw1.ipynb").read_text(encoding="utf-8"))
        assignment = load(Path("hw1"))
        questions = [q for q in exported(assignment) if q.kind != "open"]
        seeds = {q.slug: assignment.seed(SECRET, SAME_FOR_ALL, q.slug) for q in questions}
        source = json.loads(Path("source/hw1/hw1.ipynb").read_text(encoding="utf-8"))
        reference = {
            cell["metadata"]["nbgrader"]["grade_id"]: cell["source"]
            for cell in source["cells"]
            if cell["metadata"].get("nbgrader", {}).get("solution")
        }
        submit("starter", released, {})
        submit("reference", released, reference)
        others = {q.slug: another_way(q, seeds[q.slug]) for q in questions}
        submit("another-way", released, others)
        wrong = {q.slug: mistakes(q, seeds[q.slug]) for q in questions}
        assert all(wrong.values())
        for number in range(max(map(len, wrong.values()))):
            answers = {slug: listed[number % len(listed)] for slug, listed in wrong.items()}
            submit(f"mistake-{number}", released, answers)
        nbgrader("autograde", "hw1", "--create")
        yield questions, released, points_of_all()


def points_of_all():
    """Return the points of each student for each question, from nbgrader's own gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook("sqlite:///gradebook.db") as book:
        return {
            submission.student.id: {
                grade.cell.name.removeprefix("check-"): (grade.auto_score, grade.max_score)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in book.assignment_submissions("hw1")
        }


def test_right_answers_get_full_marks(graded):
    questions, _released, points = graded
    for student in ("reference", "another-way"):
        for question in questions:
            got, most = points[student][question.slug]
            assert (got, most) == (question.points, question.points), (student, question.slug)


def test_the_starter_and_named_mistakes_get_none(graded):
    questions, _released, points = graded
    students = [one for one in points if one == "starter" or one.startswith("mistake-")]
    assert len(students) > 4
    for student in students:
        for question in questions:
            assert points[student][question.slug][0] == 0, (student, question.slug)


def test_what_students_get_holds_no_answer(graded):
    questions, released, _points = graded
    text = "\n".join("".join(cell["source"]) for cell in released["cells"])
    assert BEGIN not in text
    assert END not in text
    assert "HIDDEN" not in text
    for question in questions:
        if question.kind not in ("code", "data"):
            assert f"check-{question.slug}" in json.dumps(released)


def test_the_helpers_hold_no_name_twice():
    """Three modules become one there: a name of one must not hide that of another."""
    defined = re.findall(r"^(?:def|class) (\w+)|^(\w+) = |^import (\w+)|^from \S+ import (\w+)$",
                         helpers(), re.MULTILINE)  # fmt: skip
    names = ["".join(parts) for parts in defined]
    imported = {"re", "unicodedata", "Any", "Mapping", "dataclass", "annotations", "types", "sys"}
    twice = {name for name in names if names.count(name) > 1} - imported
    assert twice == set()
