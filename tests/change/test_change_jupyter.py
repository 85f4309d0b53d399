"""In a notebook an explorer takes functions of the reader's in the place of the book's."""

from __future__ import annotations

import pytest
from nqpf.algebra import AlgebraError, exp, let, minimum
from nqpf.explorers import explorer
from nqpf.explorers.core.display import chart_bundle
from nqpf.models.growth.drivers import Drivers


def productivity_by_driver(
    *, year, transition_years, breakthrough_growth, allocation_gain, upgrading_gain
):
    """Gains that come quickly at first."""
    made = let("part_made", 1 - exp(-3 * year / transition_years))
    parts = (breakthrough_growth * year, allocation_gain * made, upgrading_gain * made)
    return Drivers(*parts, together=parts[0] + parts[1] + parts[2])


def test_sentences_chart_and_table_follow_and_the_books_stays():
    book = explorer("three-drivers")
    before = book.readouts()
    mine = book.with_models(productivity_by_driver)
    assert mine.readouts()["middle"] != before["middle"]
    assert book.readouts() == before
    assert mine.readouts()["early"] == before["early"]
    assert "with your productivity_by_driver" in mine.title
    bundles = [chart_bundle(one, one.start) for one in (book, mine)]
    charts = [str(one["application/vnd.vegalite.v6+json"]) for one in bundles]
    assert "exp(" in charts[1].replace(charts[0], "")
    assert charts[0] != charts[1]


def test_it_is_displayed_live_as_itself():
    mine = explorer("three-drivers").with_models(productivity_by_driver)
    assert mine.set(transition_years=20).readouts == mine.readouts(transition_years=20)
    assert mine.value["transition_years"] == 20
    assert explorer("three-drivers").value["transition_years"] == 15
    assert mine._repr_mimebundle_()


def test_a_strange_function_is_refused_in_one_sentence():
    def productivity():
        return 1

    with pytest.raises(ValueError, match="; productivity is none of them") as refused:
        explorer("three-drivers").with_models(productivity)
    assert refused.value._render_traceback_() == [f"ValueError: {refused.value}"]
    with pytest.raises(ValueError, match="give it at least one of them"):
        explorer("three-drivers").with_models()
    with pytest.raises(ValueError, match="no model that a call changes"):
        explorer("two-series").with_models(productivity)


def test_what_a_chart_cannot_follow_is_refused_in_one_sentence():
    def growth_from_breakthroughs(*, arrival_rate, researchers, step_size):
        return arrival_rate if arrival_rate else researchers

    def productivity_by_driver(
        *, year, transition_years, breakthrough_growth, allocation_gain, upgrading_gain
    ):
        part = 1.0 if year > transition_years else minimum(year / transition_years, 1)
        return Drivers(0.0 * year, allocation_gain, upgrading_gain, part)

    assert explorer("three-drivers").with_models(growth_from_breakthroughs)
    with pytest.raises(AlgebraError, match="no truth value") as refused:
        explorer("three-drivers").with_models(productivity_by_driver)
    assert refused.value._render_traceback_()


def test_an_argument_that_is_no_quantity_is_refused():
    def growth_from_breakthroughs(*, arrival_rate, researchers, step):
        return arrival_rate * researchers * step

    with pytest.raises(AlgebraError, match="step is not declared"):
        explorer("three-drivers").with_models(growth_from_breakthroughs)


def test_what_a_lattice_holds_is_computed_with_the_readers_function():
    def growth_of_productivity(
        *, output_growth, capital_growth, labour_growth, human_capital_growth=0.0, capital_share
    ):
        return output_growth - 0.9 * capital_share * capital_growth

    book = explorer("how-sure")
    before = book.readouts()
    mine = book.with_models(growth_of_productivity)
    assert mine.readouts()["low"] > before["low"] + 0.03
    assert book.readouts() == before
    bundles = [chart_bundle(one, one.start) for one in (book, mine)]
    charts = [str(one["application/vnd.vegalite.v6+json"]) for one in bundles]
    assert charts[0] != charts[1]
