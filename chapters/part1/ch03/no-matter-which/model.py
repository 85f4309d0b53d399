"""Equal gains from unequal elements: an elasticity of one."""

from nqpf.algebra import maximum, minimum

REACHED_AT = {"elasticity_of_substitution": 1.0}


def spread(readouts):
    """Return the largest gain less the smallest."""
    gains = (readouts.labourers, readouts.tools, readouts.objects)
    return maximum(*gains) - minimum(*gains)


def unequal(settings):
    """Return whether the tools are at least twice as good as the labourers."""
    return settings.tools > 1.99 * settings.labourers


def goal(settings, readouts):
    """Return whether all upgrades pay alike although the elements are unequal."""
    return (spread(readouts) < 1e-5) & unequal(settings)


def balanced(settings, readouts):
    """Return whether all upgrades pay alike without the tools being far ahead."""
    return (spread(readouts) < 1e-5) & (settings.tools < 1.99 * settings.labourers)


def near(settings, readouts):
    """Return whether the upgrades pay nearly alike."""
    return (spread(readouts) < 0.005) & unequal(settings)
