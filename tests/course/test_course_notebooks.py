"""The whole notebook is the student's answer: as it is typed, in any cell, with any editor.

Each case stands in a public report or in a real file; right answers stay right.
"""

import json

import jupytext
import pytest
from course_class import SHARE, working_in
from nqpf.course.assignment import make
from nqpf.course.grading import Rules, Work, mark_file
from nqpf.course.intake.handed_in import read_answers
from nqpf.course.intake.roster import Roster
from nqpf.course.marking import WAITING
from nqpf.course.sandbox.answers import Limits
from nqpf.course.student_files import handed_out, notebook, written
from nqpf.exercises import exercises

SECRET = b"a secret of the lecturer's"
RULES = Rules(Limits(seconds=20))
SHORT = Rules(Limits(seconds=2))
UNTOUCHED = "*Write your answer here.*"


@pytest.fixture(scope="module")
def homework(tmp_path_factory):
    with working_in(tmp_path_factory.mktemp("notebooks")):
        yield make("hw", list(exercises().values()), Roster(), SECRET, None)


def code(source):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}


def text(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def marks(homework, *cells, name="x.ipynb", limits=RULES):
    """Return the marks of a notebook with these cells, by question."""
    data = json.dumps({"cells": [c if isinstance(c, dict) else code(c) for c in cells]}).encode()
    slugs = tuple(question.slug for question in homework.questions)
    found = mark_file(Work(homework, SECRET, "", name, data, slugs, limits))
    return {mark.slug: mark for mark in found}


def share(mark):
    return mark.score / mark.points


RIGHT = f"# question: write-it\n{SHARE}"


@pytest.mark.parametrize(
    "line",
    ["display(share(1, 4))", "print(share(1, 4))", "assert share(1, 4) == 0.03", "share?",
     "%timeit share(1, 4)", "open('mydata.csv')", "1 / 0", "plt.plot([1, 2])"],
)  # fmt: skip
def test_one_bad_line_does_not_void_a_right_function(homework, line):
    assert share(marks(homework, f"{RIGHT}\n{line}")["write-it"]) == 1


@pytest.mark.parametrize(
    "head",
    ["%matplotlib inline", "%%time", "!pip install numpy", "from google.colab import drive",
     "%load_ext autoreload\n%autoreload 2", "files = !ls", "import matplotlib.pyplot as plt"],
)  # fmt: skip
def test_nor_does_a_line_above_it(homework, head):
    for source in (f"# question: write-it\n{head}\n{SHARE}", f"{head}\n{RIGHT}"):
        assert share(marks(homework, source)["write-it"]) == 1


def test_names_may_come_from_the_students_other_cells(homework):
    found = marks(
        homework,
        "import math as m",
        "def parts(a, b):\n    return m.fsum([a]) / b",
        "g_y, a = 0.02, 0.0025",
        "1 / 0",
        "# question: write-it\ndef share(part, whole):\n    return parts(part, whole)",
        "# question: sum-by-hand\nanswer = g_y + a",
    )
    assert share(found["write-it"]) == share(found["sum-by-hand"]) == 1
    assert "other cells (parts)" in " ".join(found["write-it"].remarks)


def test_a_helper_may_stand_below(homework):
    found = marks(
        homework,
        "# question: write-it\ndef share(part, whole):\n    return parts(part, whole)",
        "def parts(a, b):\n    return a / b",
    )
    assert share(found["write-it"]) == 1


def test_a_function_defined_in_a_cell_of_its_own_counts(homework):
    found = marks(homework, SHARE, "# question: write-it\nprint(share(1, 4))")
    assert share(found["write-it"]) == 1


def test_a_cell_that_does_not_end_costs_no_other_question(homework):
    found = marks(
        homework,
        "# question: write-it\nwhile True:\n    pass",
        "x = 0.02",
        "# question: sum-by-hand\nanswer = x + 0.0025",
        limits=SHORT,
    )
    assert (found["write-it"].tag, found["write-it"].score) == ("Late", 0)
    assert share(found["sum-by-hand"]) == 1


def test_what_stands_elsewhere_does_not_change_an_answer_that_needs_nothing(homework):
    found = marks(homework, "answer = 5", "def share(a, b): return 0", RIGHT)
    assert share(found["write-it"]) == 1
    assert found["sum-by-hand"].tag == "missing"


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("answer = 0.02\nfor w in [0.0025]:\n    answer += w", True),
        ("answer = 2.25\nif answer > 1:\n    answer = answer / 100", True),
        ("answer = 2.25\nanswer /= 100", True),
        ("def f():\n    global answer\n    answer = 0.0225\nanswer = 1\nf()", True),
        ("answer = 1\nexec('answer = 0.0225')", True),
        ("answer = 0.0225\nprint(answer)", True),
        ("answer = 0.0225\nassert answer < 0", True),
        ("answer = 0.0225\nwhile True: pass", True),
        ("answer = 1\nanswer = 0.0225", True),
        ("answer = 0.0225\nanswer = 1", False),
        ("total = 0.02 + 0.0025\nanswer = total", True),
        ("0.0225", True),
    ],
)
def test_a_number_computed_in_steps_is_the_one_at_the_end(homework, source, right):
    found = marks(homework, f"# question: sum-by-hand\n{source}")["sum-by-hand"]
    assert (share(found) == 1) == right, found.message


