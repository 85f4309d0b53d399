"""The two thresholds of capital."""

from nqpf.models.elements.tasks import capital_for_output_to_rise, capital_for_wages_to_rise


def given():
    """Return the thresholds when machines do three tenths of tasks."""
    return {
        "for_output": capital_for_output_to_rise(automated_tasks=0.3),
        "for_wages": capital_for_wages_to_rise(automated_tasks=0.3),
    }
