"""Take in what a learning platform hands out: folders or archives of files, whatever is in them.

Files are read into memory one at a time and never unpacked to disk, so an archive cannot write
outside a folder; what is too large, a link or a path that climbs is named and left out.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from nqpf.course.intake.roster import Roster, Student

MOST_BYTES = 60_000_000  # of one file: a notebook with 40 MB of printed output is still read
MOST_IN_ARCHIVE = 3_000_000_000
MOST_ENTRIES = 50_000
DEEPEST = 2  # archives inside archives
ANSWERS = {".ipynb", ".py", ".md"}

CANVAS = re.compile(r"^(?P<name>[^_/]+)_(?P<late>LATE_)?(?P<user>\d+)_\d+_(?P<file>[^/]+)$")
MOODLE = re.compile(r"^(?P<name>[^/]+?)_(?P<user>\d+)_assignsubmission_file_?/?(?P<file>.*)$")
GRADESCOPE = re.compile(r"(?:^|/)(?P<folder>submission_(?P<user>\d+))/(?P<file>[^/]+)$")


@dataclass(frozen=True)
class Submission:
    """One file of one student: where it was, whose it is, and how to read it."""

    path: str
    student: Student | None
    modified: datetime | None
    marked_late: bool
    read: Callable[[], bytes]
    who: str = ""


@dataclass
class Intake:
    """What was found: files to grade, and what was left out and why."""

    submissions: list[Submission] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class File:
    """A file of a folder or an archive."""

    path: str
    size: int
    modified: datetime | None
    read: Callable[[], bytes]


def take_in(place: Path, roster: Roster) -> Intake:
    """Return the submissions in a folder, an archive or a single file.

    Raises ``FileNotFoundError`` with advice if there is nothing at that place.
    """
    if not place.exists():
        raise FileNotFoundError(f"{place} does not exist: give the folder or zip of submissions.")
    intake = Intake()
    found = list(_files(place, intake))
    owners = _gradescope_owners(found)
    for file in sorted(found, key=lambda one: one.path):
        if PurePosixPath(file.path).suffix.lower() in ANSWERS and not _is_clutter(file.path):
            intake.submissions.append(_submission(file, roster, owners))
    return intake


def latest(submissions: list[Submission]) -> tuple[list[Submission], list[Submission]]:
    """Return the one file of each student that counts, the newest, and the others.

    Files of nobody on the roster count each for itself.
    """
    chosen: dict[str, Submission] = {}
    others = []
    for one in sorted(submissions, key=_age):
        owner = one.student.id if one.student else f"?{one.path}"
        if owner in chosen:
            others.append(chosen[owner])
        chosen[owner] = one
    return sorted(chosen.values(), key=lambda one: one.path), others


def _age(one: Submission) -> tuple[float, int, str]:
    when = one.modified.timestamp() if one.modified else 0.0
    # At the same time a notebook is the student's work and a script beside it an export.
    return when, {".md": 0, ".py": 1, ".ipynb": 2}[PurePosixPath(one.path).suffix.lower()], one.path


def _submission(file: File, roster: Roster, owners: dict[str, str]) -> Submission:
    who, late = _owner_by_name(file.path, owners)
    student = roster.find(who) or _owner_by_folder(file.path, roster)
    return Submission(file.path, student, file.modified, late, file.read, who)


def _owner_by_name(path: str, owners: dict[str, str]) -> tuple[str, bool]:
    """Return who a platform says the file belongs to, and whether it was marked as late."""
    gradescope = GRADESCOPE.search(path)
    if gradescope:
        return owners.get(gradescope["folder"], gradescope["user"]), False
    for start, part in enumerate(PurePosixPath(path).parts):
        rest = "/".join(PurePosixPath(path).parts[start:])
        moodle = MOODLE.match(rest)
        if moodle:
            return moodle["name"], False
        canvas = CANVAS.match(part)
        if canvas:
            return f"{canvas['user']}\n{canvas['name']}", bool(canvas["late"])
    return PurePosixPath(path).stem, False


def _owner_by_folder(path: str, roster: Roster) -> Student | None:
    for part in reversed(PurePosixPath(path).parts[:-1]):
        student = roster.find(part)
        if student:
            return student
    # hw3-ada.ipynb, ada_hw3.ipynb: an id of the roster between separators
    return roster.find_within(PurePosixPath(path).stem)


def _gradescope_owners(files: list[File]) -> dict[str, str]:
    """Return the students of Gradescope's submission_metadata.yml by folder."""
    owners: dict[str, str] = {}
    for file in files:
        if PurePosixPath(file.path).name != "submission_metadata.yml":
            continue
        folder = ""
        for line in file.read().decode("utf-8", "replace").splitlines():
            head = re.match(r"^(submission_\d+):", line)
            folder = head[1] if head else folder
            field_ = re.match(r"^\s*-?\s*:?(sid|email):\s*['\"]?([^'\"]+)['\"]?\s*$", line)
            if folder and field_:
                owners.setdefault(folder, field_[2].strip())
    return owners


