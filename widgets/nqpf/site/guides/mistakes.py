"""What classes get wrong: the mistakes that exercises name, each with what answers it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nqpf.exercises import Exercise
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.number import Number
from nqpf.exercises.kinds.order import Order
from nqpf.site.build import markdown


@dataclass(frozen=True)
class Mistake:
    """What is answered, as Markdown, and the sentence that answers it."""

    answer: str
    message: str

    @property
    def shown(self) -> tuple[Markup, Markup]:
        """Both as HTML; the answer is not said twice where the sentence begins with it."""
        answer = "" if self.message.startswith(self.answer) else self.answer
        return markdown.inline(answer), markdown.inline(self.message)


def mistakes(exercise: Exercise) -> list[Mistake]:
    """Return the mistakes that an exercise names, in its order, none where it names none.

    Figures are those of the page before anything is drawn anew. A statement to sort, or a line to
    put in order, is no mistake; a line that does not belong is one.
    """
    task = exercise.task
    if isinstance(task, Number):
        figures = task.figures("0")
        return [
            Mistake(
                figures[f"wrong_{one.name}"],
                fill(one.message, figures | {"wrong": figures[f"wrong_{one.name}"]}),
            )
            for one in task.wrong
        ]
    if isinstance(task, Choice):
        wrong = [] if task.labels else [one for one in task.options if not one.truth]
        return [Mistake(one.text, one.message) for one in wrong]
    if isinstance(task, Order) and not task.code:
        return [Mistake(one.text, one.message) for one in task.lines if one.place is None]
    return []
