"""Productivity from the tasks that a technology touches."""

from nqpf.models.elements.tasks import productivity_from_tasks


def given():
    """Return a hopeful case."""
    return {"task_share": 0.2, "saving": 0.3, "labour": 0.535}


def answer(task_share, saving, labour):
    """Return the gain over the whole time."""
    return productivity_from_tasks(
        task_share=task_share, labour_saving=saving, labour_cost_share=labour
    )


def wrong_no_labour(task_share, saving):
    """Return the gain without labour's part."""
    return task_share * saving


def wrong_whole_saving(task_share, labour):
    """Return the gain if the tasks became free."""
    return task_share * labour
