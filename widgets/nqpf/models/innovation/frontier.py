r"""Near to the frontier or far from it: when a strategy of catching up has to change (chapter 7).

Far away, imitation pays; near by, only innovation does. An economy that keeps to investment and
imitation for too long stops at a distance from the frontier: the trap of not converging.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, model, where


@model(symbol="a_{t+1}", unit="ratio")
def next_proximity(
    *, proximity: Scalar, imitation: Scalar, retention: Scalar, frontier_growth: Scalar
) -> Scalar:
    r"""Return proximity to the frontier a year later.

    Parameters: scalars or arrays of one shape; ``proximity`` as a ratio to the frontier,
    ``imitation`` a part of the frontier, ``retention`` and ``frontier_growth`` as fractions.
    Returns a ratio. Raises ``ValueError`` out of range. Source: :cite:t:`acemoglu2006`, eq. (12)
    in reduced form.

    >>> round(next_proximity(proximity=.5, imitation=.06, retention=.9, frontier_growth=.02), 6)
    0.5
    """
    return (imitation + retention * proximity) / (1 + frontier_growth)


@model(symbol=r"a^{*}", unit="ratio")
def lasting_proximity(*, imitation: Scalar, retention: Scalar, frontier_growth: Scalar) -> Scalar:
    r"""Return the proximity at which an economy with one strategy comes to rest.

    Parameters: as for :func:`next_proximity`. Returns a ratio; above 1 the economy would overtake
    the frontier. Raises ``ValueError`` out of range. Source: :cite:t:`acemoglu2006`.

    >>> round(lasting_proximity(imitation=.06, retention=.9, frontier_growth=.02), 6)
    0.5
    """
    return imitation / (1 + frontier_growth - retention)


@model(symbol="a_S^{*}", unit="ratio")
def best_switching_point(
    *,
    imitation_invested: Scalar,
    imitation_innovating: Scalar,
    retention_invested: Scalar,
    retention_innovating: Scalar,
) -> Scalar:
    r"""Return the proximity from which innovation brings an economy closer than investment does.

    Parameters: scalars or arrays of one shape; imitation as parts of the frontier, larger under
    investment; retention as fractions, larger under innovation. Returns a ratio. Raises
    ``ValueError`` out of range. Source: :cite:t:`acemoglu2006`.

    >>> round(best_switching_point(imitation_invested=.06, imitation_innovating=.035,
    ...                            retention_invested=.9, retention_innovating=.985), 6)
    0.294118
    """
    return (imitation_invested - imitation_innovating) / (retention_innovating - retention_invested)


@model(symbol="T_a", unit="years", proximity=(0.01, 0.4))
def years_to_proximity(
    *,
    proximity: Scalar,
    switching_point: Scalar,
    imitation: Scalar,
    retention: Scalar,
    frontier_growth: Scalar,
) -> Scalar:
    r"""Return how many years of one strategy lead from one proximity to another, or -1 if none do.

    Parameters: as for :func:`next_proximity`, and ``switching_point``, the ratio to reach. Returns
    years, not rounded, and 0 if it is reached already. Raises ``ValueError`` out of range. Source:
    the recursion of :cite:t:`acemoglu2006`, solved.

    >>> round(years_to_proximity(proximity=.2, switching_point=.45, imitation=.06, retention=.9,
    ...                          frontier_growth=.02), 2)
    14.32
    """
    rest = lasting_proximity(
        imitation=imitation, retention=retention, frontier_growth=frontier_growth
    )
    return where(
        switching_point <= proximity,
        lambda: 0.0,
        lambda: where(
            switching_point >= rest,
            lambda: -1.0,
            lambda: (
                log((rest - proximity) / (rest - switching_point))
                / log((1 + frontier_growth) / retention)
            ),
        ),
    )


@model(symbol="a_t", unit="ratio")
def proximity_path(
    *,
    proximity: Scalar,
    switching_point: Scalar,
    imitation_invested: Scalar,
    imitation_innovating: Scalar,
    retention_invested: Scalar,
    retention_innovating: Scalar,
    frontier_growth: Scalar,
    years: int,
) -> tuple[Scalar, ...]:
    r"""Return proximity year by year, under investment below the switching point, else innovation.

    The strategy is chosen anew each year: an economy that falls back below the point invests again.
    Parameters: scalars or arrays of one shape as above; ``years`` a whole number up to 60. Returns
    ``years + 1`` ratios. Raises ``ValueError`` out of range. Source: :cite:t:`acemoglu2006`.

    >>> [round(a, 4) for a in proximity_path(
    ...     proximity=.2, switching_point=.25, imitation_invested=.06, imitation_innovating=.035,
    ...     retention_invested=.9, retention_innovating=.985, frontier_growth=.02, years=3)]
    [0.2, 0.2353, 0.2664, 0.2916]
    """
    path = [proximity]
    for year in range(years):
        now = path[-1]
        invested = (imitation_invested + retention_invested * now) / (1 + frontier_growth)
        innovating = (imitation_innovating + retention_innovating * now) / (1 + frontier_growth)
        path.append(
            let(
                f"proximity_{year + 1}",
                _chosen(now < switching_point, invested, innovating),
            )
        )
    return tuple(path)


def _chosen(condition: Scalar, invested: Scalar, innovating: Scalar) -> Scalar:
    return where(condition, lambda: invested, lambda: innovating)
