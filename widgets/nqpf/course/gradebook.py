"""What has been graded, kept so that nothing is lost or counted twice.

A result belongs to the bytes that were handed in, the question as it then was, and the student's
figures. The same again is not graded again; a mended exercise is, and the old result stays.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from nqpf.course.marking import Mark

TABLES = """
CREATE TABLE IF NOT EXISTS marks (
    key TEXT PRIMARY KEY, student TEXT NOT NULL, slug TEXT NOT NULL, file TEXT NOT NULL,
    mark TEXT NOT NULL, graded TEXT NOT NULL
);
"""


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

    def keep(self, results: list[tuple[str, str, str, Mark]]) -> None:
        """Keep the results of one file, all or none: key, student, file and mark of each."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._store:
            self._store.executemany(
                "INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (key, student, mark.slug, file, json.dumps(asdict(mark)), now)
                    for key, student, file, mark in results
                ],
            )

    def history(self) -> Iterator[tuple[str, str, str, str, Mark]]:
        """Return every result ever given: student, question, file, time and mark."""
        query = "SELECT student, slug, file, graded, mark FROM marks ORDER BY graded, student, slug"
        for student, slug, file, graded, mark in self._store.execute(query):
            yield student, slug, file, graded, Mark(**json.loads(mark))


def key_of(*parts: str | bytes) -> str:
    """Return the key of a result from everything that it depends on."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def version_of(folder: Path) -> str:
    """Return what tells one version of an exercise from another: its files and their bytes."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    parts = [part for p in files for part in (p.relative_to(folder).as_posix(), p.read_bytes())]
    return key_of(*parts)
