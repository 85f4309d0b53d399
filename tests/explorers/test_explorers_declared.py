"""What holds for every explorer there is, before any browser; a new one needs no new test here."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from nqpf.explorers import Explorer, UnknownExplorer, explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.names import names
from nqpf.explorers.core.parts import Table, number, plain_slider, radio, select
from nqpf.numbers import NumberFormat
from nqpf.site.build.stills import WIDTHS
from nqpf.site.explorer.html import drawn
from nqpf.site.reference.citations import citation

ALL = list(explorers().values())
MOST_SETTINGS = 3000


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


@every
def test_no_setting_has_a_number_that_is_none(one: Explorer) -> None:
    for setting in one.settings_grid(MOST_SETTINGS):
        view = one.at(**setting)
        for value in view.values().values():
            assert math.isfinite(float(value.value)), setting
            assert value.text(float(value.value)), setting
        for table in view.tables.values():
            for record in table.fixed:
                numbers = [record[name] for name, column in table.columns.items() if column.form]
                assert all(map(math.isfinite, numbers)), (setting, record)


@every
def test_it_asks_says_and_admits(one: Explorer) -> None:
    assert "?" in one.question
    assert 1 <= len(one.controls) <= 4
    assert len(one.description) >= 40
    assert all(re.match(r"[A-Z‘“]", sentence) for sentence in [*one.left_out, one.description])
    assert one.left_out
    for key in one.sources:
        assert citation(key, ""), key


@every
def test_one_state_is_seen_in_two_forms_at_least(one: Explorer) -> None:
    """The reader sees a number in a sentence and marks that move with the same controls."""
    view = one.traced()
    assert view.values()
    assert any(table.computed or table.keep for table in view.tables.values())


@every
def test_every_control_changes_what_is_seen(one: Explorer) -> None:
    settings = [one.start, *one.settings_grid(40)]
    for control in one.controls:
        assert any(
            seen(one, setting | {control.name: control.low})
            != seen(one, setting | {control.name: control.high})
            for setting in settings
        ), control.name


def seen(one: Explorer, setting: dict[str, float]) -> tuple[object, ...]:
    drawn_from = [table.fixed for table in one.at(**setting).tables.values()]
    return one.sentences(**setting), drawn_from


@every
def test_the_chart_itself_says_whether_it_shows_observations(one: Explorer) -> None:
    for width in WIDTHS:
        still = drawn(one.slug)[width].svg
        texts = re.findall(r"<text[^>]*>([^<]*)</text>", still)
        assert one.label in texts, width
        assert one.kind in one.label.lower()
    assert one.kind == "illustrative" or re.search(r"\d{4}", one.label)


@every
def test_nothing_that_is_drawn_is_cut_at_the_edge_of_the_chart(one: Explorer) -> None:
    """A chart grows in height for what it holds; its width is that of the page."""
    for name, width in WIDTHS.items():
        match = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn(one.slug)[name].svg)
        assert match
        assert float(match[1]) == pytest.approx(width, rel=0.1), name
        assert "NaN" not in drawn(one.slug)[name].svg


@every
def test_axes_stay_where_they_are(one: Explorer) -> None:
    """Change is visible only against fixed axes: no scale takes its ends from what moves."""
    moving = {column for t in one.traced().tables.values() for column in moving_columns(t)}
    for scale in scales(compiled(one.slug).vega):
        domain = scale.get("domain")
        if scale["type"] in {"linear", "log", "pow", "sqrt", "symlog", "time"}:
            refers = domain if isinstance(domain, dict) else {}
            fields = {part.get("field") for part in (refers, *refers.get("fields", []))}
            assert not fields & moving, scale["name"]


def moving_columns(table: Table) -> set[str]:
    """Return the columns of a table whose numbers depend on a control."""
    return set(table.columns if table.keep else table.computed)


def scales(specification):
    found = list(specification.get("scales", []))
    for mark in specification.get("marks", []):
        found += scales(mark)
    return found


@every
def test_sentences_are_what_the_readouts_say(one: Explorer) -> None:
    for setting in one.settings_grid(10):
        said = " ".join(one.sentences(**setting))
        values = one.at(**setting).values()
        for name, found in one.readouts(**setting).items():
            assert values[name].text(found) in said


@every
def test_a_wrong_setting_is_refused_and_named(one: Explorer) -> None:
    for control in one.controls:
        for wrong in (control.high + control.step, control.low - 1, math.nan, math.inf, "0.4"):
            with pytest.raises(ValueError, match=control.name):
                one.at(**{control.name: wrong})
    with pytest.raises(ValueError, match=f"{one.slug} has no control"):
        one.at(no_such_control=1)


@every
def test_all_stops_can_be_reached_and_are_free_of_noise(one: Explorer) -> None:
    for control in one.controls:
        stops = control.stops
        assert stops[0] == control.low
        assert stops[-1] == pytest.approx(control.high, abs=1e-12)
        assert [round(control.stop_of(stop)) for stop in stops] == list(range(len(stops)))
        shown = [control.text(stop) for stop in stops]
        assert len(set(shown)) == len(shown), f"{control.name}: two stops look alike"


def test_the_grid_holds_corners_and_no_setting_twice() -> None:
    one = max(ALL, key=lambda one: math.prod(len(control.stops) for control in one.controls))
    grid = list(one.settings_grid(200))
    assert len({tuple(setting.values()) for setting in grid}) == len(grid) == 200
    assert {c.name: c.low for c in one.controls} in grid
    assert {c.name: c.high for c in one.controls} in grid
    small = replace(one, controls=one.controls[:1], drag={}, play="")
    assert len(list(small.settings_grid(10**6))) == math.prod(len(c.stops) for c in small.controls)


def test_an_unknown_slug_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownExplorer, match=f"Did you mean {ALL[0].slug}"):
        explorer(ALL[0].slug + "s")


def test_controls_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="between two stops"):
        plain_slider("rate", "Rate", low=0, high=1, step=0.1, start=0.25)
    with pytest.raises(ValueError, match="does not lead from low to high"):
        plain_slider("rate", "Rate", low=0, high=1, step=0.3, start=0)
    with pytest.raises(ValueError, match="lower-case"):
        plain_slider("Rate", "Rate", low=0, high=1, step=0.1, start=0)
    with pytest.raises(ValueError, match="nothing to choose"):
        select("which", "Which", ["only one"])
    with pytest.raises(ValueError, match="outside"):
        radio("which", "Which", ["first", "second"], start=2)


COUNTS = re.compile(
    r"^(rank|teams|firms|people|provinces|years|months|days)\b|\brank\b(?! by|.* mean)"
    r"|\b(in|of) (years|months|days)\b|^spent, days|^days lost if",
    re.IGNORECASE,
)
"""Headings and labels of what is counted or ranked."""


def counted_or_ranked(one: Explorer) -> dict[str, list[tuple[float, str]]]:
    """Return every count and rank of an explorer with decimals: its numbers as they are shown."""
    found: dict[str, list[tuple[float, str]]] = {}

    def shown(what: str, form: NumberFormat | None, number: float) -> None:
        if form and form.decimals and form.scale == 1 and COUNTS.search(what):
            found.setdefault(what, []).append((number, form.bare(number)))

    labels = {control.name: control.label for control in one.controls}
    for setting in [one.start, *one.settings_grid(20)]:
        view = one.at(**setting)
        for name, value in view.values().items():
            if not value.words:
                shown(names(one).get(name) or labels.get(name, ""), value.form, number(value.value))
        for table in view.tables.values():
            for key, column in table.columns.items():
                for record in table.fixed if key not in table.computed else []:
                    shown(column.heading, column.form, record[key])
    for control in one.controls:
        for stop in [] if control.options else control.stops:
            shown(control.label, control.form, stop)
    return found


@every
def test_a_count_or_a_rank_that_is_whole_or_a_half_has_no_idle_zero(one: Explorer) -> None:
    for what, listed in counted_or_ranked(one).items():
        if all(float(2 * number).is_integer() for number, _text in listed):
            assert [text for _number, text in listed if text.endswith(".0")] == [], what


def test_ranks_read_as_ranks() -> None:
    one = explorer("which-ranking")
    assert "Tibet is number 10 of 31 with equal weights" in one.sentences()[0]
    rank = one.at().tables["every"].columns["rank"].form
    assert rank
    assert [rank.text(place) for place in (10, 10.5)] == ["10", "10.5"]
