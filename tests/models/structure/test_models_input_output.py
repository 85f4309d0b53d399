"""Input-output tables and networks: worked figures, two other libraries, identities, refusals.

The other libraries are numpy's linear algebra and pymrio, 0.7.0 when the figures were compared.
"""

import math

import numpy as np
import pymrio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.models.structure.input_output import (
    allocation_coefficients,
    check_balance,
    ghosh_inverse,
    leontief_inverse,
    output_for_demand,
    technical_coefficients,
    value_added,
)
from nqpf.models.structure.linkages import (
    backward_linkages,
    downstreamness,
    extraction_losses,
    forward_linkages,
    multipliers,
    needed_from,
    purchases_from,
    upstreamness,
    value_added_from,
)
from nqpf.models.structure.production_networks import (
    aggregate_volatility,
    distortion_centrality,
    influence,
)
from nqpf.models.structure.shocks import exact_loss, first_order_loss, second_order_loss
from scipy.optimize import brentq

FLOWS, OUTPUT, DEMAND = [[150, 500], [200, 100]], [1000, 2000], [350, 1700]
CHINA = ["input_output_2020_8", "input_output_2020_20", "input_output_2017_20"]
FINAL = ["final_consumption", "gross_fixed_capital_formation", "inventory_change", "exports"]


def rounded(values, digits=6):
    return [round(value, digits) for value in values]


def table(name):
    """Return domestic flows, final demand and output of a table of China."""
    read = data.input_output(name)
    domestic = [row for row in data.rows(name) if row["row_type"] == "domestic"]
    return read.flows, [sum(row[name] for name in FINAL) for row in domestic], read.output


every_table = pytest.mark.parametrize("name", CHINA)
economies = st.integers(2, 6).flatmap(
    lambda size: st.tuples(
        st.lists(
            st.lists(st.floats(0, 1), min_size=size, max_size=size), min_size=size, max_size=size
        ),
        st.lists(st.floats(1, 100), min_size=size, max_size=size),
    )
)


def made_productive(drawn):
    """Return flows and output in which no sector buys or sells to others all that it makes."""
    shares, output = drawn
    part = 0.9 / len(output)
    flows = [
        [part * share * min(seller, buyer) for share, buyer in zip(row, output, strict=True)]
        for row, seller in zip(shares, output, strict=True)
    ]
    return flows, output


def test_the_worked_table():
    assert technical_coefficients(FLOWS, OUTPUT) == [[0.15, 0.25], [0.2, 0.05]]
    inverse = leontief_inverse(technical_coefficients(FLOWS, OUTPUT))
    assert [rounded(row) for row in inverse] == [[1.254125, 0.330033], [0.264026, 1.122112]]
    assert rounded(output_for_demand(inverse, DEMAND)) == OUTPUT
    assert rounded(output_for_demand(inverse, [600, 1500]), 3) == [1247.525, 1841.584]
    assert rounded(backward_linkages(inverse)) == [1.022222, 0.977778]
    assert rounded(forward_linkages(inverse)) == [1.066667, 0.933333]
    assert rounded(multipliers(inverse)) == [1.518152, 1.452145]
    assert rounded(upstreamness(FLOWS, OUTPUT)) == [1.914191, 1.254125]
    assert value_added(FLOWS, OUTPUT) == [650, 1400]


def test_the_worked_losses():
    loss = extraction_losses(FLOWS, OUTPUT)
    assert rounded(loss.output, 3) == [1210.526, 2588.235]
    assert rounded(loss.value_added, 3) == [797.368, 1782.353]


def test_distances_weigh_up_to_gross_output():
    added, distance = value_added(FLOWS, OUTPUT), upstreamness(FLOWS, OUTPUT)
    assert np.dot(distance, added) == pytest.approx(3000)
    assert np.dot(downstreamness(FLOWS, OUTPUT), DEMAND) == pytest.approx(3000)
    assert round(np.dot(distance, added) / sum(added), 6) == 1.463415


