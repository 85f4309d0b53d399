r"""Who earns what when machines do more: the Gini coefficient of three groups (chapter 17).

Some find no work, some live on wages, and a few own the machines as well. With these three groups
the Gini coefficient has a form that can be worked out by hand, so that jobs, labour's share and
ownership can be told apart as reasons for inequality.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, model


def _owners_out_of_work(employment_rate: Scalar, owner_people: Scalar) -> Any:
    return owner_people > employment_rate


REFUSES = Refusal(
    _owners_out_of_work,
    "owners have work too in this model, so they cannot be more than the employed: take fewer "
    "owners or more employed.",
)


@model(symbol=r"G_W", unit="index", refuses=REFUSES)
def gini_of_three_groups(
    *,
    employment_rate: Scalar,
    labour_income_share: Scalar,
    owner_people: Scalar,
    transfer_rate: Scalar,
) -> Scalar:
    r"""Return the Gini coefficient when some have no work, most have wages, and a few have capital.

    A part of all income is taken and paid out again, to each person alike. Parameters: scalars or
    arrays of one shape, fractions. Returns a number from 0 to 1. Raises ``ValueError`` out of range
    and if owners are more than the employed. Source: derived here, twice the area between the
    diagonal and a Lorenz curve of three lines.

    >>> round(gini_of_three_groups(employment_rate=1., labour_income_share=.5, owner_people=.1,
    ...                            transfer_rate=0.), 6)
    0.45
    """
    workers = employment_rate - owner_people
    return (1 - transfer_rate) * (1 - owner_people - workers * labour_income_share)


@model(symbol=("L_{W,0}", "L_{W,1}", "L_{W,2}"), unit="fraction of income", refuses=REFUSES)
def incomes_of_three_groups(
    *,
    employment_rate: Scalar,
    labour_income_share: Scalar,
    owner_people: Scalar,
    transfer_rate: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return the part of income that those without work have, those with wages alone, and owners.

    Parameters: as for :func:`gini_of_three_groups`. Returns three fractions that sum to 1. Raises
    ``ValueError`` as there. Source: derived here, wages shared alike by all who work.

    >>> parts = incomes_of_three_groups(employment_rate=.8, labour_income_share=.5,
    ...                                 owner_people=.1, transfer_rate=0.)
    >>> [round(part, 4) for part in parts]
    [0.0, 0.4375, 0.5625]
    """
    kept, workers = 1 - transfer_rate, employment_rate - owner_people
    idle = transfer_rate * (1 - employment_rate)
    earning = kept * labour_income_share * workers / employment_rate + transfer_rate * workers
    return idle, earning, 1 - idle - earning
