"""Exercises: how files are read and refused, how numbers are read, how notebooks are answered."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from exercise_points import in_javascript
from nqpf.exercises import ExerciseError, check, find, hint, notebook, solution
from nqpf.exercises.declaration import read_exercise
from nqpf.exercises.draws import Draw
from nqpf.exercises.kinds.length import word_count
from nqpf.exercises.reading import FRACTIONS, Units, readings
from nqpf.numbers import NumberFormat, amount, percent, plain
from nqpf.site.build import markdown

YUAN = Units({"billion yuan": 1.0, "trillion yuan": 1000.0}, ("billion yuan",))
PLAIN = Units({"": 1.0}, ("",))
PEOPLE = Units({"": 1.0, "people": 1.0}, ("",))
MILLIONS = Units({"": 1.0, "million yuan": 1.0}, ("",))

READ = [
    # written, units, every value that it can mean
    ("2,25", FRACTIONS, [0.0225, 2.25]),
    ("2.25 %", FRACTIONS, [0.0225]),
    (".0225", FRACTIONS, [0.000225, 0.0225]),
    ("1e-2", PLAIN, [0.01]),
    ("1×10^-2", PLAIN, [0.01]),
    ("1·10⁻²", PLAIN, [0.01]),
    ("−0.5", PLAIN, [-0.5]),
    ("– 0,5", PLAIN, [-0.5]),
    ("+3", PLAIN, [3.0]),
    ("3/8", PLAIN, [0.375]),
    ("g_A = 2.25 % a year", FRACTIONS, [0.0225]),
    ("≈ 2.25 percentage points", FRACTIONS, [0.0225]),
    ("225 bp", FRACTIONS, [0.0225]),
    ("２．２５％", FRACTIONS, [0.0225]),
    ("\u2066\u22122,25\u00a0%\u2069\ufeff", FRACTIONS, [-0.0225]),  # from a chat
    ("\u200f\u0662\u066b\u0662\u0665\u066a\u200e", FRACTIONS, [0.0225]),
    ("百分之2.25", FRACTIONS, [0.0225]),
    ("2.25个百分点", FRACTIONS, [0.0225]),
    ("2.25百分点", FRACTIONS, [0.0225]),
    ("2.25% 每年", FRACTIONS, [0.0225]),
    ("每年2.25%", FRACTIONS, [0.0225]),
    ("約2.25%", FRACTIONS, [0.0225]),
    ("1.2万", Units({"": 1.0}, ("",)), [12000.0]),
    ("1.5万亿", Units({"": 1.0}, ("",)), [1.5e12]),
    ("3 亿元", Units({"": 1.0, "元": 1.0}, ("",)), [3e8]),
    ("6百万元", Units({"": 1.0, "百万元": 1.0, "元": 1e-6}, ("",)), [6.0]),
    ("600万元", Units({"": 1.0, "百万元": 1.0, "元": 1e-6}, ("",)), [6.0]),
    ("600万", Units({"": 0.01, "百万元": 1.0, "万元": 0.01, "元": 1e-6}, ("",)), [6.0]),
    ("六百万", Units({"": 0.01, "百万元": 1.0, "万元": 0.01, "元": 1e-6}, ("",)), [6.0]),
    ("600", Units({"": 0.01, "百万元": 1.0, "万元": 0.01, "元": 1e-6}, ("",)), [6.0]),
    ("三万", Units({"": 1.0}, ("",)), [30000.0]),
    ("百分之二", FRACTIONS, [0.02]),
    ("百分之二点五", FRACTIONS, [0.025]),
    ("百分之五十", FRACTIONS, [0.5]),
    ("百分之百", FRACTIONS, [1.0]),
    ("约百分之零点五。", FRACTIONS, [0.005]),
    ("负百分之三", FRACTIONS, [-0.03]),
    ("百分之负三", FRACTIONS, [-0.03]),
    ("百分之-3", FRACTIONS, [-0.03]),
    ("千分之五", FRACTIONS, [0.005]),
    ("两个百分点", FRACTIONS, [0.02]),
    ("三成", FRACTIONS, [0.3]),
    ("三分之二", PLAIN, [2 / 3]),
    ("一百零五", PLAIN, [105.0]),
    ("二百五", PLAIN, [250.0]),
    ("兩萬五千", PLAIN, [25000.0]),
    ("一亿二千万元", Units({"": 1.0, "元": 1.0}, ("",)), [1.2e8]),
    ("一点二万亿", PLAIN, [1.2e12]),
    ("二〇二三", PLAIN, [2023.0]),
    ("零点八", PLAIN, [0.8]),
    ("一二十", PLAIN, []),
    ("点五", PLAIN, []),
    ("三人", PLAIN, []),
    ("万", PLAIN, []),
    # Large words count single ones, in a unit that counts in one too.
    ("1.5 million", PLAIN, [1.5e6]),
    ("2 billion", PLAIN, [2e9]),
    ("3 thousand", PLAIN, [3e3]),
    ("1.5 Trillion", PLAIN, [1.5e12]),
    ("-1.5 mn", PLAIN, [-1.5e6]),
    ("1/2 million people", PEOPLE, [5e5]),
    ("two million", PLAIN, []),
    ("3 millionaires", PLAIN, []),
    ("5 m", PLAIN, []),
    ("1.5 million", MILLIONS, [1.5]),
    ("1.5 million yuan a year", MILLIONS, [1.5]),
    ("1.5 million a year", MILLIONS, [1.5]),
    ("1.5", MILLIONS, [1.5]),
    ("2bn", MILLIONS, [2000.0]),
    ("600万", MILLIONS, [6.0]),
    ("1.5 million million yuan", MILLIONS, [1.5e6]),
    ("250,000 yuan", MILLIONS, [0.00025, 0.25]),
    ("1.5 million", Units({"": 0.01, "million yuan": 1.0, "万元": 0.01}, ("",)), [1.5]),
    ("1.5 trillion", YUAN, [1500.0]),
    # Signs of money stand for the unit in which money is asked for, and for no other.
    ("￥5", Units({"": 1.0, "yuan": 1.0}, ("",)), [5.0]),
    ("¥5", Units({"": 1.0, "yuan for each yuan": 1.0}, ("",)), [5.0]),
    ("- ¥5.5 million", MILLIONS, [-5.5]),
    ("¥-5百万", MILLIONS, [-5.0]),
    ("¥五百万元", MILLIONS, [5.0]),
    ("RMB 5 million yuan.", MILLIONS, [5.0]),
    ("CNY 2 bn", YUAN, [2.0]),
    ("500000¥", MILLIONS, [0.5]),
    ("$5", Units({"": 1.0, "million dollars": 1.0}, ("",)), [5e-6]),
    ("US$5 million", Units({"": 1.0, "million dollars": 1.0}, ("",)), [5.0]),
    ("5万美元", Units({"": 1.0, "million dollars": 1.0, "百万美元": 1.0}, ("",)), [0.05]),
    ("€5", Units({"": 1.0, "euros": 1.0}, ("",)), [5.0]),
    ("£2 billion", Units({"": 1.0, "billion pounds": 1.0}, ("",)), [2.0]),
    ("$5", MILLIONS, []),
    ("¥5 dollars", MILLIONS, []),
    ("¥5%", FRACTIONS, []),
    ("¥5", PLAIN, []),
    ("¥", MILLIONS, []),
    ("正3.5", PLAIN, [3.5]),
    ("正三点五", PLAIN, [3.5]),
    ("+三分之二", PLAIN, [2 / 3]),
    ("正-3", PLAIN, []),
    ("२.२५%", FRACTIONS, [0.0225]),  # Devanagari
    ("১২৩", PLAIN, [123.0]),  # Bengali
    ("๓.๕", PLAIN, [3.5]),  # Thai
    ("\U0001d7d8.\U0001d7dd", PLAIN, [0.5]),  # double-struck
    ("१×१०⁻²", PLAIN, [0.01]),
    ("1-1/2", PLAIN, []),
    ("1 - 1/2", PLAIN, []),
    ("1,234.5", PLAIN, [1234.5]),
    ("1.234,5", PLAIN, [1234.5]),
    ("1 234,5", PLAIN, [1234.5]),
    ("1’234.5", PLAIN, [1234.5]),
    ("1,234", PLAIN, [1.234, 1234.0]),
    ("12,345,678", PLAIN, [12345678.0]),
    ("1.5 trillion yuan", YUAN, [1500.0]),
    ("1500", YUAN, [1500.0]),
    ("1.5 Trillion Yuan.", YUAN, [1500.0]),
    ("0", PLAIN, [0.0]),
    ("6.", PLAIN, [6.0]),
    ("", PLAIN, []),
    ("about two", PLAIN, []),
    ("2 %", PLAIN, []),
    ("2 apples", FRACTIONS, []),
    ("1,2,3", PLAIN, []),
    ("1/0", PLAIN, []),
    ("1e", PLAIN, []),
    ("--5", PLAIN, []),
]


@pytest.mark.parametrize(("written", "units", "values"), READ, ids=[repr(row[0]) for row in READ])
def test_numbers_are_read_as_people_write_them(written, units, values):
    assert [found.value for found in readings(written, units)] == pytest.approx(values)


def test_the_page_reads_numbers_alike():
    program = """
        import { readFileSync } from "node:fs";
        import { readings } from "./exercise/reading.js";
        const rows = JSON.parse(readFileSync(0, "utf8"));
        const plain = ({ value, unit, writtenUnit }) => [value, unit, writtenUnit];
        const read = rows.map(([written, units]) => readings(written, units).map(plain));
        console.log(JSON.stringify(read));
    """
    rows = [
        [written, {"factors": dict(units.factors), "bare": units.bare}]
        for written, units, _values in READ
    ]
    ours = [
        [[read.value, read.unit, read.written_unit] for read in readings(written, units)]
        for written, units, _values in READ
    ]
    theirs = in_javascript(program, rows)
    for row, python, page in zip(READ, ours, theirs, strict=True):
        assert [read[1:] for read in page] == [read[1:] for read in python], row[0]
        assert [read[0] for read in page] == pytest.approx([read[0] for read in python]), row[0]


def test_the_digits_of_every_script_are_read_alike():
    digits = [chr(one) for one in range(0x20000) if unicodedata.category(chr(one)) == "Nd"]
    assert len(digits) > 600
    ours = [[read.value for read in readings(f"1{digit}", PLAIN)] for digit in digits]
    assert ours == [[10.0 + unicodedata.decimal(digit)] for digit in digits]
    program = """
        import { readFileSync } from "node:fs";
        import { readings } from "./exercise/reading.js";
        const units = { factors: { "": 1 }, bare: [""] };
        const digits = JSON.parse(readFileSync(0, "utf8"));
        const read = digits.map((digit) => readings(`1${digit}`, units).map(({ value }) => value));
        console.log(JSON.stringify(read));
    """
    assert in_javascript(program, digits) == ours


def test_the_box_beside_a_slider_reads_as_an_answer_is_read():
    program = """
        import { readFileSync } from "node:fs";
        import { valueWritten } from "./explorer/setting.js";
        const rows = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(rows.map(([form, typed]) => valueWritten({ form }, typed))));
    """
    billions, yuan = amount("billion yuan"), plain(0, after=" yuan")
    rows = [
        (billions, "2", 2.0),
        (billions, "2 billion", 2.0),
        (billions, "¥1.5 trillion", 1500.0),
        (billions, "２亿元", 0.2),
        (NumberFormat(1, 10.0, after="亿元"), "2 billion", 2.0),
        (yuan, "￥5", 5.0),
        (yuan, "$5", None),
        (percent(1), "正३.५", 0.035),
        (plain(1), "1-1/2", None),
    ]
    read = in_javascript(program, [(form.as_json(), typed) for form, typed, _value in rows])
    assert read == [value if value is None else pytest.approx(value) for _f, _t, value in rows]


LENGTHS = {
    "": 0,
    "Growth is slower, and 22% more productive.": 7,
    "  two\n\twords ": 2,
    "增长放缓，生产率提高22%。": 10,
    "新质生产力（new quality productive forces）是什么？": 12,
    "“为什么”——因为……": 5,
    "𠮷 𝑔": 2,
}


def test_words_are_counted_in_either_script_and_the_page_counts_alike():
    assert {text: word_count(text) for text in LENGTHS} == LENGTHS
    program = """
        import { readFileSync } from "node:fs";
        import { wordCount } from "./exercise/length.js";
        console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(wordCount)));
    """
    assert in_javascript(program, list(LENGTHS)) == list(LENGTHS.values())


def test_an_open_answer_in_chinese_is_long_enough_by_its_characters():
    task = find("write-the-brief").task
    levels = [0] * len(task.criteria)
    assert task.check({"text": "增" * task.words, "levels": levels}, "").tag != "nothing"
    assert task.check({"text": "增" * (task.words - 1), "levels": levels}, "").tag == "nothing"


def test_draws_are_the_same_in_every_python():
    draw = Draw("residual:7")
    # Written down once with CPython 3.11; every other Python must give the same.
    assert [draw.whole(1, 100) for _ in range(5)] == [26, 89, 20, 92, 41]
    assert draw.step(0.04, 0.08, 0.005) == 0.075
    assert draw.shuffled("abcdef") == ["e", "b", "c", "d", "a", "f"]


GOOD = """+++
title = "A title"
kind = "choice"
objectives = ["tell one from the other"]
concepts = ["tfp-hallmark"]
difficulty = 1

