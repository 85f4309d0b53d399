r"""Green growth: what emissions are made of, and where research goes by itself (chapter 17).

Emissions are people times income times energy for income times carbon in energy. Research goes
where the market is large, and so stays with dirty technology until something turns it round; the
better clean energy can replace dirty, the more it takes to turn and the sooner it can stop.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, log, maximum, minimum, model, product, where

BAND = 1e-5
"""Totals this near to one another count as equal: their logarithmic mean is their mean."""


@model(symbol=r"\Delta C_k", unit="in the unit of the product")
def changes_by_factor(
    *, factors_start: Sequence[Scalar], factors_end: Sequence[Scalar]
) -> tuple[Scalar, ...]:
    r"""Return how much of a change of emissions each factor accounts for, with nothing left over.

    Parameters: two lists of one length, positive, whose products are emissions at the start and at
    the end. Returns one change a factor; they sum to the whole change. Raises ``ValueError`` out of
    range or for lists of unequal length. Source: :cite:t:`ang2004`, the logarithmic mean method.

    >>> changes = changes_by_factor(factors_start=[1., 2.], factors_end=[2., 2.])
    >>> [round(change, 6) for change in changes]
    [2.0, 0.0]
    """
    start, end = product(factors_start), product(factors_end)
    grown = let("grown", log(end / start), r"\ln (C_1 / C_0)")
    mean = where(abs(grown) > BAND, lambda: (end - start) / grown, lambda: (start + end) / 2)
    mean = let("mean", mean, r"\bar{C}")
    pairs = zip(factors_start, factors_end, strict=True)
    return tuple(mean * log(after / before) for before, after in pairs)


@model(symbol=r"\Delta_I", unit="fraction a year")
def needed_change_of_intensity(*, emissions_growth: Scalar, output_growth: Scalar) -> Scalar:
    r"""Return how emissions for a unit of output must change for emissions to change as aimed at.

    Parameters: scalars or arrays of one shape, fractions a year. Returns a fraction a year. Raises
    ``ValueError`` out of range. Source: derived here, emissions as output times intensity.

    >>> round(needed_change_of_intensity(emissions_growth=-.02, output_growth=.048), 6)
    -0.064885
    """
    return (1 + emissions_growth) / (1 + output_growth) - 1


@model(symbol=r"q_Z^{*}", unit="ratio", capital_share=(0.2, 0.6))
def subsidy_that_turns_research(
    *, clean_lag: Scalar, clean_elasticity: Scalar, capital_share: Scalar
) -> Scalar:
    r"""Return the subsidy, over private profit, from which research goes into clean technology.

    The step that research itself makes is left out. Parameters: scalars or arrays of one shape;
    ``clean_lag`` a ratio of at most 1, ``clean_elasticity`` from 1, ``capital_share`` the exponent
    of machines. Returns a ratio, 0 if clean technology is level. Raises ``ValueError`` out of
    range. Source: :cite:t:`acemoglu2012environment`, relative profits of research.

    >>> round(subsidy_that_turns_research(clean_lag=.5, clean_elasticity=10.,
    ...                                   capital_share=1/3), 6)
    63.0
    """
    return _subsidy_needed(clean_lag, clean_elasticity, capital_share)


def _subsidy_needed(clean_lag: Scalar, clean_elasticity: Scalar, capital_share: Scalar) -> Scalar:
    lock_in = let("lock_in", (1 - capital_share) * (clean_elasticity - 1), r"\varphi_Z")
    return maximum(0.0, clean_lag**-lock_in - 1)


@model(symbol="T_Z", unit="years")
def years_of_clean_research(*, clean_lag: Scalar, clean_progress: Scalar) -> Scalar:
    r"""Return how long clean technology alone must advance until it is level with dirty.

    Parameters: scalars or arrays of one shape; ``clean_lag`` a ratio of at most 1,
    ``clean_progress`` a fraction a year. Returns years. Raises ``ValueError`` out of range. Source:
    derived here from :cite:t:`acemoglu2012environment`.

    >>> round(years_of_clean_research(clean_lag=.5, clean_progress=.02), 4)
    35.0028
    """
    return -log(clean_lag) / log(1 + clean_progress)


@model(symbol="a_{Z,t}", unit="ratio", capital_share=(0.2, 0.6))
def clean_over_dirty(
    *,
    clean_lag: Scalar,
    clean_progress: Scalar,
    turn_year: Scalar,
    year: Scalar,
    research_subsidy: Scalar,
    subsidy_years: Scalar,
    clean_elasticity: Scalar,
    capital_share: Scalar,
) -> Scalar:
    r"""Return clean technology over dirty in a year, with a subsidy that may be small or short.

    Research is clean while a large enough subsidy is paid, and afterwards if clean technology is
    level by then; else it is dirty. Parameters: scalars or arrays of one shape, as for
    :func:`subsidy_that_turns_research`; ``clean_progress`` a fraction a year, the others years.
    Returns a ratio, above 1 once clean has overtaken. Raises ``ValueError`` out of range. Source:
    :cite:t:`acemoglu2012environment`, all research in one of the two.

    >>> round(clean_over_dirty(clean_lag=.5, clean_progress=.02, turn_year=0.,
    ...     year=60., research_subsidy=2., subsidy_years=40., clean_elasticity=3.,
    ...     capital_share=1/3), 4)
    1.6405
    """
    at_turn = clean_lag * (1 + clean_progress) ** -minimum(turn_year, year)
    needed = _subsidy_needed(at_turn, clean_elasticity, capital_share)
    paid = minimum(subsidy_years, maximum(0.0, year - turn_year))
    way = where(research_subsidy >= needed, lambda: 1.0, lambda: -1.0)
    at_stop = at_turn * (1 + clean_progress) ** (way * paid)
    left = maximum(0.0, year - turn_year - subsidy_years)
    onward = where(at_stop >= 1, lambda: left, lambda: -left)
    return at_stop * (1 + clean_progress) ** onward


@model(symbol=r"g_{Y,E}", unit="fraction a year")
def output_growth_behind_energy(*, energy_growth: Scalar, intensity_growth: Scalar) -> Scalar:
    r"""Return the growth of output that growth of energy use and of its intensity imply.

    Parameters: scalars or arrays of one shape, fractions a year. Returns a fraction a year. Raises
    ``ValueError`` out of range. Source: derived here, energy as output times intensity.

    >>> round(output_growth_behind_energy(energy_growth=.026, intensity_growth=-.0382), 6)
    0.06675
    """
    return (1 + energy_growth) / (1 + intensity_growth) - 1
