r"""Infrastructure: how much of it, how fully used, and from how many users on (chapter 15).

Roads, grids and networks raise what private capital makes, and are paid out of it. There is a best
part of output to give them; idleness lowers what they do but does not move that part. What is
worth more the more use it has a second threshold: below a critical mass it dies out.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, maximum, minimum, model, power, sqrt, total, where


@model(symbol="g_G", unit="fraction a year")
def growth_with_infrastructure(
    *,
    public_elasticity: Scalar,
    public_share: Scalar,
    public_use: Scalar,
    technology_level: Scalar,
    time_preference: Scalar,
    smoothing: Scalar,
) -> Scalar:
    r"""Return growth of an economy that gives a part of output to infrastructure.

    It is highest where that part is the elasticity, however fully infrastructure is used.
    Parameters: scalars or arrays of one shape; fractions, an index and ratios as declared. Returns
    a fraction a year, negative if next to nothing is given. Raises ``ValueError`` out of range.
    Source: :cite:t:`barro1990`, with use as a factor of the service.

    >>> round(growth_with_infrastructure(public_elasticity=.2, public_share=.2, public_use=1.,
    ...     technology_level=.25, time_preference=.02, smoothing=2.), 6)
    0.02783
    """
    private = let("private", 1 - public_elasticity, r"\beta_G")
    service = power(public_use * public_share, public_elasticity / private)
    technology = power(technology_level, 1 / private)
    return_on_capital = let("return_kept", private * technology * (1 - public_share) * service)
    return (return_on_capital - time_preference) / smoothing


@model(symbol=r"n_N^{\ast}", unit="fraction")
def critical_mass(*, network_price: Scalar) -> Scalar:
    r"""Return the part of possible users below which a network loses them all.

    Whoever values a full network at v, with v even between 0 and 1, joins if v times the part that
    has joined is worth the price. Parameters: ``network_price`` from 0 to 1/4, above which nobody
    stays. Returns a fraction of at most 1/2. Raises ``ValueError`` out of range. Source:
    :cite:t:`rohlfs1974`.

    >>> round(critical_mass(network_price=.16), 6)
    0.2
    """
    return (1 - sqrt(maximum(0.0, 1 - 4 * network_price))) / 2


@model(symbol=r"\bar{n}_N", unit="fraction")
def users_of_grown_network(*, network_price: Scalar) -> Scalar:
    r"""Return the part of possible users that a network keeps once it is over its critical mass.

    Parameters: ``network_price`` from 0 to 1/4. Returns a fraction of at least 1/2. Raises
    ``ValueError`` out of range. Source: :cite:t:`rohlfs1974`.

    >>> round(users_of_grown_network(network_price=.16), 6)
    0.8
    """
    return (1 + sqrt(maximum(0.0, 1 - 4 * network_price))) / 2


def willing_to_join(others: Scalar, price: Scalar) -> Scalar:
    r"""Return the part of possible users who join, given the part of others who are there.

    Whoever values a full network at v, with v even between 0 and 1, joins if v times ``others`` is
    worth ``price``. Parameters: two scalars or arrays of one shape, fractions. Returns a fraction,
    0 if even the keenest would not join. Source: :cite:t:`rohlfs1974`.

    >>> willing_to_join(.5, .25)
    0.5
    """
    return where(others > price, lambda: 1 - price / others, lambda: 0.0)


@model(symbol="n_{N,t+1}", unit="fraction")
def next_users(*, network_users: Scalar, network_price: Scalar, joining_speed: Scalar) -> Scalar:
    r"""Return the part of possible users one period on, some of whom join or leave.

    Parameters: scalars or arrays of one shape; ``network_users`` and ``joining_speed`` fractions,
    ``network_price`` from 0 to 1/4. Returns a fraction. Raises ``ValueError`` out of range. Source:
    derived here, a step towards the users of :cite:t:`rohlfs1974`.

    >>> round(next_users(network_users=.5, network_price=.16, joining_speed=.5), 6)
    0.59
    """
    wanted = willing_to_join(network_users, network_price)
    return network_users + joining_speed * (wanted - network_users)


@model(symbol="u_{R,i}", unit="fraction")
def use_by_region(
    *, regional_demand: Sequence[Scalar], regional_capacity: Sequence[Scalar]
) -> tuple[Scalar, ...]:
    r"""Return which part of its infrastructure each region uses: what stands idle serves nobody.

    Parameters: two lists of one length, units of capacity. Returns one fraction a region, at most
    1. Raises ``ValueError`` out of range or for lists of unequal length. Source: derived here,
    demand over capacity.

    >>> use_by_region(regional_demand=[.5, 3.], regional_capacity=[1., 2.])
    (0.5, 1.0)
    """
    pairs = zip(regional_demand, regional_capacity, strict=True)
    return tuple(minimum(1.0, wanted / there) for wanted, there in pairs)


@model(symbol=r"\mu_R", unit="fraction")
def part_of_demand_served(
    *, regional_demand: Sequence[Scalar], regional_capacity: Sequence[Scalar]
) -> Scalar:
    r"""Return which part of all demand is met when capacity cannot move between regions.

    Parameters: as for :func:`use_by_region`. Returns a fraction. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: derived here.

    >>> part_of_demand_served(regional_demand=[1., 3.], regional_capacity=[2., 2.])
    0.75
    """
    pairs = zip(regional_demand, regional_capacity, strict=True)
    met = total(minimum(wanted, there) for wanted, there in pairs)
    return met / total(regional_demand)
