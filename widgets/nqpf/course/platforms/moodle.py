"""An assignment as Moodle XML, with a message for every option, label and named mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from nqpf.course.assignment import Assignment, Question
from nqpf.course.platforms import (
    VARIANTS,
    Fate,
    NotForPlatform,
    digits,
    in_the_book,
    needs_python,
    unit_note,
    variants,
)
from nqpf.course.texts import html
from nqpf.exercises.figures import fill
from nqpf.exercises.kinds.order import Order
from nqpf.exercises.phrases import phrases
from nqpf.words import _

LARGEST_CHOICE = 10
"""Moodle knows no fraction for more right options than this."""
IN_CLOZE = str.maketrans(
    {"&": "&amp;", "#": "&#35;", "~": "&#126;", "{": "&#123;", "}": "&#125;", "\\": "&#92;"}
)


@dataclass(frozen=True)
class Moodle:
    """How an assignment is exported: formulas, the book's address, and when."""

    formulas: str = "tex"
    site: str = ""
    when: datetime | None = None

    def export(self, assignment: Assignment) -> str:
        """Return the file; raise `NotForPlatform` if no question can go."""
        sent = [fate.question for fate in fates(assignment) if fate.becomes]
        if not sent:
            raise NotForPlatform(f"{assignment.name}: no question can go to Moodle.")
        name = self.category(assignment)
        return quiz(name, "".join(self.written(question, name) for question in sent))

    def written(self, question: Question, category: str) -> str:
        """Return one question as it stands in the file, below the category of that name."""
        parts = ET.Element("quiz")
        several = question.kind == "seeded"
        if several:
            _category(parts, f"{category}/{question.slug}")
        for seed, figures in variants(question):
            self._question(ET.SubElement(parts, "question"), question, seed, figures)
        if several:
            _category(parts, category)
        return _inside(parts)

    def category(self, assignment: Assignment) -> str:
        """Return the category's name, dated, so that importing twice can be undone."""
        when = f" {self.when:%Y-%m-%d %H.%M}" if self.when else ""
        return f"{assignment.name}{when}"

    def _html(self, text: str) -> str:
        return html(text, self.formulas)

    def _question(
        self, element: ET.Element, question: Question, seed: str, figures: dict[str, str]
    ) -> None:
        one = question.exercise
        number = seed.rpartition("-")[2]
        name = one.title if question.kind != "seeded" else f"{one.title} [{number}]"
        _text(ET.SubElement(element, "name"), name)
        kind, write = self._kind(question)
        element.set("type", kind)
        parts = [fill(one.prompt, figures), *_rules(question), in_the_book(one, self.site)]
        prompt = self._html("\n\n".join(part for part in parts if part))
        if kind == "cloze":
            prompt += self._statements(question, figures)
        _html(ET.SubElement(element, "questiontext"), prompt)
        _html(ET.SubElement(element, "generalfeedback"), self._html(fill(one.solution, figures)))
        if kind != "cloze":
            ET.SubElement(element, "defaultgrade").text = str(question.points)
        ET.SubElement(element, "penalty").text = "0.3333333"
        if write:
            write(element, one.task, seed, figures)
        if kind == "essay":
            self._grader_information(element, question, figures)
        for hint in one.hints:
            _html(ET.SubElement(element, "hint"), self._html(fill(hint, figures)))

    def _kind(self, question: Question) -> tuple[str, Any]:
        if question.kind == "open":
            return "essay", _essay
        if question.kind in ("number", "seeded"):
            return "numerical", self._numbers
        if question.kind == "order" or bool(getattr(question.exercise.task, "labels", False)):
            return "cloze", None
        return "multichoice", self._options

    def _options(self, element: ET.Element, task: Any, _seed: str, figures: dict[str, str]) -> None:
        ET.SubElement(element, "single").text = "false" if task.multiple else "true"
        ET.SubElement(element, "shuffleanswers").text = "true"
        ET.SubElement(element, "answernumbering").text = "abc"
        rights = sum(bool(option.truth) for option in task.options)
        for option in task.options:
            share = 100 / rights if option.truth else (-100 if task.multiple else 0)
            answer = ET.SubElement(element, "answer", fraction=f"{share:.5f}", format="html")
            ET.SubElement(answer, "text").text = self._html(fill(option.text, figures))
            message = self._html(fill(option.message, figures))
            _html(ET.SubElement(answer, "feedback"), message)
        if task.multiple:
            feedback = ET.SubElement(element, "partiallycorrectfeedback")
            _html(feedback, self._html(phrases()["missing"]))
            ET.SubElement(element, "shownumcorrect")

    def _numbers(self, element: ET.Element, task: Any, seed: str, figures: dict[str, str]) -> None:
        """Write every reading of a bare number as the page reads it: right ones go first."""
        case = task.case(seed)
        messages = [
            fill(w.message, figures | {"wrong": figures[f"wrong_{w.name}"]}) for w in task.wrong
        ]
        said = [(100, *case.answer, phrases()["right"])]
        said += [(0, *pair, text) for pair, text in zip(case.wrong, messages, strict=True)]
        said += [
            (0, one, 1e-9 * abs(one), text)
            for ones, text in zip(case.rounded, messages, strict=True)
            for one in ones
        ]
        for fraction, value, width, message in said:
            for unit in task.units.bare:
                scale = 1 / task.units.factors[unit]
                decimals = task.form.decimals + (
                    2 if len(task.units.bare) > 1 and scale == 1 else 0
                )
                exact, room = value * scale, width * scale
                text, said_so = digits(exact, room, decimals), self._html(message)
                # The first one is printed, and rounded; the second loses no answer by that.
                inside = room - abs(float(text) - exact)
                _number(element, fraction, text, f"{inside:.12g}", said_so)
                if room - inside > room / 1000:
                    _number(element, fraction, f"{exact:.12g}", f"{room:.12g}", said_so)
        other = _("This is not the value, and no known mistake either: open a hint. {how}").format(
            how=_("Was it written in plain digits, in the unit that is asked for?")
        )
        _number(element, 0, "*", "0", self._html(other))
        units = ET.SubElement(element, "units")
        own = [task.unit_words, task.unit]
        names = [*own, "%", "per cent", "percent"] if task.is_rate else own
        for name in dict.fromkeys(filter(None, names)):
            unit = ET.SubElement(units, "unit")
            ET.SubElement(unit, "multiplier").text = "1"
            ET.SubElement(unit, "unit_name").text = name
        # Optional units, typed behind the number: without them "3.1%" is refused.
        for name, value in (("unitgradingtype", "0"), ("unitpenalty", "0"), ("showunits", "0"),
                            ("unitsleft", "0")):  # fmt: skip
            ET.SubElement(element, name).text = value

    def _statements(self, question: Question, figures: dict[str, str]) -> str:
        """Return a list of statements or lines, each with a box to choose from."""
        task: Any = question.exercise.task
        if isinstance(task, Order):
            rows = [_ordered(task, line) for line in task.lines]
        else:
            rows = [
                (option.text, [(label, place == option.truth, option.message)
                               for place, label in enumerate(task.labels)])
                for option in task.options
            ]  # fmt: skip
        items = [
            f"<li>{self._inline(fill(text, figures))} {self._box(choices, figures)}</li>"
            for text, choices in rows
        ]
        return "<ol>\n" + "\n".join(items) + "\n</ol>\n"

    def _inline(self, text: str) -> str:
        return self._html(text).strip().removeprefix("<p>").removesuffix("</p>")

    def _box(self, choices: list[tuple[str, bool, str]], figures: dict[str, str]) -> str:
        made = [
            f"{'=' if right else ''}{escape(text, quote=False).translate(IN_CLOZE)}"
            f"#{self._said(right, message, figures)}"
            for text, right, message in choices
        ]
        return f"{{1:MULTICHOICE:{'~'.join(made)}}}"

    def _said(self, right: bool, message: str, figures: dict[str, str]) -> str:
        text = phrases()["right"] if right else fill(message, figures)
        return self._inline(text).translate(IN_CLOZE)

    def _grader_information(
        self, element: ET.Element, question: Question, figures: dict[str, str]
    ) -> None:
        one, task = question.exercise, question.exercise.task
        parts = [fill(_rubric_table(task), figures)]
        parts += [f"**{_('Exemplar')}**\n\n{fill(text, figures)}" for text in one.exemplars]
        text = "".join(self._html(part) for part in parts)
        _html(ET.SubElement(element, "graderinfo"), text)


