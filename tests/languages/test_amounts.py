"""Amounts in Chinese count in 万 and 亿, say what English says, and are read at every door."""

import gettext
import json
import os
import re
import subprocess
import sys

import pytest
from exercise_points import in_javascript
from nqpf import numbers, words
from nqpf.exercises.reading import Units, readings
from nqpf.numbers import LARGE, UNIT, amount, behind, counted_in, span, under
from nqpf.places import ROOT
from nqpf.site.languages.catalogue import compiled
from nqpf.site.languages.translated import messages
from nqpf.site.translating.checking import read_file

COUNTED = sorted(
    {
        str(message.id)
        for path in messages()
        for message in read_file(path)
        if message.context == UNIT and str(message.id).split(" ")[0] in LARGE
    }
)
"""Units of the book that count in a large number."""
ASKED = """
import json
from nqpf.exercises import check, find
one = find("shapley-by-hand")
written = {written!r}
units = one.task.units
print(json.dumps([
    [check(one.slug, text).correct for text in written],
    [one.task.figures("0"), dict(units.factors), units.bare],
    check(one.slug, one.task.solution("0")).correct,
]))
"""


@pytest.fixture
def in_chinese(monkeypatch, tmp_path):
    """Let this process find Chinese words, and return the file in which they are."""
    file = compiled(messages(), tmp_path)
    with file.open("rb") as opened:
        monkeypatch.setattr(words, "_catalogue", gettext.GNUTranslations(opened))
    return tmp_path


def test_units_of_part_one_count_in_large_numbers():
    assert {"billion yuan", "million yuan", "million tonnes"} <= set(COUNTED)


@pytest.mark.parametrize("unit", COUNTED)
@pytest.mark.parametrize("value", [853.7, 3.0, 11851.4, 0.6])
def test_an_amount_in_chinese_is_the_amount_in_english(in_chinese, unit, value):
    shown = amount(unit, decimals=1).text(value)
    found = re.fullmatch(r"([\d,.]+)(\D+)", shown)
    assert found, shown
    assert found[2].startswith(("万", "亿")), shown
    digits, counts = float(found[1].replace(",", "")), counted_in(found[2])
    half = 0.05 * counted_in(unit)
    assert digits * counts == pytest.approx(value * counted_in(unit), abs=half)


def test_a_head_of_a_column_and_a_word_behind_a_number_are_set_as_chinese_is(in_chinese):
    assert under("卖出", "billion yuan") == "卖出（亿元）"
    assert behind("亿元") == "亿元"
    assert behind("years") == "\N{NO-BREAK SPACE}years"


def test_years_from_one_to_another_are_whole_in_chinese(in_chinese, monkeypatch):
    monkeypatch.setattr(numbers, "LANGUAGE", "zh_CN")
    assert span(2000, 2005, short=True) == "2000—2005"
    assert span(1998, 2005) == "1998—2005"
    assert span(2019, 2019) == "2019"


def test_an_answer_in_chinese_is_read_in_the_unit_that_is_asked_for(in_chinese):
    right = ["600", "600万", "六百万", "600万元", "六百万元", "6百万元", "0.06亿元", "六百"]
    wrong = ["6", "600元", "六百元", "6亿", "-600", "百分之六百"]
    written = ["600 million yuan", "600 万", "约六百万元。", *right, *wrong]
    told = subprocess.run(
        [sys.executable, "-c", ASKED.format(written=written)],
        env={**os.environ, "NQPF_LANGUAGE": "zh_CN", "NQPF_CATALOGUES": str(in_chinese)},
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    verdicts, (figures, factors, bare), solution = json.loads(told.stdout)
    assert figures["hospital"] == "300万元"
    assert figures["answer"] == "600万元"
    assert solution
    found = dict(zip(written, verdicts, strict=True))
    assert [text for text in right if not found[text]] == []
    assert [text for text in wrong if found[text]] == []
    units = Units(factors, tuple(bare))
    ours = [[read.value for read in readings(text, units)] for text in written]
    assert page_reads(written, factors, bare) == [pytest.approx(values) for values in ours]


def page_reads(written, factors, bare):
    """Return the values that the page reads in each of these texts."""
    program = """
        import { readFileSync } from "node:fs";
        import { readings } from "./exercise/reading.js";
        const [written, units] = JSON.parse(readFileSync(0, "utf8"));
        const values = (text) => readings(text, units).map(({ value }) => value);
        console.log(JSON.stringify(written.map(values)));
    """
    return in_javascript(program, [written, {"factors": factors, "bare": bare}])
