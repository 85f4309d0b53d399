"""Levels with gaps, drawn from a seed."""


def arguments(draw):
    """Return levels of some years, and two of those years."""
    years = sorted(draw.shuffled(list(range(1978, 2020)))[:6])
    levels = {year: draw.step(50.0, 900.0, 0.5) for year in years}
    return levels, years[1], years[draw.whole(2, 5)]
