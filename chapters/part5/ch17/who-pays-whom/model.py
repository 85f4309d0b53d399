"""What owners gain and workers lose from a step of automation."""

from itertools import pairwise

from nqpf.models.elements.tasks import output_of_tasks, wage_of_tasks


def given(draw):
    """Return a step at a depth of capital."""
    tasks = draw.step(0.25, 0.4, 0.01)
    return {"tasks": tasks, "later": round(tasks + 0.1, 2), "capital": draw.step(0.8, 1.7, 0.1)}


def both(tasks, capital):
    """Return output and the wage."""
    case = {"automated_tasks": tasks, "capital_per_person": capital, "employment_rate": 1.0}
    return output_of_tasks(**case), wage_of_tasks(**case)


def sides(tasks, later, capital):
    """Return what output, workers and owners gain."""
    (output, wage), (more, less) = both(tasks, capital), both(later, capital)
    return more - output, less - wage, (more - less) - (output - wage)


def answer(tasks, later, capital):
    """Return the loss of workers over the gain of owners."""
    _, workers, owners = sides(tasks, later, capital)
    return -workers / owners


def wrong_of_output(tasks, later, capital):
    """Return the loss over the output gained."""
    made, workers, _ = sides(tasks, later, capital)
    return -workers / made


def wrong_wage_fall(tasks, later, capital):
    """Return by what part the wage falls."""
    return 1 - both(later, capital)[1] / both(tasks, capital)[1]


def reject(tasks, later, capital):
    """Return whether workers hardly lose, or output hardly gains, or mistakes meet."""
    made, workers, _ = sides(tasks, later, capital)
    values = sorted(
        [
            answer(tasks, later, capital),
            wrong_of_output(tasks, later, capital),
            wrong_wage_fall(tasks, later, capital),
        ]
    )
    close = min(b - a for a, b in pairwise(values)) < 0.03
    return workers > -0.02 or made < 0.02 or close
