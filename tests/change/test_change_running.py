"""A reader's model, run as the page's Python runs it: what it answers, what it says is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from nqpf.algebra.source import plain
from nqpf.explorers import explorer
from nqpf.explorers.afresh.used import used
from nqpf.own_model import book, in_page, running

SLUG = "three-drivers"
MADE = "minimum(year / transition_years, 1)"
BY_DRIVER = "parts = (breakthrough_growth * year, allocation_gain * made, upgrading_gain * made)"


def code_of(slug: str) -> str:
    """Return the functions of an explorer as the page shows them."""
    return "\n\n\n".join(one.text for one in book.functions(slug))


def run(code: str, slug: str = SLUG, **setting: float) -> Any:
    """Return the answer to a reader's code."""
    asked = {"ask": "run", "slug": slug, "code": code, "setting": setting}
    return json.loads(in_page.run(json.dumps(asked)))


def changed(before: str, after: str, slug: str = SLUG) -> Any:
    """Return the answer to the book's code with a change in it, which must be there."""
    code = code_of(slug)
    assert before in code
    return run(code.replace(before, after), slug)


def answered(code: str, slug: str) -> tuple[list[int], Any]:
    """Return how far an explorer's lattice was at each answer before the last, and the last."""
    found, done = run(code, slug), []
    while "done" in found:
        assert 0 < found["done"] < found["all"]
        done.append(found["done"])
        found = json.loads(in_page.run(json.dumps({"ask": "go on", "slug": slug})))
    return done, found


def test_functions_come_innermost_first_and_as_plain_python() -> None:
    names = [one.name for one in used(SLUG)]
    assert names.index("growth_from_breakthroughs") < names.index("productivity_by_driver")
    for text in (one.text for one in book.functions("to-2049")):
        assert "@model" not in text
        assert "Scalar" not in text.partition("\n    ")[0]
        compile(text, "text", "exec")


def test_a_remark_stays_and_a_long_head_is_folded() -> None:
    head = "def f(*, a: int, b: float = 1.0) -> int:"
    source = f'{head}\n    """Say it.\n\n    More.\n    """\n    # Why.\n    return a'
    assert plain(source) == 'def f(*, a, b=1.0):\n    """Say it."""\n    # Why.\n    return a'
    long = f"def f({', '.join(f'argument_number_{n}' for n in range(9))}):\n    return 1"
    assert max(map(len, plain(long).splitlines())) <= 79
    compile(plain(long), "text", "exec")


def test_the_books_own_code_changes_nothing() -> None:
    assert run(code_of(SLUG)) == {"names": []}
    assert run(code_of(SLUG).replace("    made = ", "    # A remark.\n    made = ")) == {
        "names": []
    }


def test_a_changed_formula_comes_back_as_steps_equation_and_checks() -> None:
    found = changed(MADE, "1 - exp(-3 * year / transition_years)")
    assert found["names"] == ["productivity_by_driver"]
    assert r"e^{\frac{-3 \, t}{T_G}}" in found["equations"]["productivity_by_driver"]
    assert {"exp", "symbol"} <= {step[0] for step in found["model"]["steps"]}
    broken = [one["words"] for one in found["checks"] if not one["holds"]]
    assert broken == [
        "growth is the slope of productivity",
        "productivity_by_driver(…) was 0.95 and is 0.9481409358675001",
    ]


def test_a_change_leaves_the_book_as_it_was() -> None:
    before = explorer(SLUG).readouts()
    changed(MADE, "0.5 * year / transition_years")
    assert explorer(SLUG).readouts() == before
    from nqpf.models.growth import drivers

    assert drivers.gain_from_upgrading.__module__ == "nqpf.models.growth.drivers"


def test_a_helper_of_the_readers_own_is_found() -> None:
    code = code_of(SLUG).replace(MADE, "slow(year / transition_years)")
    found = run(f"def slow(part):\n    return 1 - exp(-part)\n\n\n{code}")
    assert found["names"] == ["productivity_by_driver"]


FAULTS = [
    # (what, in place of what, the sentence, the line of the changed function's code or None)
    ("made = let((", "made = let(", "Python cannot read this line", True),
    ("  made = let(", "    made = let(", "The indentation does not fit", True),
    ("log(0 * year)", MADE, "A function got a value that it cannot work with.", True),
    ("(0 - year) ** 0.5", MADE, "A root or a power of a negative number is no real number.", False),
    ("1 / (year - 3)", MADE, "Something is divided by zero.", True),
    ("yeer", MADE, "A name is used that nothing was assigned to", True),
    ("math.exp(year)", MADE, "A name is used that nothing was assigned to", True),
    ("float(year)", MADE, "A traced number has no value yet", True),
    ("1 if year > 3 else 0", MADE, "A traced number has no truth value", True),
    ("together=parts[0]", "together=parts[0] + parts[1] + parts[2]", "", None),
    ("return 1", "return Drivers(*parts, together=parts[0] + parts[1] + parts[2])",
     "returns 1, where the book’s returns 4.", False),
    ("return None", "return arrival_rate * researchers * log(step_size)",
     "growth_from_breakthroughs returns nothing, where the book’s returns 1.", False),
    ("*, years, start_year, step_size", "*, arrival_rate, researchers, step_size",
     "start_year is not declared", False),
    ("def made_by_driver(", "def productivity_by_driver(",
     "productivity_by_driver is called made_by_driver now", False),
    ("productivity_by_driver(year=year, transition_years=9.0, breakthrough_growth=0.0, "
     "allocation_gain=0.0, upgrading_gain=0.0)[0]", MADE, "A function calls itself without", True),
]  # fmt: skip


