"""The Gini coefficient of people without work, people with wages, and owners."""

from itertools import pairwise

from nqpf.models.measurement.three_groups import gini_of_three_groups


def given(draw):
    """Return a society."""
    return {
        "idle": draw.step(0.05, 0.3, 0.05),
        "owners": draw.step(0.05, 0.3, 0.05),
        "labour": draw.step(0.4, 0.7, 0.05),
    }


def coefficient(idle, owners, labour):
    """Return the coefficient with so many out of work."""
    return gini_of_three_groups(
        employment_rate=1 - idle,
        labour_income_share=labour,
        owner_people=owners,
        transfer_rate=0.0,
    )


def answer(idle, owners, labour):
    """Return the coefficient."""
    return coefficient(idle, owners, labour)


def wrong_all_work(owners, labour):
    """Return the coefficient if all had work."""
    return coefficient(0.0, owners, labour)


def wrong_capital_share(labour):
    """Return capital's share."""
    return 1 - labour


def reject(idle, owners, labour):
    """Return whether a mistake comes near the answer or another mistake."""
    values = sorted(
        [coefficient(idle, owners, labour), coefficient(0.0, owners, labour), 1 - labour]
    )
    return min(b - a for a, b in pairwise(values)) < 0.015
