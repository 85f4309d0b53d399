"""What three statisticians make of the same growth rates."""

from nqpf.models.growth import growth_of_productivity
from nqpf.models.growth.growth_conventions import (
    growth_with_induced_capital,
    productivity_share_of_growth,
)

FACTS = {"output_growth": 0.06, "capital_growth": 0.08, "labour_growth": -0.005}
HALF, HIGH = 0.5, 0.6


def share(capital_share, credit):
    """Return productivity's share of growth, with induced capital credited to it or not."""
    residual = growth_of_productivity(capital_share=capital_share, **FACTS)
    if credit:
        residual = growth_with_induced_capital(
            productivity_growth=residual, capital_share=capital_share
        )
    return productivity_share_of_growth(
        productivity_growth=residual, output_growth=FACTS["output_growth"]
    )


def given():
    """Return the facts, the conventions and the three answers."""
    return FACTS | {
        "half": HALF,
        "high": HIGH,
        "half_answer": share(HALF, credit=False),
        "high_answer": share(HIGH, credit=False),
        "credited_answer": share(HALF, credit=True),
    }
