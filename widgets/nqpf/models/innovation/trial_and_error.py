r"""Trial and error: what tolerance of failure does to a manager's choice (chapter 10).

A manager can go the known way, try a new one, or take it easy, in two periods. After a failure the
manager stays with some chance: the tolerance. Tolerance makes trying bearable; it makes ease
bearable too.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from nqpf.algebra import Refusal, Scalar, let, maximum, minimum, model, where

# A weight of the later period above 1 never occurs; larger ones are told by this number.
_NEVER = 10.0


class Belief(NamedTuple):
    """The chance of success of the new way: before trying it, after a success, after a failure."""

    before: Scalar
    after_success: Scalar
    after_failure: Scalar


@model(symbol=("q_N", "q_N^{+}", "q_N^{-}"), unit="probability")
def belief_in_new_way(*, signs_for: Scalar, signs_against: Scalar) -> Belief:
    r"""Return the chance that the new way succeeds, before and after one trial.

    Parameters: scalars or arrays of one shape, from 0.2 to 3: few trials, little known. Returns
    three probabilities. Raises ``ValueError`` out of range. Source: :cite:t:`manso2011`, with a
    beta distribution.

    >>> [round(chance, 6) for chance in belief_in_new_way(signs_for=.5, signs_against=.75)]
    [0.4, 0.666667, 0.222222]
    """
    trials = let("trials", signs_for + signs_against, "m_N")
    return Belief(signs_for / trials, (signs_for + 1) / (trials + 1), signs_for / (trials + 1))


class Turns(NamedTuple):
    """The weights of the later period below which ease, and from which the new way, is chosen."""

    ease_ends: Scalar
    new_begins: Scalar


@model(symbol="W_N", unit="successes")
def value_of_new_way(
    *,
    signs_for: Scalar,
    signs_against: Scalar,
    known_chance: Scalar,
    later_weight: Scalar,
    tolerance: Scalar,
) -> Scalar:
    r"""Return what trying the new way is worth to a manager who then takes the better way.

    Parameters: as for :func:`belief_in_new_way`, with two probabilities and ``later_weight`` from
    0 to 1. Returns expected successes. Raises ``ValueError`` out of range. Source:
    :cite:t:`manso2011`; the chance of staying is derived here.

    >>> round(value_of_new_way(signs_for=.5, signs_against=.75, known_chance=.45,
    ...                        later_weight=1., tolerance=1.), 6)
    0.936667
    """
    belief = belief_in_new_way(signs_for=signs_for, signs_against=signs_against)
    won = belief.before * maximum(belief.after_success, known_chance)
    lost = (1 - belief.before) * tolerance * maximum(belief.after_failure, known_chance)
    return belief.before + later_weight * (won + lost)


@model(symbol="W_K", unit="successes")
def value_of_known_way(*, known_chance: Scalar, later_weight: Scalar, tolerance: Scalar) -> Scalar:
    r"""Return what going the known way in both periods is worth to a manager.

    Parameters: as for :func:`value_of_new_way`. Returns expected successes. Raises ``ValueError``
    out of range. Source: derived here beside :func:`value_of_new_way`.

    >>> value_of_known_way(known_chance=.45, later_weight=1., tolerance=1.)
    0.9
    """
    stays = known_chance + (1 - known_chance) * tolerance
    return known_chance * (1 + later_weight * stays)


@model(symbol="W_E", unit="successes")
def value_of_ease(*, ease: Scalar, later_weight: Scalar, tolerance: Scalar) -> Scalar:
    r"""Return what taking it easy is worth to a manager, who then fails for certain.

    Parameters: scalars or arrays of one shape; ``ease`` from 0 to 0.8, the others as for
    :func:`value_of_new_way`. Returns what counts as much as so many successes. Raises
    ``ValueError`` out of range. Source: derived here; the choice is one of :cite:t:`manso2011`.

    >>> value_of_ease(ease=.5, later_weight=1., tolerance=.5)
    0.75
    """
    return ease * (1 + later_weight * tolerance)


def _given_up_and_gained(
    signs_for: Scalar, signs_against: Scalar, known_chance: Scalar
) -> tuple[Scalar, Scalar]:
    """Return what trying the new way costs in the first period and brings in the second."""
    belief = belief_in_new_way(signs_for=signs_for, signs_against=signs_against)
    given_up = maximum(0.0, known_chance - belief.before)
    return given_up, belief.before * (belief.after_success - known_chance)


def _no_weight_is_enough(signs_for: Scalar, signs_against: Scalar, known_chance: Scalar) -> Any:
    given_up, gained = _given_up_and_gained(signs_for, signs_against, known_chance)
    return given_up > gained


@model(
    symbol=r"\delta_P^{*}",
    unit="ratio",
    refuses=Refusal(
        _no_weight_is_enough,
        "no weight from 0 to 1 suffices: even if the second period counts in full, trying costs "
        "more than it brings. Take fewer signs against the new way, or a lower chance of the old.",
    ),
)
def weight_that_explores(
    *, signs_for: Scalar, signs_against: Scalar, known_chance: Scalar
) -> Scalar:
    r"""Return the weight of the second period from which trying the new way is worth more.

    Failure is fully tolerated here. Parameters: as for :func:`value_of_new_way`. Returns a ratio
    from 0, where the new way is at least as good at once, to 1. Raises ``ValueError`` out of range,
    and where no weight is enough. Source: derived here from :func:`value_of_new_way`.

    >>> round(weight_that_explores(signs_for=.5, signs_against=.75, known_chance=.45), 6)
    0.576923
    """
    given_up, gained = _given_up_and_gained(signs_for, signs_against, known_chance)
    return given_up / maximum(1e-9, gained)


def _from(lead_now: Scalar, gain_later: Scalar) -> Scalar:
    """Return the weight from which a gain in the later period makes up for a lead in the first."""
    return where(
        lead_now <= 0,
        lambda: 0.0,
        lambda: minimum(_NEVER, lead_now / maximum(1e-9, gain_later)),
    )


@model(symbol=(r"\delta_P^{E}", r"\delta_P^{N}"), unit="ratio")
def weights_that_turn(
    *,
    signs_for: Scalar,
    signs_against: Scalar,
    known_chance: Scalar,
    tolerance: Scalar,
    ease: Scalar,
) -> Turns:
    r"""Return the weights of the second period at which the manager's choice turns.

    Up to the first ease is chosen, from the second on the new way, in between the known way.
    Parameters: as for :func:`value_of_new_way` and :func:`value_of_ease`. Returns two ratios, 0 for
    a choice that holds at every weight and at most 10. Raises ``ValueError`` out of range. Source:
    derived here from the three values; the choices are those of :cite:t:`manso2011`.

    >>> case = dict(signs_for=.5, signs_against=.75, known_chance=.45, ease=.3)
    >>> [round(weights_that_turn(**case, tolerance=t).new_begins, 4) for t in (0., 1.)]
    [0.7792, 0.5769]
    """
    first = belief_in_new_way(signs_for=signs_for, signs_against=signs_against).before
    case = {"later_weight": 1.0, "tolerance": tolerance}
    tried = value_of_new_way(
        signs_for=signs_for, signs_against=signs_against, known_chance=known_chance, **case
    )
    known = value_of_known_way(known_chance=known_chance, **case) - known_chance
    new, easy = tried - first, value_of_ease(ease=ease, **case) - ease
    ease_to_new = _from(ease - first, new - easy)
    return Turns(
        minimum(_from(ease - known_chance, known - easy), ease_to_new),
        maximum(_from(known_chance - first, new - known), ease_to_new),
    )
