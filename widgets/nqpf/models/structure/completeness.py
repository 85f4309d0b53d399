r"""Counting industries, and sets that must be complete (chapters 1 and 12).

What two labels say together; what a coarse ruler hides; and how likely it is that nothing is
missing of what a product needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import NamedTuple

from nqpf.algebra import Scalar, maximum, minimum, model, power, product


class Bounds(NamedTuple):
    """The least and the most that is possible."""

    least: Scalar
    most: Scalar


@model(symbol=(r"N_{AB}^{\min}", r"N_{AB}^{\max}"), unit="industries")
def overlap_bounds(*, items: Scalar, first_count: Scalar, second_count: Scalar) -> Bounds:
    r"""Return the least and the most industries that can carry both of two labels.

    Parameters: scalars or arrays of one shape; ``items`` graded in all, at least 26, and the two
    counts, at most 26. Returns two counts. Raises ``ValueError`` out of range. Source: derived
    here by counting (the bounds of Fréchet); the two labels are those of :cite:t:`huang2024`.

    >>> overlap_bounds(items=26., first_count=11., second_count=16.)
    Bounds(least=1.0, most=11.0)
    """
    return Bounds(
        least=maximum(0.0, first_count + second_count - items),
        most=minimum(first_count, second_count),
    )


@model(symbol=r"N_{AB}^{\perp}", unit="industries")
def overlap_if_independent(*, items: Scalar, first_count: Scalar, second_count: Scalar) -> Scalar:
    r"""Return how many industries would carry both labels if neither said anything of the other.

    Parameters: as for :func:`overlap_bounds`. Returns a count, whole or not. Raises ``ValueError``
    out of range. Source: derived here from the definition of independence.

    >>> round(overlap_if_independent(items=26., first_count=11., second_count=16.), 2)
    6.77
    """
    return first_count * second_count / items


@model(symbol="P_{AB}", unit="fraction")
def chance_of_overlap(*, population: int, marked: int, drawn: int, at_least: int) -> float:
    r"""Return the chance that at least so many tiles carry both marks, if marks fall at random.

    Parameters: four whole numbers, ``population`` at least 26, the others at most 26. Returns a
    fraction. Raises ``ValueError`` out of range. Source: the hypergeometric distribution, derived
    here by counting.

    >>> chance_of_overlap(population=26, marked=1, drawn=13, at_least=1)
    0.5
    """
    favourable = sum(
        comb(marked, both) * comb(population - marked, drawn - both)
        for both in range(at_least, min(marked, drawn) + 1)
    )
    return favourable / comb(population, drawn)


@model(symbol="p_C", unit="fraction")
def coverage_of_class(*, presence: Scalar, fine_per_coarse: Scalar) -> Scalar:
    r"""Return the chance that a coarse class counts as present: one fine category is enough.

    Parameters: scalars or arrays of one shape; ``presence`` from 0.5 to 1, ``fine_per_coarse`` from
    1 to 20. Returns a fraction. Raises ``ValueError`` out of range. Source: derived here, with
    fine categories present independently of one another.

    >>> round(coverage_of_class(presence=.8, fine_per_coarse=2.), 6)
    0.96
    """
    return 1 - power(1 - presence, fine_per_coarse)


@model(symbol="P_C", unit="fraction")
def chance_of_full_coverage(
    *, presence: Scalar, fine_per_coarse: Scalar, coarse_classes: Scalar
) -> Scalar:
    r"""Return the chance that every coarse class counts as present.

    Parameters: as for :func:`coverage_of_class`, with ``coarse_classes`` from 1 to 700. Returns a
    fraction. Raises ``ValueError`` out of range. Source: derived here, as
    :func:`coverage_of_class`.

    >>> round(chance_of_full_coverage(presence=.5, fine_per_coarse=1., coarse_classes=2.), 6)
    0.25
    """
    covered = coverage_of_class(presence=presence, fine_per_coarse=fine_per_coarse)
    return power(covered, coarse_classes)


@model(symbol="p_D", unit="fraction")
def chance_of_every_class(*, presence: Scalar, classes_in_each: Sequence[Scalar]) -> Scalar:
    r"""Return the chance that every broad class counts as present, each with its own number.

    A class with few fine categories is the one that goes missing first. Parameters: ``presence``
    from 0.5 to 1; ``classes_in_each``, fine categories of each class, at least 1. Returns a
    fraction. Raises ``ValueError`` out of range or for an empty list. Source: derived here, the
    product of :func:`coverage_of_class`.

    >>> round(chance_of_every_class(presence=.8, classes_in_each=[1., 2.]), 6)
    0.768
    """
    return product(1 - power(1 - presence, count) for count in classes_in_each)


@model(symbol="P_K", unit="fraction")
def chance_of_complete_set(*, capability_chance: Scalar, capabilities_needed: Scalar) -> Scalar:
    r"""Return the chance that nothing is missing of what a product needs.

    Parameters: scalars or arrays of one shape; ``capability_chance`` from 0 to 1,
    ``capabilities_needed`` a number from 0 to 60. Returns a fraction. Raises ``ValueError`` out of
    range. Source: :cite:t:`kremer1993`, tasks that must all succeed.

    >>> round(chance_of_complete_set(capability_chance=.9, capabilities_needed=7.), 6)
    0.478297
    """
    return power(capability_chance, capabilities_needed)


@model(symbol="P_M", unit="fraction")
def share_of_products_made(
    *, capability_chance: Scalar, need_chance: Scalar, capabilities: Scalar
) -> Scalar:
    r"""Return the share of all products that a country makes which holds so many capabilities.

    Each product needs each capability with one chance, each is held with another, and a product is
    made when nothing that it needs is missing. Parameters: scalars or arrays of one shape, two
    fractions and ``capabilities`` from 1 to 60. Returns a fraction. Raises ``ValueError`` out of
    range. Source: :cite:t:`hausmann2011`, the binomial model.

    >>> round(share_of_products_made(capability_chance=.5, need_chance=.5, capabilities=2.), 6)
    0.5625
    """
    return power(1 - need_chance * (1 - capability_chance), capabilities)
