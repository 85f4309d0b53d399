"""A border that falls between a small and a large region."""

from nqpf.models.allocation.moving_industry import (
    industry_of_small_region,
    welfare_with_moving_industry,
)

BEFORE, AFTER, TIED = 1.6, 1.2, 0.2
CASE = {"small_part": 0.4, "trade_elasticity": 5.0}


def ratios(tied):
    """Return welfare after over before, of the small and of the large region."""
    then, now = (
        welfare_with_moving_industry(
            **CASE, local_income=tied, trade_cost=cost, industry_spending=0.5
        )
        for cost in (BEFORE, AFTER)
    )
    return now.small / then.small, now.large / then.large


def given():
    """Return the case, where industry stands, and what cheaper goods bring."""
    return {
        "part": CASE["small_part"],
        "before": BEFORE,
        "after": AFTER,
        "tied": TIED,
        "industry_before": industry_of_small_region(**CASE, trade_cost=BEFORE),
        "industry_after": industry_of_small_region(**CASE, trade_cost=AFTER),
        "cheaper": ratios(0.0)[0] - 1,
        "large": ratios(TIED)[1] - 1,
    }


def answer():
    """Return the change of welfare of the small region."""
    return ratios(TIED)[0] - 1


def wrong_incomes_fixed():
    """Return the gain if incomes did not move."""
    return ratios(0.0)[0] - 1


def wrong_other_region():
    """Return the gain of the large region."""
    return ratios(TIED)[1] - 1


def wrong_income_alone():
    """Return the change of income without cheaper goods."""
    return ratios(TIED)[0] / ratios(0.0)[0] - 1
