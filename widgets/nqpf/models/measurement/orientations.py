r"""Policies sorted by what they look to, weighted as the reader likes (chapter 11).

A policy has one mark for each orientation: 1 where it serves it, 0 where it does not, -1 where by
its own terms it works the other way.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, model, total


@model(symbol="z_O", unit="index")
def score_of_policy(
    *, orientation_weights: Sequence[Scalar], orientation_marks: Sequence[Scalar]
) -> Scalar:
    r"""Return how well a policy serves orientations that have these weights.

    Parameters: two lists of one length; weights are divided by their sum, marks run from -1 to 1.
    Returns an index from -1, against all, to 1, for all. Raises ``ValueError`` out of range or for
    lists of unequal length. Source: derived here, a weighted mean.

    >>> round(score_of_policy(orientation_weights=[.2, .2, .6], orientation_marks=[1., 0., -1.]), 6)
    -0.4
    """
    pairs = zip(orientation_weights, orientation_marks, strict=True)
    return total(weight * mark for weight, mark in pairs) / total(orientation_weights)
