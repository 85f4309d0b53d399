"""What ten points add in a university city, in its strongest and its weakest ecology."""

from nqpf.models.structure.ecosystem import output_of_links

LEVELS = [0.5, 0.7, 0.8, 0.7, 0.3, 0.6]


def gain(place, exponent):
    """Return what ten points more in one ecology add to the whole."""
    raised = [level + 0.1 * (one == place) for one, level in enumerate(LEVELS)]
    after, before = (
        output_of_links(link_qualities=levels, link_exponent=exponent)
        for levels in (raised, LEVELS)
    )
    return after - before


def given():
    """Return the gains in research and finance, and in either under a plain average."""
    return {"research": gain(2, -4.0), "finance": gain(4, -4.0), "even": gain(4, 1.0)}
