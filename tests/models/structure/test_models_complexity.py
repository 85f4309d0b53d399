"""Complexity: four countries by hand, the eigenvector, published ranks, and sets without a gap."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf import data
from nqpf.models.structure.completeness import (
    chance_of_complete_set,
    chance_of_every_class,
    coverage_of_class,
    share_of_products_made,
)
from nqpf.models.structure.complexity import (
    advantage,
    complexity_index,
    density,
    diversity,
    nearest_steps,
    products_held,
    products_lost,
    proximity,
    reflections,
    ubiquity,
)

NESTED = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]]
MARKS = st.integers(2, 6).flatmap(
    lambda wide: st.lists(
        st.lists(st.integers(0, 1), min_size=wide, max_size=wide), min_size=3, max_size=8
    )
)


def exports():
    """Return the places that exported 3 billion dollars or more, and what they exported."""
    rows = data.rows("exports_by_section")
    sections = [name for name in rows[0] if name not in ("place", "source_id")]
    table = {row["place"]: [row[name] or 0.0 for name in sections] for row in rows}
    shares = dict(zip(table, advantage(list(table.values())), strict=True))
    large = [place for place, values in table.items() if sum(values) >= 3000]
    return large, products_held([shares[place] for place in large])


def filled(held):
    return all(map(any, held)) and all(map(any, zip(*held, strict=True)))


def test_four_nested_countries_by_hand():
    assert diversity(NESTED) == [4, 3, 2, 1]
    assert ubiquity(NESTED) == [4, 3, 2, 1]
    assert [round(value, 6) for value in complexity_index(NESTED)] == [
        1.341641,
        0.447214,
        -0.447214,
        -1.341641,
    ]
    near = proximity(NESTED)
    assert (near[0][1], near[2][3]) == (0.75, 0.5)


def test_the_index_is_the_second_eigenvector():
    places, held = exports()
    marks = np.array(held, float)
    by_country, by_product = marks.sum(1), marks.sum(0)
    step = (marks / by_country[:, None]) @ (marks / by_product).T
    values, vectors = np.linalg.eig(step)
    second = vectors[:, np.argsort(-values.real)[1]].real
    second = (second - second.mean()) / second.std()
    found = np.array(complexity_index(held))
    assert len(places) == 161
    assert min(abs(found - second).max(), abs(found + second).max()) < 1e-8


def test_reflections_go_where_the_index_lies():
    _, held = exports()
    late, index = reflections(held, rounds=30), complexity_index(held)
    assert abs(np.corrcoef(late, index)[0, 1]) == pytest.approx(1, abs=1e-3)


def test_diverse_countries_have_rarer_products():
    """The sign that :cite:t:`hausmann2011` report, in other years and broader classes."""
    _, held = exports()
    link = np.corrcoef(diversity(held), reflections(held, rounds=1))[0, 1]
    assert link == pytest.approx(-0.454, abs=5e-4)


def test_ranks_against_those_of_the_atlas():
    places, held = exports()
    index = dict(zip(places, complexity_index(held), strict=True))
    order = sorted(index, key=index.get, reverse=True)
    assert [order.index(place) + 1 for place in ("Japan", "China", "Switzerland")] == [1, 13, 25]


def test_advantage_weighted_by_size_is_one():
    table = [[5.0, 1.0, 2.0], [1.0, 8.0, 3.0]]
    total = sum(map(sum, table))
    for place in range(3):
        mean = sum(advantage(table)[c][place] * sum(table[c]) / total for c in range(2))
        assert mean == pytest.approx(1)


@given(MARKS)
def test_proximity_is_symmetric_and_a_fraction(held):
    assume(filled(held))
    near = proximity(held)
    for one, row in enumerate(near):
        assert row[one] == 1
        for other, value in enumerate(row):
            assert value == near[other][one]
            assert 0 <= value <= 1


@given(MARKS, st.integers(0, 4))
def test_steps_add_what_is_lacking_once_each(held, steps):
    assume(filled(held))
    near = proximity(held)
    assume(all(sum(row) > 1 for row in near))
    added = nearest_steps(held[0], near, steps=steps)
    assert len(added) == min(steps, held[0].count(0)) == len(set(added))
    assert not any(held[0][place] for place in added)
    assert all(0 <= value <= 1 for value in density(held[0], near))


def test_the_table_of_products_without_one_need():
    needs = [[1, 1, 0], [0, 1, 1], [1, 0, 0]]
    assert [products_lost(needs, missing=column) for column in range(3)] == [
        [1, 0, 1],
        [1, 1, 0],
        [0, 1, 0],
    ]


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 20))
def test_the_share_made_is_a_mean_over_numbers_of_needs(held, need, capabilities):
    """By hand: sum over how many are needed, each set complete with its own chance."""
    from math import comb

    by_hand = sum(
        comb(capabilities, n) * need**n * (1 - need) ** (capabilities - n) * held**n
        for n in range(capabilities + 1)
    )
    found = share_of_products_made(
        capability_chance=held, need_chance=need, capabilities=float(capabilities)
    )
    assert found == pytest.approx(by_hand, abs=1e-12)


def test_published_values_of_the_capability_model():
    made = [
        666 * share_of_products_made(capability_chance=r, need_chance=0.3, capabilities=20.0)
        for r in (0.5, 0.9, 0.95, 0.99, 1.0)
    ]
    assert [round(value, 2) for value in made] == [25.81, 362.17, 492.26, 627.16, 666.0]


@given(st.floats(0.5, 1), st.integers(1, 6))
def test_equal_classes_are_the_power_of_one(presence, classes):
    one = coverage_of_class(presence=presence, fine_per_coarse=3.0)
    every = chance_of_every_class(presence=presence, classes_in_each=[3.0] * classes)
    assert every == pytest.approx(one**classes)


def test_one_more_need_never_helps():
    chances = [
        chance_of_complete_set(capability_chance=0.95, capabilities_needed=float(n))
        for n in (1, 14, 60)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 0.95


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: advantage([[1, 0], [1, 0]]), "empty row or column"),
        (lambda: products_held([[1.0]], cut=0.0), "not above 0"),
        (lambda: diversity([[1, 2]]), "neither 0 nor 1"),
        (lambda: reflections([[1, 0], [1, 1]], rounds=-1), "below 0"),
        (lambda: complexity_index([[1, 0], [1, 0]]), "empty row or column"),
        (lambda: complexity_index([[1, 1], [1, 1]]), "does not tell the countries apart"),
        (lambda: density([1, 0], [[1.0]]), "1 values for 2 products"),
        (lambda: products_lost([[1, 0]], missing=2), "is no column"),
    ],
)
def test_what_is_no_table_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
