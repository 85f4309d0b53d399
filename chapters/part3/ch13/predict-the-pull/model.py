"""What demand for cars and for electronics sets off, at home and if nothing were imported."""

from nqpf import data
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import multipliers, value_added_from

CHINA = data.input_output("input_output_2020_20")
EVERYWHERE = range(len(CHINA.codes))
VEHICLES, ELECTRONICS = CHINA.codes.index("n10"), CHINA.codes.index("n12")


def given():
    """Return output set off by 100 yuan of each, and what goes abroad."""
    home, all_made = (
        leontief_inverse(technical_coefficients(flows, CHINA.output))
        for flows in (CHINA.flows, CHINA.flows_with_imports)
    )
    stays = value_added_from(home, CHINA.value_added_rates, origins=EVERYWHERE)
    return {
        "vehicles": 100 * multipliers(home)[VEHICLES],
        "electronics": 100 * multipliers(home)[ELECTRONICS],
        "abroad": 100 * (1 - stays[ELECTRONICS]),
        "as_if": 100 * multipliers(all_made)[ELECTRONICS],
    }
