"""Choices in Jupyter: options that can be clicked, with the verdict that a typed answer gets."""

from __future__ import annotations

import sys
from typing import Any

import ipywidgets
import pytest
from nqpf.exercises import Exercise, exercise, exercises, shown, solution
from nqpf.exercises.figures import names
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.shown import jupyter
from nqpf.exercises.shown.bundle import BUILDING
from nqpf.exercises.shown.jupyter import WIDGET, clickable
from nqpf.exercises.shown.text import as_markdown
from nqpf.exercises.shown.tries import tries

CHOICES = [one for one in exercises().values() if isinstance(one.task, Choice)]
OTHERS = [one for one in exercises().values() if not isinstance(one.task, Choice)]


@pytest.fixture(autouse=True)
def _no_pages_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BUILDING, raising=False)


def parts(one: Exercise) -> tuple[list[Any], Any, Any, Any]:
    """Return what an exercise shows: the fields of its options, button, verdict and reasons."""
    assert isinstance(one.task, Choice)
    _question, options, button, verdict, said, _how = clickable(one, one.task).children
    return list(options.children[1:]), button, verdict, said


def choose(fields: list[Any], answer: Any) -> None:
    if isinstance(fields[0], ipywidgets.RadioButtons):
        fields[0].value = answer
    elif isinstance(fields[0], ipywidgets.Checkbox):
        for place, field in enumerate(fields, start=1):
            field.value = place in answer
    else:
        for field, label in zip(fields, answer, strict=True):
            field.value = label


def wrong_answers(task: Choice) -> list[Any]:
    """Return an answer with the first option, and one with the last, where that is wrong."""
    if task.labels:
        return [[label] * len(task.options) for label in (task.labels[0], task.labels[-1])]
    ends = [place for place in (1, len(task.options)) if not task.options[place - 1].truth]
    return [[place] if task.multiple else place for place in ends]


def test_every_choice_can_be_clicked_and_answers_as_a_cell_does() -> None:
    assert len(CHOICES) > 50
    for one in CHOICES:
        fields, button, verdict, said = parts(one)
        assert isinstance(one.task, Choice)
        for answer in [*wrong_answers(one.task), one.task.solution("0")]:
            choose(fields, answer)
            before = tries[one.slug]
            button.click()
            result = one.task.check(answer, "0")
            (reasons,) = said.outputs
            assert reasons["data"]["text/markdown"] == str(result), one.slug
            assert ("Right." in verdict.value) == result.correct
            assert verdict.value.startswith('<p role="alert">')
            assert tries[one.slug] == before + 1


def test_nothing_chosen_is_no_answer_and_opens_the_solution() -> None:
    for one in CHOICES:
        tries.pop(one.slug, None)
        assert "after a try" in solution(one.slug)
        _fields, button, verdict, said = parts(one)
        button.click()
        assert "There is no answer yet." in said.outputs[0]["data"]["text/plain"]
        assert "Not yet." in verdict.value
        assert "after a try" not in solution(one.slug)


def test_every_field_has_the_words_of_its_option_as_its_name() -> None:
    for one in CHOICES:
        assert isinstance(one.task, Choice)
        fields, *_ = parts(one)
        said = [
            text
            for field in fields
            for text in ([field.description] if field.description else field._options_labels)
        ]
        expected = [option.text.replace("*", "") for option in one.task.options]
        assert [text.partition(". ")[2] for text in said] == expected
        # Controls know neither formulas nor links nor code.
        assert not any(mark in text for text in said for mark in "$`[]_\\"), one.slug


def test_what_has_no_options_stays_text_and_what_has_some_is_both() -> None:
    for one in OTHERS:
        assert set(one._repr_mimebundle_()) == {"text/markdown", "text/plain"}
    for one in CHOICES:
        bundle = one._repr_mimebundle_()
        assert set(bundle) == {WIDGET, "text/markdown", "text/plain"}
        assert bundle["text/markdown"] == as_markdown(one)


def test_several_exercises_stand_below_one_another() -> None:
    both = exercise(CHOICES[0].slug, OTHERS[0].slug)
    bundle = both._repr_mimebundle_()
    assert CHOICES[0].title in bundle["text/markdown"]
    assert OTHERS[0].title in bundle["text/markdown"]
    assert WIDGET in bundle


def test_without_widgets_there_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, jupyter.__name__)
    monkeypatch.delattr(shown, "jupyter")
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    assert set(CHOICES[0]._repr_mimebundle_()) == {"text/markdown", "text/plain"}


def test_no_figure_is_left_unsaid_in_a_notebook() -> None:
    for one in exercises().values():
        # The braces of code are its own.
        if not one.is_code:
            assert not names(as_markdown(one)), one.slug
