"""What levers add under three rules: worked figures, identities, and what is refused."""

import math
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nqpf.models.scenario import scenario_years
from nqpf.models.scenario.contributions import contributions_of_levers

FORWARD = {"openness": 1.5, "research_effort": 2.0, "log_variance": 0.0, "saving_end": 0.45}


def end(levers):
    return scenario_years(levers)[-1].output


def test_the_average_is_the_mean_over_all_orders():
    found = contributions_of_levers(FORWARD, ruler="level")
    sums = dict.fromkeys(FORWARD, 0.0)
    orders = list(permutations(FORWARD))
    for order in orders:
        moved = {}
        for name in order:
            before = end(moved)
            moved[name] = FORWARD[name]
            sums[name] += (end(moved) - before) / len(orders)
    assert found.average == pytest.approx(list(sums.values()), abs=1e-12)


def test_in_levels_a_fifth_belongs_to_no_lever_and_in_growth_hardly_anything():
    level = contributions_of_levers(FORWARD, ruler="level")
    growth = contributions_of_levers(FORWARD, ruler="growth")
    assert round(level.together, 4) == 1.5932
    assert round(level.interplay / level.together, 3) == 0.202
    assert round(growth.interplay / growth.together, 3) == 0.019
    assert growth.together == pytest.approx(math.log(end(FORWARD) / end({})) / 25)


def test_interplay_shrinks_with_the_square_of_the_step():
    def step(size):
        start = {"openness": 1.0, "research_effort": 1.0, "log_variance": 0.1, "saving_end": 0.3}
        moved = {n: at + size * (FORWARD[n] - at) for n, at in start.items()}
        return contributions_of_levers(moved, ruler="level")

    small, large = step(0.05), step(0.1)
    assert large.together / small.together == pytest.approx(2, rel=0.05)
    assert large.interplay / small.interplay == pytest.approx(4, rel=0.1)


moves = st.fixed_dictionaries(
    {
        "openness": st.floats(0.3, 1.5),
        "research_effort": st.floats(0.5, 2.0),
        "saving_end": st.floats(0.2, 0.45),
    }
)


@settings(max_examples=20, deadline=None)
@given(moves, st.sampled_from(["growth", "level"]))
def test_averages_sum_to_the_whole_and_a_lever_alone_has_no_order(moved, ruler):
    found = contributions_of_levers(moved, ruler=ruler)
    assert math.fsum(found.average) == pytest.approx(found.together, abs=1e-12)
    assert found.interplay == pytest.approx(found.together - math.fsum(found.first), abs=1e-12)
    one = contributions_of_levers({"openness": moved["openness"]}, ruler=ruler)
    assert one.first == one.last == pytest.approx(one.average)
    assert one.interplay == 0


def test_two_levers_share_their_interplay_in_halves():
    found = contributions_of_levers({"openness": 0.5, "research_effort": 1.5}, ruler="level")
    for first, last, average in zip(found.first, found.last, found.average, strict=True):
        assert average == pytest.approx((first + last) / 2)
        assert last - first == pytest.approx(found.interplay)


def test_what_cannot_be_shared_out_is_refused():
    with pytest.raises(ValueError, match="'size' is neither 'growth' nor 'level'"):
        contributions_of_levers(FORWARD, ruler="size")
    with pytest.raises(ValueError, match="0 levers: move 1 to 8 of capital_share"):
        contributions_of_levers({})
    with pytest.raises(ValueError, match=r"\['luck'\] are no levers"):
        contributions_of_levers({"luck": 1.0})
