"""Two sectors, three stages, rounds of orders and sales shares: limits, identities, refusals."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.models.structure.input_output import (
    leontief_inverse,
    output_for_demand,
    rounds_of_demand,
    technical_coefficients,
)
from nqpf.models.structure.linkages import domar_weights
from nqpf.models.structure.production_networks import distortion_centrality
from nqpf.models.structure.shocks import exact_loss
from nqpf.models.structure.small_networks import gains_of_support, output_of_two_sectors
from nqpf.prose import figure

coefficient = st.floats(0, 0.45)
wedge = st.floats(-0.3, 0.5)
input_share = st.floats(0.1, 0.9)


@given(coefficient, coefficient, coefficient, coefficient, st.floats(0, 1e4), st.floats(0, 1e4))
def test_two_sectors_by_hand_are_the_inverse_of_any_table(a11, a21, a12, a22, first, second):
    made = output_of_two_sectors(
        first_in_first=a11,
        second_in_first=a21,
        first_in_second=a12,
        second_in_second=a22,
        demand_first=first,
        demand_second=second,
    )
    inverse = leontief_inverse([[a11, a12], [a21, a22]])
    assert list(made) == pytest.approx(output_for_demand(inverse, [first, second]), abs=1e-7)


def test_the_worked_table_of_a_textbook():
    """Miller and Blair's two sectors, with the new demand of their second chapter."""
    made = output_of_two_sectors(
        first_in_first=0.15,
        second_in_first=0.2,
        first_in_second=0.25,
        second_in_second=0.05,
        demand_first=600.0,
        demand_second=1500.0,
    )
    assert [round(one, 3) for one in made] == [1247.525, 1841.584]


@pytest.mark.parametrize("name", ["input_output_2020_8", "input_output_2020_20"])
def test_rounds_add_up_to_the_inverse_and_shrink(name):
    read = data.input_output(name)
    table = technical_coefficients(read.flows, read.output)
    demand = [100.0 * (place == 1) for place in range(len(read.codes))]
    rounds = rounds_of_demand(table, demand, rounds=60)
    whole = output_for_demand(leontief_inverse(table), demand)
    assert np.sum(rounds, axis=0) == pytest.approx(whole, rel=1e-9)
    sizes = [math.fsum(one) for one in rounds]
    assert sizes == sorted(sizes, reverse=True)
    # Round k is the table's k-th power: numpy says the same.
    assert rounds[3] == pytest.approx(np.linalg.matrix_power(np.array(table), 3) @ demand)


def test_no_round_is_the_demand_itself():
    assert rounds_of_demand([[0.5]], [8], rounds=0) == [[8.0]]
    for call, why in (
        (lambda: rounds_of_demand([[0.5]], [8], rounds=-1), "rounds = -1 is below 0"),
        (lambda: rounds_of_demand([[0.5]], [8, 1], rounds=1), "final_demand has 2 values"),
        (lambda: domar_weights([1], final_output=0), "final_output = 0 is not above 0"),
        (lambda: domar_weights([-1], final_output=1), "below 0"),
    ):
        with pytest.raises(ValueError, match=why):
            call()


def test_sales_shares_sum_to_gross_output_over_gdp():
    flows, output = [[150, 500], [200, 100]], [1000, 2000]
    weights = domar_weights(output, final_output=2050)
    assert math.fsum(weights) == pytest.approx(1.463415, abs=1e-6)
    # They are what each sector's share in final demand sets off: the rows of the inverse.
    inverse = np.array(leontief_inverse(technical_coefficients(flows, output)))
    assert weights == pytest.approx(inverse @ np.array([350, 1700]) / 2050)


@given(input_share, wedge, wedge)
def test_gains_are_those_of_a_chain_whose_workers_are_moved(share, first, second):
    """Against the chain solved in full: a small subsidy moves workers, output is a product."""
    gains = gains_of_support(
        stage_input_share=share, first_link_wedge=first, second_link_wedge=second
    )
    reach = np.array([share**2, share * (1 - share), 1 - share])  # of labour in the last product
    paid = reach / np.array([(1 + first) * (1 + second), 1 + second, 1])

    def log_output(support):
        wanted = paid * (1 + np.array(support))
        return reach @ np.log(wanted / wanted.sum())

    step = 1e-6
    for stage, gain in enumerate(gains):
        support = [step * (place == stage) for place in range(3)]
        moved = (log_output(support) - log_output([-one for one in support])) / (2 * step)
        spent = paid[stage] / paid.sum()
        assert moved / spent == pytest.approx(gain, abs=1e-4)


@given(input_share, st.floats(0, 0.5), st.floats(0, 0.5))
def test_gains_rank_stages_as_distortion_centrality_does(share, first, second):
    gains = gains_of_support(
        stage_input_share=share, first_link_wedge=first, second_link_wedge=second
    )
    found = distortion_centrality(
        cost_shares=[[0, 0, 0], [share, 0, 0], [0, share, 0]],
        final_shares=[0, 0, 1],
        wedges=[[0, 0, 0], [first, 0, 0], [0, second, 0]],
    )
    worth = [1 + gain for gain in gains]
    assert [one / worth[2] for one in worth] == pytest.approx(found.centrality)


@given(input_share)
def test_without_wedges_support_adds_nothing_anywhere(share):
    gains = gains_of_support(stage_input_share=share, first_link_wedge=0.0, second_link_wedge=0.0)
    assert list(gains) == pytest.approx([0, 0, 0], abs=1e-12)


def test_what_is_cheap_already_is_too_large():
    """With mined goods sold below their cost, support of the mine loses output."""
    cheap = gains_of_support(stage_input_share=0.6, first_link_wedge=-0.3, second_link_wedge=0.0)
    assert cheap.upstream < 0 < cheap.middle


@pytest.mark.parametrize(
    ("scope", "share", "fall"),
    [
        ("a tenth less energy, one production function", "share of energy", 0.1),
        ("three tenths less gas, one production function", "share of gas", 0.3),
    ],
)
def test_the_published_losses_of_germany_are_found_again(scope, share, fall):
    """Bachmann and others (2024), table 2: 1.5 and 2.3 per cent, as they round them."""

    def published(measure):
        return figure("linkage_findings", "value", scope=scope, measure=measure)

    ours = -100 * exact_loss(
        sales_share=published(share) / 100,
        productivity_fall=fall,
        sector_elasticity=published("elasticity of substitution"),
    )
    assert ours == pytest.approx(published("loss of spending"), abs=0.08)
