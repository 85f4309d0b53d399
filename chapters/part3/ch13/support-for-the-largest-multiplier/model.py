"""What support adds in a chain, with wedges and without."""

from nqpf import data
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import multipliers
from nqpf.models.structure.small_networks import gains_of_support

CHINA = data.input_output("input_output_2020_20")
INPUT_SHARE, WEDGE = 0.6, 0.2


def given():
    """Return gains of 100 yuan of support."""
    level, start = (
        gains_of_support(
            stage_input_share=INPUT_SHARE, first_link_wedge=wedge, second_link_wedge=wedge
        )
        for wedge in (0.0, WEDGE)
    )
    inverse = leontief_inverse(technical_coefficients(CHINA.flows, CHINA.output))
    return {
        "pull": multipliers(inverse)[CHINA.codes.index("n10")],
        "none": abs(round(100 * level.upstream, 6)),
        "mine": 100 * start.upstream,
        "cars": -100 * start.downstream,
    }
