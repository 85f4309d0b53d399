r"""Synergy of structure, capacity and security: do they help one another? (chapters 1 and 18).

Output of the whole has a constant elasticity of substitution between the subsystems. A subsystem
that is switched off stays at a low base level, never at zero. Synergy is what raising all yields
beyond the sum of what raising each alone yields.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, count, let, model, total
from nqpf.models.elements.aggregation import elasticity_mean, shapley_values

_RANGE = (0.1, 5.0)


def _whole(scores: Sequence[Scalar], elasticity: Scalar, least: str = r"U_{\min}") -> Scalar:
    """Return the output of the whole, the subsystems counting alike."""
    shares = [1 / count(scores)] * len(scores)
    return elasticity_mean(scores, shares, elasticity, least=least)


@model(symbol="P", unit="index", elasticity_of_substitution=_RANGE)
def output_of_subsystems(*, scores: Sequence[Scalar], elasticity_of_substitution: Scalar) -> Scalar:
    r"""Return the output of the whole from the scores of its subsystems.

    Parameters: ``scores``, at least two, from 0.01 to 1; ``elasticity_of_substitution`` from 0.1
    (each is needed) to 5 (they replace one another). Returns an index from 0.01 to 1. Raises
    ``ValueError`` out of range. Source: the functional form is that of :cite:t:`arrow1961`.

    >>> round(output_of_subsystems(scores=[.25, 1.], elasticity_of_substitution=1.), 6)
    0.5
    """
    return _whole(scores, elasticity_of_substitution)


def _gain(
    base_scores: Sequence[Scalar],
    raised_scores: Sequence[Scalar],
    coalition: list[int],
    elasticity: Scalar,
) -> Scalar:
    """Return what raising the subsystems of a coalition adds, the rest staying at base."""
    scores = [
        raised_scores[position] if position in coalition else base_scores[position]
        for position in range(len(base_scores))
    ]
    name = "_".join(["raised", *map(str, coalition)])
    return let(name, _whole(scores, elasticity)) - let("base", _whole(base_scores, elasticity))


@model(symbol=r"\Delta P", unit="index", elasticity_of_substitution=_RANGE)
def gain_of_raising_all(
    *,
    base_scores: Sequence[Scalar],
    raised_scores: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return what raising all subsystems at once adds to output.

    Parameters: two lists of one length, scores from 0.01 to 1; ``elasticity_of_substitution`` from
    0.1 to 5. Returns an index, negative if scores fall. Raises ``ValueError`` out of range or for
    lists of unequal length. Source: derived here from :func:`output_of_subsystems`.

    >>> round(gain_of_raising_all(base_scores=[.4, .4], raised_scores=[.8, .8],
    ...                           elasticity_of_substitution=.5), 6)
    0.4
    """
    on = _whole(raised_scores, elasticity_of_substitution, r"U_{1,\min}")
    off = _whole(base_scores, elasticity_of_substitution, r"U_{0,\min}")
    return let("on", on, "P_1") - let("off", off, "P_0")


@model(symbol=r"\Delta P_i", unit="index", elasticity_of_substitution=_RANGE)
def gains_of_raising_one(
    *,
    base_scores: Sequence[Scalar],
    raised_scores: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return what raising each subsystem alone adds to output, the others staying at base.

    Parameters: as for :func:`gain_of_raising_all`. Returns one index a subsystem. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: derived here from
    :func:`output_of_subsystems`.

    >>> gains = gains_of_raising_one(base_scores=[.25, .25], raised_scores=[1., 1.],
    ...                              elasticity_of_substitution=1.)
    >>> [round(gain, 6) for gain in gains]
    [0.25, 0.25]
    """
    return tuple(
        _gain(base_scores, raised_scores, [position], elasticity_of_substitution)
        for position in range(len(base_scores))
    )


@model(symbol=r"\Sigma_P", unit="index", elasticity_of_substitution=_RANGE)
def synergy_of_subsystems(
    *,
    base_scores: Sequence[Scalar],
    raised_scores: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return what raising all subsystems adds beyond the sum of what each alone adds.

    Parameters: as for :func:`gain_of_raising_all`. Returns an index: positive if the subsystems
    help one another, negative if raising one makes raising another less useful. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: complementarity as in
    :cite:t:`milgrom1995`.

    >>> round(synergy_of_subsystems(base_scores=[.25, .25], raised_scores=[1., 1.],
    ...                             elasticity_of_substitution=1.), 6)
    0.25
    """
    case = (base_scores, raised_scores)
    positions = range(len(base_scores))
    together = _gain(*case, list(positions), elasticity_of_substitution)
    alone = total(_gain(*case, [position], elasticity_of_substitution) for position in positions)
    return together - alone


@model(symbol=r"v_i", unit="index", elasticity_of_substitution=_RANGE)
def shapley_gains(
    *,
    base_scores: Sequence[Scalar],
    raised_scores: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return each subsystem's Shapley value: its mean gain over every order of raising them.

    Parameters: as for :func:`gain_of_raising_all`. Returns one index a subsystem; they sum to the
    gain of raising all. Raises ``ValueError`` out of range or for lists of unequal length.
    Source: :cite:t:`shapley1953`.

    >>> gains = shapley_gains(base_scores=[.25, .25], raised_scores=[1., 1.],
    ...                       elasticity_of_substitution=1.)
    >>> [round(gain, 6) for gain in gains]
    [0.375, 0.375]
    """
    return shapley_values(
        len(base_scores),
        lambda coalition: _gain(base_scores, raised_scores, coalition, elasticity_of_substitution),
    )
