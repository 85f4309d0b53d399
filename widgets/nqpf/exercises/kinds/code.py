"""Code: write a function; cases with messages, and generated ones, compare it with the solution.

Data: the same with a dataset of the book, and with other data of the same form, so that a typed
answer fails.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from nqpf import data
from nqpf.exercises.comparing import same
from nqpf.exercises.draws import Draw
from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result
from nqpf.exercises.source import Fields, Source
from nqpf.readers_code.running import Fault, Loaded, Printed, call, load, shown
from nqpf.words import _

CASE: Fields = {"call": str, "message": str, "tag": str, "show": bool}
GENERATED: Fields = {"count": int, "message": str}
WAIVED: Fields = {"mutant": str, "reason": str}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
SECONDS = 5


@dataclass(frozen=True)
class Case:
    """A call that an answer is held to, and what is said if it fails."""

    call: str
    message: str
    tag: str
    show: bool
    place: int | None
    names: dict[str, Any]

    @property
    def told(self) -> str:
        """The call as a reader is told of it."""
        return self.call

    @property
    def is_told(self) -> bool:
        """Whether who is marked may be told of it."""
        return self.show


@dataclass(frozen=True)
class CodeResult(Result):
    """A verdict on code: which case failed, what was called, expected and got, and what was
    printed; or the fault that stopped the code."""

    place: int | None = None
    call: str = ""
    expected: str = ""
    got: str = ""
    printed: str = ""
    fault: Fault | None = None


class Code:
    """A function to write."""

    kind: ClassVar[str] = "code"
    case_fields: ClassVar[Fields] = CASE

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entry = self._entry()
        self.seconds = float(source.take("seconds", (int, float), SECONDS))
        self.reference_text = _text(source, source.folder / "solution.py")
        self.reference = self._reference()
        tolerance = source.take("tolerance", dict, {})
        source.check_table("tolerance", tolerance, {"rel": (int, float), "abs": (int, float)})
        self.rel = float(tolerance.get("rel", 1e-9))
        self.abs = float(tolerance.get("abs", 1e-12))
        self.given = self._given()
        self.fixed = [self._case(source, *item) for item in enumerate(self._records(source))]
        if not any(case.show for case in self.fixed):
            raise source.wrong("case", "at least one with show = true is expected")
        self.generated = source.take("generated", dict, {})
        source.check_table("generated", self.generated, GENERATED)
        self.make = self._generator(source) if self.generated else None
        self.waived = {w["mutant"]: w["reason"] for w in source.records("waived", WAIVED)}
        self._check_starter()

    @cached_property
    def starter(self) -> str:
        """The code that a reader begins with."""
        return starter(self.reference_text)

    def _check_starter(self) -> None:
        if self.starter == self.reference_text:
            raise self.source.wrong("solution.py", f"lines {BEGIN} and {END} are expected")

    def _entry(self) -> str:
        """Return the name of the function that is asked for."""
        return str(self.source.take("entry", str))

    def _reference(self) -> Callable[..., Any]:
        try:
            return load(self.reference_text, self.entry).function
        except Fault as fault:
            raise self.source.wrong("solution.py", fault.as_text()) from None

    def _given(self) -> dict[str, Any]:
        """Return the names that calls may use besides the function."""
        return {}

    def _records(self, source: Source) -> list[dict[str, Any]]:
        return source.records("case", self.case_fields, fewest=1)

    def _case(self, source: Source, place: int, record: dict[str, Any]) -> Case:
        for name in ("call", "message"):
            if not record.get(name):
                raise source.wrong(f"case {place + 1}, {name}", "a text is expected")
        tag = record.get("tag", f"case-{place + 1}")
        show = bool(record.get("show", False))
        return Case(record["call"], record["message"], tag, show, place, self.given)

    def _generator(self, source: Source) -> Callable[..., Any]:
        if not self.generated.get("message") or self.generated.get("count", 0) < 1:
            raise source.wrong("generated", "count and message are expected")
        return source.function("arguments", "generated")

    def cases(self, seed: str) -> Iterator[Case]:
        """Return the cases as written, then those that a seed generates."""
        yield from self.fixed
        draw = Draw(f"{self.source.slug}:{seed}")
        for _one in range(self.generated.get("count", 0)):
            yield self._made(draw)

    def _made(self, draw: Draw) -> Case:
        assert self.make is not None
        arguments = ", ".join(map(repr, self.make(draw)))
        text = f"{self.entry}({arguments})"
        return Case(text, self.generated["message"], "generated", False, None, self.given)

    def figures(self, seed: str) -> dict[str, str]:
        """Return no figures: braces in texts about code are code."""
        return {}

    def messages(self) -> list[str]:
        """Return no texts with figures."""
        return []

    def solution(self, seed: str) -> Any:
        """Return the reference as text."""
        return self.reference_text

    def expected(self, case: Case) -> Any:
        """Return what the reference gives for a case."""
        return eval(case.call, {self.entry: self.reference, **case.names})

    def agrees(self, case: Case, got: Any) -> bool:
        """Return whether what a case gave is what it should give."""
        return same(got, self.expected(case), rel=self.rel, abs_=self.abs)

    def wanted(self, case: Case) -> str:
        """Return what a case should give, as a reader is told it."""
        return shown(self.expected(case))

    def compared(self, case: Case, got: Any) -> tuple[str, str, str]:
        """Return a call, what it should give and what it gave, as a reader is told of them."""
        return case.call, self.wanted(case), shown(got)

    def share(self, passed: int, count: int) -> float:
        """Return which part of the points an answer earns by the cases that come out right."""
        return passed / count

    def all_right(self, count: int) -> str:
        """Return what is said when all cases come out right."""
        return phrases()["all_cases"].format(count=count)

    def check(self, answer: Any, seed: str) -> Result:
        """Return the verdict on code: a function, or the text of one."""
        if callable(answer):
            return self.judge(Loaded(answer, Printed()), "", seed)
        if not isinstance(answer, str) or not answer.strip():
            return Result(False, phrases()["nothing"], "nothing")
        try:
            loaded = load(answer, self.entry)
        except Fault as fault:
            return CodeResult(False, fault.as_text(), "error", fault=fault)
        return self.judge(loaded, answer, seed)

    def judge(self, loaded: Loaded, source: str, seed: str) -> CodeResult:
        """Return the verdict of the first case that fails, or that all hold."""
        count = 0
        for case in self.cases(seed):
            try:
                # What is handed over is a copy: an answer may change a list that it is given.
                names = {self.entry: loaded.function, **copy.deepcopy(case.names)}
                got = call(case.call, names, source, loaded.printed)
            except Fault as fault:
                said = f"`{case.told}`: {fault.as_text()}"
                text = loaded.printed.getvalue()
                return CodeResult(False, said, "error", call=case.told, printed=text, fault=fault)
            if not self.agrees(case, got):
                return self._failed(case, got, loaded.printed.getvalue())
            count += 1
        return CodeResult(True, self.all_right(count), "right", printed=loaded.printed.getvalue())

    def _failed(self, case: Case, got: Any, printed: str) -> CodeResult:
        called, wanted, found = self.compared(case, got)
        words = phrases()["compared" if wanted else "gave"]
        compared = words.format(call=called, expected=wanted, got=found)
        said = f"{case.message} {compared}" if called else case.message
        return CodeResult(False, said, case.tag, case.place, called, wanted, found, printed)


class Data(Code):
    """A function over the rows of a dataset."""

    kind: ClassVar[str] = "data"

    def __init__(self, source: Source) -> None:
        self.dataset = str(source.take("dataset", str))
        super().__init__(source)
        if not self.generated:
            raise source.wrong("generated", "other data of the same form are expected")
        calls = [case.call for case in self.fixed if re.search(r"\brows\b", case.call)]
        if not calls:
            raise source.wrong("case", "a call with rows, the whole dataset, is expected")
        self.whole = calls[-1]

    def _given(self) -> dict[str, Any]:
        if self.dataset not in data.names():
            raise self.source.wrong("dataset", f"one of {', '.join(data.names())} is expected")
        return {"rows": list(data.rows(self.dataset))}

    def _generator(self, source: Source) -> Callable[..., Any]:
        complete = self.generated.get("message") and self.generated.get("count", 0) >= 1
        if not complete:
            raise source.wrong("generated", "count and message are expected")
        return source.function("other_rows", "generated")

    def _made(self, draw: Draw) -> Case:
        assert self.make is not None
        rows = self.make(list(self.given["rows"]), draw)
        return Case(self.whole, self.generated["message"], "generated", False, None, {"rows": rows})


def starter(reference: str) -> str:
    """Return the code that a reader begins with: the reference without its solution."""
    pattern = rf"^[ \t]*{re.escape(BEGIN)}.*?{re.escape(END)}[ \t]*$"
    here = f"    # {_('Write your answer here.')}\n    ..."
    # A function puts the words in as they are: a text would have its backslashes read.
    return re.sub(pattern, lambda _found: here, reference, flags=re.DOTALL | re.MULTILINE)


def _text(source: Source, path: Path) -> str:
    if not path.exists():
        raise source.wrong(path.name, "is missing: the reference is expected in it")
    return path.read_text(encoding="utf-8")