[[option]]
text = "One"
correct = true
message = "Yes."
[[option]]
text = "Other"
message = "No."
+++
Which?
+++ hint
First.
+++ hint
Second.
+++ solution
One.
"""


def written(folder: Path, text: str, **files: str) -> Path:
    """Write an exercise and return its folder."""
    place = folder / "ch02" / "an-exercise"
    place.mkdir(parents=True, exist_ok=True)
    (place / "exercise.md").write_text(text, encoding="utf-8")
    for name, body in files.items():
        (place / f"{name}.py").write_text(body, encoding="utf-8")
    return place


def test_a_formula_that_names_a_figure_keeps_its_braces():
    made = markdown.html("It is {share}: $\\text{share}^2$.")
    shown = markdown.with_figures(made, {"share"}, {"share": "30%"})
    assert shown.count("data-figure") == 1
    assert r"\text{share}^2</annotation>" in shown


def test_a_good_file_is_read(tmp_path):
    made = read_exercise(written(tmp_path, GOOD))
    assert (made.kind, made.points, made.use, made.chapter) == ("choice", 1, ("self-check",), 2)


BAD = [
    ('kind = "choice"', 'kind = "chioce"', "kind", "one of choice"),
    ('title = "A title"', "", "title", "is missing: a text"),
    ('title = "A title"', "title = 3", "title", "a text is expected"),
    ("difficulty = 1", "difficulty = 7", "difficulty", "one of 1, 2, 3"),
    ("difficulty = 1", "difficulty = true", "difficulty", "a whole number"),
    ("difficulty = 1", "difficulty = 1\nponts = 2", "ponts", "is unknown here"),
    ('concepts = ["tfp-hallmark"]', "concepts = []", "concepts", "at least 1"),
    ("difficulty = 1", 'difficulty = 1\nuse = ["exam"]', "use", "one of self-check"),
    ("correct = true\n", "", "option", "one that is correct"),
    ('message = "No."', "", "option, message", "every option answers"),
    ('message = "No."', 'mesage = "No."', "option 2, mesage", "is unknown; known are text"),
    ('message = "No."', 'message = "No."\ncorrect = true', "option", "multiple = true"),
    (
        'message = "No."',
        'message = "No."\ncorrect = "rises"',
        "option, correct",
        "rises in model.py",
    ),
    ("+++ hint\nSecond.\n", "", "+++ hint", "at least 2 hints"),
    ("+++ solution\nOne.\n", "", "+++ solution", "exactly one"),
    ("+++ solution", "+++ answer", "+++ answer", "hint, solution, exemplar"),
    ("Which?", "Which of {these}?", "{these}", "figures here"),
    ("Which?", "", "prompt", "is missing"),
    ('title = "A title"', 'title = "A title', "fields", "TOML is expected"),
]


@pytest.mark.parametrize(("old", "new", "field", "expected"), BAD)
def test_a_bad_file_is_refused_with_field_and_remedy(tmp_path, old, new, field, expected):
    assert old in GOOD
    with pytest.raises(ExerciseError) as refusal:
        read_exercise(written(tmp_path, GOOD.replace(old, new, 1)))
    assert refusal.value.field == field
    assert expected in str(refusal.value)
    assert "ch02/an-exercise/exercise.md" in str(refusal.value)


def test_a_model_that_fails_is_named(tmp_path):
    with pytest.raises(ExerciseError, match=r"model\.py.*ZeroDivisionError"):
        read_exercise(written(tmp_path, GOOD, model="1 / 0"))


NUMBER = GOOD.replace('kind = "choice"', 'kind = "number"\ntolerance = { abs = 0.1 }')
NUMBER = NUMBER[: NUMBER.index("[[option]]")] + NUMBER[NUMBER.index("+++\nWhich") :]
WRONG = '[wrong.a]\nmessage = "A {wrong}."\n[wrong.b]\nmessage = "B."\n'
MODEL = """
def given(): return {"half": 2.0}
def answer(half): return half * 2
def wrong_a(half): return half
def wrong_b(): return -1.0
"""
FIELDS_END = "difficulty = 1\n"


def number(folder: Path, fields: str = WRONG, model: str = MODEL):
    """Return a small exercise about a number."""
    text = NUMBER.replace(FIELDS_END, FIELDS_END + fields)
    return read_exercise(written(folder, text, model=model))


def test_a_number_answers_right_wrong_and_unforeseen(tmp_path):
    task = number(tmp_path).task
    assert task.check("4,05", "0").correct
    assert task.check("2", "0").message == "A 2.00."
    assert task.check(-1, "0").tag == "b"
    said = {answer: task.check(answer, "0").message for answer in ("-4", "400", "0.4", "4.3", "9")}
    assert len(set(said.values())) == 5
    assert "sign" in said["-4"]
    assert "factor of 100" in said["400"]


@pytest.mark.parametrize(
    ("fields", "model", "field"),
    [
        ('[wrong.a]\nmessage = "A."\n', MODEL, "wrong"),
        (WRONG.replace("wrong.b", "wrong.c"), MODEL, "wrong.c"),
        # An empty answer is called so: in the page the mistake would not count as an attempt.
        (WRONG.replace("wrong.b", "wrong.nothing"), MODEL, "wrong.nothing"),
        (WRONG + '[format]\nhalf = "percents 1"\n', MODEL, "format, half"),
        (WRONG + '[format]\nthird = "plain 1"\n', MODEL, "format, third"),
        (WRONG, MODEL.replace("def given()", "def given(draw)"), "kind"),
        ("unit-required = 1\n" + WRONG, MODEL, "unit-required"),
        (WRONG + '[units]\nyuan = "one"\n', MODEL, "units, yuan"),
    ],
)
def test_a_bad_number_is_refused(tmp_path, fields, model, field):
    with pytest.raises(ExerciseError) as refusal:
        number(tmp_path, fields, model)
    assert refusal.value.field == field


def test_a_unit_can_be_required(tmp_path):
    fields = (
        'unit-required = true\nunit = "billion yuan"\n' + WRONG + "[units]\n"
        '"billion yuan" = 1\n"trillion yuan" = 1000\n'
    )
    task = number(tmp_path, fields).task
    assert task.check("4", "0").tag == "unit"
    assert task.check("0.004 trillion yuan", "0").correct


def test_figures_that_are_refused_for_ever_are_reported(tmp_path):
    model = MODEL.replace("given()", "given(draw)") + "def reject(half): return True\n"
    text = NUMBER.replace(FIELDS_END, FIELDS_END + WRONG).replace('"number"', '"seeded"')
    with pytest.raises(ExerciseError, match="100 draws in a row"):
        read_exercise(written(tmp_path, text, model=model))


class Hostile:
    """An answer that fails wherever it is touched, and calls itself equal to everything."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __str__(self):
        raise RuntimeError("no text")

    __repr__ = __float__ = __iter__ = __len__ = __str__


