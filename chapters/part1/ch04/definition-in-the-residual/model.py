"""What a shift of income shares does to the residual."""

from nqpf import data
from nqpf.models.growth import growth_of_productivity

OUTPUT_GROWTH, OLD_SHARE = 0.09, 0.4


def given():
    """Return the published shift, and growth rates for teaching."""
    definition = next(
        row
        for row in data.rows("labour_share_china_published")
        if row["measure"] == "change of definition"
    )
    return {
        "shift": -definition["change_points"] / 100,
        "capital_growth": 0.1,
        "labour_growth": 0.01,
    }


def residual(capital_share, capital_growth, labour_growth):
    """Return the residual at a capital share."""
    return growth_of_productivity(
        output_growth=OUTPUT_GROWTH,
        capital_growth=capital_growth,
        labour_growth=labour_growth,
        capital_share=capital_share,
    )


def answer(shift, capital_growth, labour_growth):
    """Return by how much the residual falls."""
    before, after = (
        residual(share, capital_growth, labour_growth) for share in (OLD_SHARE, OLD_SHARE + shift)
    )
    return before - after


def wrong_all(shift):
    """Return the shift itself."""
    return shift


def wrong_capital_alone(shift, capital_growth):
    """Return the fall when labour keeps its weight."""
    return shift * capital_growth


def wrong_added(shift, capital_growth, labour_growth):
    """Return the fall when labour's growth counts the wrong way."""
    return shift * (capital_growth + labour_growth)