@pytest.mark.parametrize(
    "source",
    ["answer = “2.25 %”", "answer ＝ 0.0225", "answer = 2.25%", "answer = 2,25", "answer = 0,0225",
     "answer\u00a0=\u00a00.0225", "    answer = 0.0225", "\u00a0\u00a0answer = 0.0225", "2.25 %",
     "answer = 2.25 % a year", "answer = 2.25 %  # by hand", "x = 0.4 %\nanswer = 2.25 %",
     "answer = ‘2.25%’", "answer: 2.25 %", "answer = '2,25 %'", "answer = ２．２５"],
)  # fmt: skip
def test_an_answer_is_read_as_people_type_it(homework, source):
    found = marks(homework, f"# question: sum-by-hand\n{source}")["sum-by-hand"]
    assert share(found) == 1, found.message


@pytest.mark.parametrize(
    "source",
    ["def share（part，whole）：\n    return part / whole",
     "def share(part, whole):\n\u00a0\u00a0\u00a0\u00a0return part / whole",
     "  def share(part, whole):\n      return part / whole",
     "def share(part, whole):\r\n    return part / whole",
     ">>> def share(part, whole):\n...     return part / whole",
     "x = “a”\ndef share(part, whole):\n    return part / whole"],
)  # fmt: skip
def test_code_is_read_as_people_type_it(homework, source):
    found = marks(homework, f"# question: write-it\n{source}")["write-it"]
    assert share(found) == 1, found.message


@pytest.mark.parametrize(
    "marker",
    ["# question: sum-by-hand", "#question:sum-by-hand", "# Question: sum-by-hand",
     "# question：sum-by-hand", "## question: sum-by-hand", "# QUESTION: Sum-By-Hand",
     "# question: sum-by-hand (my second try)", "# question: sum_by_hand",
     "\ufeff# question: sum-by-hand", "<!-- question: sum-by-hand -->", "＃ question: sum-by-hand",
     "# an assistant wrote this\n# question: sum-by-hand"],
)  # fmt: skip
def test_a_marker_is_found_however_it_is_written(homework, marker):
    for kind in ("code", "markdown", "raw"):
        cell = {"cell_type": kind, "source": f"{marker}\nanswer = 0.0225"}
        assert share(marks(homework, cell)["sum-by-hand"]) == 1, kind


def test_line_ends_of_windows_hide_no_marker(homework):
    cell = code(["# question: sum-by-hand\r\n", "answer = 0.0225\r\n"])
    assert share(marks(homework, cell)["sum-by-hand"]) == 1


def test_words_behind_a_comment_stay_in_the_answer(homework):
    found = marks(homework, text("<!-- question: in-words --> If it fell."))["in-words"]
    assert (found.answer.strip(), found.tag) == ("If it fell.", WAITING)


def test_a_script_may_have_its_marker_behind_the_percent_signs(homework):
    data = b"# %% question: sum-by-hand\nanswer = 0.0225\n\n# %%\nx = 1\n"
    assert read_answers("x.py", data).answers["sum-by-hand"].text == "answer = 0.0225"


@pytest.mark.parametrize("form", ["py:percent", "py:light", "md", "md:myst", "ipynb"])
def test_a_script_keeps_its_markers_whatever_jupytext_makes_of_it(homework, form):
    script = written(notebook(homework, None, SECRET), "py")
    assert "\n# %% question: sum-by-hand\nanswer = None" in script
    assert "# %% question: in-words [markdown]" in script
    blank = handed_out(homework, "", SECRET)
    again = jupytext.writes(jupytext.reads(script, fmt="py:percent"), fmt=form)
    path = f"x.{form.partition(':')[0]}"
    read = read_answers(path, again.encode(), blank)
    assert set(read.answers) == {question.slug for question in homework.questions}
    assert read.touched == 0
    answered = again.replace("answer = None  # a number in %", "answer = 0.0225  # %")
    answered = answered.replace(UNTOUCHED, "If it fell.")
    read = read_answers(path, answered.encode(), blank)
    assert read.answers["sum-by-hand"].text.startswith("answer = 0.0225")
    assert read.answers["in-words"].text.strip().removeprefix("# ").startswith("If it fell.")
    assert {slug for slug, answer in read.answers.items() if answer.touched} == {
        "sum-by-hand", "in-words"
    }  # fmt: skip