def quiz(category: str, questions: str) -> str:
    """Return the file around its questions, which are written each by itself."""
    first = ET.Element("quiz")
    _category(first, category)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{_inside(first)}{questions}</quiz>\n'


def _inside(parts: ET.Element) -> str:
    """Return what an element holds, each of it on lines of its own."""
    ET.indent(parts)
    text = ET.tostring(parts, encoding="unicode")
    return text.removeprefix("<quiz>\n").removesuffix("</quiz>")


def fates(assignment: Assignment) -> list[Fate]:
    """Return what becomes of each question in Moodle."""
    return [fate_of(question) for question in assignment.questions]


def fate_of(question: Question) -> Fate:
    """Return what becomes of a question in Moodle."""
    task: Any = question.exercise.task
    points = question.points
    if question.exercise.is_code or question.kind == "goal":
        return Fate(question, "", needs_python(question))
    if question.kind == "open":
        return Fate(question, _("essay"), _("marked by hand; the rubric is in it"), points)
    if question.kind in ("number", "seeded"):
        note = ""
        if question.kind == "seeded":
            note = _("{count} variants: add a random question from its sub-category").format(
                count=VARIANTS
            )
        return Fate(question, _("numerical"), note, points)
    if question.kind == "order" and not _is_chain(task):
        return Fate(question, "", _("several orders are right, and Moodle takes one"))
    if question.kind == "order" or task.labels:
        boxes = len(task.lines if question.kind == "order" else task.options)
        note = _("each of its {count} boxes counts 1; set its maximum mark to {points}").format(
            count=boxes, points=points
        )
        return Fate(question, _("cloze"), note, boxes)
    rights = sum(bool(option.truth) for option in task.options)
    if rights > LARGEST_CHOICE:
        return Fate(question, "", _("Moodle takes at most ten right options"))
    if task.multiple:
        note = _("a wrong option costs all points, one that is missing its part")
        return Fate(question, _("multiple choice, several right"), note, points)
    return Fate(question, _("multiple choice"), "", points)


