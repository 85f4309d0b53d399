r"""Who owns the data? Bargaining over what data add, with ownership as the threat (chapter 4).

For a given surplus ownership moves only the shares. But owners also decide how widely data are
shared, and through that ownership moves the surplus.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, total
from nqpf.models.data.data_factor import gain_from_sharing_data


@model(symbol="v_i", unit="fraction of output")
def data_payments(
    *,
    ownership_shares: Sequence[Scalar],
    bargaining_powers: Sequence[Scalar],
    outside_value: Scalar,
    data_surplus: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return what each party gets of the surplus from data, by Nash bargaining.

    Without a deal an owner keeps ``outside_value`` of the surplus for its share in the data; what
    a deal adds to that is divided by bargaining power. Parameters: two lists of one length,
    divided by their sums, say firm, worker and platform; ``outside_value`` a fraction;
    ``data_surplus`` a fraction of output. Returns one payment a party, fractions of output that
    sum to the surplus. Raises ``ValueError`` out of range or for lists of unequal length.
    Source: :cite:t:`nash1950`, with powers; the application is derived here.

    >>> [round(payment, 6) for payment in data_payments(
    ...     ownership_shares=[.9, .1], bargaining_powers=[.5, .5], outside_value=.5,
    ...     data_surplus=.4)]
    [0.28, 0.12]
    """
    owned = let("sum_of_ownership", total(ownership_shares), r"o_{\Sigma}")
    powers = let("sum_of_powers", total(bargaining_powers), r"\psi_{\Sigma}")
    return tuple(
        data_surplus * (outside_value * share / owned + (1 - outside_value) * power / powers)
        for share, power in zip(ownership_shares, bargaining_powers, strict=True)
    )


@model(symbol=r"\tilde{u}_D", unit="fraction")
def sharing_under_owners(
    *, ownership_shares: Sequence[Scalar], sharing_choices: Sequence[Scalar]
) -> Scalar:
    r"""Return how widely data are shared, each party deciding over what it owns.

    Parameters: two lists of one length; ``ownership_shares`` divided by their sum,
    ``sharing_choices`` fractions. Returns a fraction. Raises ``ValueError`` out of range or for
    lists of unequal length. Source: derived here; that owners differ in how widely they share is
    the point of :cite:t:`jones2020data`.

    >>> round(sharing_under_owners(ownership_shares=[.8, .2], sharing_choices=[.1, .6]), 6)
    0.2
    """
    chosen = total(
        share * choice for share, choice in zip(ownership_shares, sharing_choices, strict=True)
    )
    return chosen / total(ownership_shares)  # in this order rounding never lifts it above 1


@model(symbol="S", unit="fraction of output")
def data_surplus_under_owners(
    *,
    ownership_shares: Sequence[Scalar],
    sharing_choices: Sequence[Scalar],
    number_of_firms: Scalar,
    own_data_weight: Scalar,
    own_data_use: Scalar,
    elasticity_of_data: Scalar,
) -> Scalar:
    r"""Return what shared data add to output when the owners decide how widely to share.

    Parameters: as for :func:`sharing_under_owners` and
    :func:`~nqpf.models.data.data_factor.gain_from_sharing_data`. Returns a fraction of the output
    without sharing. Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`jones2020data`.

    >>> round(data_surplus_under_owners(
    ...     ownership_shares=[.5, .5], sharing_choices=[1., 1.], number_of_firms=100.,
    ...     own_data_weight=.5, own_data_use=1., elasticity_of_data=.06), 6)
    0.342565
    """
    shared = sharing_under_owners(
        ownership_shares=ownership_shares, sharing_choices=sharing_choices
    )
    gain = gain_from_sharing_data(
        number_of_firms=number_of_firms,
        own_data_weight=own_data_weight,
        own_data_use=own_data_use,
        data_sharing=let("data_sharing", shared, r"\tilde{u}_D"),
        elasticity_of_data=elasticity_of_data,
    )
    return gain - 1
