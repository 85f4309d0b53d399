"""One class in which nearly everybody's file is broken or hostile, each in a way of its own.

Each costs its own student what it must and no more, and everybody else is marked as ever.
"""

import csv
import json
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from course_class import SHARE, answers, assign, fill, grade, grades, hand_in, working_in
from nqpf.places import NODE_MODULES

FULL = 9.0
NAMES = {
    "markup": '<script>alert("x")</script><img src=x onerror=alert(1)>',
    "comma": "O'Neil, Zoë",
    "formula": "=cmd|' /C calc'!A0",
    "chinese": "欧阳雪",
    "<b>../id": "An id that is no name for a file",
}
MARKUP = '[*x*](https://example.org) ![y](https://example.org/z) <b onclick="z()">{answer}</b>'


def with_cells(text, change):
    """Return a notebook whose list of cells was changed."""
    notebook = json.loads(text)
    return json.dumps(notebook | {"cells": change(notebook["cells"])}, ensure_ascii=False)


def with_output(text, megabytes):
    """Return a notebook whose last code cell has printed this much, as Jupyter saves it."""
    lines = ["the same line, over and over again\n"] * (megabytes * 1_000_000 // 35)
    output = {"output_type": "stream", "name": "stdout", "text": lines}
    return with_cells(text, lambda cells: [*cells[:-1], cells[-1] | {"outputs": [output]}])


def with_remark(text):
    """Return a notebook with a remark in Chinese, which each encoding writes in its own way."""
    remark = {"cell_type": "markdown", "metadata": {}, "source": "新质生产力"}
    return with_cells(text, lambda cells: [*cells, remark])


def with_kernel(text):
    """Return a notebook that asks for a kernel which nobody has."""
    return json.dumps(json.loads(text) | {"metadata": {"kernelspec": {"name": "klingon"}}})


def with_edits(text):
    """Return a notebook in which everything that is no answer was rewritten or removed."""
    return with_cells(
        text, lambda cells: [c | {"source": "x"} if c["source"][0] != "#" else c for c in cells[1:]]
    )


def with_two(text):
    """Return a notebook with a second cell for a question, and a wrong answer in it."""
    second = {"cell_type": "code", "source": "# question: sum-by-hand\nanswer = 5"}
    return with_cells(text, lambda cells: [*cells, second])


WAYS = {
    "right": (lambda text: text, FULL, ""),
    "output": (lambda text: with_output(text, 40), FULL, ""),
    "kernel": (with_kernel, FULL, ""),
    "utf16": (lambda text: with_remark(text).encode("utf-16"), FULL, "UTF-16"),
    "gb18030": (lambda text: with_remark(text).encode("gb18030"), FULL, "UTF-8"),
    "edited": (with_edits, FULL, ""),
    "reordered": (lambda text: with_cells(text, lambda cells: cells[::-1]), FULL, ""),
    "two": (with_two, FULL - 2, "two cells"),
    "nothing": (lambda text: with_cells(text, lambda cells: cells[:1]), 0.0, "no cell has"),
    "broken": (lambda text: text[:-40], 0.0, "not JSON"),
    "nested": (lambda text: "[" * 200_000, 0.0, "not JSON"),
    "empty": (lambda text: "", 0.0, "empty"),
} | {student: (lambda text: text, FULL, "") for student in NAMES}  # fmt: skip

CODE = {
    "thread": (
        "import threading, time\n"
        f"threading.Thread(target=lambda: time.sleep(600)).start()\n{SHARE}", FULL,
    ),
    "printer": (f"print('x' * 40_000_000)\n{SHARE}", FULL),
    "sleep": ("import time\ntime.sleep(600)", FULL - 4),
    "memory": ("x = bytearray(30 * 10**9)", FULL - 4),
    "bomb": ("import os\nwhile True: os.fork()", FULL - 4),
    "recursion": ("def share(part, whole): return share(part, whole)", FULL - 4),
    "subclass": (
        "class F(float):\n    def __eq__(s, o): return True\n"
        "def share(part, whole): return F(part / whole if whole else 0)", FULL - 4,
    ),
    "transformers": (
        f"get_ipython().ast_transformers.append(None)\n{SHARE}", FULL
    ),
    "says": (f"def share(part, whole): return {MARKUP!r}", FULL - 4),
}  # fmt: skip


@pytest.fixture(scope="module")
def marks(tmp_path_factory):
    """Return the marks of the class; the tests work in the folder in which it was graded."""
    with working_in(tmp_path_factory.mktemp("hostile")):
        hand_in_all()
        started = time.monotonic()
        marks = grade("--seconds", "1.5", "--workers", "2")
        assert time.monotonic() - started < 240
        yield marks


def hand_in_all():
    """Make the assignment for the class, and put what everybody hands in into a folder."""
    students = [*WAYS, *CODE, "figures"]
    with open("class.csv", "w", encoding="utf-8", newline="") as file:
        rows = [[student, NAMES.get(student, student.title())] for student in students]
        csv.writer(file).writerows([["id", "name"], *rows])
    assign("--roster", "class.csv")
    for student in students:
        folder = student if student.isalnum() else "%3cb%3e%2e%2e%2fid"
        path = Path("hw3/student", folder, "hw3.ipynb")
        code, _total = CODE.get(student, (SHARE, FULL))
        given = answers(student)
        if student == "figures":
            given = dict.fromkeys(given, MARKUP)
        text = fill(path, given, code)
        made = WAYS[student][0](text) if student in WAYS else text
        hand_in(f"{folder}/hw3.ipynb", made)


def test_everybody_gets_what_the_answers_are_worth(marks):
    expected = {student: (total, note) for student, (_way, total, note) in WAYS.items()}
    expected |= {student: (total, "") for student, (_code, total) in CODE.items()}
    for student, (total, note) in expected.items():
        row = marks[student]
        assert float(row["total"]) == pytest.approx(total, abs=0.51 if total == 5 else 0), student
        assert note in row["notes"], student
    assert not Path("../id.html").exists()


def test_what_students_wrote_is_shown_and_never_obeyed(marks):
    pages = [*Path("grades/feedback").glob("*.html"), Path("grades/report.html")]
    assert len(pages) == len(marks) + 1
    for path in pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not page.find_all(["script", "img", "b", "a", "iframe"]), path
        assert not [tag for tag in page.find_all(True) if any(n[:2] == "on" for n in tag.attrs)]
    named = BeautifulSoup(Path("grades/feedback/markup.html").read_text(), "html.parser")
    assert NAMES["markup"] in named.get_text()
    said = BeautifulSoup(Path("grades/feedback/says.html").read_text(), "html.parser")
    assert MARKUP[:40] in said.get_text()


@pytest.mark.parametrize("path", ["grades/feedback/figures.html", "grades/report.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("marks")
def test_pages_are_accessible_on_a_narrow_screen(page, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(Path(path).absolute().as_uri())
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document)).violations")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375


def test_no_answer_is_filled_into_what_a_student_wrote(marks):
    page = BeautifulSoup(Path("grades/feedback/figures.html").read_text(), "html.parser")
    assert "{answer}" in page.get_text()
    assert "2.25" not in page.get_text()
    assert float(marks["figures"]["total"]) == 4.0


def test_names_reach_the_tables_as_they_are(marks):
    for student, name in NAMES.items():
        assert marks[student]["name"] == (f"'{name}" if name[0] == "=" else name)
    lines = Path("grades/canvas.csv").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith('"O\'Neil, Zoë"') for line in lines)
    for name in ("moodle.csv", "grades.csv"):
        assert "欧阳雪" in Path("grades", name).read_text(encoding="utf-8-sig")


def test_one_student_with_two_files_is_graded_once(classroom):
    assign("--roster", "class.csv")
    right = fill("hw3/student/ada/hw3.ipynb", answers("ada"))
    hand_in("ada.ipynb", with_two(right))
    hand_in("later/ada.ipynb", right)
    Path("in/later/ada.ipynb").touch()
    row = grade()["ada"]
    assert (row["total"], "ada.ipynb was handed in earlier" in row["notes"]) == ("9.0", True)
    assert len(grades()) == 3