def _is_chain(task: Any) -> bool:
    """Return whether one order alone is right."""
    lines = [line for line in task.lines if line.place is not None]
    return all(line.place == 0 or line.place - 1 in line.after for line in lines)


def _ordered(task: Order, line: Any) -> tuple[str, list[tuple[str, bool, str]]]:
    """Return a line with its places, the right one marked, and what is said to the others."""
    text = f"`{line.text.strip()}`" if task.code else line.text
    out = _("does not belong")
    foreign = phrases()["foreign"].format(line=line.text.strip())
    early = phrases()["too_early"].format(line=line.text.strip())
    message = f"{foreign if line.place is None else early} {line.message}".strip()
    choices = []
    for place in range(task.count):
        late = line.place is not None and place > line.place
        said = _("This comes earlier.") if late else message
        choices.append((str(place + 1), place == line.place, said))
    belongs = _("This belongs here.") if line.place is not None else message
    return text, [*choices, (out, line.place is None, belongs)]


def _rules(question: Question) -> list[str]:
    """Return what a student must know of how the answer is taken."""
    if question.kind in ("number", "seeded"):
        return [unit_note(question.exercise)]
    if getattr(question.exercise.task, "multiple", False):
        return [_("Choose all that are right. A wrong one costs all points, a missing one a part.")]
    if question.kind == "order":
        return [_("Choose the place of each line.")]
    return []


def _rubric_table(task: Any) -> str:
    lines = [f"| {_('Criterion')} | {_('Levels')} |", "|---|---|"]
    for criterion in task.criteria:
        levels = "; ".join(f"{n} = {words}" for n, words in enumerate(criterion.levels))
        lines.append(f"| {criterion.name} | {levels} |".replace("\n", " "))
    return "\n".join(lines)


def _essay(element: ET.Element, task: Any, _seed: str, _figures: dict[str, str]) -> None:
    fields = {
        "responseformat": "editor",
        "responserequired": "1",
        "responsefieldlines": "15",
        "minwordlimit": str(task.words),
        "attachments": "0",
        "attachmentsrequired": "0",
    }
    for name, value in fields.items():
        ET.SubElement(element, name).text = value


def _number(element: ET.Element, fraction: int, text: str, width: str, message: str) -> None:
    answer = ET.SubElement(element, "answer", fraction=str(fraction), format="moodle_auto_format")
    ET.SubElement(answer, "text").text = text
    ET.SubElement(answer, "tolerance").text = width
    _html(ET.SubElement(answer, "feedback"), message)


def _category(quiz: ET.Element, name: str) -> None:
    question = ET.SubElement(quiz, "question", type="category")
    _text(ET.SubElement(question, "category"), f"$course$/top/{name}")


def _text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text


def _html(parent: ET.Element, text: str) -> None:
    parent.set("format", "html")
    _text(parent, text)
