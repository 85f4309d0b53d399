"""One rule for an answer, whatever door it comes through: page, Jupyter, homework, nbgrader."""

import datetime
import decimal
import fractions
import sys
from collections import Counter, OrderedDict
from html import unescape
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from exercise_points import in_javascript, of_kind
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from nqpf.course.intake.handed_in import Answer
from nqpf.course.marking import Marker
from nqpf.course.sandbox.answers import Confined, Limits
from nqpf.exercises import check, exercises
from nqpf.exercises.comparing import same
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.number import OWN_TAGS
from nqpf.exercises.phrases import phrases
from nqpf.site.exercise import html as exercise_html

ASKED = [one for one in of_kind("choice", "order") if not getattr(one.task, "labels", ())]
LABELLED = [one for one in of_kind("choice") if one.task.labels]


def verdicts_of_the_page(one, answers):
    """Return the page's verdicts on written answers to a number."""
    program = """
        import { readFileSync } from "node:fs";
        import { checkNumber } from "./exercise/checks.js";
        const { plan, words, answers } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(answers.map((answer) => {
          const { correct, tag, message } = checkNumber(plan, plan.variants[0], words, answer);
          return [correct, tag, message];
        })));
    """
    asked = {
        "plan": exercise_html.plan(one),
        "words": phrases(),
        "answers": answers,
    }
    return [(right, tag, unescape(said)) for right, tag, said in in_javascript(program, asked)]


def as_the_page_says(result):
    """Return a verdict as the page gives it: texts of an exercise are HTML there, not compared."""
    return (result.correct, result.tag, result.message.replace("\\", ""))


def alike(page, ours):
    """Return whether the page's verdict is ours, in our words where they are no exercise's own."""
    of_the_book = page[1] in OWN_TAGS
    return page[:2] == ours[:2] and (not of_the_book or page[2] == ours[2])


def homework(one, source):
    """Return the mark of a homework cell."""
    return Marker(one, 1, "0").mark(Answer(f"answer = {source}", True))


def ways_to_write(text):
    """Return ways in which people write a number that has a point."""
    sign = text.replace("-", "\N{MINUS SIGN}")
    wide = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.-"})
    return [text, sign, wide, f" {text} ", f"= {text}", f"x = {text}", f"{text}.", f"about {text}"]


@pytest.mark.parametrize("one", of_kind("number"), ids=lambda one: one.slug)
def test_a_number_is_read_alike_at_every_door(one):
    task = one.task
    value, width = task.case("0").answer
    unit = task.units.factors[task.units.bare[0]]
    values = [value, value + 0.9 * width, value + 1.2 * width, -value, 100 * value]
    values += [wrong for wrong, _width in task.case("0").wrong]
    values += [one for ones in task.case("0").rounded for one in ones]
    written = [f"{one / unit:.8f}" for one in values]
    for text in written:
        expected = check(one.slug, text)
        assert check(one.slug, float(text)) == expected
        assert check(one.slug, np.float64(text)) == expected
        assert check(one.slug, decimal.Decimal(text)) == expected
        for source in (repr(text), repr(float(text))):
            mark = homework(one, source)
            assert (mark.tag, mark.message) == (expected.tag, expected.message), source
    every = [way for text in written for way in ways_to_write(text)]
    ours = [as_the_page_says(check(one.slug, way)) for way in every]
    page = verdicts_of_the_page(one, every)
    assert [pair for pair in zip(every, page, ours, strict=True) if not alike(*pair[1:])] == []


@pytest.mark.parametrize("one", of_kind("number", "seeded"), ids=lambda one: one.slug)
def test_an_answer_may_carry_the_unit_that_was_asked_for(one):
    task = one.task
    unit = task.units.factors[task.units.bare[0]]
    shown = f"{task.case('0').answer[0] / unit:.8f}"
    assert check(one.slug, f"{shown} {task.unit}").correct
    assert check(one.slug, shown).correct
    assert check(one.slug, task.figures("0")["answer"]).correct


