"""How much denser a place would have to be for an effect that was found."""

from math import exp, log

from nqpf.prose import figure


def given():
    """Return the published rise and elasticity."""
    return {
        "rise": figure("studies_cited", "value", source_id="greenstone_2010") / 100,
        "elasticity": figure(
            "studies_cited",
            "value",
            source_id="ahlfeldt_2019",
            scope="effects of density, developing countries",
        ),
    }


def answer(rise, elasticity):
    """Return how many times as dense."""
    return exp(log(1 + rise) / elasticity)


def wrong_divided(rise, elasticity):
    """Return the rise over the elasticity."""
    return rise / elasticity


def wrong_more(rise, elasticity):
    """Return by how many times larger."""
    return answer(rise, elasticity) - 1


def wrong_upside_down(rise, elasticity):
    """Return density to the power that belongs to productivity."""
    return (1 + rise) ** elasticity
