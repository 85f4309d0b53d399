"""Infrastructure: worked figures, the best share by search, and where users tip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.security.infrastructure import (
    critical_mass,
    growth_with_infrastructure,
    next_users,
    part_of_demand_served,
    use_by_region,
    users_of_grown_network,
)
from scipy.optimize import minimize_scalar

PRICES = st.floats(0.001, 0.249)


def growth(share, *, use=1.0, technology=0.25, elasticity=0.2):
    return growth_with_infrastructure(
        public_elasticity=elasticity,
        public_share=share,
        public_use=use,
        technology_level=technology,
        time_preference=0.02,
        smoothing=2.0,
    )


@pytest.mark.parametrize(
    ("technology", "use", "share", "found"),
    [
        (0.25, 1.0, 0.1, 0.025787),
        (0.25, 1.0, 0.2, 0.027830),
        (0.25, 1.0, 0.3, 0.026632),
        (0.25, 0.5, 0.2, 0.021811),
        (0.25, 0.9, 0.2, 0.026846),
        (0.4, 1.0, 0.1, 0.054399),
        (0.4, 1.0, 0.2, 0.058074),
        (0.4, 1.0, 0.4, 0.050716),
        (0.4, 0.5, 0.2, 0.047243),
        (0.4, 0.9, 0.2, 0.056305),
    ],
)
def test_growth_by_share_and_use(technology, use, share, found):
    assert round(growth(share, use=use, technology=technology), 6) == found


@given(st.floats(0.05, 0.3), st.floats(0.2, 1), st.floats(0.2, 0.5))
def test_the_best_share_is_the_elasticity_however_full_the_use(elasticity, use, technology):
    case = {"use": use, "technology": technology, "elasticity": elasticity}
    found = minimize_scalar(
        lambda share: -growth(share, **case),
        bounds=(0.0, 0.6),
        method="bounded",
        options={"xatol": 1e-8},
    )
    assert found.x == pytest.approx(elasticity, abs=1e-3)
    assert growth(elasticity, **case) >= growth(found.x, **case) - 1e-12


def test_nothing_given_leaves_only_impatience():
    assert growth(0.0) == pytest.approx(-0.01)
    assert (growth(0.2, use=0.5) + 0.01) / (growth(0.2) + 0.01) == pytest.approx(0.840896, abs=1e-6)


def test_two_thresholds_of_a_network():
    assert critical_mass(network_price=0.16) == pytest.approx(0.2)
    assert users_of_grown_network(network_price=0.16) == pytest.approx(0.8)
    assert critical_mass(network_price=0.25) == users_of_grown_network(network_price=0.25) == 0.5
    assert critical_mass(network_price=0.0) == 0
    with pytest.raises(ValueError, match=r"network_price = 0\.26 is outside \[0, 0\.25\]"):
        critical_mass(network_price=0.26)


@given(PRICES, st.floats(0.05, 1), st.floats(0.01, 0.99))
def test_users_move_away_from_critical_mass(price, speed, share):
    threshold, grown = (
        critical_mass(network_price=price),
        users_of_grown_network(network_price=price),
    )
    for rest in (threshold, grown):
        stays = next_users(network_users=rest, network_price=price, joining_speed=speed)
        assert stays == pytest.approx(rest)
    below = threshold * share
    assert next_users(network_users=below, network_price=price, joining_speed=speed) < below
    between = threshold + (grown - threshold) * share
    after = next_users(network_users=between, network_price=price, joining_speed=speed)
    assert between <= after * (1 + 1e-12)
    assert after <= grown * (1 + 1e-12)


@given(st.lists(st.tuples(st.floats(0.1, 10), st.floats(0.1, 10)), min_size=1, max_size=5))
def test_what_is_used_is_what_is_served(regions):
    demand, capacity = map(list, zip(*regions, strict=True))
    case = {"regional_demand": demand, "regional_capacity": capacity}
    used = use_by_region(**case)
    assert max(used) <= 1
    served = sum(part * there for part, there in zip(used, capacity, strict=True))
    assert part_of_demand_served(**case) == pytest.approx(served / sum(demand))


def test_capacity_where_demand_is_serves_more():
    demand = [0.9, 0.3]
    even, fitting = ([0.6, 0.6], [0.9, 0.3])
    served = [
        part_of_demand_served(regional_demand=demand, regional_capacity=one)
        for one in (even, fitting)
    ]
    assert served == pytest.approx([0.75, 1.0])
