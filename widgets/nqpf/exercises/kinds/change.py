"""Change: rewrite a model of the book until a goal holds, while the book's laws go on holding.

Conditions are calls with what they are to give. Laws are those that the book declares of the model:
all of them hold of the answer too, but for those that the exercise is there to break. A law looks
at a model at many points; the answer is asked for all of them by one call, and the law then looks
at the values, so that it need not run, nor trust, the code that gave them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from nqpf.algebra import declaration_of
from nqpf.algebra.source import running_text_of
from nqpf.exercises.comparing import as_plain, same
from nqpf.exercises.kinds.code import CASE, Case, Code
from nqpf.exercises.source import Fields, Source
from nqpf.laws.law import Law, Point, of_book, points
from nqpf.laws.listed import LAWS
from nqpf.readers_code.running import shown
from nqpf.words import _, said

WAYS = ("gives", "least", "most")
"""What a call is to give: a value, no less than a number, or no more than one."""
DIGITS = 6
"""Digits of a number that a reader is told."""


@dataclass(frozen=True)
class Bound(Case):
    """A condition: a call, and the value that it is to give, to reach, or not to pass."""

    way: str
    value: Any

    @property
    def wanted(self) -> str:
        """What the call is to give, in words."""
        words = {"gives": "{value}", "least": _("at least {value}"), "most": _("at most {value}")}
        return words[self.way].format(value=_short(self.value))

    def holds(self, got: Any, rel: float, abs_: float) -> bool:
        """Return whether what a call gave is what it is to give."""
        number = _plain(got)
        if self.way == "gives" or same(number, self.value, rel=rel, abs_=abs_):
            return same(number, self.value, rel=rel, abs_=abs_)
        if type(number) not in (int, float):
            return False
        return bool(number > self.value if self.way == "least" else number < self.value)

    def compared(self, got: Any) -> tuple[str, str, str]:
        """Return the call, what it is to give, and what it gave."""
        return self.call, self.wanted, _short(_plain(got, got))


@dataclass(frozen=True)
class Held(Case):
    """A law of the book that an answer is to obey, or to break."""

    law: Law
    entry: str
    is_kept: bool

    @property
    def told(self) -> str:
        """The call as a reader is told of it: its arguments would fill pages."""
        return f"{self.entry}(…)"

    @property
    def is_told(self) -> bool:
        """Whether who is marked may be told of it: a law is no secret."""
        return True

    @property
    def wanted(self) -> str:
        """What is to be so, as a sentence."""
        words = _("Still so: {law}.") if self.is_kept else _("No longer so: {law}.")
        return words.format(law=self.law.words)

    def holds(self, got: Any, _rel: float, _abs: float) -> bool:
        """Return whether the values of a model obey the law, or break it where they are to."""
        values = self._values(got)
        return bool(values) and (self._fails_at(values) is None) == self.is_kept

    def compared(self, got: Any) -> tuple[str, str, str]:
        """Return a call at which the law fails, nothing, and what the model gave there."""
        values = self._values(got)
        point = self._fails_at(values) if self.is_kept and values else None
        if point is None:
            return "", "", ""
        given = ", ".join(f"{name}={_short(value)}" for name, value in point.items())
        return f"{self.entry}({given})", "", _short(_table(self.names["points"], values)(point))

    def _values(self, got: Any) -> list[Any]:
        """Return what a model gave for each point, or nothing if that cannot be read."""
        values = _plain(got)
        complete = isinstance(values, list) and len(values) == len(self.names["points"])
        return values if complete else []

    def _fails_at(self, values: Sequence[Any]) -> Point | None:
        """Return where the law last looked when it found that it does not hold, if it does not."""
        table = _table(self.names["points"], values)
        looked: list[Point] = []

        def answer(**arguments: Any) -> Any:
            looked.append(arguments)
            return table(arguments)

        functions = _with(self.law, self.entry, answer)
        for point in points(functions[0]):
            try:
                if not self.law.test(*functions, point):
                    return looked[-1]
            except Exception:  # values that a law cannot compare do not obey it
                return looked[-1]
        return None


class Change(Code):
    """A model of the book to rewrite; ``explorer`` is where it can be seen at work."""

    kind: ClassVar[str] = "change"
    case_fields: ClassVar[Fields] = {**CASE, **dict.fromkeys(WAYS, str)}

    def __init__(self, source: Source) -> None:
        self.explorer = str(source.take("explorer", str))
        self.book = source.function("CHANGED", "kind")
        super().__init__(source)
        if self.generated:
            raise source.wrong("generated", "no such table: laws look at many points already")
        self.fixed += self._laws(source.texts("breaks"))

    def _entry(self) -> str:
        return str(self.book.__name__)

    @cached_property
    def starter(self) -> str:
        """The book's model, with which a reader begins."""
        return running_text_of(self.book)

    def _check_starter(self) -> None:
        """Let the solution be whole: what a reader begins with is not cut out of it."""

    def _case(self, source: Source, place: int, record: dict[str, Any]) -> Case:
        ways = [way for way in WAYS if way in record]
        if len(ways) != 1:
            raise source.wrong(f"case {place + 1}", f"one of {', '.join(WAYS)} is expected")
        [way] = ways
        try:
            value = as_plain(eval(record[way], {self.entry: self.book}))
        except Exception as error:
            raise source.wrong(
                f"case {place + 1}, {way}", f"a value is expected: {error}"
            ) from None
        return Bound(**vars(super()._case(source, place, record)), way=way, value=value)

    def _laws(self, broken: Sequence[str]) -> list[Case]:
        model = f"{self.book.__module__.removeprefix('nqpf.models.')}.{self.entry}"
        about = [law for law in LAWS if model in law.models]
        # Laws are named by their English words, and known here in the reader's.
        to_break = {said(words) for words in broken}
        for words in to_break - {law.words for law in about}:
            known = "; ".join(law.words for law in about) or "none"
            raise self.source.wrong("breaks", f"{words!r} is no law of {self.entry}: {known}")
        return [self._law(law, number, to_break) for number, law in enumerate(about, start=1)]

    def _law(self, law: Law, number: int, to_break: set[str]) -> Held:
        is_kept = law.words not in to_break
        kept = _("A check of the book no longer holds: {law}.")
        message = kept if is_kept else _("A check still holds that your model is to break: {law}.")
        return Held(
            call=f"[{self.entry}(**point) for point in points]",
            message=message.format(law=law.words),
            tag=f"law-{number}",
            show=False,
            place=len(self.fixed) + number - 1,
            names={"points": _looked_at(law, self.entry, self.book)},
            law=law,
            entry=self.entry,
            is_kept=is_kept,
        )

    def conditions(self) -> list[str]:
        """Return what an answer is held to, as far as it is shown, as lines of Markdown."""
        calls: dict[str, list[str]] = {}
        for one in self.fixed:
            if one.show:
                calls.setdefault(one.call, []).append(self.wanted(one))
        lines = [f"`{call}`: {'; '.join(wanted)}" for call, wanted in calls.items()]
        return lines + [self.wanted(one) for one in self.fixed if isinstance(one, Held)]

    def agrees(self, case: Case, got: Any) -> bool:
        """Return whether what a case gave is what it should give."""
        assert isinstance(case, (Bound, Held))
        return case.holds(got, self.rel, self.abs)

    def wanted(self, case: Case) -> str:
        """Return what a case should give, as a reader is told it."""
        assert isinstance(case, (Bound, Held))
        return case.wanted

    def compared(self, case: Case, got: Any) -> tuple[str, str, str]:
        """Return a call, what it should give and what it gave, as a reader is told of them."""
        assert isinstance(case, (Bound, Held))
        return case.compared(got)

    @cached_property
    def _met_by_book(self) -> int:
        """How many cases come out right where nothing was changed."""
        return sum(
            self.agrees(case, eval(case.call, {self.entry: self.book, **case.names}))
            for case in self.fixed
        )

    def share(self, passed: int, count: int) -> float:
        """Return which part of the points an answer earns: nothing for what was so before."""
        return max(0.0, (passed - self._met_by_book) / (count - self._met_by_book))

    def all_right(self, count: int) -> str:
        """Return what is said when all cases come out right."""
        return _("Right: all of it is so ({count}).").format(count=count)