@pytest.mark.parametrize(("what", "instead", "sentence", "line"), FAULTS)
def test_what_is_wrong_is_one_sentence_with_the_line(
    what: str, instead: str, sentence: str, line: bool | None
) -> None:
    found = changed(instead, what)
    if line is None:
        assert "fault" not in found
        return
    fault = found["fault"]
    assert sentence in fault["sentence"]
    assert bool(fault["line"]) == line
    if line:
        assert what.strip() in code_of(SLUG).replace(instead, what).splitlines()[fault["line"] - 1]


def test_what_fails_at_some_settings_says_at_how_many_and_gives_one() -> None:
    found = changed(MADE, "log(transition_years - 6)")
    sentence = found["fault"]["sentence"]
    assert "settings tried, for example" in sentence
    assert "Years over which the gains are made 5" in sentence


def test_a_range_that_a_model_inside_refuses_is_said() -> None:
    part = "relative_productivity=proximity"
    found = changed(part, f"{part} * -1", "to-2049")
    assert "relative_productivity = " in found["fault"]["sentence"]
    assert "is outside" in found["fault"]["sentence"]
    assert found["fault"]["line"]


def test_a_gone_function_is_missed() -> None:
    code = code_of(SLUG)
    start = code.index("def growth_by_driver")
    end = code.index("def productivity_by_driver")
    fault = run(code[:start] + code[end:])["fault"]
    assert fault["sentence"].startswith("The function growth_by_driver is gone")


def test_a_step_that_is_used_twice_at_each_turn_is_drawn_but_not_printed() -> None:
    loop = "    for _turn in range(60):\n        year = 0.5 * year + 0.4 * year\n    made = let("
    found = changed("    made = let(", loop)
    assert len(found["model"]["steps"]) < 2000
    assert found["equations"]["productivity_by_driver"] == ""


def test_a_model_of_too_many_steps_is_refused_by_size() -> None:
    loop = "    for turn in range(21000):\n        year = year + 0.0 * turn\n    made = let("
    assert "too many for a page" in changed("    made = let(", loop)["fault"]["sentence"]


def test_what_is_printed_goes_nowhere_and_an_exit_is_a_fault(capsys: Any) -> None:
    assert changed("    made = let(", "    print('x' * 9)\n    made = let(")["names"]
    assert capsys.readouterr().out == ""
    found = changed("    made = let(", "    raise SystemExit\n    made = let(")
    assert "leaves Python" in found["fault"]["sentence"]


DOUBT = "how-sure"
RESIDUAL = "- capital_share * capital_growth"


def test_a_lattice_is_computed_part_by_part_and_holds_what_a_formula_would(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "PART", 0.02)
    code = code_of(DOUBT).replace(RESIDUAL, f"{RESIDUAL} * 1.1")
    done, found = answered(code, DOUBT)
    assert done == sorted(set(done))
    assert len(done) > 1
    assert found["names"] == ["growth_of_productivity"]
    assert {len(one) for one in found["model"]["lists"]} == {220, 220 * 32}
    assert [one["words"] for one in found["checks"] if not one["holds"]]


LATTICE_FAULTS = [
    ("+ 0 * log(output_growth - 0.06)", "A function got a value that it cannot work with."),
    ("* float('nan')", "is not a number"),
    ("* (1 if output_growth > 0 else 2)", "Many numbers have no one truth value"),
    (", 1", "productivity_growth must be a number"),
]


@pytest.mark.parametrize(("added", "sentence"), LATTICE_FAULTS)
def test_what_is_wrong_in_a_lattice_is_one_sentence(added: str, sentence: str) -> None:
    _done, found = answered(code_of(DOUBT).replace(RESIDUAL, f"{RESIDUAL} {added}"), DOUBT)
    assert sentence in found["fault"]["sentence"]


def test_where_a_lattice_fails_the_setting_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few settings are tried before: the one that fails is met when all are computed."""
    monkeypatch.setattr(running, "SECONDS", 0)
    code = code_of("four-tiers")
    head, _return, result = code.rpartition("return ")
    _done, found = answered(f"{head}return {result} / (shared_risk - 0.4)", "four-tiers")
    assert "any two tiers 0.40: Something is divided by zero." in found["fault"]["sentence"]


def test_a_lattice_that_takes_too_long_is_refused_with_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "PART", 0)
    monkeypatch.setattr(running, "LONGEST", 0.01)
    _done, found = answered(code_of(DOUBT).replace(RESIDUAL, f"{RESIDUAL} * 1.1"), DOUBT)
    assert "computed at 220 settings, which would take about" in found["fault"]["sentence"]


def test_what_nobody_waits_for_any_more_is_not_gone_on_with() -> None:
    assert json.loads(in_page.run(json.dumps({"ask": "go on", "slug": SLUG}))) == {"stopped": True}
