"""One rate of growth with many inputs, and with few."""

from nqpf.models.growth import growth_of_productivity

GROWTH, HALF = 0.06, 0.5
MANY = {"capital_growth": 0.09, "labour_growth": 0.02}
FEW = {"capital_growth": 0.02, "labour_growth": 0.0}
STORIES = ("a story of quantity", "a story of quality")


def rest(inputs):
    """Return the growth of output that the growth of inputs leaves over."""
    return growth_of_productivity(output_growth=GROWTH, capital_share=HALF, **inputs)


def given():
    """Return the growth of output and of inputs, one by one and together."""
    return {
        "growth": GROWTH,
        "many_capital": MANY["capital_growth"],
        "many_labour": MANY["labour_growth"],
        "few_capital": FEW["capital_growth"],
        "few_labour": FEW["labour_growth"],
        "many_inputs": GROWTH - rest(MANY),
        "few_inputs": GROWTH - rest(FEW),
    }


def first():
    """Return the story of the year with many inputs: what makes up more than half."""
    return STORIES[rest(MANY) > GROWTH / 2]


def second():
    """Return the story of the year with few inputs."""
    return STORIES[rest(FEW) > GROWTH / 2]
