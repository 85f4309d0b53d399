"""Moving alone between farm and town, drawn."""

from itertools import pairwise

from nqpf.models.structure.structural_change import three_parts_of_growth


def given(draw):
    """Return people and output per worker of two sectors before and after."""
    farm, town = draw.step(1.0, 2.0, 0.1), draw.step(3.0, 8.0, 0.5)
    return {
        "farm_start": draw.step(0.5, 0.7, 0.05),
        "farm_end": draw.step(0.25, 0.4, 0.05),
        "farm": farm,
        "town": town,
        "farm_later": round(farm * draw.pick([1.2, 1.3, 1.5]), 1),
        "town_later": round(town * draw.pick([1.2, 1.4, 1.6]), 1),
    }


def before(farm_start, farm, town):
    """Return output per worker at the start."""
    return farm_start * farm + (1 - farm_start) * town


def parts(farm_start, farm_end, farm, town, farm_later, town_later):
    """Return the three parts, over output per worker at the start."""
    found = three_parts_of_growth(
        sector_employment_start=[farm_start, 1 - farm_start],
        sector_employment_end=[farm_end, 1 - farm_end],
        sector_productivity_start=[farm, town],
        sector_productivity_end=[farm_later, town_later],
    )
    return [part / before(farm_start, farm, town) for part in found]


def answer(**case):
    """Return what moving alone adds."""
    return parts(**case)[1]


def wrong_within_sectors(**case):
    """Return what sectors added where people were."""
    return parts(**case)[0]


def wrong_gain_counted(**case):
    """Return what moving adds at later output per worker."""
    return sum(parts(**case)[1:])


def wrong_no_farm_loss(farm_start, farm_end, farm, town):
    """Return what the movers make in town alone."""
    return (farm_start - farm_end) * town / before(farm_start, farm, town)


def wrong_not_divided(farm_start, farm_end, farm, town):
    """Return the change, not over output per worker at the start, read as a percentage."""
    return (farm_start - farm_end) * (town - farm)


def reject(**case):
    """Return whether any two of the answers are alike."""
    named = {name: case[name] for name in ("farm_start", "farm_end", "farm", "town")}
    found = sorted(
        [
            answer(**case),
            wrong_within_sectors(**case),
            wrong_gain_counted(**case),
            wrong_no_farm_loss(**named),
            wrong_not_divided(**named),
        ]
    )
    return min(b - a for a, b in pairwise(found)) < 0.01
