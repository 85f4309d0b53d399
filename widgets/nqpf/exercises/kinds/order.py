"""Order: put lines of code or steps of an argument in order, and leave out what does not belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from nqpf.exercises.choosing import LETTERS, Unread, places
from nqpf.exercises.comparing import as_plain
from nqpf.exercises.draws import Draw
from nqpf.exercises.figures import literal
from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result, right
from nqpf.exercises.source import Fields, Source

LINE: Fields = {"text": str, "message": str, "name": str, "after": list}
DISTRACTOR: Fields = {"text": str, "message": str}
FEWEST = 3
LONGEST_SHOWN = 100
"""How many characters of what could not be read are shown again."""


@dataclass(frozen=True)
class Line:
    """A line: what it needs before it (places among the lines in a right order), or a distractor.

    ``place`` is None for a distractor.
    """

    text: str
    message: str
    place: int | None
    after: tuple[int, ...] = ()


class Order:
    """Lines to put in order. Readers see them shuffled, numbered from 1."""

    kind: ClassVar[str] = "order"

    def __init__(self, source: Source) -> None:
        self.code = bool(source.take("code", bool, False))
        lines = _lines(source)
        distractors = [
            Line(_text(source, "distractor", r), _message(source, r), None)
            for r in source.records("distractor", DISTRACTOR)
        ]
        self.count = len(lines)
        self.lines = Draw(source.slug).shuffled(lines + distractors)

    def figures(self, seed: str) -> dict[str, str]:
        """Return no figures."""
        return {}

    def messages(self) -> list[str]:
        """Return no texts with figures: lines may be code, whose braces are its own."""
        return []

    def solution(self, seed: str) -> Any:
        """Return the numbers of the lines, as readers see them, in a right order."""
        numbers = {line.place: number for number, line in enumerate(self.lines, start=1)}
        return [numbers[place] for place in range(self.count)]

    def check(self, answer: Any, seed: str) -> Result:
        """Return the verdict on lines in order, by numbers or letters: the first problem."""
        given = as_plain(answer)
        if given is None or given == "" or given == []:
            return Result(False, phrases()["nothing"], "nothing")
        count = len(self.lines)
        try:
            numbers = places(given, count)
        except Unread as unread:
            said = phrases()["no_option"].format(
                written=literal(str(unread)[:LONGEST_SHOWN]), last=LETTERS[count - 1], count=count
            )
            return Result(False, said, "nothing")
        if len(set(numbers)) < len(numbers):
            return Result(False, phrases()["twice"])
        return self.judge([self.lines[number - 1] for number in numbers])

    def judge(self, chosen: list[Line]) -> Result:
        """Return the verdict on lines in order."""
        done: set[int] = set()
        for line in chosen:
            if line.place is None:
                said = phrases()["foreign"].format(line=line.text)
                return Result(False, f"{said} {line.message}", "distractor")
            if not done.issuperset(line.after):
                said = phrases()["too_early"].format(line=line.text)
                return Result(False, f"{said} {line.message}".strip(), "too-early")
            done.add(line.place)
        if len(done) < self.count:
            said = phrases()["too_few"].format(count=self.count - len(done))
            return Result(False, said, "too-few")
        return right(phrases()["right"])


def _lines(source: Source) -> list[Line]:
    """Return the lines in the right order, each with the places that come before it."""
    records = source.records("line", LINE, fewest=FEWEST)
    names = {r["name"]: place for place, r in enumerate(records) if "name" in r}
    found = []
    for place, record in enumerate(records):
        unknown = set(record.get("after", [])) - set(names)
        if unknown:
            raise source.wrong(f"line {place + 1}, after", f"a name of a line, not {unknown.pop()}")
        after = [names[name] for name in record.get("after", [])]
        if "after" not in record and place:
            after = [place - 1]
        if any(one >= place for one in after):
            raise source.wrong(f"line {place + 1}, after", "lines further up are expected")
        text = _text(source, f"line {place + 1}", record)
        found.append(Line(text, record.get("message", ""), place, tuple(after)))
    return found


def _text(source: Source, label: str, record: dict[str, Any]) -> str:
    if not record.get("text"):
        raise source.wrong(f"{label}, text", "a text is expected")
    return str(record["text"])


def _message(source: Source, record: dict[str, Any]) -> str:
    if not record.get("message"):
        raise source.wrong("distractor, message", "why the line does not belong is expected")
    return str(record["message"])
