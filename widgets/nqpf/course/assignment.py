"""An assignment: which exercises, for whom, with which figures, until when."""

from __future__ import annotations

import difflib
import fnmatch
import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from nqpf.course.intake.roster import Roster, Student
from nqpf.exercises import Exercise, exercises, find
from nqpf.whole import write_whole
from nqpf.words import LANGUAGE

FILE = "assignment.json"
SAME_FOR_ALL = ""
"""The student's id under which figures are drawn that everybody gets."""


class AssignmentError(ValueError):
    """An assignment cannot be made or read; the message says what to do."""


@dataclass(frozen=True)
class Question:
    """An exercise of the assignment and what it counts."""

    slug: str
    kind: str
    points: int

    @property
    def exercise(self) -> Exercise:
        """The exercise itself."""
        return find(self.slug)


@dataclass(frozen=True)
class Assignment:
    """What the instructor's folder records. ``secret`` is known by its digest only."""

    name: str
    questions: tuple[Question, ...]
    students: tuple[Student, ...]
    own_figures: bool
    secret_digest: str
    due: datetime | None = None
    release: datetime | None = None
    language: str = "en"

    @property
    def points(self) -> int:
        """What a faultless submission gets."""
        return sum(question.points for question in self.questions)

    @property
    def roster(self) -> Roster:
        """The class."""
        return Roster(self.students)

    def seed(self, secret: bytes, student: str, slug: str) -> str:
        """Return the seed of a student's figures; without the secret it cannot be guessed."""
        who = student if self.own_figures else SAME_FOR_ALL
        message = json.dumps([self.name, who, slug]).encode()
        return hmac.new(secret, message, hashlib.sha256).hexdigest()[:24]

    def save(self, folder: Path) -> None:
        """Write the record into the instructor's folder."""
        moments = {"due": self.due, "release": self.release}
        record = asdict(self) | {k: m.isoformat() if m else None for k, m in moments.items()}
        for student in record["students"]:
            student["aliases"] = sorted(student["aliases"])
        write_whole(folder / FILE, json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def load(folder: Path) -> Assignment:
    """Return the assignment of a folder; raise `AssignmentError` if it holds none."""
    path = folder / "instructor" / FILE
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AssignmentError(f"{folder} is no assignment: nqpf assign makes one.") from None
    students = [s | {"aliases": frozenset(s["aliases"])} for s in record["students"]]
    moments = {
        name: datetime.fromisoformat(record[name]) if record.get(name) else None
        for name in ("due", "release")
    }
    fixed = {
        "questions": tuple(Question(**question) for question in record["questions"]),
        "students": tuple(Student(**student) for student in students),
        **moments,
    }
    return Assignment(**record | fixed)


def choose(patterns: Sequence[str], picked: Sequence[str]) -> list[Exercise]:
    """Return the exercises that match patterns such as ``ch05/*``, or those picked, in order.

    Raises `AssignmentError` naming what matches nothing, with the nearest names.
    """
    known = {f"{one.folder.parent.name}/{slug}": one for slug, one in exercises().items()}
    found = {name: one for name, one in known.items() if _matches(name, patterns)}
    if patterns and not found:
        folders = sorted({name.partition("/")[0] for name in known})
        raise AssignmentError(
            f"nothing matches {', '.join(patterns)}: there are exercises in {', '.join(folders)}."
        )
    if not picked:
        return list(found.values())
    slugs = {one.slug: one for one in (found or known).values()}
    unknown = [slug for slug in picked if slug not in slugs]
    if unknown:
        near = difflib.get_close_matches(unknown[0], slugs, n=3) or list(slugs)
        raise AssignmentError(f"there is no {unknown[0]}: did you mean {', '.join(near)}?")
    return [slugs[slug] for slug in dict.fromkeys(picked)]


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def read_secret(path: Path) -> bytes:
    """Return the secret in a file, made now if there is none; at least 16 characters."""
    if not path.exists():
        write_whole(path, secrets.token_hex(32) + "\n")
        path.chmod(0o600)
    secret = path.read_text(encoding="utf-8").strip().encode()
    if len(secret) < 16:
        raise AssignmentError(f"{path}: at least 16 characters, or figures could be guessed.")
    return secret


def known_secret(path: Path, assignment: Assignment) -> bytes:
    """Return an assignment's secret; raise `AssignmentError` if the file is not where it stands."""
    if not path.exists():
        raise AssignmentError(
            f"there is no {path}: name the file that nqpf assign used or made with --seed-file."
        )
    secret = read_secret(path)
    if digest(secret) != assignment.secret_digest:
        raise AssignmentError(f"{path} is not the seed file of {assignment.name}.")
    return secret


def digest(secret: bytes) -> str:
    """Return what the record keeps of a secret, to notice when another one is given."""
    return hashlib.sha256(b"nqpf assignment " + secret).hexdigest()[:16]


def read_due(text: str | None, option: str = "--due") -> datetime | None:
    """Return a due time; a date alone means the end of that day, in the local time zone.

    For ``--release`` it means the day's beginning.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise AssignmentError(f"{option} {text}: write 2027-03-01 or 2027-03-01T18:00.") from None
    if len(text) <= 10:
        end = time(0, 0) if option == "--release" else time(23, 59, 59)
        moment = datetime.combine(moment.date(), end)
    return moment.astimezone()


def make(
    name: str,
    chosen: Sequence[Exercise],
    roster: Roster,
    secret: bytes,
    due: datetime | None,
    release: datetime | None = None,
) -> Assignment:
    """Return an assignment; figures are each student's own if there is a class."""
    if not name or any(letter in '/\\:*?"<>|' for letter in name):
        raise AssignmentError(f"{name!r} is no name for a folder.")
    if not chosen:
        raise AssignmentError("no exercise was chosen: give --from 'ch02/*' or --pick SLUG.")
    return Assignment(
        name=name,
        questions=tuple(Question(one.slug, one.kind, one.points) for one in chosen),
        students=tuple(roster),
        own_figures=len(roster) > 0 and any(one.kind == "seeded" for one in chosen),
        secret_digest=digest(secret),
        due=due,
        release=release,
        language=LANGUAGE,
    )