def test_a_marker_in_a_cells_title_is_read_as_editors_keep_it(homework):
    cell = code("answer = 0.0225")
    for kept in (
        {"title": "question: sum-by-hand"},
        {"title": "Question: sum_by_hand (second try)"},
        {"interactiveWindowCellMarker": "# %% question: sum-by-hand"},
    ):
        assert share(marks(homework, cell | {"metadata": kept})["sum-by-hand"]) == 1
    for odd in ({"title": "A question of trust"}, {"title": 5}, [], None):
        found = marks(homework, RIGHT, cell | {"metadata": odd})
        assert found["sum-by-hand"].tag == "missing"


def test_an_untouched_copy_never_beats_an_answer(homework):
    blank = notebook(homework, None, SECRET)["cells"]
    (starter,) = [c for c in blank if "question: sum-by-hand" in c["source"]]
    found = marks(homework, "# question: sum-by-hand\nanswer = 0.0225", dict(starter))
    assert share(found["sum-by-hand"]) == 1
    assert "two cells" not in " ".join(found["sum-by-hand"].remarks)
    found = marks(
        homework, text("<!-- question: in-words -->\nMine."),
        text(f"<!-- question: in-words -->\n{UNTOUCHED}"),
    )  # fmt: skip
    assert found["in-words"].answer == "Mine."


def test_an_answer_in_a_cell_below_the_marked_one_counts(homework):
    given = []
    for cell in notebook(homework, None, SECRET)["cells"]:
        given.append(dict(cell))
        if "question: in-words" in cell["source"]:
            given.append(text("If it fell below one point."))
        if "question: write-it" in cell["source"]:
            given.append(code(SHARE))
        if "question: sum-by-hand" in cell["source"]:
            given.append(code("answer = 0.0225"))
    found = marks(homework, *given)
    assert found["in-words"].answer == "If it fell below one point."
    assert share(found["write-it"]) == share(found["sum-by-hand"]) == 1
    assert "cells below it were read" in " ".join(found["sum-by-hand"].remarks)
    assert found["own-figures"].tag == "missing"


def test_what_was_handed_out_is_no_answer_in_any_form(homework):
    found = marks(homework, *[dict(c) for c in notebook(homework, None, SECRET)["cells"]])
    assert {mark.tag for mark in found.values()} == {"missing"}
    out = handed_out(homework, "", SECRET)
    from nqpf.course.student_files import written

    book = notebook(homework, None, SECRET)
    for form in ("py", "md", "ipynb"):
        handed = read_answers(f"x.{form}", written(book, form).encode(), out)
        assert (handed.touched, len(handed.answers)) == (0, len(homework.questions)), form


def test_markers_that_are_gone_are_named(homework):
    found = marks(homework, RIGHT)
    (note,) = {r for r in found["write-it"].remarks if "marker" in r}
    assert "sum-by-hand" in note
    assert "write-it" not in note


def test_the_text_of_an_answer_is_never_cut(homework):
    long = "word " * 60_000
    found = marks(homework, text(f"<!-- question: in-words -->\n{long}"))["in-words"]
    assert found.answer == long
    found = marks(homework, f"{RIGHT}\n{'# x' * 100_000}")["write-it"]
    assert "was not run" in found.message


def test_a_loop_an_empty_function_and_a_wrong_formula_are_told_apart(homework):
    said = {
        source: marks(
            homework, f"# question: write-it\ndef share(part, whole):\n    {source}", limits=SHORT
        )
        for source in ("while True: pass", "x = part / whole", "return part * whole", "return y")
    }
    tags = {source: found["write-it"].tag for source, found in said.items()}
    assert tags["while True: pass"] == "Late"
    assert tags["x = part / whole"] == "empty"
    assert tags["return part * whole"] not in ("Late", "empty", "NameError")
    assert "“return”" in said["x = part / whole"]["write-it"].message
    assert "'y' is not defined" in said["return y"]["write-it"].message


def test_an_answer_out_of_time_is_not_tried_on_the_other_cases(homework, monkeypatch):
    from nqpf.course.sandbox.answers import Confined

    asked = []
    real = Confined.evaluate
    monkeypatch.setattr(Confined, "evaluate", lambda *words: asked.append(words[1]) or real(*words))
    endless = "# question: write-it\ndef share(a, b):\n    while True: pass"
    found = marks(homework, endless, limits=SHORT)
    assert found["write-it"].tag == "Late"
    assert len(asked) == 1
