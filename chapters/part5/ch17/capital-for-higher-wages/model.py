"""The capital from which automation raises wages."""

from math import e

from nqpf.models.elements.tasks import capital_for_output_to_rise, capital_for_wages_to_rise


def given():
    """Return the part of tasks that machines do."""
    return {"tasks": 0.4}


def answer(tasks):
    """Return the threshold for wages."""
    return capital_for_wages_to_rise(automated_tasks=tasks)


def wrong_output_only(tasks):
    """Return the threshold for output."""
    return capital_for_output_to_rise(automated_tasks=tasks)


def wrong_without_share(tasks):
    """Return the threshold with a plain factor e."""
    return capital_for_output_to_rise(automated_tasks=tasks) * e
