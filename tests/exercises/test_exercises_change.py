"""A model of the book rewritten until a goal holds: what it is held to, and what is said of it."""

from __future__ import annotations

import ast
import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exercise_points import of_kind, slug
from nqpf.algebra.source import running_text_of
from nqpf.course.assignment import make
from nqpf.course.intake.handed_in import Answer
from nqpf.course.intake.roster import Roster
from nqpf.course.marking import Marker
from nqpf.course.paper import paper
from nqpf.course.student_files import notebook
from nqpf.exercises import Exercise, ExerciseError, check, find, folders
from nqpf.exercises.declaration import read_exercise
from nqpf.exercises.kinds.change import Change, Held
from nqpf.exercises.shown.text import as_markdown
from nqpf.explorers import explorer
from nqpf.explorers.afresh.used import used
from nqpf.laws.listed import LAWS
from nqpf.own_model.in_page import run
from nqpf.places import ROOT

ALL = of_kind("change")
EACH = pytest.mark.parametrize("one", ALL, ids=slug)
SECRET = b"a secret of the test"
FADES = "a-gain-that-fades"


def task_of(one: Exercise) -> Change:
    """Return what an exercise of this kind checks."""
    assert isinstance(one.task, Change)
    return one.task


def answers(one: Exercise, kind: str) -> list[str]:
    """Return the texts of right or wrong answers to an exercise."""
    paths = sorted((one.folder / "cases").glob(f"{kind}_*.py"))
    return [path.read_text(encoding="utf-8") for path in paths]


def function_of(text: str, name: str) -> Callable[..., Any]:
    """Return a function as a cell of a notebook defines it."""
    names: dict[str, Any] = {}
    exec(text, names)
    found: Callable[..., Any] = names[name]
    return found


def test_every_part_of_the_book_asks_for_a_change() -> None:
    parts = {path.parent.parent.name for path in (ROOT / "chapters").glob("part*/ch*/guide.toml")}
    assert {one.folder.parent.parent.name for one in ALL} == parts
    assert len(parts) == 5


@EACH
def test_the_model_is_one_that_its_explorer_computes_with(one: Exercise) -> None:
    task = task_of(one)
    assert task.book.__name__ == task.entry
    assert (task.book.__module__, task.entry) in {(u.module, u.name) for u in used(task.explorer)}
    assert explorer(task.explorer).chapter == one.chapter


@EACH
def test_a_reader_begins_with_the_books_model_which_earns_nothing(one: Exercise) -> None:
    task = task_of(one)
    begun = function_of(task.starter, task.entry)
    for case in task.fixed:
        mine, books = (eval(case.call, {task.entry: f, **case.names}) for f in (begun, task.book))
        assert mine == books
    met = sum(
        task.agrees(case, eval(case.call, {task.entry: begun, **case.names})) for case in task.fixed
    )
    assert 0 < met < len(task.fixed)
    assert task.share(met, len(task.fixed)) == 0
    assert task.share(len(task.fixed), len(task.fixed)) == 1


@EACH
def test_it_is_held_to_every_law_of_the_model(one: Exercise) -> None:
    task = task_of(one)
    model = f"{task.book.__module__.removeprefix('nqpf.models.')}.{task.entry}"
    held = [case for case in task.fixed if isinstance(case, Held)]
    assert [case.law for case in held] == [law for law in LAWS if model in law.models]
    assert held
    for case in held:
        kept = eval(case.call, {task.entry: task.book, **case.names})
        assert task.agrees(case, kept) == case.is_kept, "the book's own model obeys its laws"


@EACH
def test_what_is_asked_is_shown_wherever_it_is_asked(one: Exercise) -> None:
    task = task_of(one)
    lines = task.conditions()
    assert len(lines) >= 3
    made = make("homework", [one], Roster(), SECRET, None)
    cells = "\n".join(cell["source"] for cell in notebook(made, None, SECRET).cells)
    for text in (cells, as_markdown(one)):
        assert all(line in text for line in lines)
        assert task.starter.strip() in text
        assert task.reference_text.strip() not in text
    printed = paper(made, SECRET, key=False)
    assert f"def {task.entry}" in printed
    assert "Write down the lines that you change." in printed


