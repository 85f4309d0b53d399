r"""Lists compared: how much of what two countries name is named by both (chapter 10)."""

from __future__ import annotations

from nqpf.algebra import Scalar, model


@model(symbol="J_{AB}", unit="fraction")
def shared_part(
    *, named_by_both: Scalar, named_by_first: Scalar, named_by_second: Scalar
) -> Scalar:
    r"""Return the part of all fields on either list that is on both.

    A long list meets every short one in something, so what is shared is counted over the two lists
    together. Parameters: scalars or arrays of one shape, three counts, the first no larger than the
    others. Returns a fraction. Raises ``ValueError`` out of range. Source: derived here by
    counting.

    >>> shared_part(named_by_both=4., named_by_first=6., named_by_second=6.)
    0.5
    """
    return named_by_both / (named_by_first + named_by_second - named_by_both)
