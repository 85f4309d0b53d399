"""The risk of a maker that is paid by the hour."""

from nqpf.models.data.servitisation import income_risk
from nqpf.prose import figure

REPORT = {"dataset": "upgrading_findings", "column": "value", "source_id": "times_2021"}


def given():
    """Return the shares, the risks and the correlation, and what happened to one maker."""
    return {
        "share": 0.5,
        "product": 0.2,
        "service": 0.12,
        "correlation": 0.8,
        "hours": figure(**REPORT, unit="percent"),
        "loss": figure(**REPORT, unit="billion pounds"),
    }


def risk(share, product, service, correlation):
    """Return the standard deviation of income."""
    return income_risk(
        service_share=share,
        product_risk=product,
        service_risk=service,
        customer_correlation=correlation,
    )


answer = risk


def wrong_fixed_fee(share, product, service):
    """Return the risk without correlation."""
    return risk(share, product, service, 0.0)


def wrong_mean(share, product, service):
    """Return the mean of the risks."""
    return (1 - share) * product + share * service


def wrong_product_alone(product):
    """Return the risk of the product."""
    return product
