"""The residual of a hypothetical year, and four ways to miss it."""

from nqpf.models.growth import growth_of_labour_productivity, growth_of_productivity


def given():
    """Return a year whose two income shares differ, so that swapping them shows."""
    return {
        "output_growth": 0.06,
        "capital_growth": 0.08,
        "labour_growth": -0.005,
        "capital_share": 0.4,
    }


answer = growth_of_productivity


def wrong_labour_productivity(output_growth, labour_growth):
    """Return the growth of output per worker."""
    return growth_of_labour_productivity(output_growth=output_growth, labour_growth=labour_growth)


def wrong_no_weights(output_growth, capital_growth, labour_growth):
    """Return what is left when inputs are taken off in full."""
    return output_growth - capital_growth - labour_growth


def wrong_labour_forgotten(output_growth, capital_growth, capital_share):
    """Return what is left when labour is held to have stood still."""
    return growth_of_productivity(
        output_growth=output_growth,
        capital_growth=capital_growth,
        labour_growth=0.0,
        capital_share=capital_share,
    )


def wrong_shares_swapped(output_growth, capital_growth, labour_growth, capital_share):
    """Return the residual with labour's share on capital."""
    return growth_of_productivity(
        output_growth=output_growth,
        capital_growth=capital_growth,
        labour_growth=labour_growth,
        capital_share=1 - capital_share,
    )
