"""Mark one answer. A student's code runs elsewhere; here its values meet what is expected."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from nqpf.course.intake.handed_in import Answer
from nqpf.course.sandbox.answers import Confined, Limits, Reply
from nqpf.course.student_files import untouched
from nqpf.exercises import Exercise
from nqpf.exercises.comparing import same
from nqpf.exercises.figures import fill, literal
from nqpf.exercises.result import Result
from nqpf.explorers import explorer
from nqpf.words import _

PLACE = re.compile(r"\{(\w+)\}")
WAITING = "waiting"
"""The tag of an open answer that nobody has read yet."""


@dataclass(frozen=True)
class Mark:
    """What an answer got, why, and which misconception it showed."""

    slug: str
    score: float
    points: int
    message: str
    tag: str = "other"
    remarks: list[str] = field(default_factory=list)
    answer: str = ""
    hints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Marker:
    """Marks answers to one exercise with one student's figures."""

    exercise: Exercise
    points: int
    seed: str
    limits: Limits = field(default_factory=Limits)
    strict: bool = False

    def mark(self, answer: Answer | None) -> Mark:
        """Return the mark of an answer; none was found if it is None."""
        if answer is None:
            return self._mark(0.0, Result(False, _("No answer was found."), "missing"), None)
        if self.exercise.kind == "open":
            if answer.text.strip() in ("", untouched()):
                return self._mark(0.0, Result(False, _("No answer was given."), "missing"), None)
            waiting = Result(False, _("This answer is read by your teacher."), WAITING)
            return self._mark(0.0, waiting, answer)
        if self.exercise.kind in ("code", "data"):
            return self._mark(*self._by_cases(answer), answer)
        value, problem = self._value(answer)
        result = problem or self._checked(value)
        return self._mark(1.0 if result.correct else 0.0, result, answer)

    def _mark(self, share: float, result: Result, answer: Answer | None) -> Mark:
        figures = self.exercise.task.figures(self.seed)
        helps = share < 1 and result.tag != WAITING
        return Mark(
            slug=self.exercise.slug,
            score=round(share * self.points, 4),
            points=self.points,
            message=fill(result.message, figures),
            tag=result.tag,
            remarks=list(answer.remarks) if answer else [],
            answer=answer.text[:2000] if answer else "",
            hints=[fill(hint, figures) for hint in self.exercise.hints] if helps else [],
        )

    def _value(self, answer: Answer) -> tuple[Any, Result | None]:
        """Return what ``answer`` was set to; plain values are read without running anything."""
        try:
            for node in reversed(ast.parse(answer.text).body):
                if isinstance(node, ast.Assign) and _names_answer(node.targets):
                    return ast.literal_eval(node.value), None
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            pass
        with Confined(
            f"{answer.text}\n\ndef _nqpf_answer():\n    return answer\n",
            self.limits,
            strict=self.strict,
        ) as code:
            reply = code.started if not code.started.worked else code.call("_nqpf_answer")
        return (reply.value, None) if reply.worked else (None, failed(reply))

    def _checked(self, value: Any) -> Result:
        if value is None or value == "":
            return Result(False, _("No answer was given."), "missing")
        try:
            kind = self.exercise.kind
            prepared = {
                "goal": self._setting,
            }.get(kind, lambda given: given)(value)
            return self.exercise.task.check(prepared, self.seed)
        except (ValueError, TypeError, KeyError, OverflowError) as error:
            return Result(False, _("This could not be read: {why}").format(why=_shown(error)))

    def _setting(self, value: Any) -> Any:
        """Return settings and readouts of an explorer from a link or a dictionary."""
        one = explorer(self.exercise.task.explorer)  # type: ignore[attr-defined]  # because a goal has one
        if isinstance(value, str):
            _page, _mark, query = value.rpartition("?")
            value = {name: float(text) for name, text in parse_qsl(query)}
        settings = one.checked(value)
        return settings, one.readouts(**settings)

    def _by_cases(self, answer: Answer) -> tuple[float, Result]:
        """Return the share of cases that come out right, and what to say of the first failure."""
        task: Any = self.exercise.task
        cases: Sequence[Any] = list(task.cases(self.seed))
        passed, first = 0, None
        with Confined(answer.text, self.limits, strict=self.strict) as code:
            if not code.started.worked:
                return 0.0, failed(code.started)
            for case in cases:
                reply = code.evaluate(case.call, case.names)
                wanted = task.expected(case)
                right = reply.worked and same(reply.value, wanted, rel=task.rel, abs_=task.abs)
                passed += right
                if not right and first is None:
                    first = case, reply
        if first is None:
            return 1.0, Result(
                True, _("All {count} cases are right.").format(count=len(cases)), "right"
            )
        count = _("{passed} of {count} cases are right.").format(passed=passed, count=len(cases))
        said = self._about(*first)
        return passed / len(cases), Result(False, f"{count} {said.message}", said.tag)

    def _expected(self, case: Any) -> Any:
        task: Any = self.exercise.task
        return task.expected(case)

    def _about(self, case: Any, reply: Reply) -> Result:
        """Return what may be said of a case that failed: of a hidden one, never the case."""
        told = case.message or ""
        if not reply.worked:
            problem = failed(reply)
            return Result(False, f"{problem.message} {told}".strip(), case.tag or problem.tag)
        if not case.show:
            hidden = _("A case that is not shown came out differently.")
            return Result(False, f"{hidden} {told}".strip(), case.tag or "hidden")
        shown = _("`{call}` should give {expected}; it gave {got}.").format(
            call=case.call,
            expected=_shown(repr(self._expected(case))),
            got=_shown(repr(reply.value)),
        )
        return Result(False, f"{shown} {told}".strip(), case.tag or "shown")


def failed(reply: Reply) -> Result:
    """Return what to say of code that gave no value."""
    where = _(" (line {line} of the answer)").format(line=reply.line) if reply.line else ""
    words = {
        "Late": _("It did not come to an end in time: is there a loop without one?"),
        "Gone": _("It ended the process that ran it, so there was nothing to mark."),
        "Garbled": _("It wrote where only the marking writes, so there was nothing to mark."),
        "Missing": _("There is no function {name} in the cell.").format(name=literal(reply.words)),
        "Platform": _("Code is not run on this kind of machine: mark it on Linux."),
        "SyntaxError": _("Python cannot read it{where}: {words}"),
    }
    template = words.get(reply.problem, _("It raised {problem}{where}: {words}"))
    said = {"where": where, "problem": literal(reply.problem), "words": literal(reply.words)}
    # One pass, so that what the code said is never taken for a place to fill.
    text = PLACE.sub(lambda m: said.get(m[1], m[0]), template).rstrip(": ")
    return Result(False, text if text.endswith((".", "?", "!")) else f"{text}.", reply.problem)


def _shown(thing: Any) -> str:
    return literal(str(thing)[:200])


def _names_answer(targets: list[ast.expr]) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "answer" for target in targets)
