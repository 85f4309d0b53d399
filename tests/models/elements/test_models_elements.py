"""Elements: golden values, limits of the elasticity, shares, and the skill premium."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.elements import (
    element_shares,
    output_of_elements,
    perfect_substitutes_output,
    weakest_link_output,
)
from nqpf.models.elements.aggregation import BAND, elasticity_mean, normalised
from nqpf.models.elements.skill_premium import equipment_elasticity_of_skill_premium, skill_premium
from scipy.optimize import approx_fprime, minimize_scalar

ONES = [1.0, 1.0, 1.0]
# Teaching values: equipment replaces unskilled labour more easily than skilled labour.
TEACHING = {
    "equipment": 1.0,
    "skilled_labour": 1.0,
    "unskilled_labour": 1.0,
    "equipment_weight": 0.6,
    "unskilled_weight": 0.4,
    "elasticity_with_skilled": 1 / (1 + 0.495),
    "elasticity_with_unskilled": 1 / (1 - 0.401),
}
indices = st.floats(0.2, 5)
elasticities = st.floats(0.05, 20)
elements = st.integers(1, 6).flatmap(
    lambda size: st.fixed_dictionaries(
        {
            "qualities": st.lists(indices, min_size=size, max_size=size),
            "amounts": st.lists(indices, min_size=size, max_size=size),
            "weights": st.lists(st.floats(0.01, 1), min_size=size, max_size=size),
        }
    )
)


def output(amounts, elasticity, qualities=ONES):
    return output_of_elements(
        qualities=qualities,
        amounts=amounts,
        weights=ONES,
        elasticity_of_substitution=elasticity,
    )


@pytest.mark.parametrize(
    ("elasticity", "value"),
    [(0.1, 1.046082), (0.5, 1.333333), (1.0, 1.587401), (2.0, 1.777778)],
)
def test_output_with_one_strong_element(elasticity, value):
    assert round(output([4.0, 1.0, 1.0], elasticity), 6) == value
    assert round(output(ONES, elasticity, qualities=[4.0, 1.0, 1.0]), 6) == value


def test_both_limits_of_the_elasticity():
    case = {"qualities": ONES, "amounts": [4.0, 1.0, 1.0]}
    assert weakest_link_output(**case) == 1
    assert perfect_substitutes_output(**case, weights=ONES) == pytest.approx(2, abs=1e-15)
    assert output([4.0, 1.0, 1.0], 1.0) == pytest.approx(4 ** (1 / 3), rel=1e-15)


@pytest.mark.parametrize(("elasticity", "value"), [(0.5, 0.111111), (1.0, 0.333333), (2.0, 0.5)])
def test_share_of_the_abundant_element(elasticity, value):
    shares = element_shares(
        qualities=ONES,
        amounts=[4.0, 1.0, 1.0],
        weights=ONES,
        elasticity_of_substitution=elasticity,
    )
    assert round(shares[0], 6) == value


@given(elements, elasticities)
def test_output_lies_between_weakest_link_and_perfect_substitutes(case, elasticity):
    found = output_of_elements(**case, elasticity_of_substitution=elasticity)
    least = weakest_link_output(qualities=case["qualities"], amounts=case["amounts"])
    assert least * (1 - 1e-9) <= found <= perfect_substitutes_output(**case) * (1 + 1e-9)


@given(elements, elasticities, elasticities)
def test_output_rises_with_the_elasticity(case, one, other):
    low, high = sorted((one, other))
    outputs = [output_of_elements(**case, elasticity_of_substitution=e) for e in (low, high)]
    assert outputs[1] >= outputs[0] * (1 - 1e-7)


@given(elements, elasticities, st.floats(0.5, 1))
def test_constant_returns(case, elasticity, factor):
    amounts = [max(amount, 0.4) for amount in case["amounts"]]
    case = case | {"amounts": amounts}
    smaller = case | {"amounts": [amount * factor for amount in amounts]}
    whole = output_of_elements(**case, elasticity_of_substitution=elasticity)
    part = output_of_elements(**smaller, elasticity_of_substitution=elasticity)
    assert part == pytest.approx(whole * factor, rel=1e-7)


@given(elements, elasticities)
def test_quality_and_amount_count_alike(case, elasticity):
    swapped = case | {"qualities": case["amounts"], "amounts": case["qualities"]}
    assert output_of_elements(**swapped, elasticity_of_substitution=elasticity) == pytest.approx(
        output_of_elements(**case, elasticity_of_substitution=elasticity), rel=1e-12
    )


@given(elements, st.floats(0.1, 10))
def test_shares_add_up_and_are_the_response_of_output(case, elasticity):
    shares = element_shares(**case, elasticity_of_substitution=elasticity)
    assert sum(shares) == pytest.approx(1, abs=1e-12)
    logs = np.log([q * x for q, x in zip(case["qualities"], case["amounts"], strict=True)])

    def log_output(at):
        return math.log(
            elasticity_mean(
                list(np.exp(at)), normalised(case["weights"]), elasticity, least=r"e_{\min}"
            )
        )

    if abs(elasticity - 1) > 1e-3:  # nearer, differences of floats lose the digits compared
        slopes = approx_fprime(logs, log_output, 1e-6)
        np.testing.assert_allclose(shares, slopes, atol=2e-4)


@given(elements)
def test_the_band_around_one_is_wide_enough_for_floats(case):
    at_one = output_of_elements(**case, elasticity_of_substitution=1.0)
    for nearly in (1 - BAND / 2, 1 + BAND / 2):
        assert output_of_elements(**case, elasticity_of_substitution=nearly) == at_one
    for outside in (1 - 2 * BAND, 1 + 2 * BAND):
        found = output_of_elements(**case, elasticity_of_substitution=outside)
        assert found == pytest.approx(at_one, rel=5e-7)


@given(elements)
def test_far_elasticities_come_near_the_limits(case):
    # With weights that sum to 1 the mean is at most w**(1/rho) times the least element.
    low = output_of_elements(**case, elasticity_of_substitution=0.05)
    least = weakest_link_output(qualities=case["qualities"], amounts=case["amounts"])
    smallest_weight = min(normalised(case["weights"]))
    assert low <= least * smallest_weight ** (-1 / 19) * (1 + 1e-12)
    # With exponent .95 the mean keeps all but the last twentieth power of the arithmetic mean.
    high = output_of_elements(**case, elasticity_of_substitution=20.0)
    largest = max(q * x for q, x in zip(case["qualities"], case["amounts"], strict=True))
    bound = (perfect_substitutes_output(**case) / largest**0.05) ** (1 / 0.95)
    assert high >= bound * (1 - 1e-12)


@pytest.mark.parametrize("elasticity", [0.3, 0.8, 1.0, 3.0])
def test_a_fixed_budget_is_best_spent_evenly(elasticity):
    best = minimize_scalar(
        lambda share: -output([5 * share, 5 * (1 - share), 1.0], elasticity),
        bounds=(0.1, 0.9),
        method="bounded",
        options={"xatol": 1e-9},
    )
    assert best.x == pytest.approx(0.5, abs=1e-5)


def test_lists_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="qualities has 3, amounts has 2, weights has 3"):
        output([1.0, 1.0], 0.5)


def test_the_skill_premium_as_equipment_doubles_and_as_skill_grows():
    before = skill_premium(**TEACHING)
    assert round(skill_premium(**TEACHING | {"equipment": 2.0}) / before, 6) == 1.414246
    assert round(skill_premium(**TEACHING | {"skilled_labour": 1.1}) / before, 6) == 0.896899
    # At equal inputs the nest is 1 and the weights alone decide.
    assert before == pytest.approx(0.6 * 0.4 / 0.4)


def elasticity_of_premium(case):
    return equipment_elasticity_of_skill_premium(
        **{key: case[key] for key in case if key not in {"unskilled_labour", "unskilled_weight"}}
    )


def test_local_elasticity_of_the_skill_premium():
    assert round(elasticity_of_premium(TEACHING), 6) == 0.5376
    assert round(TEACHING["elasticity_with_unskilled"], 6) == 1.669449
    assert round(TEACHING["elasticity_with_skilled"], 6) == 0.668896


premia = st.fixed_dictionaries(
    {
        "equipment": indices,
        "skilled_labour": indices,
        "unskilled_labour": indices,
        "equipment_weight": st.floats(0.05, 0.95),
        "unskilled_weight": st.floats(0.05, 0.95),
        "elasticity_with_skilled": st.floats(0.2, 5),
        "elasticity_with_unskilled": st.floats(0.2, 5),
    }
)


def published_output(case, skilled, unskilled):
    """Output as in the published equation, with its exponents, for the marginal products."""
    rho = 1 - 1 / case["elasticity_with_skilled"]
    sigma = 1 - 1 / case["elasticity_with_unskilled"]
    weight, mu = case["equipment_weight"], case["unskilled_weight"]
    nest = weight * case["equipment"] ** rho + (1 - weight) * skilled**rho
    return (mu * unskilled**sigma + (1 - mu) * nest ** (sigma / rho)) ** (1 / sigma)


@given(premia)
def test_the_premium_is_the_ratio_of_marginal_products(case):
    for name in ("elasticity_with_skilled", "elasticity_with_unskilled"):
        if abs(case[name] - 1) < 0.05:  # the published form divides by its exponent
            case[name] = 1.1
    hours = np.array([case["skilled_labour"], case["unskilled_labour"]])
    step = 1e-5
    slopes = []
    for position in (0, 1):
        up, down = hours.copy(), hours.copy()
        up[position] *= 1 + step
        down[position] *= 1 - step
        change = math.log(published_output(case, *up)) - math.log(published_output(case, *down))
        slopes.append(change / hours[position])
    if min(slopes) > 1e-5:  # a smaller slope is lost in the rounding of the difference
        assert skill_premium(**case) == pytest.approx(slopes[0] / slopes[1], rel=1e-3)


@given(premia)
def test_equipment_raises_the_premium_if_it_replaces_the_unskilled_more_easily(case):
    case["equipment"] = min(case["equipment"], 4.9)
    found = elasticity_of_premium(case)
    gap = case["elasticity_with_unskilled"] - case["elasticity_with_skilled"]
    assert found * gap >= 0
    more = skill_premium(**case | {"equipment": case["equipment"] * (1 + 1e-6)})
    measured = math.log(more / skill_premium(**case)) / math.log1p(1e-6)
    if abs(case["elasticity_with_skilled"] - 1) > 1e-3:
        assert measured == pytest.approx(found, abs=1e-4)


def test_premium_out_of_range():
    with pytest.raises(ValueError, match=r"equipment = 9.0 is outside \[0.2, 5\]"):
        skill_premium(**TEACHING | {"equipment": 9.0})