PIECES = ["-", "正", "¥", "￥", "US$", "$", "€", "RMB ", "1.5", "600", "२.५", "1-1/2", " "]
PIECES += ["million", " thousand", " bn", " yuan", "元", " dollars", " a year", "百万", "亿", "%"]
# Where money is asked for in millions, where a bare number is asked for, and where a rate is.
TYPED_INTO = ["residual-by-hand", "shapley-by-hand", "years-in-a-price", "weight-that-turns"]
WRITTEN = some.one_of(
    some.text("0123456789.,-+ %/e'x=½٣３−·()[]ab\u200e\u2066\ufeff", max_size=12),
    some.text("0123456789.,-+ %/百分之点约負负万亿千每年元", max_size=12),
    some.text("零一二两三四五六七八九十百千万亿点〇兩點萬億负", max_size=10),
    some.text("一二五九十百千万零点", max_size=6).map("百分之{}".format),
    some.floats(allow_nan=True, allow_infinity=True).map(str),
    some.builds("".join, some.lists(some.sampled_from(PIECES), max_size=6)),
    some.text("0123456789०৪๓٦９.-/ 正$¥￥€", max_size=8),
    some.tuples(some.integers(0, 99), some.integers(1, 9), some.integers(1, 9)).map(
        lambda parts: "{} {}/{}".format(*parts)
    ),
)


