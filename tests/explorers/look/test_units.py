"""What a number counts is said in one place: "1 year", "2 years", and no unit twice."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.declaration import number
from nqpf.explorers.core.found import file_of
from nqpf.explorers.core.parts import Sentence, Value, gap_of
from nqpf.numbers import MINUS, NumberFormat, counted, percent

ALL = list(explorers().values())
SETTINGS = 40
ONE = {"1", f"{MINUS}1", "+1"}
# Words that may follow a whole number whatever it is: before any other it says what it counts.
FIT_ANY_NUMBER = re.compile(
    "and|as|at|better|both|by|can|cannot|did|disputed|from|in|must|of|on|the|to|together|with|would"
)
# What is numbered is not counted: "in year 1".
NUMBERED = re.compile(r"\b(year|day|round|stage|number)\s$")
UNITS = r"(?:%|percent|per cent|percentage points?|points?|years?|months?|days?|yuan|times)"
TWICE = re.compile(rf"({UNITS})[ \N{{NO-BREAK SPACE}}]*(?:of )?{UNITS}(?!\w)|\b(\w+) \2\b|  ")


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


def settings(one: Explorer) -> Iterator[dict[str, float]]:
    """Return the start, each control at each of its stops, and many settings of all together."""
    yield one.start
    for control in one.controls:
        yield from (one.start | {control.name: stop} for stop in control.stops[:30])
    yield from one.settings_grid(SETTINGS)


@functools.cache
def spoken(slug: str) -> list[Sequence[Sentence]]:
    """Return the sentences of an explorer in many settings."""
    one = explorers()[slug]
    return [one.at(**setting).sentences for setting in settings(one)]


def said(one: Explorer) -> Iterator[tuple[str, Value, str, str, str]]:
    """Return each number that is said: its name and value, words before, digits, words after."""
    for sentences in spoken(one.slug):
        for sentence in sentences:
            pieces = ["", *sentence.pieces(), ""]
            for place, piece in enumerate(pieces):
                if isinstance(piece, str) or piece[1].words:
                    continue
                before, after = (str(pieces[place + step]) for step in (-1, 1))
                yield *piece, before, piece[1].form.bare(number(piece[1].value)), after


@every
def test_one_is_not_many(one: Explorer) -> None:
    """``counted`` says a noun as its number wants it; other words must fit any number."""
    wrong = {
        f"{name}: “{digits}{after}”"
        for name, value, before, digits, after in said(one)
        if digits in ONE and not value.form.after and not NUMBERED.search(before)
        for follows in re.findall(r"^ ([a-z]+)", after)
        if not FIT_ANY_NUMBER.fullmatch(follows)
    }
    assert not wrong, f"{one.slug}: {wrong}: say the noun by nqpf.numbers.counted"


@every
def test_no_unit_is_said_twice(one: Explorer) -> None:
    for sentences in spoken(one.slug):
        for sentence in sentences:
            assert not TWICE.search(sentence.text()), sentence.text()
    for table in one.at().tables.values():
        for column in table.columns.values():
            if column.form and column.form.after:
                unit = column.form.after.strip()
                assert not column.heading.endswith((f", {unit}", f"({unit})")), column.heading


def forms(one: Explorer) -> Iterator[NumberFormat]:
    """Return every format of a control, a sentence and a table, and of distances in it."""
    view = one.at()
    yield from (control.form for control in one.controls)
    yield from (value.form for value in view.values().values())
    yield from (c.form for t in view.tables.values() for c in t.columns.values() if c.form)
    yield from (gap_of(value.form) for value in view.values().values() if not value.words)


@every
def test_a_unit_in_words_has_its_form_for_one(one: Explorer) -> None:
    """Where a format without decimals has a word for its unit, it has it for 1 as well."""
    for form in forms(one):
        if form.decimals == 0 and re.search(r"[a-z]s$", form.after):
            assert form.one, f"{one.slug}: “{form.text(1 / form.scale)}”"


def by_hand(source: str) -> list[str]:
    """Return where Python source makes words of a number by other means than the book's formats."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(source)) if writes(node)]


def writes(node: ast.AST) -> bool:
    """Return whether a piece of source is a format of Python's own, or applies one."""
    match node:
        case ast.FormattedValue(format_spec=ast.JoinedStr()):
            return True
        case ast.FormattedValue(value=inner) | ast.Call(func=ast.Name("str"), args=[inner]):
            return (
                isinstance(inner, ast.Call)
                and isinstance(inner.func, ast.Name)
                and (inner.func.id == "round")
            )
        case ast.Call(func=ast.Name("format")):
            return True
        case ast.BinOp(left=ast.Constant(str()) | ast.JoinedStr(), op=ast.Mod()):
            return True
        case ast.Constant(str(words)):
            return bool(re.search(r"\{\w*:[^}]*\}|%[.\d]*[fge]", words))
    return False


@every
def test_numbers_are_written_by_the_books_formats(one: Explorer) -> None:
    """No explorer writes a number into its words by a format of Python's own."""
    assert by_hand(Path(file_of(one.slug)).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "written",
    [
        'f"{x:.2f} of it"',
        '"{:.1f} of it".format(x)',
        '"%.1f of it" % x',
        '"%d of it" % x',
        'format(x, ".2f")',
        "str(round(x, 1))",
        'f"{round(x, 1)} of it"',
    ],
)
def test_a_number_written_by_hand_is_found(written: str) -> None:
    assert by_hand(written)


def test_a_noun_follows_its_number() -> None:
    years = counted("year", "years")
    texts = [years.text(value) for value in (-1, 0, 0.4, 1, 1.4, 2, 1000)]
    assert texts == ["−1 year", "0 years", "0 years", "1 year", "1 year", "2 years", "1,000 years"]
    assert gap_of(percent(0)).text(0.01) == "1 percentage point"
    assert gap_of(replace(years, signed=True)).text(-1) == "−1 year"
