"""Platform and pipeline: Rohlfs as a special case, both thresholds by search, and what pays."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.data.platforms import (
    critical_members,
    members_of_grown_platform,
    next_members,
    pipeline_profit,
    platform_profit,
)
from nqpf.models.security.infrastructure import critical_mass, next_users, users_of_grown_network
from scipy.optimize import minimize_scalar

PRICES = st.floats(0.001, 0.249)


def after(buyers, sellers, buyer_price, seller_price, speed=0.3):
    return next_members(
        buyers=buyers,
        sellers=sellers,
        buyer_price=buyer_price,
        seller_price=seller_price,
        joining_speed=speed,
    )


def end(start, buyer_price, seller_price, periods=400):
    members = (start, start)
    for _period in range(periods):
        members = after(*members, buyer_price, seller_price)
    return members


@given(PRICES, st.floats(0, 1))
def test_two_like_sides_are_one_network(price, users):
    case = {"buyer_price": price, "seller_price": price}
    assert critical_members(**case) == pytest.approx([critical_mass(network_price=price)] * 2)
    grown = users_of_grown_network(network_price=price)
    assert members_of_grown_platform(**case) == pytest.approx([grown] * 2)
    one = next_users(network_users=users, network_price=price, joining_speed=0.3)
    assert after(users, users, price, price) == pytest.approx((one, one))


@given(PRICES, PRICES)
def test_at_both_levels_nobody_comes_or_goes(buyer_price, seller_price):
    case = {"buyer_price": buyer_price, "seller_price": seller_price}
    for members in (critical_members(**case), members_of_grown_platform(**case)):
        assert after(*members, buyer_price, seller_price) == pytest.approx(members, abs=1e-7)


@given(st.floats(0.01, 0.2), st.floats(0.01, 0.2), st.floats(0.1, 0.9))
def test_below_on_both_sides_it_is_lost_and_above_on_both_it_grows(one, other, part):
    case = {"buyer_price": one, "seller_price": other}
    low, high = critical_members(**case), members_of_grown_platform(**case)
    less = after(*(part * level for level in low), one, other)
    assert all(now < part * level for now, level in zip(less, low, strict=True))
    between = [level + part * (top - level) for level, top in zip(low, high, strict=True)]
    more = after(*between, one, other)
    assert all(now > before for now, before in zip(more, between, strict=True))


def test_one_side_free_and_there_is_no_threshold():
    assert critical_members(buyer_price=0.16, seller_price=0.0).buyers == pytest.approx(0)
    assert end(0.15, 0.16, 0.16) == pytest.approx((0, 0), abs=1e-9)
    assert end(0.15, 0.16, 0.0) == pytest.approx((0.84, 1))
    assert end(0.15, 0.0, 0.16) == pytest.approx((1, 0.84))


def earned(price, *, seller_price=None, worth=1.0, cost=0.0):
    asked = price if seller_price is None else seller_price
    members = members_of_grown_platform(buyer_price=price, seller_price=asked)
    return platform_profit(
        buyers=members.buyers,
        sellers=members.sellers,
        buyer_price=price,
        seller_price=asked,
        seller_worth=worth,
        member_cost=cost,
    )


def test_what_a_platform_can_earn_at_most():
    found = minimize_scalar(lambda price: -earned(price), bounds=(0, 0.25), method="bounded")
    assert found.x == pytest.approx(2 / 9, abs=1e-4)
    assert -found.fun == pytest.approx(8 / 27)
    assert critical_members(buyer_price=2 / 9, seller_price=2 / 9) == pytest.approx([1 / 3] * 2)
    # With sellers in free it starts from anywhere, and earns less than from both sides.
    assert earned(0.25, seller_price=0.0) == pytest.approx(0.25 * 0.75)
    # Sellers to whom it is worth twice as much, or members who cost something, change the sum.
    assert earned(0.16, worth=2.0) == pytest.approx(1.5 * earned(0.16))
    assert earned(0.16) - earned(0.16, cost=0.1) == pytest.approx(0.1 * 2 * 0.8)


def test_a_pipeline_earns_most_at_half_the_room_for_a_margin():
    best = minimize_scalar(
        lambda margin: -pipeline_profit(pipeline_cost=0.2, pipeline_margin=margin),
        bounds=(0, 0.9),
        method="bounded",
    )
    assert best.x == pytest.approx(0.4, abs=1e-4)
    assert -best.fun == pytest.approx(0.16)
    assert pipeline_profit(pipeline_cost=0.6, pipeline_margin=0.5) == 0


def test_either_can_earn_more():
    pipeline = pipeline_profit(pipeline_cost=0.2, pipeline_margin=0.3)
    assert earned(0.16, cost=0.02) > pipeline > earned(0.16, seller_price=0.0, cost=0.02)
    lost = dict(zip(("buyers", "sellers"), end(0.15, 0.16, 0.16), strict=True))
    prices = {"buyer_price": 0.16, "seller_price": 0.16, "seller_worth": 1.0, "member_cost": 0.02}
    assert math.isclose(platform_profit(**lost, **prices), 0, abs_tol=1e-9)


def test_prices_at_which_no_platform_stays_are_refused():
    with pytest.raises(ValueError, match=r"buyer_price = 0\.3 is outside \[0, 0\.25\]"):
        critical_members(buyer_price=0.3, seller_price=0.1)
