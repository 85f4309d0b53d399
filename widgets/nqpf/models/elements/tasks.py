r"""Machines and tasks: output, wages, labour's share and jobs (chapter 17).

Work is a line of tasks, some done by machines and the others by people. Handing one more task to
machines may raise output and wages, or output alone, or neither: how much capital there is decides.
Labour's share falls each time unless new tasks arise. If all who want work have it, jobs cannot
move; under a floor of wages they do.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, exp, maximum, minimum, model, power


@model(symbol="Y_T", unit="index")
def output_of_tasks(
    *, automated_tasks: Scalar, capital_per_person: Scalar, employment_rate: Scalar
) -> Scalar:
    r"""Return output for each person who can work, when every task is needed alike.

    Parameters: scalars or arrays of one shape; ``automated_tasks`` from .05 to .95,
    ``capital_per_person`` an index, ``employment_rate`` a fraction. Returns an index. Raises
    ``ValueError`` out of range. Source: :cite:t:`acemoglu2018race`, with an elasticity of 1 between
    tasks and people equally good at all.

    >>> round(output_of_tasks(automated_tasks=.3, capital_per_person=1., employment_rate=1.), 4)
    1.842
    """
    by_people = 1 - automated_tasks
    machines = power(capital_per_person / automated_tasks, automated_tasks)
    return machines * power(employment_rate / by_people, by_people)


@model(symbol="w_T", unit="index")
def wage_of_tasks(
    *, automated_tasks: Scalar, capital_per_person: Scalar, employment_rate: Scalar
) -> Scalar:
    r"""Return the wage at which as many find work as is set: the marginal product of labour.

    Parameters: as for :func:`output_of_tasks`. Returns an index. Raises ``ValueError`` out of
    range. Source: :cite:t:`acemoglu2018race`, as there.

    >>> round(wage_of_tasks(automated_tasks=.3, capital_per_person=1., employment_rate=1.), 4)
    1.2894
    """
    by_people = 1 - automated_tasks
    per_task = by_people * capital_per_person / (automated_tasks * employment_rate)
    return power(per_task, automated_tasks)


@model(symbol="s_{L,T}", unit="fraction of output")
def labour_share_of_tasks(*, automated_tasks: Scalar, new_tasks: Scalar) -> Scalar:
    r"""Return labour's share of output: the part of tasks that people do.

    New tasks take the place of automated ones, up to all of them. Parameters: scalars or arrays of
    one shape, fractions. Returns a fraction. Raises ``ValueError`` out of range. Source:
    :cite:t:`acemoglu2018race`, as in :func:`output_of_tasks`.

    >>> labour_share_of_tasks(automated_tasks=.5, new_tasks=.25)
    0.75
    """
    return 1 - maximum(0.0, automated_tasks - new_tasks)


@model(symbol="k_{Y}", unit="index")
def capital_for_output_to_rise(*, automated_tasks: Scalar) -> Scalar:
    r"""Return the capital for each worker from which one more automated task raises output.

    Below it machines are dearer than people in that task. Parameters: ``automated_tasks`` from .05
    to .95, all who can work doing so. Returns an index. Raises ``ValueError`` out of range. Source:
    derived here from :func:`output_of_tasks`.

    >>> round(capital_for_output_to_rise(automated_tasks=.3), 6)
    0.428571
    """
    return automated_tasks / (1 - automated_tasks)


@model(symbol="k_{w}", unit="index")
def capital_for_wages_to_rise(*, automated_tasks: Scalar) -> Scalar:
    r"""Return the capital for each worker from which one more automated task raises wages.

    Parameters: as for :func:`capital_for_output_to_rise`, of which this is a multiple. Returns an
    index. Raises ``ValueError`` out of range. Source: derived here from :func:`wage_of_tasks`.

    >>> round(capital_for_wages_to_rise(automated_tasks=.3), 6)
    1.788315
    """
    by_people = 1 - automated_tasks
    return automated_tasks / by_people * exp(1 / by_people)


@model(symbol="e_{T,w}", unit="fraction")
def employment_under_floor(
    *, automated_tasks: Scalar, capital_per_person: Scalar, wage_floor: Scalar
) -> Scalar:
    r"""Return the part of those who can work that is employed when no wage may be lower.

    Parameters: scalars or arrays of one shape; a fraction, an index and a wage. Returns a fraction,
    1 if the wage is above the floor anyway. Raises ``ValueError`` out of range. Source: derived
    here, :func:`wage_of_tasks` solved for employment.

    >>> round(employment_under_floor(automated_tasks=.5, capital_per_person=1., wage_floor=2.), 6)
    0.25
    """
    odds = (1 - automated_tasks) * capital_per_person / automated_tasks
    return minimum(1.0, odds * power(wage_floor, -1 / automated_tasks))


@model(symbol=r"\Delta_T", unit="fraction, over the whole time")
def productivity_from_tasks(
    *, task_share: Scalar, labour_saving: Scalar, labour_cost_share: Scalar
) -> Scalar:
    r"""Return by how much a technology raises productivity, from the tasks that it makes cheaper.

    Parameters: scalars or arrays of one shape, fractions. Returns a fraction over as long as
    ``task_share`` refers to. Raises ``ValueError`` out of range. Source: :cite:t:`acemoglu2025`,
    Hulten's theorem for tasks.

    >>> round(productivity_from_tasks(task_share=.046, labour_saving=.27,
    ...                               labour_cost_share=.535), 6)
    0.006645
    """
    return task_share * labour_saving * labour_cost_share
