"""Productivity's share of growth in an economy of the reader's own."""

from nqpf.models.growth import growth_contributions
from nqpf.models.growth.growth_conventions import (
    growth_with_induced_capital,
    productivity_share_of_growth,
)
from nqpf.numbers import percent


def given(draw):
    """Return growth rates of an economy in which each part is of some size."""
    values = {
        "output_growth": draw.step(0.04, 0.08, 0.005),
        "capital_growth": draw.step(0.04, 0.09, 0.005),
        "labour_growth": draw.step(-0.01, 0.015, 0.005),
        "capital_share": draw.step(0.4, 0.6, 0.05),
    }
    return values | {"rate": percent(2).text(growth_contributions(**values).productivity)}


def reject(output_growth, capital_growth, labour_growth, capital_share, rate):
    """Return whether two of the answers, right or wrong, lie too near to be told apart."""
    figures = (output_growth, capital_growth, labour_growth, capital_share)
    right = answer(*figures)
    wrong = [wrong_rate(*figures), wrong_capital(*figures), wrong_credited(*figures)]
    values = [right, *wrong]
    gaps = [abs(a - b) for place, a in enumerate(values) for b in values[:place]]
    return right < 0.1 or min(gaps) < 0.015


def answer(output_growth, capital_growth, labour_growth, capital_share):
    """Return productivity's share of growth."""
    return productivity_share_of_growth(
        productivity_growth=parts(
            output_growth, capital_growth, labour_growth, capital_share
        ).productivity,
        output_growth=output_growth,
    )


def parts(output_growth, capital_growth, labour_growth, capital_share):
    """Return the account."""
    return growth_contributions(
        output_growth=output_growth,
        capital_growth=capital_growth,
        labour_growth=labour_growth,
        capital_share=capital_share,
    )


def wrong_rate(output_growth, capital_growth, labour_growth, capital_share):
    """Return how fast productivity grows, not its share."""
    return parts(output_growth, capital_growth, labour_growth, capital_share).productivity


def wrong_capital(output_growth, capital_growth, labour_growth, capital_share):
    """Return capital's share of growth."""
    found = parts(output_growth, capital_growth, labour_growth, capital_share)
    return found.capital / output_growth


def wrong_credited(output_growth, capital_growth, labour_growth, capital_share):
    """Return the share with induced capital credited to productivity."""
    found = parts(output_growth, capital_growth, labour_growth, capital_share)
    return (
        growth_with_induced_capital(
            productivity_growth=found.productivity, capital_share=capital_share
        )
        / output_growth
    )
