"""Technology at rest with both cycles closed, over both broken."""

from nqpf.models.structure.ecosystem import technology_at_rest


def rest(link, education, finance):
    """Return where technology rests."""
    return technology_at_rest(cycle_link=link, education_cycle=education, finance_cycle=finance)


def given():
    """Return the strength of a link, and the rest with both cycles broken."""
    return {"link": 0.6, "broken": rest(0.6, 0.0, 0.0)}


def answer(link, broken):
    """Return technology with both cycles closed over both broken."""
    return rest(link, 1.0, 1.0) / broken


def wrong_one_round(link, broken):
    """Return the ratio if what comes back is not passed on again."""
    once = 1 + 2 * (link + link**2)
    return once * (1 + 2 * link**3) / broken


def wrong_growth(link, broken):
    """Return by how much more there is."""
    return answer(link, broken) - 1


def wrong_one_cycle(link, broken):
    """Return the ratio with one cycle closed."""
    return rest(link, 1.0, 0.0) / broken
