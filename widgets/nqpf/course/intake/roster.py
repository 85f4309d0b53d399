"""The class: who may hand in, and under which names platforms know them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nqpf.course.tables import TableError, read_table

IDENTITIES = {
    "sis user id": 1, "orgdefinedid": 1, "org defined id": 1, "sid": 1, "student id": 1,
    "student_id": 1, "studentid": 1, "student number": 1, "id number": 1, "idnumber": 1,
    "matrikelnummer": 1, "matrikel-nr.": 1, "matrikelnr": 1, "matrikelnr.": 1, "id-nummer": 1,
    "学号": 1, "學號": 1, "学号/工号": 1, "学工号": 1, "学生学号": 1, "工号": 2, "id": 2,
    "username": 3, "user name": 3, "login id": 3, "sis login id": 3, "benutzername": 3,
    "anmeldename": 3, "kennung": 3, "nutzername": 3, "用户名": 3, "账号": 3, "登录名": 3,
    "email": 4, "email address": 4, "e-mail": 4, "e-mail address": 4, "mail": 4,
    "e-mail-adresse": 4, "e-mailadresse": 4, "邮箱": 4, "电子邮件": 4, "电子邮箱": 4,
    "identifier": 5, "id-kennung": 5, "编号": 5,
}  # fmt: skip
"""Columns that say who somebody is, by how well they do: the first filled one becomes the id."""

NAMES = {
    "name": {"name", "full name", "student", "student name", "vollständiger name",
             "姓名", "学生姓名", "真实姓名", "名字"},
    "first": {"first name", "firstname", "first", "given name", "vorname", "名"},
    "last": {"last name", "lastname", "last", "surname", "family name", "nachname",
             "familienname", "姓"},
    "canvas": {"canvas", "canvas id"},
}  # fmt: skip
IN_CANVAS = {"sis user id", "sis login id"}
NO_STUDENT = re.compile(
    r"^\s*(points possible|manual posting|student, test|test student)\s*$", re.IGNORECASE
)
SHORTENED = re.compile(r"^\d(?:[.,]\d+)?e\+?\d+$", re.IGNORECASE)
MOST_ABOVE = 15
"""The most rows of titles above the header."""


class RosterError(ValueError):
    """The class list cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class Student:
    """A student: the id that grades go by, and the names by which files may be found."""

    id: str
    name: str = ""
    email: str = ""
    aliases: frozenset[str] = field(default_factory=frozenset)

    @property
    def names(self) -> frozenset[str]:
        """Everything that the student may be called."""
        return frozenset({self.id, self.name, self.email} | self.aliases) - {""}


class Roster:
    """A class. An empty one takes any name that a file has. ``taken`` says what a list gave."""

    def __init__(self, students: Iterable[Student] = (), taken: str = "") -> None:
        self.taken = taken
        self._students = {student.id: student for student in students}
        self._names: dict[str, Student | None] = {}
        self._words: dict[tuple[str, ...], Student | None] = {}
        for student in self._students.values():
            for name in student.names | {file_name(student.id)}:
                # A name that two students share finds neither of them.
                key = plain_name(name)
                taken_by = self._names.get(key, student)
                self._names[key] = student if taken_by is student else None
            for name in student.names - {student.email}:
                words = tuple(_words(name))
                taken_by = self._words.get(words, student)
                self._words[words] = student if taken_by is student else None
        self._longest = max(map(len, self._words), default=0)

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

    def find_within(self, path: str) -> Student | None:
        """Return the one student whose whole id or name stands anywhere in a path.

        A number of three figures or less is no id here: ``hw10 (1)`` is a browser's second copy.
        """
        found: set[Student] = set()
        for part in path.split("/"):
            found |= self._within(_words(part))
        return found.pop() if len(found) == 1 else None

    def _within(self, words: list[str]) -> set[Student]:
        """Return the students named in these words; a longer name hides a shorter inside it."""
        spans = []
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                student = self._words.get(tuple(words[start:end]))
                if student and _tells(words[start:end]):
                    spans.append((start, end, student))
        return {
            student
            for start, end, student in spans
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in spans)
        }


def _tells(words: list[str]) -> bool:
    """Return whether these words are enough to name somebody."""
    text = "".join(words)
    return len(text) > 1 and not (text.isdigit() and len(text) < 4)


