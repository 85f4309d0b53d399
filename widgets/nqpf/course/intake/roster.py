"""The class: who may hand in, and under which names platforms know them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

KNOWN = {
    "id": ("id", "student_id", "student id", "sis user id", "sid", "username", "login id"),
    "name": ("name", "full name", "student", "student name"),
    "first": ("first name", "firstname", "given name"),
    "last": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "email address", "e-mail"),
    "canvas": ("canvas", "canvas id"),
}


class RosterError(ValueError):
    """The class list cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class Student:
    """A student: the id that grades go by, and the names by which files may be found."""

    id: str
    name: str = ""
    email: str = ""
    aliases: frozenset[str] = field(default_factory=frozenset)


class Roster:
    """A class. An empty one takes any name that a file has."""

    def __init__(self, students: Iterable[Student] = ()) -> None:
        self._students = {student.id: student for student in students}
        self._names: dict[str, Student | None] = {}
        for student in self._students.values():
            names = {student.id, file_name(student.id), student.name, student.email}
            for name in (names | student.aliases) - {""}:
                key = plain_name(name)
                # A name that two students share finds neither of them.
                taken = self._names.get(key, student)
                self._names[key] = student if taken is student else None

    def __iter__(self) -> Iterator[Student]:
        return iter(self._students.values())

    def __len__(self) -> int:
        return len(self._students)

    def find(self, who: str) -> Student | None:
        """Return the student whom one of these names means; lines are alternatives."""
        for name in who.splitlines():
            student = self._names.get(plain_name(name))
            if student:
                return student
        return None

    def find_within(self, text: str) -> Student | None:
        """Return the one student whose id or name stands in a text between separators."""
        parts = re.split(r"[\s_\-.,()]+", text)
        found = {student for part in parts if (student := self.find(part))}
        return found.pop() if len(found) == 1 else None


def read_roster(path: Path) -> Roster:
    """Return the class in a CSV file with a header row.

    It needs a column ``id`` (or ``student id``, ``SIS User ID``, ``username``); names and addresses
    help to find the files. Raises `RosterError` naming file and row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise RosterError(f"{path} does not exist: give the class list as a CSV file.") from None
    except UnicodeDecodeError:
        raise RosterError(f"{path} is not UTF-8: save it as CSV UTF-8.") from None
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if not rows:
        raise RosterError(f"{path} has no rows below its header.")
    columns = {
        key: next((c for c in rows[0] if (c or "").strip().lower() in names), None)
        for key, names in KNOWN.items()
    }
    if columns["id"] is None:
        raise RosterError(f"{path} has no column id; it has {', '.join(map(str, rows[0]))}.")
    return Roster(_students(path, rows, columns))


def _students(
    path: Path, rows: list[dict[str, str]], columns: dict[str, str | None]
) -> Iterator[Student]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        cells = {key: (row.get(column) or "").strip() for key, column in columns.items() if column}
        identity = cells["id"]
        if not identity:
            raise RosterError(f"{path}, row {number}: no id.")
        if identity in seen:
            raise RosterError(f"{path}, row {number}: {identity} stands in row {seen[identity]}.")
        seen[identity] = number
        first, last = cells.get("first", ""), cells.get("last", "")
        name = cells.get("name") or f"{first} {last}".strip()
        aliases = {f"{first} {last}", f"{last} {first}", last + first, cells.get("canvas", "")}
        aliases |= set(_orders(name)) | {cells.get("email", "").partition("@")[0]}
        yield Student(identity, name, cells.get("email", ""), frozenset(aliases - {"", " "}))


def _orders(name: str) -> Iterator[str]:
    """Return a name as platforms turn it: Canvas writes lovelaceada for Ada Lovelace."""
    last, comma, first = name.partition(",")
    words = (f"{first} {last}" if comma else name).split()
    if len(words) > 1:
        yield " ".join(words)
        yield " ".join([words[-1], *words[:-1]])


def plain_name(name: str) -> str:
    """Return a name without case, marks and spaces, as platforms compare them.

    >>> plain_name("Zoë O'Neil")
    'zoeoneil'
    """
    text = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in text if c.isalnum())


def file_name(student: str) -> str:
    """Return a student's id as a name for a file; ids that differ give names that differ.

    >>> file_name("ada"), file_name("../x")
    ('ada', '%2e%2e%2fx')
    """
    return re.sub(r"[^\w-]", lambda m: "".join(f"%{b:02x}" for b in m[0].encode()), student)