def _with(law: Law, entry: str, function: Callable[..., Any]) -> list[Callable[..., Any]]:
    """Return the functions of a law, with another in the place of the book's of a name."""
    functions = law.functions(of_book)
    place = law.names.index(entry)
    # Laws read the ranges of the models that they speak of.
    function.declaration = declaration_of(functions[place])  # type: ignore[attr-defined]  # because functions are open
    functions[place] = function
    return functions


def _looked_at(law: Law, entry: str, book: Callable[..., Any]) -> list[Point]:
    """Return the arguments at which a law looks at a model, each once."""
    looked: dict[str, Point] = {}

    def note(**arguments: Any) -> Any:
        looked.setdefault(_key(arguments), arguments)
        return book(**arguments)

    functions = _with(law, entry, note)
    for point in points(functions[0]):
        law.test(*functions, point)
    return list(looked.values())


def _table(listed: Sequence[Point], values: Sequence[Any]) -> Callable[[Point], Any]:
    """Return what looks up the value at a point; raise ``KeyError`` for a point without one."""
    known = dict(zip(map(_key, listed), values, strict=True))
    return lambda point: known[_key(point)]


def _key(point: Point) -> str:
    return repr(sorted(point.items()))


def _plain(got: Any, otherwise: Any = None) -> Any:
    """Return what a call gave as plain values, and something else where it has no end."""
    try:
        return as_plain(got)
    except RecursionError:
        return otherwise


def _short(value: Any) -> str:
    """Return a value with few digits, for an example."""
    if type(value) is list and all(type(one) in (int, float) for one in value):
        return f"[{', '.join(map(_short, value))}]"
    return f"{value:.{DIGITS}g}" if type(value) is float else shown(value)
