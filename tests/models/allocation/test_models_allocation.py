"""Allocation: golden values, the planner's optimum, and what wedges can and cannot do."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.allocation import (
    allocative_efficiency,
    efficient_productivity,
    gain_from_equal_wedges,
    gain_to_reference_efficiency,
    labour_shares,
    log_efficiency_with_dispersion,
)
from nqpf.models.allocation.span_of_control import (
    efficiency_of_sampled_firms,
    efficiency_with_span_of_control,
)
from scipy.optimize import minimize

goods = st.floats(1.5, 8)
firms = st.integers(1, 6).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "productivities": st.lists(st.floats(0.1, 10), min_size=size, max_size=size),
            "wedges": st.lists(st.floats(-0.5, 2), min_size=size, max_size=size),
        }
    )
)


def efficiency(productivities, wedges, elasticity=3.0):
    return allocative_efficiency(
        productivities=productivities, wedges=wedges, elasticity_of_substitution=elasticity
    )


def with_control(productivities, wedges, span=0.85):
    return efficiency_with_span_of_control(
        productivities=productivities, wedges=wedges, span_of_control=span
    )


def ces(amounts, elasticity):
    rho = 1 - 1 / elasticity
    return float(np.sum(np.asarray(amounts) ** rho) ** (1 / rho))


@pytest.mark.parametrize(
    ("productivities", "wedges", "value"),
    [
        ([1.0, 1.0], [0.0, 0.5], 0.946961),
        ([1.0, 1.0], [0.0, 1.0], 0.878410),
        ([1.0, 2.0], [0.0, 0.5], 0.947486),
        ([1.0, 2.0], [0.5, 0.0], 0.975320),
    ],
)
def test_two_firms(productivities, wedges, value):
    assert round(efficiency(productivities, wedges), 6) == value


def test_a_price_twice_as_high_is_a_wedge_of_one():
    # One firm pays 4 percent and one 8 percent for its only input.
    assert efficiency([1.0, 1.0], [0.0, 0.08 / 0.04 - 1]) == efficiency([1.0, 1.0], [0.0, 1.0])


@pytest.mark.parametrize(
    ("dispersion", "gain"), [(0.30, 14.4537), (0.49, 43.3544), (0.63, 81.3666)]
)
def test_gain_under_lognormal_wedges(dispersion, gain):
    found = gain_from_equal_wedges(elasticity_of_substitution=3.0, dispersion=dispersion)
    assert round(100 * found, 4) == gain
    logs = log_efficiency_with_dispersion(elasticity_of_substitution=3.0, dispersion=dispersion)
    assert math.exp(-logs) - 1 == pytest.approx(found, rel=1e-12)


def test_an_error_in_measurement_looks_like_a_loss_of_six_log_points():
    found = log_efficiency_with_dispersion(elasticity_of_substitution=3.0, dispersion=0.04**0.5)
    assert found == pytest.approx(-0.06)


@pytest.mark.parametrize(
    ("gain", "to_reference"),
    [
        (1.151, 0.505),
        (0.958, 0.370),
        (0.866, 0.306),
        (1.004, 0.402),
        (1.021, 0.414),
        (1.275, 0.592),
    ],
)
def test_gain_to_the_efficiency_of_another_country(gain, to_reference):
    found = gain_to_reference_efficiency(gain=gain, reference_gain=0.429)
    assert round(found, 3) == to_reference


@pytest.mark.parametrize(
    ("productivities", "wedges", "value"),
    [
        ([1.0, 1.0], [0.0, 0.5], 0.938632),
        ([1.0, 1.2], [0.0, 0.5], 0.902498),
        ([1.0, 1.2], [0.5, 0.0], 0.974030),
    ],
)
def test_span_of_control(productivities, wedges, value):
    assert round(with_control(productivities, wedges), 6) == value


def test_freeing_one_of_two_taxed_firms_lowers_output():
    both = efficiency([1.0, 2.0], [0.5, 0.5])
    assert both == pytest.approx(1, abs=1e-15)
    assert round(1 - efficiency([1.0, 2.0], [0.0, 0.5]), 3) == 0.053
    assert round(1 - efficiency([1.0, 2.0], [0.5, 0.0]), 3) == 0.025


@given(firms, goods, st.floats(-0.5, 2))
def test_a_wedge_that_all_pay_costs_nothing(case, elasticity, wedge):
    wedges = [wedge] * len(case["wedges"])
    assert efficiency(case["productivities"], wedges, elasticity) == pytest.approx(1, abs=1e-12)
    assert with_control(case["productivities"], wedges) == pytest.approx(1, abs=1e-12)


@given(firms, goods, st.floats(0.5, 0.95))
def test_wedges_never_raise_output(case, elasticity, span):
    assert 0 < efficiency(**case, elasticity=elasticity) <= 1 + 1e-12
    assert 0 < with_control(**case, span=span) <= 1 + 1e-12


@given(firms, goods)
def test_efficiency_is_output_of_the_shares_over_that_of_the_best_shares(case, elasticity):
    shares = labour_shares(**case, elasticity_of_substitution=elasticity)
    assert sum(shares) == pytest.approx(1, abs=1e-12)
    produced = ces(np.array(case["productivities"]) * shares, elasticity)
    best = efficient_productivity(
        productivities=case["productivities"], elasticity_of_substitution=elasticity
    )
    assert produced / best == pytest.approx(efficiency(**case, elasticity=elasticity), rel=1e-9)


@given(firms, goods)
def test_the_published_formula_with_revenue_productivity_gives_the_same(case, elasticity):
    productivities, paid = np.array(case["productivities"]), 1 + np.array(case["wedges"])
    sold = productivities ** (elasticity - 1) * paid ** (1 - elasticity)
    mean = 1 / np.sum(sold / sold.sum() / paid)
    actual = np.sum((productivities * mean / paid) ** (elasticity - 1)) ** (1 / (elasticity - 1))
    best = np.sum(productivities ** (elasticity - 1)) ** (1 / (elasticity - 1))
    assert efficiency(**case, elasticity=elasticity) == pytest.approx(actual / best, rel=1e-9)


@pytest.mark.parametrize("elasticity", [1.5, 3.0, 8.0])
def test_no_planner_does_better_than_equal_wedges(elasticity):
    productivities = np.array([0.7, 1.0, 1.4])

    def lost(logs):
        shares = np.exp(logs) / np.exp(logs).sum()
        return -ces(productivities * shares, elasticity)

    found = minimize(lost, np.zeros(3), method="BFGS", options={"gtol": 1e-10})
    best = efficient_productivity(
        productivities=list(productivities), elasticity_of_substitution=elasticity
    )
    assert -found.fun == pytest.approx(best, rel=1e-8)
    chosen = np.exp(found.x) / np.exp(found.x).sum()
    shares = labour_shares(
        productivities=list(productivities),
        wedges=[0.0] * 3,
        elasticity_of_substitution=elasticity,
    )
    np.testing.assert_allclose(chosen, shares, atol=1e-5)


def test_no_planner_does_better_under_diminishing_returns():
    productivities, wedges, span = np.array([0.8, 1.0, 1.1]), np.array([0.1, 0.6, 0.0]), 0.8

    def made(shares):
        return float(np.sum(productivities * shares**span))

    found = minimize(lambda x: -made(np.exp(x) / np.exp(x).sum()), np.zeros(3), method="BFGS")
    taken = (productivities / (1 + wedges)) ** (1 / (1 - span))
    expected = made(taken / taken.sum()) / -found.fun
    assert with_control(list(productivities), list(wedges), span) == pytest.approx(
        expected, rel=1e-8
    )


@given(firms, goods, st.floats(0.5, 2))
def test_only_relative_productivity_matters(case, elasticity, factor):
    inside = [min(max(a, 0.2), 5.0) for a in case["productivities"]]
    scaled = [a * factor for a in inside]
    assert efficiency(scaled, case["wedges"], elasticity) == pytest.approx(
        efficiency(inside, case["wedges"], elasticity), rel=1e-12
    )


@given(goods, st.floats(0.05, 2), st.floats(1.1, 5))
def test_a_wedge_costs_more_on_the_better_firm(elasticity, wedge, better):
    on_better = efficiency([1.0, better], [0.0, wedge], elasticity)
    on_weaker = efficiency([1.0, better], [wedge, 0.0], elasticity)
    # Provided that the better firm stays the larger under either wedge.
    if (1 + wedge) ** elasticity < better ** (elasticity - 1):
        assert on_better < on_weaker


@pytest.mark.parametrize("correlation", [-0.5, 0.0, 0.5])
def test_many_sampled_firms_follow_the_lognormal_formula(correlation):
    draws = np.clip(np.random.default_rng(4).standard_normal((2, 4000)), -3, 3)
    found = efficiency_of_sampled_firms(
        productivity_draws=draws[0].tolist(),
        wedge_draws=draws[1].tolist(),
        dispersion_of_productivity=0.4,
        dispersion=0.15,
        correlation=correlation,
        elasticity_of_substitution=3.0,
    )
    lognormal = log_efficiency_with_dispersion(elasticity_of_substitution=3.0, dispersion=0.15)
    assert math.log(found) == pytest.approx(lognormal, rel=0.2)


def test_sampled_firms_are_firms():
    draws = {"productivity_draws": [-1.0, 0.5, 2.0], "wedge_draws": [0.3, -1.2, 0.9]}
    found = efficiency_of_sampled_firms(
        **draws,
        dispersion_of_productivity=0.4,
        dispersion=0.3,
        correlation=0.6,
        elasticity_of_substitution=4.0,
    )
    pairs = zip(*draws.values(), strict=True)
    expected = efficiency(
        [math.exp(0.4 * z) for z in draws["productivity_draws"]],
        [math.exp(0.3 * (0.6 * z + 0.8 * e)) - 1 for z, e in pairs],
        4.0,
    )
    assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ((["a"], [0.0]), "must be a number"),
        (([1.0, 1.0], [0.0]), "unequal length"),
        (([1.0], [-0.6]), r"wedges\[0\] = -0.6 is outside"),
        (([], []), "must not be empty"),
    ],
)
def test_refusals(case, said):
    with pytest.raises((ValueError, TypeError), match=said):
        efficiency(*case)