@every_table
def test_a_table_of_china_is_balanced(name):
    flows, demand, output = table(name)
    check_balance(flows=flows, final_demand=demand, output=output, tolerance=0.06)
    inverse = leontief_inverse(technical_coefficients(flows, output))
    assert output_for_demand(inverse, demand) == pytest.approx(output, rel=1e-6)
    listed = data.rows(name)
    imported = [row for row in listed if row["row_type"] == "imported"]
    (own,) = [row for row in listed if row["row_code"] == "TVA"]
    (inputs,) = [row for row in listed if row["row_type"] == "total"]
    codes = [row["row_code"] for row in imported]
    for code, kept in zip(codes, value_added(flows, output), strict=True):
        bought_abroad = sum(row[code] for row in imported)
        assert kept - bought_abroad == pytest.approx(own[code], abs=0.06)
        parts = sum(row[code] for row in listed if row["row_code"].startswith("VA"))
        assert parts == pytest.approx(own[code], abs=0.06)
    income = sum(own[code] for code in codes)
    spent = sum(demand) + sum(sum(row[n] for n in FINAL) - row["total_use"] for row in imported)
    assert income == pytest.approx(spent, abs=1)
    assert sum(inputs[code] for code in codes) == pytest.approx(sum(output))


@every_table
def test_what_a_sector_buys_anywhere_and_what_it_adds_are_its_output(name):
    read = data.input_output(name)
    bought = [math.fsum(column) for column in zip(*read.flows_with_imports, strict=True)]
    for inputs, added, own in zip(bought, read.value_added, read.output, strict=True):
        assert inputs + added == pytest.approx(own, abs=0.06)
    rates = zip(read.value_added_rates, read.output, strict=True)
    assert math.fsum(rate * own for rate, own in rates) == pytest.approx(
        math.fsum(read.value_added)
    )


def test_eight_sectors_are_twenty_added_up():
    eight, twenty = table(CHINA[0]), table(CHINA[1])
    assert sum(eight[2]) == pytest.approx(sum(twenty[2]), abs=1)
    assert sum(map(sum, eight[0])) == pytest.approx(sum(map(sum, twenty[0])), abs=1)


