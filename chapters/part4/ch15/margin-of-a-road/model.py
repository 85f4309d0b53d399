"""What a road brought, given its plan."""

from nqpf import data
from nqpf.models.security.infrastructure_projects import margin_needed, realised_ratio


def given():
    """Return the assumed ratio, the road's two figures, and the margin that it needed."""
    found = {(row["scope"], row["measure"]): row["value"]
             for row in data.rows("infrastructure_findings")}  # fmt: skip
    road = "Yuanjiang-Mohei road"
    overrun = found[road, "cost above the plan"] / 100
    shortfall = found[road, "traffic below the forecast"] / 100
    return {
        "planned": found[
            "road and rail projects", "ratio of benefits to costs assumed for every plan"
        ],
        "overrun": overrun,
        "shortfall": shortfall,
        "needed": margin_needed(cost_overrun=overrun, benefit_shortfall=shortfall),
    }


def answer(planned, overrun, shortfall):
    """Return the ratio as it came out."""
    return realised_ratio(planned_ratio=planned, cost_overrun=overrun, benefit_shortfall=shortfall)


def wrong_subtracted(planned, overrun, shortfall):
    """Return the ratio with both percentages taken off the benefits."""
    return planned * (1 - overrun - shortfall)


def wrong_benefits_only(planned, shortfall):
    """Return the ratio with the shortfall alone."""
    return planned * (1 - shortfall)


def wrong_costs_only(planned, overrun):
    """Return the ratio with the overrun alone."""
    return planned / (1 + overrun)
