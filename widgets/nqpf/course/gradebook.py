"""What has been graded and read, kept so that nothing is lost or counted twice.

A result belongs to the bytes that were handed in, the question as it then was, the student's
figures and the limits under which code ran. The same again is not graded again; a mended exercise
is, and the old result stays. A reading belongs to the text that was read. Tables and pages beside
the gradebook are views of it: they can be written again at any time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from nqpf.course.marking import Mark
from nqpf.course.statistics.items import Result

TABLES = """
CREATE TABLE IF NOT EXISTS marks (
    key TEXT PRIMARY KEY, student TEXT NOT NULL, slug TEXT NOT NULL, file TEXT NOT NULL,
    mark TEXT NOT NULL, graded TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS handed_in (
    student TEXT PRIMARY KEY, file TEXT NOT NULL, record TEXT NOT NULL, graded TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS readings (
    number INTEGER PRIMARY KEY, student TEXT NOT NULL, slug TEXT NOT NULL, text TEXT NOT NULL,
    levels TEXT NOT NULL, comment TEXT NOT NULL, taken TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sheet_rows (
    row TEXT PRIMARY KEY, student TEXT NOT NULL, slug TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS results (
    student TEXT NOT NULL, slug TEXT NOT NULL, place INTEGER NOT NULL, title TEXT NOT NULL,
    points INTEGER NOT NULL, part REAL, tag TEXT NOT NULL, PRIMARY KEY (student, slug)
);
CREATE TABLE IF NOT EXISTS written (file TEXT PRIMARY KEY, digest TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Reading:
    """What a lecturer gave for an answer: levels and a comment, and the text they were given for.

    ``text`` is the digest of the answer.
    """

    student: str
    slug: str
    text: str
    levels: str
    comment: str

    @property
    def of(self) -> tuple[str, str, str]:
        """The answer that was read: student, question and text."""
        return self.student, self.slug, self.text


Results = dict[str, Result]
"""What one student got for each question."""


@dataclass(frozen=True)
class Asked:
    """A question as it was asked: its name, its title and its points."""

    slug: str
    title: str
    points: int


class Gradebook:
    """The results of one assignment in a file; each is written before the next is begun."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(path)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute("PRAGMA synchronous = FULL")
        self._store.executescript(TABLES)

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._store.close()

    def known(self, key: str) -> Mark | None:
        """Return the result under a key, if it was graded before."""
        row = self._store.execute("SELECT mark FROM marks WHERE key = ?", (key,)).fetchone()
        return Mark(**json.loads(row[0])) if row else None

    def keep(
        self,
        results: list[tuple[str, str, str, Mark]],
        counted: tuple[str, str, dict[str, Any]] | None = None,
    ) -> None:
        """Keep the results of one file, all or none: key, student, file and mark of each.

        ``counted`` is the student whose file counts from now on, the file, and what was said of it.
        """
        with self._store:
            self._store.executemany(
                "INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (key, student, mark.slug, file, json.dumps(asdict(mark)), _now())
                    for key, student, file, mark in results
                ],
            )
            if counted:
                student, file, record = counted
                self._store.execute(
                    "INSERT OR REPLACE INTO handed_in VALUES (?, ?, ?, ?)",
                    (student, file, json.dumps(record), _now()),
                )

    def history(self) -> Iterator[tuple[str, str, str, str, Mark]]:
        """Return every result ever given: student, question, file, time and mark."""
        query = "SELECT student, slug, file, graded, mark FROM marks ORDER BY graded, student, slug"
        for student, slug, file, graded, mark in self._store.execute(query):
            yield student, slug, file, graded, Mark(**json.loads(mark))

    def counted(self) -> dict[str, dict[str, Any]]:
        """Return the record of the file that counts, for each student who ever had one."""
        rows = self._store.execute("SELECT student, file, record FROM handed_in")
        return {student: json.loads(record) | {"path": file} for student, file, record in rows}

    def take_over(self, readings: Iterable[Reading]) -> None:
        """Keep what was read, all or nothing; what is known already is not kept twice."""
        with self._store:
            for one in readings:
                if self.reading(one.student, one.slug, one.text) != one:
                    self._store.execute(
                        "INSERT INTO readings VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                        (one.student, one.slug, one.text, one.levels, one.comment, _now()),
                    )

    def reading(self, student: str, slug: str, text: str) -> Reading | None:
        """Return the last reading of an answer's text."""
        row = self._store.execute(
            "SELECT student, slug, text, levels, comment FROM readings "
            "WHERE student = ? AND slug = ? AND text = ? ORDER BY number DESC",
            (student, slug, text),
        ).fetchone()
        return Reading(*row) if row else None

    def earlier_reading(self, student: str, slug: str, text: str) -> Reading | None:
        """Return the last reading of another text that this student gave as an answer."""
        row = self._store.execute(
            "SELECT student, slug, text, levels, comment FROM readings "
            "WHERE student = ? AND slug = ? AND text <> ? AND levels <> '' ORDER BY number DESC",
            (student, slug, text),
        ).fetchone()
        return Reading(*row) if row else None

    def know_rows(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Keep which answer each row of the sheet stands for: row, student, question and text."""
        with self._store:
            self._store.executemany("INSERT OR REPLACE INTO sheet_rows VALUES (?, ?, ?, ?)", rows)

    def row(self, name: str) -> tuple[str, str, str] | None:
        """Return student, question and text of a row of the sheet."""
        found: tuple[str, str, str] | None = self._store.execute(
            "SELECT student, slug, text FROM sheet_rows WHERE row = ?", (name,)
        ).fetchone()
        return found

    def rows(self) -> list[tuple[str, str, str]]:
        """Return student, question and text of every answer that was ever in the sheet."""
        return list(
            self._store.execute("SELECT student, slug, text FROM sheet_rows ORDER BY rowid")
        )

    def conclude(self, questions: Sequence[Asked], of_class: Mapping[str, Results]) -> None:
        """Keep what the whole class got in the end, in place of what an earlier run concluded."""
        rows = [
            (student, one.slug, place, one.title, one.points, result.part, result.tag)
            for student, results in of_class.items()
            for place, one in enumerate(questions)
            if (result := results.get(one.slug))
        ]
        with self._store:
            self._store.execute("DELETE FROM results")
            self._store.executemany("INSERT INTO results VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def concluded(self) -> tuple[list[Asked], list[Results]]:
        """Return the questions and what each student got, as the last run concluded."""
        asked: dict[str, Asked] = {}
        found: dict[str, Results] = {}
        query = "SELECT student, slug, title, points, part, tag FROM results ORDER BY place"
        for student, slug, title, points, part, tag in self._store.execute(query):
            asked[slug] = Asked(slug, title, points)
            found.setdefault(student, {})[slug] = Result(part, tag)
        return list(asked.values()), list(found.values())

    def was_written(self, file: str, data: bytes) -> None:
        """Keep what a view was when it was written, to notice when somebody has edited it."""
        with self._store:
            self._store.execute(
                "INSERT OR REPLACE INTO written VALUES (?, ?)", (file, key_of(data))
            )

    def is_ours(self, file: str, data: bytes) -> bool:
        """Return whether a view is as it was written."""
        row = self._store.execute("SELECT digest FROM written WHERE file = ?", (file,)).fetchone()
        return bool(row) and row[0] == key_of(data)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def key_of(*parts: str | bytes) -> str:
    """Return the key of a result from everything that it depends on."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def version_of(folder: Path) -> str:
    """Return what tells one version of an exercise from another: its files and their bytes."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    parts = [part for p in files for part in (p.relative_to(folder).as_posix(), p.read_bytes())]
    return key_of(*parts)