def _is_clutter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "__")) for part in parts)


def _files(place: Path, intake: Intake) -> Iterator[File]:
    if place.is_file():
        if place.suffix.lower() == ".zip":
            yield from _archived(place, "", intake, 1)
        else:
            yield _file(place, place.name, intake)
        return
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            intake.left_out.append((name, "it is a link, which could lead anywhere"))
        elif path.is_file() and path.suffix.lower() == ".zip":
            yield from _archived(path.read_bytes(), f"{name.removesuffix('.zip')}/", intake, 1)
        elif path.is_file():
            yield from _if_small(_file(path, name, intake), intake)


def _file(path: Path, name: str, intake: Intake) -> File:
    status = path.stat()
    return File(name, status.st_size, datetime.fromtimestamp(status.st_mtime), path.read_bytes)


def _if_small(file: File, intake: Intake) -> Iterator[File]:
    if file.size > MOST_BYTES:
        intake.left_out.append((file.path, f"it has {file.size:,} bytes; at most {MOST_BYTES:,}"))
    else:
        yield file


def _archived(source: bytes | Path, prefix: str, intake: Intake, depth: int) -> Iterator[File]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except (zipfile.BadZipFile, OSError, ValueError):
        intake.left_out.append((prefix.rstrip("/") or "the archive", "it is no zip archive"))
        return
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_IN_ARCHIVE:
        intake.left_out.append((prefix.rstrip("/") or "the archive", "it would unpack too large"))
        return
    for entry in entries:
        yield from _entry(archive, entry, prefix, intake, depth)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, prefix: str, intake: Intake, depth: int
) -> Iterator[File]:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    name = prefix + str(path)
    if entry.is_dir():
        return
    if path.is_absolute() or ".." in path.parts:
        intake.left_out.append((name, "its path leads out of the archive"))
    elif stat.S_ISLNK(entry.external_attr >> 16):
        intake.left_out.append((name, "it is a link, which could lead anywhere"))
    elif entry.flag_bits & 1:
        intake.left_out.append((name, "it is encrypted"))
    elif path.suffix.lower() == ".zip" and depth < DEEPEST:
        if entry.file_size > MOST_BYTES:
            intake.left_out.append((name, "it would unpack too large"))
            return
        inner = f"{prefix}{str(path).removesuffix('.zip')}/"
        yield from _archived(_bounded(archive, entry), inner, intake, depth + 1)
    else:
        modified = _moment(entry)
        file = File(name, entry.file_size, modified, lambda: _bounded(archive, entry))
        yield from _if_small(file, intake)


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's bytes; an entry that lies about its size is cut, not believed."""
    with archive.open(entry) as file:
        return file.read(MOST_BYTES + 1)[:MOST_BYTES]


def _moment(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time)
    except ValueError:
        return None