@settings(
    deadline=None, max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(some.lists(WRITTEN, min_size=60, max_size=60), some.sampled_from(TYPED_INTO))
def test_whatever_is_typed_gets_one_verdict(answers, slug):
    one = exercises()[slug]
    ours = []
    for text in answers:
        result = check(one.slug, text)
        ours.append(as_the_page_says(result))
        # A cell in which nothing is set is told so in other words.
        if text.strip():
            mark = homework(one, repr(text))
            figures = one.task.figures("0")
            assert (mark.tag, mark.message) == (result.tag, fill(result.message, figures)), text
    page = verdicts_of_the_page(one, answers)
    assert [pair for pair in zip(answers, page, ours, strict=True) if not alike(*pair[1:])] == []


def test_what_was_read_in_millions_is_said_with_its_unit():
    assert "1.5\xa0million yuan is too small" in check("shapley-by-hand", "1.5 million").message
    assert check("shapley-by-hand", "¥6 million").correct
    assert check("shapley-by-hand", "6,000,000 yuan").correct
    assert not check("shapley-by-hand", "6 million million yuan").correct
    assert "among million yuan" in check("shapley-by-hand", "$6 million").message


def test_a_hyphen_that_may_be_a_minus_is_asked_about():
    for slug in TYPED_INTO:
        assert "write 1 1/2 for the first" in check(slug, "1-1/2").message
    assert "could not be read" in check("weight-that-turns", "1-3/2").message


@pytest.mark.parametrize("one", ASKED, ids=lambda one: one.slug)
def test_options_and_lines_are_read_however_they_are_named(one):
    numbers = one.task.solution("0")
    numbers = numbers if isinstance(numbers, list) else [numbers]
    letters = ["abcdefghijklmnop"[number - 1] for number in numbers]
    wide = [chr(ord(letter) + 0xFEE0) for letter in letters]
    ways = [letters, numbers, tuple(numbers), np.array(numbers), [f"({x})" for x in letters]]
    ways += [mark.join(letters) for mark in (" ", ",", "，", "、", " → ", "-", "; ", ") ", "")]
    ways += ["".join(letters).upper(), "，".join(wide), ", ".join(map(str, numbers))]
    for way in ways:
        assert check(one.slug, way).correct, way
        if not isinstance(way, np.ndarray):
            assert homework(one, repr(way)).score == 1, way
    for way in ("z", "a z", 99, -1, 0, "", [], True, object(), {"a": 1}):
        assert not check(one.slug, way).correct


@pytest.mark.parametrize("one", LABELLED, ids=lambda one: one.slug)
def test_labels_are_read_without_regard_to_how_they_are_written(one):
    task = one.task
    labels = task.solution("0")
    numbers = [task.labels.index(label) + 1 for label in labels]
    ways = [
        labels,
        [f" {label.capitalize()}. " for label in labels],
        [label.upper().replace(" ", "  ") for label in labels],
        "; ".join(labels),
        ", ".join(labels),
        "\n".join(labels),
        numbers,
        " ".join(map(str, numbers)),
        dict(zip("abcdefghij", labels, strict=False)),
    ]
    for way in ways:
        assert check(one.slug, way).correct, way
        assert homework(one, repr(way)).score == 1, way
    short = check(one.slug, labels[:-1])
    assert f"Labels that were read: {len(labels) - 1}" in short.message
    odd = check(one.slug, ["hearsay", *labels[1:]])
    assert "hearsay" in odd.message
    assert labels[0] in odd.message


def test_what_was_read_is_said():
    order = check("account-in-order", "e y b")
    assert "“y”" in order.message
    assert "“about three”" in check("residual-by-hand", "about three").message.replace("\\", "")


USUAL = [
    # what code returns, what was expected
    (decimal.Decimal("0.25"), 0.25),
    (fractions.Fraction(1, 4), 0.25),
    (np.float64(0.25), 0.25),
    (np.float32(0.25), 0.25),
    (np.int64(3), 3),
    (np.array(0.25), 0.25),
    (np.bool_(True), True),
    (np.array([1.0, 2.0]), [1.0, 2.0]),
    (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
    ([np.float64(1), np.float64(2)], (1.0, 2.0)),
    ((np.int64(1), decimal.Decimal(2)), [1, 2]),
    (pd.Series([1.0, 2.0]), [1.0, 2.0]),
    (pd.Series([1.0, 2.0], index=["a", "b"]), [1.0, 2.0]),
    (pd.Series([1.0, 2.0], index=["a", "b"]), {"a": 1.0, "b": 2.0}),
    (pd.Series([1, 2], index=[2000, 2001]), {2000: 1, 2001: 2}),
    (pd.Index(["x", "y"]), ["x", "y"]),
    (np.array(["x", "y"]), ["x", "y"]),
    (np.str_("x"), "x"),
    (OrderedDict(a=1), {"a": 1}),
    (Counter("aab"), {"a": 2, "b": 1}),
    ({"a": np.float64(1)}, {"a": 1.0}),
    ({"a": 1}.keys(), ["a"]),
    ({"a": 1}.values(), [1]),
    (range(3), [0, 1, 2]),
]
UNUSUAL = [
    (True, 1),
    (np.bool_(True), 1),
    ("0.25", 0.25),
    (None, 0.0),
    ([1, 2], [2, 1]),
    ([1, 2, 3], [1, 2]),
    (np.array([1, 2]), [1, 3]),
    (pd.Series([1.0], index=["b"]), {"a": 1.0}),
    (float("nan"), 0.0),
    (decimal.Decimal("NaN"), 0.0),
    (fractions.Fraction(1, 3), 0.25),
    (datetime.date(2020, 1, 1), "2020-01-01"),
]


class AlwaysEqual:
    """Calls itself equal to everything."""

    def __eq__(self, other):
        return True

    __hash__ = None


class EqualNumber(float):
    """A number that calls itself equal to everything."""

    def __eq__(self, other):
        return True

    __hash__ = None


def test_results_of_the_usual_libraries_count_as_what_they_hold():
    for got, expected in USUAL:
        assert same(got, expected, rel=1e-9), (got, expected)
    for got, expected in [*UNUSUAL, (AlwaysEqual(), 1), (EqualNumber(2), 1), (AlwaysEqual(), [1])]:
        assert not same(got, expected, rel=1e-9), (got, expected)


@pytest.mark.skipif(sys.platform == "win32", reason="code is not run on Windows")
def test_homework_takes_the_same_results_as_jupyter():
    source = "import decimal, fractions, datetime, numpy as np, pandas as pd\n"
    source += "from collections import Counter, OrderedDict\nnan = float('nan')\n"
    here = Path(__file__).read_text(encoding="utf-8")
    source += here[here.index("USUAL = [") : here.index("class AlwaysEqual")]
    source += "\ndef value(place):\n    return (USUAL + UNUSUAL)[place][0]\n"
    with Confined(source, Limits(seconds=30)) as code:
        for place, (got, expected) in enumerate(USUAL + UNUSUAL):
            reply = code.call("value", place)
            worked = reply.worked and same(reply.value, expected, rel=1e-9)
            assert worked == same(got, expected, rel=1e-9), (got, reply)
