"""A year in which the residual is below zero and output per hour rises."""

from nqpf.models.growth import growth_of_productivity

YEAR = {"output_growth": 0.04, "capital_growth": 0.09, "labour_growth": 0.01, "capital_share": 0.5}


def given():
    """Return the figures of the account."""
    return {
        "output": YEAR["output_growth"],
        "capital": YEAR["capital_growth"],
        "labour": YEAR["labour_growth"],
        "share": YEAR["capital_share"],
        "residual": growth_of_productivity(**YEAR),
        "deepening": YEAR["output_growth"] - YEAR["labour_growth"],
    }


def measured(residual):
    """Return the label of what the residual says by itself."""
    return "must be so" if residual < 0 else "cannot be so"


def per_hour(deepening):
    """Return the label of a fall of output per hour."""
    return "cannot be so" if deepening > 0 else "must be so"
