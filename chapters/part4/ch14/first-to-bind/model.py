"""The year in which the first of three requirements binds, drawn."""

from nqpf.models.security.what_binds import years_until_bound


def given(draw):
    """Return what there is, what is saved, and growth."""
    return {
        "energy": draw.step(1.2, 1.6, 0.1),
        "land": draw.step(1.3, 2.2, 0.1),
        "minerals": draw.step(1.3, 2.6, 0.1),
        "saving": draw.step(0.005, 0.02, 0.005),
        "growth": draw.step(0.03, 0.05, 0.005),
    }


def bounds(energy, land, minerals, saving, growth):
    """Return the years after which each binds."""
    return years_until_bound(
        requirement_supply=[energy, land, minerals],
        requirement_saving=[saving, 0.0, 0.0],
        wanted_growth=growth,
    )


def answer(energy, land, minerals, saving, growth):
    """Return the years until the first binds."""
    return min(bounds(energy, land, minerals, saving, growth))


def wrong_without_saving(energy, land, minerals, growth):
    """Return when energy would bind without saving."""
    return bounds(energy, land, minerals, 0.0, growth)[0]


def wrong_only_energy(energy, land, minerals, saving, growth):
    """Return when energy binds."""
    return bounds(energy, land, minerals, saving, growth)[0]


def wrong_last_of_all(energy, land, minerals, saving, growth):
    """Return when the last binds."""
    return max(bounds(energy, land, minerals, saving, growth))


def reject(energy, land, minerals, saving, growth):
    """Return whether energy still binds first, or two answers are close."""
    found = [
        answer(energy, land, minerals, saving, growth),
        wrong_without_saving(energy, land, minerals, growth),
        wrong_only_energy(energy, land, minerals, saving, growth),
        wrong_last_of_all(energy, land, minerals, saving, growth),
    ]
    close = any(
        abs(one - other) < 0.5 for place, one in enumerate(found) for other in found[:place]
    )
    return close or found[3] > 60
