"""A choice to click in Jupyter: the options as widgets, and the verdict that a cell would give.

Each widget carries the words of its option, so that a keyboard and a screen reader reach all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.shown.text import as_markdown, call_of, question
from nqpf.exercises.shown.tries import tries
from nqpf.words import _

if TYPE_CHECKING:
    from nqpf.exercises.declaration import Exercise

WIDGET = "application/vnd.jupyter.widget-view+json"
WRAPPED = "nqpf-options"
STYLE = f"""<style>
.{WRAPPED} .widget-radio-box label, .{WRAPPED} .widget-label, .{WRAPPED} .widget-label-basic
{{ height: auto; white-space: normal; line-height: 1.4; margin-bottom: 0.4em }}
</style>"""
"""Options are sentences: they take as many lines as they need."""
WIDE = {"layout": {"width": "auto"}, "style": {"description_width": "initial"}}


def view(exercises: Sequence[Exercise]) -> dict[str, Any]:
    """Return exercises, one below the other, as the bundle's part that is a widget."""
    shown = widgets.VBox([_shown(one) for one in exercises])
    bundle: dict[str, Any] = shown._repr_mimebundle_()
    return {WIDGET: bundle[WIDGET]}


def _shown(exercise: Exercise) -> Any:
    task = exercise.task
    return clickable(exercise, task) if isinstance(task, Choice) else _text(as_markdown(exercise))


def clickable(exercise: Exercise, task: Choice) -> Any:
    """Return a choice as its question, its options, a button, and room for the verdict."""
    fields, chosen = _fields(task)
    button = widgets.Button(description=_("Check"), tooltip=exercise.title)
    verdict, said = widgets.HTML(), widgets.Output()

    def check(_button: Any) -> None:
        tries[exercise.slug] += 1
        result = task.check(chosen(), "0")
        # Put in anew, an alert is read out; the reasons below it are Markdown.
        word = _("Right.") if result.correct else _("Not yet.")
        verdict.value = f'<p role="alert"><strong>{word}</strong></p>'
        said.outputs = _markdown(str(result))

    button.on_click(check)
    how = _("Or answer in a cell: {call}").format(call=f"`{call_of(exercise)}`")
    options = widgets.VBox([widgets.HTML(STYLE), *fields])
    options.add_class(WRAPPED)
    return widgets.VBox([_text(question(exercise)), options, button, verdict, said, _text(how)])


def _fields(task: Choice) -> tuple[list[Any], Callable[[], Any]]:
    """Return the widgets of the options, and what returns the answer that they show."""
    texts = [f"{place}. {_plain(one.text)}" for place, one in enumerate(task.options, start=1)]
    if task.labels:
        labels = [(_("choose"), ""), *((label, label) for label in task.labels)]
        boxes = [widgets.Dropdown(options=labels, description=text, **WIDE) for text in texts]
        return boxes, lambda: [box.value for box in boxes] if all(b.value for b in boxes) else []
    if task.multiple:
        boxes = [widgets.Checkbox(description=text, indent=False, **WIDE) for text in texts]
        return boxes, lambda: [place for place, box in enumerate(boxes, start=1) if box.value]
    stops = [(text, place) for place, text in enumerate(texts, start=1)]
    one = widgets.RadioButtons(options=stops, value=None, **WIDE)
    return [one], lambda: one.value


def _text(markdown: str) -> Any:
    """Return Markdown as the notebook program itself shows it, formulas and all."""
    return widgets.Output(outputs=_markdown(markdown))


def _markdown(text: str) -> tuple[dict[str, Any], ...]:
    data = {"text/markdown": text, "text/plain": text}
    return ({"output_type": "display_data", "data": data, "metadata": {}},)


def _plain(text: str) -> str:
    """Return an option's text as a control shows it, which knows no Markdown."""
    return text.replace("*", "")
