"""Value added at home in a chain of two sectors that both import."""

from nqpf import data
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import value_added_from

CHINA = data.input_output("input_output_2020_20")
EVERYWHERE = range(len(CHINA.codes))


def given():
    """Return what both buy, and what leaves in the table."""
    case = {"parts_in_phones": 0.4, "phones_import": 0.25, "parts_import": 0.5}
    inverse = leontief_inverse(technical_coefficients(CHINA.flows, CHINA.output))
    stays = value_added_from(inverse, CHINA.value_added_rates, origins=EVERYWHERE)
    chips = 100 * (1 - stays[CHINA.codes.index("n12")])
    return case | {"abroad": 100 - answer(**case), "chips": chips}


def answer(parts_in_phones, phones_import, parts_import):
    """Return the value added at home in 100 yuan of telephones."""
    inverse = leontief_inverse([[0.0, 0.0], [parts_in_phones, 0.0]])
    rates = [1 - parts_in_phones - phones_import, 1 - parts_import]
    return 100 * value_added_from(inverse, rates, origins=[0, 1])[0]


def wrong_direct_imports(phones_import):
    """Return 100 yuan less the first maker's imports."""
    return 100 * (1 - phones_import)


def wrong_own_share(parts_in_phones, phones_import):
    """Return what the first maker adds."""
    return 100 * (1 - parts_in_phones - phones_import)


def wrong_all_shares(phones_import, parts_import):
    """Return 100 yuan less both shares of imports."""
    return 100 * (1 - phones_import - parts_import)
