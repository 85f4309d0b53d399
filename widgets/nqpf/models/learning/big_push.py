r"""A big push: when plants pay only if many are built at once (chapter 10).

A modern plant needs labour before it makes anything, and pays more than workshops do. Its wages
buy what other plants make. So there can be two outcomes, none modern and all modern, and a push
from one to the other pays, but only inside a window: below it no push is needed, above it even
everybody together makes losses.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from nqpf.algebra import Refusal, Scalar, let, maximum, model

_LABOUR = (6.0, 20.0)


class Window(NamedTuple):
    """Between which needs of starting labour both outcomes hold."""

    lowest: Scalar
    highest: Scalar


@model(symbol="y_M", unit="output of a sector", labour=_LABOUR)
def output_of_push(
    *, labour: Scalar, modern_advantage: Scalar, starting_labour: Scalar, modern_share: Scalar
) -> Scalar:
    r"""Return what each sector makes when all labour is at work and a part of sectors is modern.

    Parameters: scalars or arrays of one shape; ``labour`` from 6 to 20 and ``starting_labour`` in
    workers, ``modern_advantage`` a ratio, ``modern_share`` a fraction. Returns output, in what one
    worker makes in a workshop. Raises ``ValueError`` out of range. Source: :cite:t:`murphy1989`.

    >>> output_of_push(labour=10., modern_advantage=2., starting_labour=3., modern_share=1.)
    14.0
    """
    left = labour - modern_share * starting_labour
    return left / (1 - modern_share + modern_share / modern_advantage)


@model(symbol=r"\pi_M", unit="output of a worker in a workshop", labour=_LABOUR)
def profit_of_plant(
    *,
    labour: Scalar,
    modern_advantage: Scalar,
    starting_labour: Scalar,
    wage_premium: Scalar,
    modern_share: Scalar,
) -> Scalar:
    r"""Return the profit of a plant when a part of all sectors has one.

    Parameters: as for :func:`output_of_push`, with ``wage_premium`` from 0 to 1. Returns profit,
    negative for a loss, in what one worker makes in a workshop. Raises ``ValueError`` out of range.
    Source: :cite:t:`murphy1989`.

    >>> case = dict(labour=10., modern_advantage=2., starting_labour=.8, wage_premium=.8)
    >>> [round(profit_of_plant(**case, modern_share=share), 6) for share in (0., 1.)]
    [-0.44, 0.4]
    """
    sold = output_of_push(
        labour=labour,
        modern_advantage=modern_advantage,
        starting_labour=starting_labour,
        modern_share=modern_share,
    )
    return sold - (1 + wage_premium) * (sold / modern_advantage + starting_labour)


@model(symbol=(r"F_M^{\min}", r"F_M^{\max}"), unit="workers", labour=_LABOUR)
def push_window(*, labour: Scalar, modern_advantage: Scalar, wage_premium: Scalar) -> Window:
    r"""Return between which needs of starting labour a push moves an economy that stays moved.

    Parameters: as for :func:`profit_of_plant`. Returns two numbers of workers, equal where there is
    no window: without a wage premium, or with one as large as the advantage. Raises ``ValueError``
    out of range. Source: derived here from :cite:t:`murphy1989`.

    >>> window = push_window(labour=10., modern_advantage=2., wage_premium=.8)
    >>> [round(end, 6) for end in window]
    [0.555556, 1.0]
    """
    margin = let("margin", maximum(0.0, 1 - (1 + wage_premium) / modern_advantage), r"\mu_M")
    return Window(labour * margin / (1 + wage_premium), labour * margin)


def _even_all_make_a_loss(
    labour: Scalar, modern_advantage: Scalar, starting_labour: Scalar, wage_premium: Scalar
) -> Any:
    window = push_window(
        labour=labour, modern_advantage=modern_advantage, wage_premium=wage_premium
    )
    return starting_labour > window.highest


@model(
    symbol="n_M^{*}",
    unit="fraction",
    refuses=Refusal(
        _even_all_make_a_loss,
        "no share suffices: even with all sectors modern a plant makes a loss. Let starting take "
        "fewer workers, or take a lower wage premium.",
    ),
    labour=_LABOUR,
    starting_labour=(0.1, 5.0),
    wage_premium=(0.05, 1.0),
)
def critical_share(
    *, labour: Scalar, modern_advantage: Scalar, starting_labour: Scalar, wage_premium: Scalar
) -> Scalar:
    r"""Return the part of sectors that must be modern for one more plant to pay.

    Parameters: as for :func:`profit_of_plant`, with ``starting_labour`` of at least 0.1 and
    ``wage_premium`` of at least 0.05. Returns a fraction: 0 where the first plant pays alone.
    Raises ``ValueError`` out of range, and where even all sectors together make a loss. Source:
    derived here from :cite:t:`murphy1989`.

    >>> round(critical_share(labour=10., modern_advantage=2., starting_labour=.8,
    ...                      wage_premium=.8), 6)
    0.6875
    """
    margin = 1 - (1 + wage_premium) / modern_advantage
    missing = (1 + wage_premium) * starting_labour - labour * margin
    return maximum(0.0, missing / (wage_premium * starting_labour))
