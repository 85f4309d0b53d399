"""Numbers are shown, and read, by one rule in Python and in the page.

The page's half runs in the Node that builds the book: the same file, no browser needed.
"""

import json
import random
import subprocess

import pytest
from nqpf.explorers import explorers
from nqpf.numbers import NumberFormat, counted, mostly_whole, percent, plain, points, year
from nqpf.site.build.assets import PARTS
from nqpf.site.build.node import executable

GENERAL = [
    *(percent(decimals) for decimals in range(4)),
    *(points(decimals, signed=True) for decimals in range(4)),
    *(plain(decimals, after=" years") for decimals in range(6)),
    plain(12),
    year(),
    counted("year", "years"),
    mostly_whole(),
    NumberFormat(2, 1000.0, after=" km", signed=True, whole=True),
    NumberFormat(0, 100.0, after=" points", one=" point", signed=True),
    NumberFormat(1, 1e-9, before="¥", after=" bn"),
    NumberFormat(0, grouped=False, signed=True),
    NumberFormat(0, 10.0, after="亿元"),
    NumberFormat(2, 0.01, after="亿吨"),
]


def used_by_explorers() -> list[NumberFormat]:
    """Return every format that a control, a sentence or a table uses."""
    found = []
    for one in explorers().values():
        view = one.at()
        found += [control.form for control in one.controls]
        found += [value.form for value in view.values().values()]
        found += [c.form for t in view.tables.values() for c in t.columns.values() if c.form]
    return found


BY_JSON = {json.dumps(form.as_json()): form for form in GENERAL + used_by_explorers()}
FORMATS = list(BY_JSON.values())


def values() -> list[float]:
    """Return ties, signs, zeros, the very small, the very large and thousands drawn at random."""
    chosen = random.Random("numbers shown")
    ties = [eighths / 8 for eighths in range(-80, 81)] + [
        tenths / 2000 for tenths in range(-99, 99)
    ]
    edges = [0.0, -0.0, 1e-300, -1e-300, 0.049999, -0.005, 999.95, 999999.5, 1e15, 2.0**53]
    large = [1e20, 9.99e20, 1e21, -1e21, 1.23456789e25, -(2.0**90), 1e100, 1.7e305]
    drawn = [chosen.uniform(-1, 1) * 10 ** chosen.randint(-8, 24) for _ in range(3000)]
    return ties + edges + large + drawn


def in_node(program: str, given: object) -> list[object]:
    """Return what a line of JavaScript makes of ``given``, with the page's numbers.js at hand."""
    module = json.dumps((PARTS / "explorer" / "numbers.js").as_uri())
    code = (
        "import { readFileSync, writeFileSync } from 'node:fs';"
        f"const {{ text, bare, read }} = await import({module});"
        "const given = JSON.parse(readFileSync(0, 'utf8'));"
        f"writeFileSync(1, JSON.stringify({program}));"
    )
    done = subprocess.run(
        [str(executable()), "--input-type=module", "-e", code],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    listed: list[object] = json.loads(done.stdout)
    return listed


def test_the_page_shows_numbers_as_python_does() -> None:
    given = {"forms": [form.as_json() for form in FORMATS], "values": values()}
    shown = in_node("given.forms.map((form) => given.values.map((v) => text(form, v)))", given)
    for form, texts in zip(FORMATS, shown, strict=True):
        assert texts == [form.text(value) for value in values()], form


def test_what_is_shown_without_separators_can_be_read_again() -> None:
    form = plain(6)
    shown = [form.bare(value).replace(",", "") for value in values()]
    for text, value, again in zip(shown, values(), in_node("given.map(read)", shown), strict=True):
        assert again == pytest.approx(value, abs=5.1e-7, rel=1e-12), text


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), 1e308])
def test_what_is_not_finite_is_refused_in_both(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be shown"):
        percent(1).text(value)
    written = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(str(value), str(value))
    program = f"(() => {{ try {{ text(given, {written}); }} catch (e) {{ return [e.name]; }} }})()"
    refused = in_node(program, percent(1).as_json())
    assert refused == ["RangeError"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2.25", 2.25),
        ("2,25", 2.25),
        ("−0.5", -0.5),
        ("-0,5", -0.5),
        ("+3", 3),
        ("40%", 40),
        (" 40 % ", 40),
        ("４０％", 40),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        (".5", 0.5),
        ("1e-3", 0.001),
        ("", None),
        ("forty", None),
        ("1,2,3", None),
        ("1.2.3", None),
        ("4-2", None),
        ("0x10", None),
        ("Infinity", None),
        ("<img src=x onerror=alert(1)>", None),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, expected: float | None) -> None:
    # JSON has no NaN: what is no number arrives as None.
    assert in_node("[read(given)]", written) == [expected]
