"""The capital share at which the inputs explain all growth, and three ways to miss it."""

from nqpf.models.growth.growth_conventions import capital_share_without_productivity_growth


def given():
    """Return the growth rates of the worked example."""
    return {"output_growth": 0.06, "capital_growth": 0.08, "labour_growth": -0.005}


answer = capital_share_without_productivity_growth


def wrong_labour_forgotten(output_growth, capital_growth):
    """Return the share when labour is held to have stood still."""
    return answer(output_growth=output_growth, capital_growth=capital_growth, labour_growth=0.0)


def wrong_sign_lost(output_growth, capital_growth, labour_growth):
    """Return the share when labour's growth is taken with the wrong sign."""
    return answer(
        output_growth=output_growth, capital_growth=capital_growth, labour_growth=-labour_growth
    )


def wrong_the_other_share(output_growth, capital_growth, labour_growth):
    """Return labour's share in place of capital's."""
    return 1 - answer(
        output_growth=output_growth, capital_growth=capital_growth, labour_growth=labour_growth
    )
