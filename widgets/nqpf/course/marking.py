"""Mark one answer. A student's code runs elsewhere; here its values meet what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from nqpf.course.intake.handed_in import Answer
from nqpf.course.intake.typed import (
    LONGEST,
    SHARED,
    as_python,
    bound_names,
    literal_answer,
    names_needed,
    parsed,
    typed_answer,
    ways_to_read,
)
from nqpf.course.sandbox.answers import Confined, Limits, Reply, Typed
from nqpf.course.sandbox.interpreter import Interpreter, this
from nqpf.exercises import Exercise
from nqpf.exercises.figures import fill, literal
from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result
from nqpf.explorers import explorer
from nqpf.words import _

PLACE = re.compile(r"\{(\w+)\}")
WAITING = "waiting"
"""The tag of an open answer that nobody has read yet."""

NOT_RUN = ("Unseparated", "Platform", "Start")
"""Tags of answers that this machine could not run: they have no mark yet."""

NOWHERE = -1
UNKNOWN = re.compile(r"name '(\w+)' is not defined")


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
class Around:
    """Where a student's code runs: its limits, and what it must not read.

    ``stuck`` holds the places of cells that ran out of time: no other question tries them again.
    """

    limits: Limits = field(default_factory=Limits)
    strict: bool = False
    trusted: bool = False
    hidden: tuple[Path, ...] = ()
    python: Interpreter = field(default_factory=this)
    stuck: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Tried:
    """What an answer's code came to: the share of points, what to say, and names it lacked."""

    share: float
    result: Result
    lacking: frozenset[str] = frozenset()


Cells = Sequence[tuple[int, Typed]]
Way = Callable[[Typed, Answer, Cells], Tried]


@dataclass(frozen=True)
class Marker:
    """Marks answers to one exercise with one student's figures."""

    exercise: Exercise
    points: int
    seed: str
    around: Around = field(default_factory=Around)

    def mark(self, answer: Answer | None) -> Mark:
        """Return the mark of an answer; none was found if it is None."""
        if answer is None:
            return self._mark(0.0, Result(False, _("No answer was found."), "missing"), None)
        if not answer.touched or not answer.text.strip():
            return self._mark(0.0, Result(False, _("No answer was given."), "missing"), answer)
        if self.exercise.kind == "open":
            waiting = Result(False, _("This answer is read by your teacher."), WAITING)
            return self._mark(0.0, waiting, answer)
        if len(answer.text) > LONGEST:
            words = _("This cell is longer than {letters} letters: it was not run.")
            text = words.format(letters=f"{LONGEST:,}")
            return self._mark(0.0, Result(False, text, "too long"), answer)
        if self.exercise.is_code:
            return self._tried(answer, self._by_cases)
        if self._may_be_newer(answer):
            mark = self._tried(answer, self._by_value)
            if mark.tag != "SyntaxError":
                return mark
        found, value = self._read(answer)
        if not found:
            return self._tried(answer, self._by_value)
        result = self._checked(value)
        return self._mark(1.0 if result.correct else 0.0, result, answer)

    def _may_be_newer(self, answer: Answer) -> bool:
        """Return whether the Python that runs answers may read what the one that grades cannot."""
        return not self.around.python.is_this and parsed(as_python(answer.text)) is None

    def _mark(self, share: float, result: Result, answer: Answer | None) -> Mark:
        figures = self.exercise.task.figures(self.seed)
        helps = share < 1 and result.tag != WAITING
        given = answer is not None and answer.touched
        return Mark(
            slug=self.exercise.slug,
            score=round(share * self.points, 4),
            points=self.points,
            message=fill(result.message, figures),
            tag=result.tag,
            remarks=list(answer.remarks) if answer else [],
            answer=answer.text if answer and given else "",
            hints=[fill(hint, figures) for hint in self.exercise.hints] if helps else [],
        )

    def _read(self, answer: Answer) -> tuple[bool, Any]:
        """Return whether ``answer`` can be read without running anything, and its value."""
        tree = parsed(as_python(answer.text))
        if tree is None:
            typed = typed_answer(answer.text)
            return typed is not None, typed
        found, value = literal_answer(tree)
        if found and isinstance(value, tuple) and self.exercise.kind in ("number", "seeded"):
            return True, typed_answer(answer.text)  # 3,1 with a decimal comma
        return found, value

    def _tried(self, answer: Answer, way: Way) -> Mark:
        """Mark code by itself, and with the student's other cells if it lacks names.

        Code that lacks none gets none, so that what stands in other cells cannot change it.
        """
        source = ways_to_read(answer.text)
        usable = _usable(answer.before)
        lacking = names_needed(as_python(answer.text)) - SHARED
        tried = None if lacking and usable else way(source, answer, [])
        lacking |= tried.lacking if tried else frozenset()
        if lacking and (usable or answer.after):
            tried = way(source, answer, usable)
            later = [
                (place, ways)
                for place, ways in _usable(answer.after)
                if bound_names(as_python(ways[0])) & tried.lacking
            ]
            if later:
                tried = way(source, answer, [*usable, *later])
            if tried.share > 0:
                names = ", ".join(sorted(lacking)[:3])
                remark = _("it uses names of other cells ({names})").format(names=names)
                answer = replace(answer, remarks=(*answer.remarks, remark))
        assert tried
        return self._mark(tried.share, tried.result, answer)

    def _confined(self, source: Typed, before: Cells) -> Confined:
        return Confined(
            source,
            self.around.limits,
            strict=self.around.strict,
            trusted=self.around.trusted,
            hidden=(*self.around.hidden, self.exercise.folder),
            before=[*before, (NOWHERE, "answer = None")] if before else [],
            python=self.around.python,
            stuck=self.around.stuck,
        )

    def _failed(self, reply: Reply) -> Result:
        return failed(reply, self.around.python)

    def _begun(self, code: Confined, answer: Answer) -> Reply:
        """Return what came of starting the code; what does not end is not started again."""
        if code.started.problem in ("Late", "Gone"):
            self.around.stuck.add(answer.place)
        return code.started

    def _by_value(self, source: Typed, answer: Answer, before: Cells) -> Tried:
        """Return how right the value is that code gives to ``answer``."""
        with self._confined(source, before) as code:
            started = self._begun(code, answer)
            if not started.worked:
                return Tried(0.0, self._failed(started))
            reply = code.evaluate("answer", {})
        lacking = _lacking([*started.failed, reply])
        if not reply.worked or (reply.value is None and started.failed):
            problem = self._failed(started.failed[0] if started.failed else reply)
            return Tried(0.0, problem, lacking - {"answer"})
        result = self._checked(reply.value)
        return Tried(1.0 if result.correct else 0.0, result, lacking)

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

    def _by_cases(self, source: Typed, answer: Answer, before: Cells) -> Tried:
        """Return the share of cases that come out right, and what to say of the first failure.

        A function that does not end is not tried on further cases.
        """
        task: Any = self.exercise.task
        cases: Sequence[Any] = list(task.cases(self.seed))
        passed, replies, wrong = 0, [], []
        with self._confined(source, before) as code:
            started = self._begun(code, answer)
            if not started.worked:
                return Tried(0.0, self._failed(started))
            for case in cases:
                reply = code.evaluate(case.call, case.names)
                right = reply.worked and task.agrees(case, reply.value)
                passed += right
                replies.append(reply)
                if not right:
                    wrong.append((case, reply))
                if reply.problem in ("Late", "Gone"):
                    break
        lacking = _lacking([*started.failed, *replies])
        if not wrong:
            words = _("All cases are right ({count}).").format(count=len(cases))
            return Tried(1.0, Result(True, words, "right"), lacking)
        count = _("Cases that are right: {passed} of {count}.").format(
            passed=passed, count=len(cases)
        )
        stopped = [pair for pair in wrong if pair[1].problem in ("Late", "Gone")]
        case, reply = (stopped or wrong)[0]
        said = self._about(case, reply, started.failed)
        if all(one.worked and one.value is None for one in replies):
            said = Result(False, _("The function returns nothing: is “return” missing?"), "empty")
        return Tried(
            task.share(passed, len(cases)),
            Result(False, f"{count} {said.message}", said.tag),
            lacking,
        )

    def _about(self, case: Any, reply: Reply, earlier: Sequence[Reply]) -> Result:
        """Return what may be said of a case that failed: of a hidden one, never the case."""
        task: Any = self.exercise.task
        told = case.message or ""
        if reply.problem == "NameError" and earlier:
            return self._failed(earlier[0])
        unknown = UNKNOWN.search(reply.words) if reply.problem == "NameError" else None
        if unknown and unknown[1] == task.entry:
            return self._failed(replace(reply, problem="Missing", words=unknown[1]))
        if reply.problem in ("Late", "Gone"):
            return self._failed(reply)
        if not reply.worked:
            problem = self._failed(reply)
            return Result(False, f"{problem.message} {told}".strip(), case.tag or problem.tag)
        if not case.is_told:
            hidden = _("A case that is not shown came out differently.")
            return Result(False, f"{hidden} {told}".strip(), case.tag or "hidden")
        call, wanted, got = task.compared(case, reply.value)
        if not wanted:
            example = phrases()["gave"].format(call=call, got=_shown(got)) if call else ""
            return Result(False, f"{told} {example}".strip(), case.tag)
        words = _("`{call}` should give {expected}; it gave {got}.")
        shown = words.format(call=call, expected=_shown(wanted), got=_shown(got))
        return Result(False, f"{shown} {told}".strip(), case.tag or "shown")