@EACH
def test_right_answers_are_drawn_by_the_explorer_they_lead_to(one: Exercise) -> None:
    task = task_of(one)
    for text in (task.reference_text, *answers(one, "alt")):
        boxes = [text if each.name == task.entry else each.text for each in used(task.explorer)]
        asked = {"ask": "run", "slug": task.explorer, "code": "\n\n\n".join(boxes), "setting": {}}
        answer = json.loads(run(json.dumps(asked)))
        assert "fault" not in answer, answer.get("fault")
        assert answer["names"] == [task.entry]
        assert answer["model"]["steps"]


@EACH
def test_a_cell_of_a_notebook_hands_over_the_function_itself(one: Exercise) -> None:
    task = task_of(one)
    for kind, wanted in (("alt", True), ("wrong", False)):
        for text in answers(one, kind):
            result = check(one.slug, function_of(text, task.entry))
            assert result.correct == wanted
            assert result.tag == task.check(text, "0").tag
    assert "with_models" in as_markdown(one)


def test_what_failed_is_said_with_its_numbers() -> None:
    told = str(check("what-cannot-be-learnt", "def cost_after_experience(**_p):\n    return 1.3"))
    assert "should give `1` and gave `1.3`" in told
    told = str(check("what-cannot-be-learnt", "def cost_after_experience(**_p):\n    return 1.0"))
    assert "should give `0.86` and gave `1`" in told
    [text] = [one for one in answers(find(FADES), "wrong") if "expect: law" in one]
    told = str(check(FADES, text))
    assert "no longer holds: the three drivers add up to the whole." in told
    assert "For example, `productivity_by_driver(year=" in told
    assert "…" not in told


def test_a_law_that_is_to_fall_and_stands_is_named() -> None:
    task = task_of(find("one-out-of-reach"))
    [case] = [case for case in task.fixed if isinstance(case, Held) and not case.is_kept]
    values = [task.book(**point) for point in case.names["points"]]
    assert not task.agrees(case, values)
    assert task.compared(case, values)[0] == ""
    assert case.message.startswith("A check still holds that your model is to break: no number")


HOSTILE = {
    "equal to everything": """
        class All(float):
            __eq__ = __le__ = __lt__ = __ge__ = __gt__ = lambda *_: True
            __hash__ = float.__hash__
            __sub__ = __rsub__ = __getitem__ = lambda self, *_: self
        def f(**_): return All(1)""",
    "no number": "def f(**_): return float('nan')",
    "no end": "def f(**_): return float('inf')",
    "a truth": "def f(**_): return True",
    "a text": "def f(**_): return '0.3'",
    "nothing": "def f(**_): pass",
    "a nest": """
        def f(**_):
            found = []
            found.append(found)
            return found""",
    "leaves": "import sys\ndef f(**_): sys.exit(0)",
    "itself": "def f(**p): return f(**p)",
    "too large a power": "def f(**_): return 10**10000",
    "other arguments": "def f(x): return x",
    "says much": "def f(**_):\n    print('x' * 10**6)\n    return 0.3",
    "is no function": "f = 0.3",
    "cannot be read": "def f(**_) return",
    "forgets": "import random\ndef f(**_): return random.random()",
}


@EACH
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_that_is_handed_in_is_taken_for_right_or_raises(one: Exercise, name: str) -> None:

    text = textwrap.dedent(HOSTILE[name]).strip().replace("def f(", f"def {one.task.entry}(")
    text = text.replace("return f(", f"return {one.task.entry}(").replace("f = ", "found = ")
    result = one.task.check(text, "0")
    assert not result.correct
    assert result.message
    assert len(result.message) < 3_000


