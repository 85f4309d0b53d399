"""What a better service saves, in a table of two sectors, drawn."""

from nqpf.models.structure.input_output import leontief_inverse
from nqpf.models.structure.linkages import needed_from


def given(draw):
    """Return the coefficients of two sectors and a gain."""
    return {
        "own": draw.step(0.3, 0.5, 0.05),
        "bought": draw.step(0.1, 0.2, 0.02),
        "back": draw.step(0.1, 0.25, 0.05),
        "inner": draw.step(0.15, 0.3, 0.05),
        "gain": draw.pick([0.05, 0.1, 0.2]),
    }


def answer(own, bought, back, inner, gain):
    """Return the saving in all rounds."""
    inverse = leontief_inverse([[own, back], [bought, inner]])
    return gain * needed_from(inverse, [1])[0]


def wrong_own_bill(bought, gain):
    """Return the saving on the maker's own bill."""
    return gain * bought


def wrong_without_services(own, bought, gain):
    """Return the saving if services used nothing."""
    return gain * bought / (1 - own)


def wrong_all_the_gain(gain):
    """Return the gain itself."""
    return gain