def failed(reply: Reply, python: Interpreter) -> Result:
    """Return what to say of code that gave no value."""
    where = _(" (line {line} of the answer)").format(line=reply.line) if reply.line else ""
    words = {
        "Late": _("It did not come to an end in time: is there a loop without one?"),
        "Gone": _("It ended the process that ran it, so there was nothing to mark."),
        "Garbled": _("It wrote where only the marking writes, so there was nothing to mark."),
        "Missing": _("There is no function {name} in the cell.").format(name=literal(reply.words)),
        "Unseparated": _(
            "It was not run: this machine could not keep it from reading the right answers."
        ),
        "Platform": _("Code is not run on this kind of machine: mark it on Linux."),
        "SyntaxError": _("Python {python} cannot read it{where}: {words}"),
    }
    template = words.get(reply.problem, _("It raised {problem}{where}: {words}"))
    said = {"where": where, "problem": literal(reply.problem), "words": literal(reply.words)}
    said["python"] = python.number
    # One pass, so that what the code said is never taken for a place to fill.
    text = PLACE.sub(lambda m: said.get(m[1], m[0]), template).rstrip(":： ")
    ended = text if text.endswith(tuple(".?!。？！")) else _("{sentence}.").format(sentence=text)
    return Result(False, f"{ended} {python.why(reply.problem, reply.words)}".strip(), reply.problem)


def _usable(cells: Sequence[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    return [(place, ways_to_read(cell)) for place, cell in cells if len(cell) <= LONGEST]


def _lacking(replies: Sequence[Reply]) -> frozenset[str]:
    """Return the names that code asked for and nobody had defined."""
    found = [UNKNOWN.search(one.words) for one in replies if one.problem == "NameError"]
    return frozenset(match[1] for match in found if match)


def _shown(thing: Any) -> str:
    return literal(str(thing)[:200])