ODD = [None, "", [], {}, "x" * 10_000, float("nan"), 10**400, b"1", object(), Hostile(), check]


@pytest.mark.parametrize("answer", ODD, ids=[type(odd).__name__ for odd in ODD])
def test_no_answer_makes_a_check_raise_or_passes_by_accident(answer):
    for one in ("residual-by-hand", "own-residual", "what-a-small-residual-says", "more-than-half"):
        assert not check(one, answer).correct


def test_an_unknown_exercise_names_its_neighbours():
    said = check("residual-by-hnad", 1).message
    assert "residual-by-hand" in said
    assert "residual-by-hand" in hint("residual-by-hnad")


def test_a_notebook_gives_hints_in_turn_and_the_solution_after_a_try(monkeypatch):
    monkeypatch.setattr(notebook, "tries", Counter())
    monkeypatch.setattr(notebook, "hints", Counter())
    one = find("residual-by-hand")
    assert "after a try" in solution(one.slug)
    assert hint(one.slug) == one.hints[0]
    assert hint(one.slug) == "\n\n".join(one.hints[:2])
    check(one.slug, "1")
    assert "3.10%" in solution(one.slug)


def test_a_goal_is_checked_where_the_explorer_stands():
    one = find("more-than-half")
    assert check(one.slug, **one.task.reached_at).correct
    assert not check(one.slug, capital_share=0.5).correct
    assert "no control" in check(one.slug, capital_shares=0.5).message
