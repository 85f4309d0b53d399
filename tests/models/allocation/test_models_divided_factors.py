"""Factors divided by hand: the best division, what the last unit adds, and home shares."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.allocation import allocative_efficiency, efficient_productivity, labour_shares
from nqpf.models.allocation.divided_factors import (
    marginal_products_of_capital,
    marginal_products_of_labour,
    output_of_divided_factors,
)
from nqpf.models.allocation.market import welfare_from_home_share
from nqpf.models.allocation.market_regions import home_shares_of_regions, welfare_of_regions

parts = st.floats(0.05, 0.95)
shares = st.floats(0.1, 0.9)
sigmas = st.floats(1.5, 8)
indices = st.floats(0.5, 3)


def division(productivities, labour, capital, capital_share, sigma):
    return {
        "productivities": productivities,
        "labour_by_firm": [1 - labour, labour],
        "capital_by_firm": [1 - capital, capital],
        "capital_share": capital_share,
        "elasticity_of_substitution": sigma,
    }


@given(st.tuples(indices, indices), shares, sigmas)
def test_the_best_division_gives_efficient_output_and_equal_last_units(firms, share, sigma):
    best = labour_shares(
        productivities=list(firms), wedges=[0.0, 0.0], elasticity_of_substitution=sigma
    )[1]
    assume(0.01 <= best <= 0.99)
    at_best = division(list(firms), best, best, share, sigma)
    expected = efficient_productivity(productivities=list(firms), elasticity_of_substitution=sigma)
    assert output_of_divided_factors(**at_best) == pytest.approx(expected)
    for products in (marginal_products_of_labour, marginal_products_of_capital):
        weaker, better = products(**at_best)
        assert weaker == pytest.approx(better)


@given(st.tuples(indices, indices), parts, parts, shares, sigmas)
def test_no_division_beats_the_best_and_pay_uses_up_output(firms, labour, capital, share, sigma):
    here = division(list(firms), labour, capital, share, sigma)
    output = output_of_divided_factors(**here)
    best = efficient_productivity(productivities=list(firms), elasticity_of_substitution=sigma)
    assert output <= best * (1 + 1e-9)
    paid = np.dot(marginal_products_of_labour(**here), here["labour_by_firm"])
    paid += np.dot(marginal_products_of_capital(**here), here["capital_by_firm"])
    assert paid == pytest.approx(output)


@given(st.tuples(indices, indices), parts, parts, shares, sigmas)
def test_marginal_products_are_slopes_of_output(firms, labour, capital, share, sigma):
    here = division(list(firms), labour, capital, share, sigma)
    step = 1e-6
    more = division(list(firms), labour + step, capital, share, sigma)
    less = division(list(firms), labour - step, capital, share, sigma)
    slope = (output_of_divided_factors(**more) - output_of_divided_factors(**less)) / (2 * step)
    weaker, better = marginal_products_of_labour(**here)
    assert slope == pytest.approx(better - weaker, rel=1e-4, abs=1e-6)


def test_wedges_and_hands_agree_on_the_output_of_a_division():
    wedges = {"productivities": [1.0, 2.0], "wedges": [0.0, 0.5], "elasticity_of_substitution": 3.0}
    better = labour_shares(**wedges)[1]
    made = output_of_divided_factors(**division([1.0, 2.0], better, better, 0.4, 3.0))
    assert made / 5**0.5 == pytest.approx(allocative_efficiency(**wedges))


def test_a_firm_without_its_part_is_refused():
    with pytest.raises(ValueError, match="labour_by_firm"):
        output_of_divided_factors(**division([1.0, 2.0], 1.0, 0.5, 0.4, 3.0))


@given(
    st.lists(st.floats(0.05, 20), min_size=2, max_size=5),
    st.floats(1, 2),
    st.floats(3, 8),
)
def test_home_shares_and_welfare_are_two_readings_of_one_number(sizes, cost, theta):
    region = {"sizes": sizes, "border_costs": [cost] * len(sizes), "trade_elasticity": theta}
    for share, welfare in zip(
        home_shares_of_regions(**region), welfare_of_regions(**region), strict=True
    ):
        if share >= 0.001:
            read_off = welfare_from_home_share(home_share=share, trade_elasticity=theta)
            assert read_off == pytest.approx(welfare)


def test_without_borders_a_region_buys_at_home_its_part_of_the_whole():
    without = home_shares_of_regions(
        sizes=[8.0, 4.0, 2.0, 1.0], border_costs=[1.0] * 4, trade_elasticity=5.0
    )
    assert without == pytest.approx([8 / 15, 4 / 15, 2 / 15, 1 / 15])
