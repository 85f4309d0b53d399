"""Routes and production space: a known network, SciPy's flows, the theorem, and who loses."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nqpf.models.security.production_space import (
    break_even_closure,
    gain_from_large_plants,
    production_by_region,
)
from nqpf.models.security.routes import maximum_flow, shared_supply, supply_flow
from scipy.optimize import linprog
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow as scipy_flow

NODES = st.integers(2, 7)


@st.composite
def networks(draw):
    """Draw a square table of whole capacities, about half of them 0."""
    size = draw(NODES)
    entry = st.one_of(st.just(0), st.integers(0, 20))
    row = st.lists(entry, min_size=size, max_size=size)
    table = draw(st.lists(row, min_size=size, max_size=size))
    return [[0 if i == j else table[i][j] for j in range(size)] for i in range(size)]


def crossing(table, reached):
    """Return what the routes carry at most from the nodes that are reached to the others."""
    return sum(
        most
        for row, inside in zip(table, reached, strict=True)
        for most, other in zip(row, reached, strict=True)
        if inside and not other
    )


def test_a_network_worked_by_hand():
    table = [[0, 10, 5, 0], [0, 0, 4, 6], [0, 0, 0, 8], [0, 0, 0, 0]]
    flow = maximum_flow(table, source=0, sink=3)
    assert flow.value == 14  # 6 by the first, 8 by the second, of which 3 or 4 came across
    assert flow.reached == (True, True, True, False)
    narrow = [[0, 3, 0], [0, 0, 2], [0, 0, 0]]
    assert maximum_flow(narrow, source=0, sink=2).reached == (True, True, False)


@given(networks())
def test_the_flow_is_scipys_and_the_narrowest_cut_carries_it(table):
    sink = len(table) - 1
    flow = maximum_flow(table, source=0, sink=sink)
    theirs = scipy_flow(csr_array(np.array(table, dtype=np.int32)), 0, sink)
    assert flow.value == theirs.flow_value
    assert flow.reached[0]
    assert not flow.reached[sink]
    assert crossing(table, flow.reached) == flow.value
    carried = np.array(flow.carried)
    assert (carried <= np.array(table)).all()
    through = carried.sum(axis=0) - carried.sum(axis=1)
    assert list(through[1:-1]) == [0] * (len(table) - 2)


def test_what_is_no_network_is_refused():
    with pytest.raises(ValueError, match="source 0 and sink 0 are not two of 2 nodes"):
        maximum_flow([[0, 1], [1, 0]], source=0, sink=0)
    with pytest.raises(ValueError, match="source 0 and sink 2 are not two of 2 nodes"):
        maximum_flow([[0, 1], [1, 0]], source=0, sink=2)
    with pytest.raises(ValueError, match="below 0"):
        maximum_flow([[0, -1], [1, 0]], source=0, sink=1)
    with pytest.raises(ValueError, match="wanted has 1 values for 2 regions"):
        supply_flow([[0, 1], [1, 0]], production=[1, 1], wanted=[1])
    with pytest.raises(ValueError, match=r"demand\[1\] is 0"):
        shared_supply([[0, 1], [1, 0]], production=[1, 1], demand=[1, 0])


AMOUNTS = st.integers(1, 9)


@st.composite
def regions(draw):
    """Draw routes, what regions make and what they need."""
    table = draw(networks())
    size = len(table)
    return [table, *(draw(st.lists(AMOUNTS, min_size=size, max_size=size)) for _ in range(2))]


def largest_even_part(routes, production, demand):
    """Return by linear programming which part of its need every region can have at once."""
    size = len(routes)
    ways = [(i, j) for i in range(size) for j in range(size) if routes[i][j]]
    # One flow a route, and the part: at each region out - in + part * need is at most production.
    balance = np.zeros((size, len(ways) + 1))
    for place, (start, end) in enumerate(ways):
        balance[start, place] += 1
        balance[end, place] -= 1
    balance[:, -1] = demand
    bounds = [(0, routes[i][j]) for i, j in ways] + [(0, 1)]
    found = linprog([0] * len(ways) + [-1], A_ub=balance, b_ub=production, bounds=bounds)
    return found.x[-1]


@given(regions())
def test_shortage_is_shared_as_evenly_as_can_be_and_nothing_is_held_back(case):
    routes, production, demand = case
    given_out = shared_supply(routes, production=production, demand=demand)
    parts = [got / need for got, need in zip(given_out, demand, strict=True)]
    assert max(parts) <= 1 + 1e-9
    assert min(parts) == pytest.approx(largest_even_part(routes, production, demand), abs=1e-7)
    most = supply_flow(routes, production=production, wanted=demand).value
    assert math.fsum(given_out) == pytest.approx(most)
    arrives = supply_flow(routes, production=production, wanted=given_out).value
    assert arrives == pytest.approx(math.fsum(given_out))


def test_only_those_beyond_the_cut_lose():
    routes = [[0, 5, 0, 0], [0, 0, 1, 0], [0, 0, 0, 9], [0, 0, 0, 0]]
    found = shared_supply(routes, production=[20, 0, 0, 0], demand=[6, 4, 1, 3])
    assert found == pytest.approx([6, 4, 0.25, 0.75])


NEEDS = st.lists(st.floats(0.1, 9), min_size=2, max_size=6)


@given(NEEDS, st.floats(0, 0.95))
def test_as_much_is_made_as_is_needed_and_large_plants_make_more(needs, concentration):
    made = production_by_region(region_needs=needs, concentration=concentration)
    assert math.fsum(made) == pytest.approx(math.fsum(needs))
    home = production_by_region(region_needs=needs, concentration=0.0)
    assert list(home) == needs
    case = {"region_needs": [max(needs), *needs], "concentration": concentration}
    assert gain_from_large_plants(**case, scale_elasticity=0.1) >= -1e-12
    assert gain_from_large_plants(**case, scale_elasticity=0.0) == pytest.approx(0, abs=1e-12)


def test_who_makes_all_it_needs_loses_nothing_by_a_cut():
    needs = [6.0, 3.0, 4.0]
    apart = [[0.0] * 3] * 3
    home = production_by_region(region_needs=needs, concentration=0.0)
    assert shared_supply(apart, production=home, demand=needs) == needs
    away = production_by_region(region_needs=needs, concentration=0.8)
    assert shared_supply(apart, production=away, demand=needs) == pytest.approx([6, 0.6, 0.8])


@given(st.floats(0.001, 2), st.floats(0, 1))
def test_at_the_break_even_closure_both_years_yield_the_same(gain, loss):
    part = break_even_closure(scale_gain=gain, closure_loss=loss)
    year = (1 + gain) * (1 - part * loss)
    assert year == pytest.approx(1) if part < 1 else year >= 1 - 1e-12