def test_values_that_a_law_cannot_read_do_not_obey_it() -> None:
    for case in task_of(find(FADES)).fixed:
        if isinstance(case, Held):
            count = len(case.names["points"])
            for values in (None, 3, [], [1.0], ["x"] * count, [[]] * count, [None] * count):
                if case.is_kept:
                    assert not case.holds(values, 1e-9, 1e-12)
                told = case.compared(values)
                assert all(isinstance(one, str) for one in told)


def marked(one: Exercise, text: str) -> Any:
    """Return the mark of an answer that is run where a student's code runs."""
    return Marker(one, 10, "1").mark(Answer(text=text, is_code=True))


@EACH
def test_homework_is_marked_apart_from_what_it_is_held_to(one: Exercise) -> None:
    task = task_of(one)
    right = marked(one, task.reference_text)
    assert (right.score, right.tag) == (10, "right"), right.message
    assert marked(one, f"{task.starter}\n# a remark\n").score == 0
    for text in answers(one, "wrong"):
        wrong = marked(one, text)
        assert wrong.score < 10
        assert wrong.tag == text.splitlines()[0].removeprefix("# expect:").strip()
    lacking = marked(one, task.reference_text.replace(f"def {task.entry}(", "def other("))
    assert "There is no function" in lacking.message
    assert lacking.score == 0


def test_a_mark_says_which_check_of_the_book_failed() -> None:
    one = find(FADES)
    [text] = [each for each in answers(one, "wrong") if "expect: law" in each]
    message = marked(one, text).message
    assert "no longer holds: the three drivers add up to the whole." in message
    assert "For example, `productivity_by_driver(year=" in message


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return what copies an exercise with one text in its fields in another's place."""

    def copy(before: str, after: str) -> Path:
        source = folders()["what-cannot-be-learnt"]
        folder = tmp_path / "ch08" / source.name
        folder.mkdir(parents=True)
        for path in source.glob("*.*"):
            text = path.read_text(encoding="utf-8")
            if path.name == "exercise.md":
                assert before in text
                text = text.replace(before, after, 1)
            (folder / path.name).write_text(text, encoding="utf-8")
        return folder

    return copy


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('gives = "1.0"', "", "one of gives, least, most is expected"),
        ('gives = "1.0"', 'gives = "1.0"\nleast = "1.0"', "one of gives, least, most is expected"),
        ('gives = "1.0"', 'gives = "1.0 +"', "a value is expected"),
        ("with each doubling", "with every doubling", "is no law of cost_after_experience"),
        ('explorer = "what-a-doubling-does"', "", "explorer"),
        ("[[case]]", '[generated]\ncount = 1\nmessage = "x"\n\n[[case]]', "generated"),
    ],
)
def test_a_faulty_declaration_is_refused_in_words(
    copied: Callable[[str, str], Path], before: str, after: str, said: str
) -> None:
    with pytest.raises(ExerciseError, match=said):
        read_exercise(copied(before, after))


def test_a_model_as_plain_python_runs_by_itself() -> None:
    from nqpf.models.growth.drivers import productivity_by_driver
    from nqpf.models.security.security import chance_of_losing_all

    text = running_text_of(productivity_by_driver)
    assert text.startswith("from nqpf.algebra import let, minimum\nfrom nqpf.models.growth.drivers")
    assert function_of(text, "productivity_by_driver")(
        year=20.0, transition_years=10.0, breakthrough_growth=0.01, allocation_gain=0.25,
        upgrading_gain=0.5,
    ) == productivity_by_driver(
        year=20.0, transition_years=10.0, breakthrough_growth=0.01, allocation_gain=0.25,
        upgrading_gain=0.5,
    )  # fmt: skip
    bare = running_text_of(chance_of_losing_all)
    assert isinstance(ast.parse(bare).body[0], ast.FunctionDef)
