"""How questions went: difficulty, discrimination and mistakes, of one class and over years."""

import csv
import random
from pathlib import Path

import numpy as np
import pytest
from course_class import answers, assign, fill, grade, hand_in, run
from hypothesis import given
from hypothesis import strategies as st
from nqpf.course.gradebook import Gradebook
from nqpf.course.statistics.items import FEWEST, Result, alpha, discrimination, items

SLUGS = ["a", "b", "c"]
POINTS = {"a": 1, "b": 2, "c": 3}
PARTS = st.lists(
    st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=3, max_size=3),
    min_size=FEWEST,
    max_size=40,
)


def of(table):
    return [{s: Result(p) for s, p in zip(SLUGS, row, strict=True)} for row in table]


@given(PARTS)
def test_the_figures_are_those_of_numpy(table):
    scores = np.array(table) * [1, 2, 3]
    for place, item in enumerate(items(of(table), SLUGS, POINTS)):
        own, rest = scores[:, place], np.delete(scores, place, axis=1).sum(axis=1)
        assert item.mean == pytest.approx(np.mean(table, axis=0)[place])
        if np.ptp(own) == 0 or np.ptp(rest) == 0:
            assert item.discrimination is None
            continue
        value, low, high = item.discrimination
        assert value == pytest.approx(np.corrcoef(own, rest)[0, 1], abs=1e-9)
        assert -1 <= low <= value <= high <= 1
    totals = scores.sum(axis=1)
    found = alpha(of(table), SLUGS, POINTS)
    if np.ptp(totals) == 0:
        assert found is None
    else:
        own = scores.var(axis=0, ddof=1).sum()
        assert found == pytest.approx(1.5 * (1 - own / totals.var(ddof=1)), abs=1e-9)


@given(PARTS, st.randoms())
def test_nothing_depends_on_the_order_of_students(table, chance):
    mixed = list(table)
    chance.shuffle(mixed)
    for one, other in zip(
        items(of(table), SLUGS, POINTS), items(of(mixed), SLUGS, POINTS), strict=True
    ):
        assert one.mean == pytest.approx(other.mean)
        assert (one.discrimination is None) == (other.discrimination is None)


def test_bounds_are_wide_for_a_small_class_and_close_on_the_value():
    chance = random.Random(1)
    widths = []
    for count in (10, 30, 300):
        own = [chance.random() for _ in range(count)]
        _value, low, high = discrimination(own, [one + chance.random() for one in own])
        widths.append(high - low)
    assert widths[0] > 2 * widths[1] > 4 * widths[2]


def test_a_small_class_has_no_correlation_and_all_the_rest():
    item = items(of([[0, 1, 1], [1, 1, 0]]), SLUGS, POINTS)[0]
    assert (item.mean, item.discrimination) == (0.5, None)
    assert alpha(of([[0, 1, 1]] * 9), SLUGS, POINTS) is None


def test_a_question_that_an_answer_waits_for_is_left_out_of_every_figure():
    read = of([[n % 2, 1 - n % 2, n % 2] for n in range(12)])
    waits = [row | {"c": Result(None, "waiting")} if n == 3 else row for n, row in enumerate(read)]
    first, _second, third = items(waits, SLUGS, POINTS)
    assert (third.mean, third.discrimination, third.answers) == (None, None, 12)
    assert first.discrimination.value == pytest.approx(-1)
    assert items(read, SLUGS, POINTS)[0].discrimination.value == pytest.approx(1)


def test_mistakes_are_parts_of_those_who_handed_in():
    table = [{"a": Result(0.0, "rate")}] * 3 + [{"a": Result(0.0, "other")}, {"a": Result(1.0)}]
    table += [{}] * 5
    (item,) = items(table, ["a"], {"a": 1})
    assert item.mistakes == (("rate", 0.3),)
    assert (item.answers, item.mean) == (5, 0.1)


def grade_into(out):
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt", "--out", out) == 0


def a_class(count, right):
    """Hand in for a class in which the first ones give right answers to two questions."""
    names = [f"s{number:02}" for number in range(count)]
    Path("class.csv").write_text("id\n" + "\n".join(names) + "\n")
    assign("--roster", "class.csv", "--pick", "own-figures,sum-by-hand,which-one")
    for number, name in enumerate(names):
        given_ones = answers(name)
        if number >= right:
            given_ones |= {"sum-by-hand": "1,75 %", "which-one": "a"}
        hand_in(f"{name}.ipynb", fill(f"hw3/student/{name}/hw3.ipynb", given_ones))


@pytest.mark.usefixtures("classroom")
def test_the_report_and_the_years_say_how_questions_went(capsys):
    a_class(12, right=6)
    grade_into("spring")
    report = Path("spring/report.html").read_text(encoding="utf-8")
    assert "1.00 (1.00 to 1.00)" in report
    assert "Henrysson" in report
    for path in Path("in").glob("s0[0-5].ipynb"):
        path.unlink()
    grade_into("autumn")
    capsys.readouterr()
    assert run("compare", "spring", "autumn/gradebook.sqlite") == 0
    said = capsys.readouterr().out
    assert "spring: 12 handed in, 3 questions." in said
    assert "autumn: 6 handed in" in said
    with open("statistics/statistics.csv", encoding="utf-8-sig", newline="") as file:
        rows = {(row["class"], row["question"]): row for row in csv.DictReader(file)}
    assert rows["spring", "sum-by-hand"]["mean"] == "0.5"
    assert rows["spring", "sum-by-hand"]["mistakes"] == "difference 0.5000"
    assert rows["autumn", "sum-by-hand"]["mean"] == "0.0"
    assert rows["autumn", "sum-by-hand"]["discrimination"] == ""
    page = Path("statistics/statistics.html").read_text(encoding="utf-8")
    # Of eighteen who handed in, six were right.
    assert '<th scope="row">All</th><td>18</td><td>33%</td>' in page
    assert "difference 67%" in page


@pytest.mark.usefixtures("classroom")
def test_a_reading_counts_and_a_second_run_replaces_the_first():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", fill("hw3/student/ada/hw3.ipynb", answers("ada")))
    grade()
    with Gradebook(Path("grades/gradebook.sqlite")) as book:
        asked, (ada,) = book.concluded()
    assert {one.slug for one in asked} == set(ada)
    assert ada["in-words"].part is None
    sheet = Path("grades/rubric.csv")
    rows = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    rows[0]["levels"] = " ".join("1" for _ in rows[0]["criteria"].split(" | "))
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    grade()
    with Gradebook(Path("grades/gradebook.sqlite")) as book:
        _asked, (ada,) = book.concluded()
    assert 0 < ada["in-words"].part <= 1


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize("kind", ["nowhere", "empty", "text", "old"])
def test_what_is_no_gradebook_is_said_with_what_to_do(kind, capsys):
    Path("empty").mkdir()
    Path("text.sqlite").write_text("no database at all, and long enough to be read as one" * 9)
    with Gradebook(Path("old/gradebook.sqlite")):
        pass
    place = {"text": "text.sqlite"}.get(kind, kind)
    assert run("compare", place) == 1
    said = capsys.readouterr().err
    assert "grade" in said
    assert said.count("\n") == 1
    assert not Path("statistics").exists()
