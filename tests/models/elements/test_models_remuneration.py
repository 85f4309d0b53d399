"""Pay: golden values, what adds up and what does not, and the Shapley value."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.elements.aggregation import elasticity_mean, normalised, shapley_values
from nqpf.models.elements.remuneration import (
    marginal_product_bill,
    marginal_product_payments,
    shapley_payments,
)

WEIGHTS = [0.30, 0.20, 0.15, 0.10, 0.10, 0.15]
ONES = [1.0] * 6
factors = st.integers(2, 5).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "amounts": st.lists(st.floats(0.2, 5), min_size=size, max_size=size),
            "weights": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
        }
    )
)


def shapley(elasticity, weights=WEIGHTS, amounts=ONES):
    return shapley_payments(amounts=amounts, weights=weights, elasticity_of_substitution=elasticity)


@pytest.mark.parametrize("elasticity", [0.05, 0.5, 1.0])
def test_with_every_factor_essential_all_get_the_same(elasticity):
    assert shapley(elasticity) == pytest.approx([1 / 6] * 6, abs=1e-12)


def test_at_elasticity_two_and_for_substitutes_the_value_is_the_weight():
    assert shapley(2.0) == pytest.approx(WEIGHTS, abs=1e-12)
    additive = shapley_values(6, lambda coalition: math.fsum(WEIGHTS[i] for i in coalition))
    assert additive == pytest.approx(WEIGHTS, abs=1e-12)


def test_at_elasticity_five():
    expected = [0.304098, 0.200407, 0.149203, 0.098545, 0.098545, 0.149203]
    assert [round(value, 6) for value in shapley(5.0)] == expected


def test_data_lift_the_bill_above_output():
    bill = marginal_product_bill(exponents=WEIGHTS, elasticity_of_data=0.06)
    assert bill == pytest.approx(1.06)


@given(factors, st.floats(0.05, 20))
def test_either_rule_uses_up_output(case, elasticity):
    for rule in (shapley_payments, marginal_product_payments):
        paid = rule(**case, elasticity_of_substitution=elasticity)
        assert sum(paid) == pytest.approx(1, abs=1e-9)
        assert min(paid) >= -1e-12


@given(st.floats(1.05, 20), st.permutations(range(4)))
def test_names_do_not_matter(elasticity, order):
    weights = [0.4, 0.3, 0.2, 0.1]
    found = shapley(elasticity, weights, [1.0] * 4)
    renamed = shapley(elasticity, [weights[i] for i in order], [1.0] * 4)
    assert renamed == pytest.approx([found[i] for i in order], abs=1e-12)


@given(st.floats(1.05, 20), st.floats(0.01, 1), st.floats(0.01, 1))
def test_the_heavier_factor_gets_more_by_either_rule(elasticity, one, other):
    weights, amounts = [one, other, 0.5], [1.0] * 3
    for rule in (shapley_payments, marginal_product_payments):
        paid = rule(amounts=amounts, weights=weights, elasticity_of_substitution=elasticity)
        assert (paid[0] - paid[1]) * (one - other) >= -1e-15


def test_who_adds_nothing_gets_nothing():
    paid = shapley_values(3, lambda coalition: float(0 in coalition) + 2.0 * (1 in coalition))
    assert paid == pytest.approx([1, 2, 0])


def test_the_value_is_the_mean_over_all_orders():
    worth = {0: 0.0, 1: 1.0, 2: 2.0, 3: 4.0, 4: 0.5, 5: 3.0, 6: 2.5, 7: 7.0}

    def of(coalition):
        return worth[sum(1 << player for player in coalition)]

    added = np.zeros(3)
    orders = list(itertools.permutations(range(3)))
    for order in orders:
        for place, player in enumerate(order):
            added[player] += of(list(order[: place + 1])) - of(list(order[:place]))
    assert shapley_values(3, of) == pytest.approx(added / len(orders))


@given(factors, st.floats(0.2, 5))
def test_marginal_products_are_pay_along_the_diagonal(case, elasticity):
    """All factors grow together from nothing; each is paid what it adds at every step."""
    if abs(elasticity - 1) < 0.01:  # the difference of floats below loses its digits there
        elasticity = 1.0
    amounts, weights = np.array(case["amounts"]), normalised(case["weights"])

    def output(x):
        return elasticity_mean(list(x), weights, elasticity, least=r"x_{\min}")

    def slopes(scale):
        steps = np.eye(len(amounts)) * amounts * scale * 1e-6
        at = amounts * scale
        return np.array([(output(at + s) - output(at - s)) / (2 * s.sum()) for s in steps])

    places, lengths = np.polynomial.legendre.leggauss(6)
    integral = sum(
        length / 2 * slopes((1 + at) / 2) for at, length in zip(places, lengths, strict=True)
    )
    paid = amounts * integral / output(amounts)
    found = marginal_product_payments(**case, elasticity_of_substitution=elasticity)
    assert found == pytest.approx(paid, abs=1e-5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.floats(0, 0.3))
def test_the_bill_is_the_sum_of_exponents(exponents, elasticity):
    bill = marginal_product_bill(exponents=exponents, elasticity_of_data=elasticity)
    assert bill == pytest.approx(sum(exponents) + elasticity)


def test_refusals():
    with pytest.raises(ValueError, match="unequal length"):
        shapley(2.0, WEIGHTS[:5])
    with pytest.raises(ValueError, match=r"elasticity_of_substitution = 0\.0 is outside"):
        shapley(0.0)
