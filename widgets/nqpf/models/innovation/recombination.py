r"""Recombination: new ideas from pairs of old ones, and what joining two fields does (chapter 6).

A pair can be tried once. While ideas are few, untried pairs run short; once there are enough, they
abound, and growth is as fast as people can try them. Joining two fields opens the pairs between.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, minimum, model


@model(symbol="M_I", unit="pairs")
def pairs_of_ideas(*, ideas: Scalar, connection: Scalar) -> Scalar:
    r"""Return how many pairs of ideas there are within two fields and, as far as joined, between.

    Parameters: scalars or arrays of one shape; ``ideas`` from 4 to 100, half in each field,
    ``connection`` a fraction. Returns pairs. Raises ``ValueError`` out of range.
    Source: pairs as in :cite:t:`weitzman1998`, two fields derived here.

    >>> pairs_of_ideas(ideas=12., connection=0.), pairs_of_ideas(ideas=12., connection=1.)
    (30.0, 66.0)
    """
    return _pairs(ideas, connection)


@model(symbol="N_I^{*}", unit="ideas")
def critical_ideas(*, success_chance: Scalar, connection: Scalar) -> Scalar:
    r"""Return the number of ideas from which a new one opens enough pairs for yet another.

    Parameters: scalars or arrays of one shape; a probability and a fraction. Returns ideas. Raises
    ``ValueError`` out of range. Source: derived here from :cite:t:`weitzman1998`, by setting the
    pairs that one more idea opens, times their chance, to one.

    >>> round(critical_ideas(success_chance=.1, connection=1.), 6)
    10.5
    """
    return (2 / success_chance + 1) / (1 + connection)


@model(symbol="N_{I,t}", unit="ideas")
def ideas_path(
    *,
    ideas: Scalar,
    connection: Scalar,
    success_chance: Scalar,
    tries_per_idea: Scalar,
    years: int,
) -> tuple[Scalar, ...]:
    r"""Return the number of ideas year by year, each pair tried once and as soon as there is time.

    Parameters: scalars or arrays of one shape; ``ideas`` at the start, a fraction, a probability
    and tries a year for each idea; ``years`` a whole number up to 60. Returns ``years + 1``
    numbers that never fall. Raises ``ValueError`` out of range. Source: the idea of
    :cite:t:`weitzman1998`, as a recursion derived here.

    >>> [round(n, 4) for n in ideas_path(ideas=12., connection=1., success_chance=.1,
    ...                                  tries_per_idea=.5, years=2)]
    [12.0, 12.6, 13.23]
    """
    path, untried = [ideas], _pairs(ideas, connection)
    for year in range(years):
        now = path[-1]
        tried = let(f"tried_{year + 1}", minimum(untried, tries_per_idea * now))
        after = let(f"ideas_{year + 1}", now + success_chance * tried)
        opened = _pairs(after, connection) - _pairs(now, connection)
        untried = let(f"untried_{year + 1}", untried - tried + opened)
        path.append(after)
    return tuple(path)


def _pairs(ideas: Scalar, connection: Scalar) -> Scalar:
    return ideas**2 * (1 + connection) / 4 - ideas / 2