@every_table
def test_numpy_and_pymrio_find_the_same(name):
    flows, demand, output = table(name)
    ours = technical_coefficients(flows, output)
    theirs = pymrio.calc_A(np.array(flows), np.array(output))
    np.testing.assert_allclose(ours, theirs, rtol=1e-12)
    inverse = leontief_inverse(ours)
    np.testing.assert_allclose(inverse, pymrio.calc_L(theirs), rtol=1e-9)
    identity = np.eye(len(output))
    np.testing.assert_allclose(inverse, np.linalg.inv(identity - theirs), rtol=1e-9)
    shares = allocation_coefficients(flows, output)
    ghosh = np.linalg.inv(identity - np.array(shares))
    np.testing.assert_allclose(ghosh_inverse(flows, output), ghosh, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(output_for_demand(inverse, demand), output, rtol=1e-6)


@every_table
def test_an_extraction_is_the_table_without_the_sector(name):
    flows, demand, output = table(name)
    loss = extraction_losses(flows, output)
    coefficients = np.array(technical_coefficients(flows, output))
    kept = 1 - coefficients.sum(axis=0)
    whole = np.array(output_for_demand(leontief_inverse(coefficients.tolist()), demand))
    for sector in range(len(output)):
        others = [place for place in range(len(output)) if place != sector]
        smaller = np.eye(len(others)) - coefficients[np.ix_(others, others)]
        left = np.linalg.solve(smaller, np.array(demand)[others])
        assert loss.output[sector] == pytest.approx(whole.sum() - left.sum(), rel=1e-5)
        added = kept @ whole - kept[others] @ left
        assert loss.value_added[sector] == pytest.approx(added, rel=1e-5)


@given(economies)
def test_identities_of_any_productive_table(drawn):
    flows, output = made_productive(drawn)
    inverse = leontief_inverse(technical_coefficients(flows, output))
    assert math.fsum(backward_linkages(inverse)) == pytest.approx(len(output))
    assert math.fsum(forward_linkages(inverse)) == pytest.approx(len(output))
    assert min(upstreamness(flows, output)) >= 1 - 1e-12
    assert downstreamness(flows, output) == pytest.approx(multipliers(inverse))
    added = value_added(flows, output)
    assert np.dot(upstreamness(flows, output), added) == pytest.approx(sum(output))
    for lost, own in zip(extraction_losses(flows, output).output, output, strict=True):
        assert own * (1 - 1e-9) <= lost <= sum(output) * (1 + 1e-9)


def test_hulten_and_beyond():
    tenth = {"sales_share": 0.04, "productivity_fall": 0.1}
    third = {"sales_share": 0.04, "productivity_fall": 0.3}
    assert round(100 * first_order_loss(**tenth), 4) == -0.4214
    for elasticity, loss in ((0.04, -1.5686), (0.2, -0.5174), (0.5, -0.4425), (1.0, -0.4206)):
        assert round(100 * exact_loss(sector_elasticity=elasticity, **tenth), 4) == loss
    assert round(100 * exact_loss(sector_elasticity=2.0, **tenth), 4) == -0.4101
    for elasticity, loss in ((0.04, -19.968), (0.1, -7.158), (0.2, -2.936), (0.5, -1.685)):
        assert round(100 * exact_loss(sector_elasticity=elasticity, **third), 3) == loss
    assert round(100 * math.expm1(first_order_loss(**third)), 1) == -1.4
    found = brentq(lambda s: exact_loss(sector_elasticity=s, **third) + 0.05, 0.05, 1)
    assert round(found, 6) == 0.127283


@given(st.floats(0.005, 0.5), st.floats(0.02, 5), st.floats(0.0001, 0.002))
def test_the_second_order_is_the_better_the_smaller_the_shock(share, elasticity, fall):
    case = {"sales_share": share, "productivity_fall": fall}
    exact = math.log1p(exact_loss(sector_elasticity=elasticity, **case))
    second = second_order_loss(sector_elasticity=elasticity, **case)
    # What is left is of the third order, with the square of the exponent in front.
    room = (fall * (1 + 1 / elasticity)) ** 2 * fall * share + 1e-9
    assert abs(exact - second) <= room
    assert second_order_loss(sector_elasticity=1.0, **case) == first_order_loss(**case)


@given(st.floats(0.005, 0.5), st.floats(0, 0.6), st.floats(0.02, 4.9))
def test_better_substitutes_soften_a_fall_which_is_never_more_than_the_sectors_own(share, fall, e):
    case = {"sales_share": share, "productivity_fall": fall}
    worse = exact_loss(sector_elasticity=e, **case)
    better = exact_loss(sector_elasticity=min(5.0, e * 1.1), **case)
    assert -fall - 1e-12 <= worse <= better + 1e-12 <= 2e-12


@pytest.mark.parametrize(
    ("count", "star", "even"), [(10, 0.570088, 0.316228), (100, 0.507445, 0.1)]
)
def test_many_sectors_do_not_help_if_all_depend_on_one(count, star, even):
    one_supplier = [[1.0] + [0.0] * (count - 1)] * count
    everybody = [[1 / count] * count] * count
    for shares, expected in ((one_supplier, star), (everybody, even)):
        found = influence(shares, labour_share=0.5)
        assert math.fsum(found) == pytest.approx(1)
        assert round(aggregate_volatility(found, sector_volatility=1), 6) == expected


CHAIN = {"cost_shares": [[0, 0, 0], [0.6, 0, 0], [0, 0.6, 0]], "final_shares": [0, 0, 1]}


def test_upstream_is_the_most_too_small_where_inputs_cost_more_than_they_should():
    found = distortion_centrality(wedges=[[0, 0, 0], [0.2, 0, 0], [0, 0.2, 0]], **CHAIN)
    assert rounded(found.influence) == [0.36, 0.6, 1]
    assert rounded(found.size) == [0.25, 0.5, 1]
    assert rounded(found.centrality) == [1.44, 1.2, 1]
    none = distortion_centrality(wedges=[[0] * 3] * 3, **CHAIN)
    assert none.centrality == (1, 1, 1)


REFUSED = [
    (lambda: technical_coefficients([[1, 2]], [3]), "flows is not square: 1 rows, 2 columns"),
    (lambda: technical_coefficients([[1, -2], [0, 1]], [3, 3]), r"flows\[0\]\[1\] = -2 is below 0"),
    (lambda: technical_coefficients(FLOWS, [1]), "output has 1 values for 2 sectors"),
    (lambda: technical_coefficients(FLOWS, [1, 0]), r"output\[1\] = 0"),
    (lambda: technical_coefficients([[1, 2], [3]], [3, 3]), "rows of unequal length"),
    (lambda: technical_coefficients([[1, math.nan], [3, 1]], [3, 3]), "not finite"),
    (lambda: leontief_inverse([[1.1]]), "not productive"),
    (lambda: leontief_inverse([[0.5, 0.5], [0.5, 0.5]]), "not productive: .*sector 1"),
    (lambda: leontief_inverse([[0.2, 0.9], [0.9, 0.2]]), "not productive"),
    (lambda: leontief_inverse([]), "0 rows"),
    (lambda: output_for_demand([[1, 0], [0, 1]], [1]), "final_demand has 1 values"),
    (
        lambda: check_balance(flows=FLOWS, final_demand=[350, 1600], output=OUTPUT, tolerance=1),
        "sector 1 is out of balance: its uses exceed it by -100",
    ),
    (
        lambda: check_balance(flows=FLOWS, final_demand=[350], output=OUTPUT, tolerance=1),
        "final_demand has 1 values for 2 sectors",
    ),
    (lambda: influence([[1, 0], [0, 0.5]], labour_share=0.5), r"input_shares\[1\] sums to 0.5"),
    (lambda: influence([[1]], labour_share=0), "labour_share = 0"),
    (lambda: aggregate_volatility([1], sector_volatility=-1), "below 0"),
    (lambda: distortion_centrality(wedges=[[0]], **CHAIN), "wedges has 1 values for 3 sectors"),
    (
        lambda: distortion_centrality(
            cost_shares=[[0, 0], [0, 0]], final_shares=[0, 1], wedges=[[0, 0]] * 2
        ),
        "sector 0 is used by nobody",
    ),
]


@pytest.mark.parametrize(("refused", "why"), REFUSED, ids=[why for _call, why in REFUSED])
def test_what_has_no_meaning_is_refused_and_named(refused, why):
    with pytest.raises(ValueError, match=why):
        refused()


def test_services_bought_and_services_inside():
    """What is bought from all sectors is everything, and so is the value added of all."""
    flows, output = [[150.0, 500.0], [200.0, 100.0]], [1000.0, 2000.0]
    assert purchases_from(flows, [1]) == pytest.approx([200 / 350, 100 / 600])
    assert purchases_from(flows, [0, 1]) == pytest.approx([1, 1])
    assert purchases_from([[0.0, 1.0], [0.0, 1.0]], [0])[0] == 0
    inverse = leontief_inverse(technical_coefficients(flows, output))
    rates = [added / own for added, own in zip(value_added(flows, output), output, strict=True)]
    assert value_added_from(inverse, rates, origins=[0, 1]) == pytest.approx([1, 1])
    assert value_added_from(inverse, rates, origins=[0]) == pytest.approx(
        rates[0] * np.array(inverse)[0]
    )
    with pytest.raises(ValueError, match="value_added_rates"):
        value_added_from(inverse, rates[:1], origins=[0])


@pytest.mark.parametrize("name", CHINA)
def test_what_is_needed_of_all_suppliers_is_the_multiplier(name):
    flows, _final, output = table(name)[:3]
    inverse = leontief_inverse(technical_coefficients(flows, output))
    assert needed_from(inverse, range(len(flows))) == pytest.approx(multipliers(inverse))


def test_a_better_supplier_makes_a_product_cheaper_by_what_is_needed_of_it():
    """Prices that cover costs, before and after a supplier needs a hundredth of a percent less."""
    coefficients = technical_coefficients(FLOWS, OUTPUT)
    rates = [1 - sum(column) for column in zip(*coefficients, strict=True)]
    better, gain = 1, 1e-6
    cheaper = [
        [one * (1 - gain * (place == better)) for place, one in enumerate(row)]
        for row in coefficients
    ]
    paid = [rate * (1 - gain * (place == better)) for place, rate in enumerate(rates)]
    prices = np.linalg.solve(np.eye(2) - np.array(cheaper).T, paid)
    needed = needed_from(leontief_inverse(coefficients), [better])
    assert (1 - prices) / gain == pytest.approx(needed, rel=1e-4)
