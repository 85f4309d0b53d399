"""Data: sharing, growth, the bond with labour and capital, prediction, and who owns them."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.data.data_bond import (
    cross_marginal_products,
    marginal_product_of_labour_with_data,
    output_with_data,
)
from nqpf.models.data.data_factor import (
    gain_from_more_data,
    gain_from_sharing_data,
    growth_with_data_sharing,
    growth_without_data_sharing,
    output_per_head_with_data,
)
from nqpf.models.data.data_ownership import (
    data_payments,
    data_surplus_under_owners,
    sharing_under_owners,
)
from nqpf.models.data.data_precision import (
    data_points_for_precision,
    precision_next,
    precision_path,
    quality_with_precision,
    steady_state_error,
    steady_state_precision,
)
from scipy.optimize import brentq, minimize

WORLD = {"persistence": 0.95, "drift_variance": 1.0}
elasticities = st.floats(0, 0.3)
levels = st.floats(0.1, 1e4)
economies = st.fixed_dictionaries(
    {
        "data": levels,
        "capital": levels,
        "labour": levels,
        "capital_share": st.floats(0.05, 0.95),
        "elasticity_of_data": st.floats(0.01, 0.3),
    }
)
forecasts = st.fixed_dictionaries(
    {"persistence": st.floats(0.5, 1), "drift_variance": st.floats(0.05, 5)}
)


def gain(firms, **changes):
    case = {"own_data_weight": 0.5, "own_data_use": 1.0, "data_sharing": 1.0}
    case |= {"elasticity_of_data": 0.06} | changes
    return gain_from_sharing_data(number_of_firms=firms, **case)


@pytest.mark.parametrize(
    ("firms", "value"), [(10.0, 1.165392), (100.0, 1.342565), (1000.0, 1.554236)]
)
def test_gain_from_sharing(firms, value):
    assert round(gain(firms), 6) == value


@pytest.mark.parametrize(
    ("elasticity", "power"), [(0.06, 0.063830), (0.03, 0.030928), (0.10, 0.111111)]
)
def test_the_power_of_data_in_the_long_run(elasticity, power):
    # Of three firms that share, with half the weight on own data, each uses four times as much.
    found = math.log(gain(3.0, elasticity_of_data=elasticity)) / math.log(4)
    assert round(found, 6) == power


def test_growth_with_and_without_sharing():
    shared = growth_with_data_sharing(
        labour_growth=0.02, elasticity_of_data=0.06, elasticity_of_substitution=5.0
    )
    assert round(100 * shared, 4) == 0.6277
    alone = growth_without_data_sharing(labour_growth=0.02, elasticity_of_substitution=5.0)
    assert 100 * alone == pytest.approx(0.5)


def test_doubled_data():
    assert round(gain_from_more_data(data_multiple=2.0, elasticity_of_data=0.06), 6) == 1.042466


@given(st.floats(1, 999), st.floats(0.05, 1), st.floats(0.05, 1), st.floats(0, 1), elasticities)
def test_sharing_never_harms_and_rises_with_firms(firms, weight, own, shared, elasticity):
    case = {
        "own_data_weight": weight,
        "own_data_use": own,
        "data_sharing": shared,
        "elasticity_of_data": elasticity,
    }
    assert 1 <= gain(firms, **case) <= gain(firms + 1, **case) * (1 + 1e-12)
    assert gain(firms, **case | {"data_sharing": 0.0}) == 1
    assert gain(firms, **case | {"own_data_weight": 1.0}) == 1


@given(st.floats(1, 1000), st.floats(0.05, 0.95), st.floats(0.05, 1), elasticities)
def test_the_gain_is_the_ratio_of_output_with_and_without(firms, weight, own, elasticity):
    case = {
        "number_of_firms": firms,
        "labour": 3.0,
        "own_data_weight": weight,
        "own_data_use": own,
        "elasticity_of_data": elasticity,
        "elasticity_of_substitution": 4.0,
    }
    both = [output_per_head_with_data(**case, data_sharing=shared) for shared in (1.0, 0.0)]
    expected = gain(firms, own_data_weight=weight, own_data_use=own, elasticity_of_data=elasticity)
    assert both[0] / both[1] == pytest.approx(expected, rel=1e-12)


@given(economies)
def test_data_raise_the_marginal_products_of_labour_and_capital(case):
    found = cross_marginal_products(**case)
    step = 1e-6
    more = case | {"data": case["data"] * (1 + step)}
    less = case | {"data": case["data"] * (1 - step)}

    def product_of_labour(at):
        return marginal_product_of_labour_with_data(**at)

    def product_of_capital(at):
        return at["capital_share"] * output_with_data(**at) / at["capital"]

    width = more["data"] - less["data"]
    slope_of_labour = (product_of_labour(more) - product_of_labour(less)) / width
    slope_of_capital = (product_of_capital(more) - product_of_capital(less)) / width
    assert found.labour == pytest.approx(slope_of_labour, rel=1e-6)
    assert found.capital == pytest.approx(slope_of_capital, rel=1e-6)
    assert min(found) > 0


@given(economies)
def test_returns_to_all_factors_exceed_one_by_the_elasticity_of_data(case):
    twice = case | {name: 2 * case[name] for name in ("data", "capital", "labour")}
    ratio = output_with_data(**twice) / output_with_data(**case)
    assert ratio == pytest.approx(2 ** (1 + case["elasticity_of_data"]), rel=1e-12)
    lifted = case | {"data": 2 * case["data"]}
    lift = gain_from_more_data(data_multiple=2.0, elasticity_of_data=case["elasticity_of_data"])
    for model in (output_with_data, marginal_product_of_labour_with_data):
        assert model(**lifted) / model(**case) == pytest.approx(lift, rel=1e-12)


@pytest.mark.parametrize(
    ("data_points", "precision"), [(1.0, 1.645849), (10.0, 10.923686), (100.0, 100.991143)]
)
def test_steady_precision(data_points, precision):
    found = steady_state_precision(data_points=data_points, **WORLD)
    assert round(found, 6) == precision
    assert found**2 + (0.95**2 - 1 - data_points) * found == pytest.approx(
        data_points * 0.95**2, rel=1e-9
    )


def test_ten_times_the_data_help_less_and_less():
    errors = [steady_state_error(data_points=n, **WORLD) for n in (1.0, 10.0, 100.0)]
    falls = [round(before - after, 6) for before, after in itertools.pairwise(errors)]
    assert falls == [0.516045, 0.081642]


def test_data_that_halve_the_error():
    half = 2 * steady_state_precision(data_points=1.0, **WORLD)
    assert round(data_points_for_precision(precision=half, **WORLD), 4) == 2.5069
    by_search = brentq(
        lambda n: (
            steady_state_error(data_points=n, **WORLD)
            - steady_state_error(data_points=1.0, **WORLD) / 2
        ),
        1.0,
        10.0,
    )
    assert by_search == pytest.approx(2.5069, abs=1e-4)


@given(st.floats(0.1, 100), forecasts)
def test_the_steady_precision_repeats_itself_and_needs_its_data(data_points, world):
    steady = steady_state_precision(data_points=data_points, **world)
    again = precision_next(precision=steady, data_points=data_points, **world)
    assert again == pytest.approx(steady, rel=1e-9)
    needed = data_points_for_precision(precision=steady, **world)
    assert needed == pytest.approx(data_points, rel=1e-6)
    assert steady_state_error(data_points=data_points, **world) == pytest.approx(1 / steady)


@given(st.floats(0.01, 1000), st.floats(0.1, 100), forecasts)
def test_the_path_comes_to_the_steady_state(precision, data_points, world):
    path = precision_path(precision=precision, data_points=data_points, periods=60, **world)
    assert len(path) == 61
    assert path[0] == precision
    assert path[1] == precision_next(precision=precision, data_points=data_points, **world)
    steady = steady_state_precision(data_points=data_points, **world)
    assert path[-1] == pytest.approx(steady, rel=1e-3)
    gaps = [abs(1 / value - 1 / steady) for value in path]
    assert all(later <= before + 1e-12 for before, later in itertools.pairwise(gaps))


@given(st.floats(0.01, 1000), st.floats(0, 5))
def test_quality_is_bounded_whatever_the_data(precision, noise):
    found = quality_with_precision(best_quality=2.0, precision=precision, noise_variance=noise)
    assert found < 2.0 - noise
    assert found == pytest.approx(2.0 - noise - 1 / precision)


parties = st.integers(1, 5).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "ownership_shares": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
            "bargaining_powers": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
        }
    )
)


@given(parties, st.floats(0, 1), st.floats(0, 5))
def test_payments_use_up_the_surplus_whoever_owns_the_data(case, outside, surplus):
    paid = data_payments(**case, outside_value=outside, data_surplus=surplus)
    assert sum(paid) == pytest.approx(surplus, abs=1e-12)
    assert all(payment >= 0 for payment in paid)


@pytest.mark.parametrize("outside", [0.0, 0.3, 0.9])
def test_payments_maximise_the_nash_product(outside):
    owned, powers, surplus = np.array([0.7, 0.2, 0.1]), np.array([0.5, 0.2, 0.3]), 0.4

    def against(logs):
        gained = np.exp(logs) / np.exp(logs).sum() * surplus * (1 - outside)
        return -float(powers @ np.log(gained))

    best = minimize(against, np.zeros(3), method="BFGS", options={"gtol": 1e-10})
    gained = np.exp(best.x) / np.exp(best.x).sum() * surplus * (1 - outside)
    found = data_payments(
        ownership_shares=list(owned),
        bargaining_powers=list(powers),
        outside_value=outside,
        data_surplus=surplus,
    )
    np.testing.assert_allclose(found, outside * surplus * owned + gained, atol=1e-6)


@given(parties, st.floats(0.1, 1), st.floats(0.1, 5))
def test_who_owns_more_gets_more(case, outside, surplus):
    owned = [share / 2 for share in case["ownership_shares"]]
    case = case | {"ownership_shares": [max(share, 0.01) for share in owned]}
    more = [case["ownership_shares"][0] + 0.4, *case["ownership_shares"][1:]]
    deal = {"outside_value": outside, "data_surplus": surplus}
    before = data_payments(**case, **deal)
    after = data_payments(**case | {"ownership_shares": more}, **deal)
    assert after[0] >= before[0] - 1e-12
    assert all(late <= early + 1e-12 for late, early in zip(after[1:], before[1:], strict=True))


def test_ownership_moves_the_surplus_through_sharing():
    market = {
        "number_of_firms": 100.0,
        "own_data_weight": 0.5,
        "own_data_use": 1.0,
        "elasticity_of_data": 0.06,
    }
    choices = [0.1, 0.9]
    surpluses = [
        data_surplus_under_owners(ownership_shares=shares, sharing_choices=choices, **market)
        for shares in ([1.0, 0.01], [0.01, 1.0])
    ]
    assert surpluses[0] < surpluses[1]
    shared = sharing_under_owners(ownership_shares=[0.01, 1.0], sharing_choices=choices)
    assert surpluses[1] == pytest.approx(gain(100.0, data_sharing=shared) - 1)


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=6))
def test_if_all_share_everything_everything_is_shared(shares):
    found = sharing_under_owners(ownership_shares=shares, sharing_choices=[1.0] * len(shares))
    assert found == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"data_sharing": 1.5}, "data_sharing = 1.5 is outside"),
        ({"own_data_use": 0.0}, "own_data_use = 0.0 is outside"),
        ({"elasticity_of_data": 0.31}, "elasticity_of_data"),
    ],
)
def test_refusals(changes, said):
    with pytest.raises(ValueError, match=said):
        gain(10.0, **changes)
    with pytest.raises(ValueError, match="unequal length"):
        sharing_under_owners(ownership_shares=[1.0], sharing_choices=[1.0, 0.5])