def _words(text: str) -> list[str]:
    """Return the words of a name or a path: Latin ones with figures, and Chinese ones.

    >>> _words("作业7_Ada Lovelace（00012345）"), _words("2023010002韩梅梅")
    (['作业', '7', 'ada', 'lovelace', '00012345'], ['2023010002', '韩梅梅'])
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[\u3400-\u9fff·]+|[^\W_\u3400-\u9fff]+", plain.replace("'", ""))


def read_roster(path: Path) -> Roster:
    """Return the class in a list as platforms and registrars export it, CSV or Excel.

    The best filled column that says who somebody is becomes the id (a number of the register, an
    account, an address); the others help to find files. Raises `RosterError` naming file and row.
    """
    try:
        rows = read_table(path)
    except FileNotFoundError:
        raise RosterError(f"{path} does not exist: give the class list as a CSV file.") from None
    except TableError as error:
        raise RosterError(str(error)) from error
    place = next((n for n, (_, cells) in enumerate(rows[:MOST_ABOVE]) if _is_header(cells)), None)
    if place is None:
        first = ", ".join(cell for cell in rows[0][1] if cell) if rows else "nothing"
        raise RosterError(
            f"{path} has no column id, nor another that says who somebody is; it has {first}."
        )
    number, header = rows[place]
    if not rows[place + 1 :]:
        raise RosterError(f"{path} has no rows below its header.")
    titles = [" ".join(cell.split()) for cell in header]
    columns = _Columns([title.lower() for title in titles])
    students = list(_students(path, rows[place + 1 :], columns))
    if not students:
        raise RosterError(f"{path} has no students below row {number}.")
    return Roster(students, columns.said(titles))


def _is_header(cells: list[str]) -> bool:
    titles = [" ".join(cell.split()).lower() for cell in cells]
    return any(title in IDENTITIES for title in titles)


@dataclass
class _Columns:
    """Which column of a list says what."""

    titles: list[str]
    used: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        canvas = bool(IN_CANVAS & set(self.titles))
        ranks = {n: IDENTITIES[title] for n, title in enumerate(self.titles) if title in IDENTITIES}
        if canvas:
            # Canvas calls its own number "ID"; marks go by the school's, where there is one.
            ranks |= {n: 4 for n, title in enumerate(self.titles) if title == "id"}
        self.identities = sorted(ranks, key=lambda n: (ranks[n], n))
        self.canvas = [n for n, title in enumerate(self.titles) if title in NAMES["canvas"]]
        self.names = {
            key: next((n for n, title in enumerate(self.titles) if title in known), None)
            for key, known in NAMES.items()
        }
        self.email = next(
            (n for n in self.identities if ranks[n] == 4 and not self._is_id(n)), None
        )

    def _is_id(self, place: int) -> bool:
        return self.titles[place] == "id"

    def said(self, titles: list[str]) -> str:
        """Return in words which columns were taken for what."""
        ids = [titles[n] for n in sorted(self.used, key=lambda n: -self.used[n])]
        kinds = [("id", " or ".join(dict.fromkeys(ids)))]
        kinds += [
            (key, titles[n])
            for key, n in [*self.names.items(), ("email", self.email)]
            if n is not None
        ]
        return ", ".join(f"{key} from “{title}”" for key, title in kinds if title)


def _students(
    path: Path, rows: list[tuple[int, list[str]]], columns: _Columns
) -> Iterator[Student]:
    seen: dict[str, int] = {}
    for number, cells in rows:
        texts = [cell.strip() for cell in cells] + [""] * len(columns.titles)
        named = {key: texts[n] for key, n in columns.names.items() if n is not None}
        first, last = named.get("first", ""), named.get("last", "")
        name = named.get("name") or f"{first} {last}".strip()
        filled = [n for n in columns.identities if texts[n].strip("# ")]
        if NO_STUDENT.match(name) or not (filled or name):
            continue
        if not filled:
            raise RosterError(f"{path}, row {number}: no id.")
        # Brightspace writes # before ids, so that no spreadsheet takes them for numbers.
        identity = texts[filled[0]].lstrip("#").strip()
        if SHORTENED.match(identity):
            raise RosterError(
                f"{path}, row {number}: a spreadsheet has shortened the id to {identity}. "
                "Export the list again, or format the column as text."
            )
        if identity in seen:
            raise RosterError(f"{path}, row {number}: {identity} stands in row {seen[identity]}.")
        seen[identity] = number
        columns.used[filled[0]] = columns.used.get(filled[0], 0) + 1
        email = texts[columns.email] if columns.email is not None else ""
        others = {texts[n].lstrip("#").strip() for n in [*filled[1:], *columns.canvas]}
        aliases = {f"{first} {last}", f"{last} {first}", last + first, *others, *_orders(name)}
        aliases |= {email.partition("@")[0]}
        yield Student(identity, name, email, frozenset(aliases - {"", " ", identity, name, email}))


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
