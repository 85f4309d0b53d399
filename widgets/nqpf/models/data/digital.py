r"""The productivity J-curve: invest in what is not measured, and measured output dips (chapter 15).

Digital transformation needs reorganising, training and cleaning of data. This builds intangible
capital that statistics do not count, so measured productivity first falls and later, if the
capital is useful, rises above where it was. Labour, capital and technology stay the same.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, model


@model(symbol="J_0", unit="fraction of output before")
def dip_of_measured_output(*, investment_before: Scalar, investment_after: Scalar) -> Scalar:
    r"""Return the change in measured output in the year in which unmeasured investment steps up.

    Parameters: scalars or arrays of one shape, fractions of output. Returns a fraction, negative if
    investment rises. Raises ``ValueError`` out of range. Source: derived here from the J-curve of
    :cite:t:`brynjolfsson2021`.

    >>> round(dip_of_measured_output(investment_before=.02, investment_after=.06), 6)
    -0.040816
    """
    return (1 - investment_after) / (1 - investment_before) - 1


@model(symbol=r"J_{\infty}", unit="fraction of output before")
def long_run_of_measured_output(
    *, investment_before: Scalar, investment_after: Scalar, intangible_elasticity: Scalar
) -> Scalar:
    r"""Return the change in measured output in the long run, when intangible capital has grown.

    Parameters: as for :func:`dip_of_measured_output`, with ``intangible_elasticity`` from 0.02 to
    0.3. Returns a fraction. Raises ``ValueError`` out of range. Source: derived here from the
    J-curve of :cite:t:`brynjolfsson2021`.

    >>> round(long_run_of_measured_output(investment_before=.02, investment_after=.06,
    ...                                   intangible_elasticity=.1), 6)
    0.083715
    """
    grown = (investment_after / investment_before) ** (
        intangible_elasticity / (1 - intangible_elasticity)
    )
    return grown * (1 - investment_after) / (1 - investment_before) - 1


@model(
    symbol=r"\alpha_I^{*}",
    unit="ratio",
    investment_before=(0.005, 0.03),
    investment_after=(0.04, 0.12),
)
def break_even_elasticity(*, investment_before: Scalar, investment_after: Scalar) -> Scalar:
    r"""Return the elasticity at which the investment only just pays back in measured output.

    Parameters: as for :func:`dip_of_measured_output`, with investment that rises. Returns a ratio;
    below it the J-curve never turns up. Raises ``ValueError`` out of range. Source: derived here
    from :func:`long_run_of_measured_output`.

    >>> round(break_even_elasticity(investment_before=.02, investment_after=.06), 6)
    0.036546
    """
    kept = log((1 - investment_before) / (1 - investment_after))
    ratio = let("ratio", kept / log(investment_after / investment_before), r"\chi_I")
    return ratio / (1 + ratio)


@model(symbol=r"K_I^{\prime}", unit="index")
def intangible_capital_next(
    *,
    intangible_capital: Scalar,
    investment_after: Scalar,
    intangible_elasticity: Scalar,
    intangible_depreciation: Scalar,
) -> Scalar:
    r"""Return intangible capital one year on: what is left, and what is added out of output.

    Parameters: scalars or arrays of one shape; ``intangible_capital`` a positive index, the others
    fractions. Returns an index. Raises ``ValueError`` out of range. Source: derived here from the
    J-curve of :cite:t:`brynjolfsson2021`.

    >>> round(intangible_capital_next(intangible_capital=1., investment_after=.06,
    ...     intangible_elasticity=.1, intangible_depreciation=.15), 6)
    0.91
    """
    invested = investment_after * intangible_capital**intangible_elasticity
    return (1 - intangible_depreciation) * intangible_capital + invested


@model(symbol="J_t", unit="fraction of output before")
def measured_output_path(
    *,
    investment_before: Scalar,
    investment_after: Scalar,
    intangible_elasticity: Scalar,
    intangible_depreciation: Scalar,
    years: int,
) -> tuple[Scalar, ...]:
    r"""Return measured output in each year relative to before, from the step up in year 0 on.

    The economy starts where intangible capital had settled. Parameters: as for
    :func:`intangible_capital_next`, with ``years`` a whole number up to 60. Returns ``years`` + 1
    fractions. Raises ``ValueError`` out of range. Source: derived here from the J-curve of
    :cite:t:`brynjolfsson2021`.

    >>> path = measured_output_path(investment_before=.02, investment_after=.06,
    ...     intangible_elasticity=.1, intangible_depreciation=.15, years=5)
    >>> [round(change, 6) for change in path][::5]
    [-0.040816, 0.037429]
    """
    path = true_output_path(
        investment_before=investment_before,
        investment_after=investment_after,
        intangible_elasticity=intangible_elasticity,
        intangible_depreciation=intangible_depreciation,
        years=years,
    )
    counted = (1 - investment_after) / (1 - investment_before)
    return tuple(counted * (1 + change) - 1 for change in path)


@model(symbol="J_t^{+}", unit="fraction of output before")
def true_output_path(
    *,
    investment_before: Scalar,
    investment_after: Scalar,
    intangible_elasticity: Scalar,
    intangible_depreciation: Scalar,
    years: int,
) -> tuple[Scalar, ...]:
    r"""Return output in each year relative to before, what is invested in intangibles included.

    Parameters: as for :func:`measured_output_path`. Returns ``years`` + 1 fractions, the first 0:
    it never dips. Raises ``ValueError`` out of range. Source: derived here from the J-curve of
    :cite:t:`brynjolfsson2021`.

    >>> path = true_output_path(investment_before=.02, investment_after=.06,
    ...     intangible_elasticity=.1, intangible_depreciation=.15, years=5)
    >>> [round(change, 6) for change in path][::5]
    [0.0, 0.081575]
    """
    eta, kept = intangible_elasticity, 1 - intangible_depreciation
    start = (investment_before / intangible_depreciation) ** (1 / (1 - eta))
    capital = let("capital_0", start)
    before = let("output_before", capital**eta)
    path = []
    for year in range(years + 1):
        output = let(f"output_{year}", capital**eta)
        path.append(output / before - 1)
        capital = let(f"capital_{year + 1}", kept * capital + investment_after * output)
    return tuple(path)
