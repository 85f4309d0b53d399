"""What a record hides, what a head start may cost, and when a protected start is repaid."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.learning import cost_of_early_bird, fitted_learning_rate, learning_exponent
from nqpf.models.learning.early_start import (
    apparent_learning_rate,
    cost_of_infant,
    growth_of_experience,
    world_price,
    worth_of_head_start,
    worth_of_infant_path,
)

RECORD = {"learning_rate": 0.1, "autonomous_fall": 0.05, "demand_growth": 0.2}
INFANT = {"learning_rate": 0.2, "first_cost": 1.5, "world_fall": 0.02, "discount_rate": 0.05}


def test_a_simulated_record_shows_the_apparent_rate():
    """Year by year: cost follows time and experience, sales follow cost."""
    case = RECORD | {"price_elasticity": 1.0}
    exponent = learning_exponent(learning_rate=0.1)
    growth = growth_of_experience(**case)
    fall = 0.05 + exponent * growth
    assert growth == pytest.approx(0.2 + fall, rel=1e-12)
    made = [2.718281828459045 ** (growth * year) for year in range(20)]
    paid = [2.718281828459045 ** (-fall * year) for year in range(20)]
    assert fitted_learning_rate(made, paid) == pytest.approx(apparent_learning_rate(**case))
    assert round(apparent_learning_rate(**case), 4) == 0.1998


def test_time_alone_makes_a_learning_rate():
    shown = apparent_learning_rate(
        learning_rate=0.0, autonomous_fall=0.08, demand_growth=0.17, price_elasticity=1.0
    )
    assert shown == pytest.approx(1 - 2 ** -(0.08 / 0.25))


@given(st.floats(0, 0.3), st.floats(0, 0.12), st.floats(0.05, 0.4))
def test_a_record_never_shows_less_than_is_learnt_when_buyers_respond_little(rate, time, growth):
    shown = apparent_learning_rate(
        learning_rate=rate, autonomous_fall=time, demand_growth=growth, price_elasticity=1.0
    )
    assert shown >= rate - 1e-12
    if time == 0:
        assert shown == pytest.approx(rate, abs=1e-12)


def test_a_head_start_is_worth_its_edge_for_ever_if_it_never_ends():
    case = {"learning_rate": 0.2, "market_growth": 0.25, "head_start": 5.0, "spillover": 0.0}
    edge = 1 - cost_of_early_bird(**case)
    worth = worth_of_head_start(discount_rate=0.2, edge_years=40.0, **case)
    assert worth == pytest.approx(edge / 0.2, rel=1e-3)
    assert worth_of_head_start(discount_rate=0.05, edge_years=0.0, **case) == 0
    shared = case | {"spillover": 1.0}
    assert worth_of_head_start(discount_rate=0.05, edge_years=10.0, **shared) == 0


def test_four_answers_to_a_call_for_protection():
    def worth(copied_share, **changed):
        return worth_of_infant_path(copied_share=copied_share, years=30, **INFANT | changed)[-1]

    assert round(worth(0.0), 4) == 0.4218
    assert round(worth(0.5), 4) == -0.194
    assert worth(0.0, learning_rate=0.1) == worth(0.5, learning_rate=0.1) < 0
    assert worth(0.5, world_fall=0.0) > 0


def test_the_worth_of_a_start_falls_first_and_rises_once_it_is_cheaper():
    path = worth_of_infant_path(copied_share=0.0, years=30, **INFANT)
    for year, (before, after) in enumerate(pairwise(path), start=1):
        home = cost_of_infant(learning_rate=0.2, first_cost=1.5, year_of_making=float(year))
        abroad = world_price(world_fall=0.02, year_of_making=float(year))
        assert (after > before) == (home < abroad)


def test_an_infant_that_starts_cheaper_than_the_world_is_refused():
    with pytest.raises(ValueError, match="first_cost"):
        cost_of_infant(learning_rate=0.2, first_cost=0.9, year_of_making=0.0)


def test_what_spills_over_is_counted_in_years_and_not_in_units_made():
    """Half of the years spared leaves an edge of 18%; half of all units made, one of 13%."""
    case = {"learning_rate": 0.2, "market_growth": 0.25, "head_start": 5.0}
    assert round(cost_of_early_bird(**case, spillover=0.5), 4) == 0.8177
    left = math.exp(-0.25 * 5)
    assert round((left + 0.5 * (1 - left)) ** -math.log2(0.8), 4) == 0.8676
