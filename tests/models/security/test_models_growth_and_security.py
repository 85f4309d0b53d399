"""Chains that stop, a budget over five parts, growth against security: by hand and by search."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.security.chain_stop import days_stopped, days_without_supply
from nqpf.models.security.growth_and_security import (
    growth_price_of_security,
    growth_with_home_part,
    home_part_of_most_growth,
    kept_in_worst_crisis,
    safest_home_part,
)
from nqpf.models.security.least_cost import cheapest_spending, loss_left
from scipy.optimize import minimize, minimize_scalar

PARTS = st.integers(1, 5).flatmap(
    lambda count: st.tuples(
        st.lists(st.floats(0.5, 20), min_size=count, max_size=count),
        st.lists(st.floats(0.5, 10), min_size=count, max_size=count),
    )
)
DANGERS = st.fixed_dictionaries(
    {
        "home_drag": st.floats(0.002, 0.05),
        "blockade_chance": st.floats(0.01, 0.2),
        "blockade_setback": st.floats(0.05, 0.5),
        "home_failure_chance": st.floats(0.0, 0.2),
        "home_setback": st.floats(0.0, 0.5),
    }
)


def test_sixty_days_and_three_stocks_cost_thirty():
    stocks = 10.0 + 15.0 + 5.0
    assert days_stopped(outage_days=60.0, detour_days=365.0, stock_on_the_way=stocks) == 30
    assert days_stopped(outage_days=60.0, detour_days=40.0, stock_on_the_way=stocks) == 10
    assert days_stopped(outage_days=25.0, detour_days=40.0, stock_on_the_way=stocks) == 0


@given(st.floats(0, 365), st.floats(0, 365), st.floats(0, 180), st.floats(0, 180))
def test_stock_anywhere_on_the_way_serves_the_last_firm_alike(outage, detour, one, other):
    case = {"outage_days": outage, "detour_days": detour}
    last = days_stopped(**case, stock_on_the_way=one + other)
    assert last <= min(days_stopped(**case, stock_on_the_way=part) for part in (one, other))
    assert last + one + other >= days_without_supply(**case) - 1e-9


@given(PARTS, st.floats(0, 60))
def test_a_budget_is_spent_whole_and_the_last_day_saves_alike(parts, budget):
    losses, reaches = parts
    spent = cheapest_spending(budget, losses, reaches)
    assert sum(spent) == pytest.approx(budget, abs=1e-9)
    assert min(spent) >= 0
    left = loss_left(
        danger_loss=losses, protection_reach=reaches, protection_spending=[*map(float, spent)]
    )
    saved = [one / reach for one, reach in zip(left, reaches, strict=True)]
    served = [one for one, paid in zip(saved, spent, strict=True) if paid > 1e-9]
    if served:
        assert max(served) == pytest.approx(min(served), rel=1e-6)
        assert max(saved) == pytest.approx(max(served), rel=1e-6)


def test_a_search_finds_no_cheaper_way():
    losses, reaches, budget = [4.0, 9.0, 3.0, 4.0, 12.0], [0.6, 3.5, 0.5, 1.2, 8.0], 10.0
    own = sum(
        loss * np.exp(-paid / reach)
        for loss, reach, paid in zip(
            losses, reaches, cheapest_spending(budget, losses, reaches), strict=True
        )
    )
    found = minimize(
        lambda x: sum(np.array(losses) * np.exp(-x / np.array(reaches))),
        np.full(5, budget / 5),
        bounds=[(0, budget)] * 5,
        constraints={"type": "eq", "fun": lambda x: x.sum() - budget},
        tol=1e-12,
    )
    assert own == pytest.approx(found.fun, abs=1e-5)


@given(DANGERS)
def test_growth_is_highest_where_the_formula_says(dangers):
    best = home_part_of_most_growth(**dangers)
    found = minimize_scalar(
        lambda part: -growth_with_home_part(calm_growth=0.05, home_part=part, **dangers),
        bounds=(0, 1),
        method="bounded",
        options={"xatol": 1e-9},
    )
    assert best == pytest.approx(found.x, abs=1e-5)


@given(st.floats(0.05, 0.5), st.floats(0.0, 0.5), st.floats(0, 1))
def test_nothing_is_safer_than_where_both_crises_take_as_much(abroad, at_home, part):
    case = {"blockade_setback": abroad, "home_setback": at_home}
    safest = safest_home_part(**case)
    here, best = (kept_in_worst_crisis(home_part=x, **case) for x in (part, safest))
    assert here <= best + 1e-12
    assert abroad * (1 - safest) ** 2 == pytest.approx(at_home * safest**2, abs=1e-12)


@given(DANGERS, st.floats(0.01, 0.9))
def test_the_price_of_security_is_the_slope_of_the_road(dangers, part):
    setbacks = {name: dangers[name] for name in ("blockade_setback", "home_setback")}
    assume(abs(part - safest_home_part(**setbacks)) > 1e-4)
    step = 1e-5
    growth = [
        growth_with_home_part(calm_growth=0.05, home_part=x, **dangers)
        for x in (part - step, part + step)
    ]
    kept = [kept_in_worst_crisis(home_part=x, **setbacks) for x in (part - step, part + step)]
    slope = -(growth[1] - growth[0]) / (kept[1] - kept[0])
    assert growth_price_of_security(home_part=part, **dangers) == pytest.approx(slope, abs=1e-6)


def test_the_ends_of_the_road():
    calm = {"home_drag": 0.02, "blockade_setback": 0.25}
    none = {"home_failure_chance": 0.0, "home_setback": 0.0}
    assert home_part_of_most_growth(blockade_chance=0.0, **calm, **none) == 0
    assert safest_home_part(blockade_setback=0.25, home_setback=0.0) == 1
    assert safest_home_part(blockade_setback=0.25, home_setback=0.25) == 0.5


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="home_part"):
        kept_in_worst_crisis(home_part=1.1, blockade_setback=0.2, home_setback=0.1)
    with pytest.raises(ValueError, match="stock_on_the_way"):
        days_stopped(outage_days=1.0, detour_days=1.0, stock_on_the_way=-1.0)
