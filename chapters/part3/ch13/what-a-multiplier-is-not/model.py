"""What demand for vehicles sets off in output, and in value added at home."""

from nqpf import data
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import multipliers, value_added_from

CHINA = data.input_output("input_output_2020_20")
EVERYWHERE = range(len(CHINA.codes))
VEHICLES = CHINA.codes.index("n10")


def given():
    """Return multipliers and what is added at home, of 100 yuan."""
    inverse = leontief_inverse(technical_coefficients(CHINA.flows, CHINA.output))
    multiplier = multipliers(inverse)[VEHICLES]
    return {
        "multiplier": multiplier,
        "made": 100 * multiplier,
        "home": 100
        * value_added_from(inverse, CHINA.value_added_rates, origins=EVERYWHERE)[VEHICLES],
    }
