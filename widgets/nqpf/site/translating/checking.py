"""Files of messages, checked: each fault by file and line, with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.pofile import PoFileError, read_po

from nqpf.site.translating.faults import faults

LINE = re.compile(r'(#.*|(msg(ctxt|id|id_plural|str(\[\d\])?) )?"([^"\\]|\\.)*")?')
"""A line of a file of messages: nothing, a comment, or a text in quotes."""


class Found(NamedTuple):
    """A fault: the file, the line, the beginning of the message, and what to do."""

    file: Path
    line: int
    message: str
    said: str

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line}: “{self.message}” {self.said}"


class Standing(NamedTuple):
    """How far a file is: its messages, those that are translated, those that are uncertain."""

    all: int
    translated: int
    fuzzy: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to translate."""
        return self.translated == self.all and not self.fuzzy


def read_file(path: Path) -> Catalog:
    """Return a file's messages; raise ``ValueError`` with the line that cannot be read."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), start=1):
        if not LINE.fullmatch(line.strip()):
            raise ValueError(
                f"{path.name}, line {number}, cannot be read: each text stands in double quotes, "
                'with \\" for one inside.'
            )
    try:
        return read_po(StringIO(text), locale="zh_CN", abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"{path.name}, line {error.lineno}, cannot be read: {error}") from None


def faults_of_file(path: Path) -> Iterator[Found]:
    """Yield what is wrong with the translations of a file; what is not translated yet is not."""
    for message in read_file(path):
        if not message.id:
            continue
        english, chinese = pair(message)
        told = faults(english, chinese) if chinese else []
        if message.fuzzy:
            told.append("is marked fuzzy: look at it again and take the mark away.")
        start = english[:50].replace("\n", " ")
        yield from (Found(path, message.lineno or 0, start, said) for said in told)


def not_translated(path: Path) -> list[Found]:
    """Return the messages of a file that have no translation yet."""
    return [
        Found(path, message.lineno or 0, english[:50].replace("\n", " "), "is not translated.")
        for message in read_file(path)
        if message.id and not pair(message)[1] and (english := pair(message)[0])
    ]


def pair(message: object) -> tuple[str, str]:
    """Return a message's English, of several that for many, and its Chinese."""
    english, chinese = message.id, message.string  # type: ignore[attr-defined]
    english = english if isinstance(english, str) else english[-1]
    return str(english), str(chinese if isinstance(chinese, str) else chinese[0])


def standing(path: Path) -> Standing:
    """Return how far a file is."""
    listed = [message for message in read_file(path) if message.id]
    return Standing(
        len(listed),
        sum(bool(pair(message)[1]) for message in listed),
        sum(bool(message.fuzzy) for message in listed),
    )
