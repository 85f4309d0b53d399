r"""Rules for a digital market: trust gained against a cost that is the same for small and large.

Some users stay away because they fear for their data or a fair deal; a rule brings them back. To
comply costs each firm about the same whatever its size, so that small firms leave first. A rule
that binds large firms alone reaches most of the trade and few of the firms (chapter 16). Firms lie
evenly between size 0 and that of the largest, 1; the market is worth 1 if all users come, all
firms stay and nothing is spent on rules.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, maximum, minimum, model


@model(symbol="C_U", unit="fraction")
def trade_covered(*, binding_size: Scalar) -> Scalar:
    r"""Return the part of trade that is with firms large enough to be bound by a rule.

    Parameters: ``binding_size`` over the largest firm. Returns a fraction of all trade before any
    firm leaves. Raises ``ValueError`` out of range. Source: derived here.

    >>> trade_covered(binding_size=.5)
    0.75
    """
    return 1 - binding_size**2


@model(symbol="U_U", unit="fraction")
def users_who_come(*, rule_strength: Scalar, binding_size: Scalar, distrust: Scalar) -> Scalar:
    r"""Return the part of users who come, with a rule of some strength for firms of some size.

    Each further step of a rule brings back fewer. Parameters: scalars or arrays of one shape, all
    fractions. Returns a fraction. Raises ``ValueError`` out of range. Source: derived here.

    >>> users_who_come(rule_strength=1., binding_size=0., distrust=.3)
    1.0
    """
    reached = rule_strength * trade_covered(binding_size=binding_size)
    return 1 - distrust * (1 - reached) ** 2


@model(symbol="z_U", unit="over the largest firm")
def smallest_bound_firm(
    *, rule_strength: Scalar, binding_size: Scalar, distrust: Scalar, cost_of_rule: Scalar
) -> Scalar:
    r"""Return the size of the smallest firm that a rule binds and that stays all the same.

    A bound firm stays if what it earns, its size times the users who come, is no less than the cost
    of the rule. Parameters: as for :func:`users_who_come`; ``cost_of_rule`` of the full rule over
    what the largest firm earns. Returns a size, ``binding_size`` where no firm leaves. Raises
    ``ValueError`` out of range. Source: derived here.

    >>> smallest_bound_firm(rule_strength=1., binding_size=0., distrust=.3, cost_of_rule=.2)
    0.2
    """
    users = users_who_come(
        rule_strength=rule_strength, binding_size=binding_size, distrust=distrust
    )
    return minimum(1.0, maximum(binding_size, cost_of_rule * rule_strength / users))


@model(symbol="V_U", unit="of a market with all users and firms and no cost")
def worth_of_market(
    *, rule_strength: Scalar, binding_size: Scalar, distrust: Scalar, cost_of_rule: Scalar
) -> Scalar:
    r"""Return what a digital market is worth under a rule, less what the rule costs its firms.

    Parameters: as for :func:`smallest_bound_firm`. Returns a fraction. Raises ``ValueError`` out of
    range. Source: derived here.

    >>> round(worth_of_market(rule_strength=1., binding_size=0., distrust=.3, cost_of_rule=.2), 6)
    0.64
    """
    case = {"rule_strength": rule_strength, "binding_size": binding_size, "distrust": distrust}
    users = let("users", users_who_come(**case), "U_U")
    left = let("left", smallest_bound_firm(**case, cost_of_rule=cost_of_rule), "z_U")
    trade = 1 - (left**2 - binding_size**2)
    return users * trade - 2 * cost_of_rule * rule_strength * (1 - left)
