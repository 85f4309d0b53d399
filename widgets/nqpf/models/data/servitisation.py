r"""A maker that sells services with its product: what it earns, and how it varies (chapter 11).

Services may bring a higher margin and steadier income, but they take a second organisation, which
costs the same whether they are few or many. So a little service earns less than none, and what it
does for risk depends on whether customers stop paying for it when they stop buying.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, let, maximum, minimum, model, sqrt


@model(symbol="m_{PV}", unit="fraction of revenue")
def margin_with_services(
    *,
    service_share: Scalar,
    product_margin: Scalar,
    service_margin: Scalar,
    service_overhead: Scalar,
) -> Scalar:
    r"""Return the margin of a maker that offers services beside its product.

    Parameters: scalars or arrays of one shape, fractions of revenue. Returns a fraction, below the
    margin of the product alone while services are few. Raises ``ValueError`` out of range. Source:
    derived here, two margins and a fixed cost, for the paradox of :cite:t:`neely2008`.

    >>> round(margin_with_services(service_share=.2, product_margin=.08, service_margin=.2,
    ...                            service_overhead=.03), 6)
    0.074
    """
    mixed = (1 - service_share) * product_margin + service_share * service_margin
    return mixed - service_overhead


def _no_better(product_margin: Scalar, service_margin: Scalar) -> Any:
    return service_margin <= product_margin


_NEVER = Refusal(
    _no_better,
    "no share of services pays: they earn no more than the product. Take a higher service margin.",
)


@model(symbol=r"s_M^{*}", unit="fraction of revenue", refuses=_NEVER)
def share_that_pays(
    *, product_margin: Scalar, service_margin: Scalar, service_overhead: Scalar
) -> Scalar:
    r"""Return the share of services from which a maker earns more with them than without.

    Parameters: scalars or arrays of one shape, fractions of revenue. Returns a fraction; above 1 no
    share is enough. Raises ``ValueError`` out of range, and where services earn no more than the
    product. Source: derived here from :func:`margin_with_services`.

    >>> round(share_that_pays(product_margin=.08, service_margin=.2, service_overhead=.03), 6)
    0.25
    """
    return service_overhead / (service_margin - product_margin)


@model(symbol=r"\sigma_{SV}", unit="fraction a year")
def income_risk(
    *,
    service_share: Scalar,
    product_risk: Scalar,
    service_risk: Scalar,
    customer_correlation: Scalar,
) -> Scalar:
    r"""Return the standard deviation of the income of a maker that sells services too.

    Parameters: scalars or arrays of one shape; a fraction of revenue, two standard deviations and
    a correlation. Returns a fraction a year. Raises ``ValueError`` out of range. Source:
    :cite:t:`markowitz1952`, for two assets.

    >>> round(income_risk(service_share=.5, product_risk=.12, service_risk=.16,
    ...                   customer_correlation=0.), 6)
    0.1
    """
    product = let("from_product", (1 - service_share) * product_risk, "R_{SP}")
    service = let("from_service", service_share * service_risk, "R_{SS}")
    return sqrt(
        maximum(0.0, product**2 + service**2 + 2 * customer_correlation * product * service)
    )


@model(symbol=r"s_M^{\sigma}", unit="fraction of revenue")
def share_of_least_risk(
    *, product_risk: Scalar, service_risk: Scalar, customer_correlation: Scalar
) -> Scalar:
    r"""Return the share of services at which the income of a maker varies least.

    Parameters: scalars or arrays of one shape; two standard deviations, and the correlation of what
    customers pay for service with what they buy. Returns a fraction from 0 to 1; it is 0 where
    service is no steadier and customers stop paying for it when they stop buying. Raises
    ``ValueError`` out of range. Source: :cite:t:`markowitz1952`, for two assets.

    >>> share_of_least_risk(product_risk=.2, service_risk=.1, customer_correlation=0.)
    0.8
    """
    shared = let("shared", customer_correlation * product_risk * service_risk, "C_{SV}")
    spread = product_risk**2 + service_risk**2 - 2 * shared
    return maximum(0.0, minimum(1.0, (product_risk**2 - shared) / spread))
