"""One step of automation with everybody at work."""

from nqpf.models.elements.tasks import labour_share_of_tasks, output_of_tasks, wage_of_tasks

CASE = {"capital_per_person": 1.0, "employment_rate": 1.0}


def given():
    """Return the changes of output and of the wage, and labour's share before and after."""

    def change(outcome):
        return outcome(automated_tasks=0.4, **CASE) / outcome(automated_tasks=0.3, **CASE) - 1

    return {
        "output": change(output_of_tasks),
        "wage": -change(wage_of_tasks),
        "before": labour_share_of_tasks(automated_tasks=0.3, new_tasks=0.0),
        "after": labour_share_of_tasks(automated_tasks=0.4, new_tasks=0.0),
    }
