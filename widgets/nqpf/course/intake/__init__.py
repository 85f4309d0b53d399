"""Take in what a learning platform hands out: whose each file is, and which one counts.

Every file is either read or named with its owner and the reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from nqpf.course.intake.files import File, LeftOut, all_files
from nqpf.course.intake.handed_in import MARK
from nqpf.course.intake.roster import Roster, Student
from nqpf.words import _

ANSWERS = {".md": 0, ".py": 1, ".ipynb": 2}
"""What was handed out, and which of them goes before the others of the same time: a notebook is the
student's work, and a script beside it an export."""

PERHAPS = {"", ".txt", ".text", ".json", ".markdown", ".rmd", ".qmd", ".bak"}
"""Endings behind which a notebook or a text with answers may hide."""

KINDS = {
    ".pdf": _("a PDF"), ".docx": _("a Word file"), ".doc": _("a Word file"),
    ".odt": _("a text document"),
    ".pages": _("a Pages file"), ".rar": _("a RAR archive"), ".7z": _("a 7z archive"),
    ".gz": _("a tar or gzip archive"), ".tgz": _("a tar archive"), ".tar": _("a tar archive"),
    ".zip": _("an archive inside archives"), ".html": _("a web page"), ".htm": _("a web page"),
    ".png": _("a picture"), ".jpg": _("a picture"), ".jpeg": _("a picture"),
    ".heic": _("a picture"),
    ".csv": _("a table"), ".xlsx": _("a table"),
}  # fmt: skip

CANVAS = re.compile(
    r"^(?P<holder>(?P<name>[^_/]+)_(?P<late>LATE_)?(?P<user>\d+))_\d+_(?P<file>[^/]+)$"
)
MOODLE = re.compile(
    r"^(?P<holder>(?P<name>[^/]+?)_(?P<user>\d+)_assignsubmission_\w+?)_?(?:/|_)(?P<file>.*)$"
)
GRADESCOPE = re.compile(r"(?:^|/)(?P<holder>submission_(?P<user>\d+))/(?P<file>[^/]+)$")


@dataclass(frozen=True)
class Submission:
    """One file: where it was, whose it is by its name, and how to read it.

    ``holder`` is what the platform put before the names of everything that one person handed in.
    ``group`` are those for whom the file was handed in together, ``figures_of`` whose figures its
    questions have, if not the student's.
    """

    path: str
    student: Student | None
    modified: datetime | None
    marked_late: bool
    read: Callable[[], bytes]
    who: str = ""
    holder: str = ""
    group: tuple[Student, ...] = ()
    figures_of: str = ""

    @property
    def figures(self) -> str:
        """The id under which the figures in this file were drawn."""
        return self.figures_of or (self.student.id if self.student else "")


@dataclass
class Intake:
    """What was found: files to grade, and what was left out and why."""

    submissions: list[Submission] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def take_in(place: Path, roster: Roster) -> Intake:
    """Return the submissions in a folder, an archive or a single file.

    Raises ``FileNotFoundError`` with advice if there is nothing at that place.
    """
    if not place.exists():
        raise FileNotFoundError(f"{place} does not exist: give the folder or zip of submissions.")
    intake = Intake()
    found = sorted(all_files(place, intake.left_out), key=lambda one: one.path)
    owners = _gradescope_owners(found)
    hidden: list[str] = []
    for file in found:
        name = PurePosixPath(file.path).name
        if name == "submission_metadata.yml":
            continue
        if _is_clutter(file.path):
            hidden.append(file.path)
            continue
        why = _why_not(file)
        one = _submission(file, roster, owners)
        if why:
            intake.left_out.append(LeftOut(file.path, why, one.student.id if one.student else ""))
        else:
            intake.submissions.append(one)
    intake.left_out = [_with_owner(one, roster, owners) for one in intake.left_out]
    if hidden:
        more = f" and {len(hidden) - 1} more" if len(hidden) > 1 else ""
        intake.left_out.append(LeftOut(f"{hidden[0]}{more}", _("hidden files hold no answers")))
    return intake


def _with_owner(one: LeftOut, roster: Roster, owners: dict[str, list[str]]) -> LeftOut:
    if one.owner:
        return one
    student = owner_by_name(one.path, roster, owners)[0]
    return replace(one, owner=student.id if student else "")


def _why_not(file: File) -> str:
    """Return why no answers are read from a file, or nothing if they are."""
    suffix = PurePosixPath(file.path).suffix.lower()
    if suffix in ANSWERS:
        return ""
    if suffix in PERHAPS or not re.fullmatch(r"\.[a-z0-9]{1,8}", suffix):
        try:
            return "" if _holds_answers(file.read()) else _("no answers were found in it")
        except OSError as error:
            return str(error)
    words = _("it is {kind}; answers are read from .ipynb, .py and .md")
    kind = _(KINDS[suffix]) if suffix in KINDS else _("a {end} file").format(end=suffix)
    return words.format(kind=kind)


def _holds_answers(data: bytes) -> bool:
    """Return whether a file is a notebook, or a text with the marker of a question."""
    text = data.decode("utf-8-sig", "replace").lstrip()
    if text.startswith("{"):
        try:
            return isinstance(json.loads(text).get("cells"), list)
        except (ValueError, RecursionError):
            return bool(re.search(r'"cell_type"', text))
    return bool(MARK.search(text))


def latest(
    submissions: Iterable[Submission], rank: Callable[[Submission], int] = lambda one: 0
) -> tuple[list[Submission], list[Submission]]:
    """Return the one file of each student that counts, and the others.

    Files of nobody on the roster count each for itself. Of several the one with the highest
    ``rank`` counts, and of these the newest.
    """
    files_of: dict[str, list[Submission]] = {}
    for one in submissions:
        owner = one.student.id if one.student else f"?{one.path}"
        files_of.setdefault(owner, []).append(one)
    chosen, others = [], []
    for found in files_of.values():
        ranks = {one.path: rank(one) if len(found) > 1 else 0 for one in found}
        *rest, best = sorted(found, key=lambda one: (ranks[one.path], *age(one)))
        chosen.append(best)
        others += rest
    return sorted(chosen, key=lambda one: one.path), others


def age(one: Submission) -> tuple[float, int, str]:
    """Return what orders files from old to new."""
    when = one.modified.timestamp() if one.modified else 0.0
    return when, ANSWERS.get(PurePosixPath(one.path).suffix.lower(), -1), one.path


def _submission(file: File, roster: Roster, owners: dict[str, list[str]]) -> Submission:
    student, who, holder, late = owner_by_name(file.path, roster, owners)
    group = tuple(s for name in owners.get(holder, []) if (s := roster.find(name)))
    return Submission(file.path, student, file.modified, late, file.read, who, holder, group)


def owner_by_name(
    path: str, roster: Roster, owners: dict[str, list[str]]
) -> tuple[Student | None, str, str, bool]:
    """Return whose a file is by its name, who that says it is, the holder, and whether it is late.

    What a platform writes goes first, then a folder or file of that name, then a whole id or name
    anywhere in the path.
    """
    who, holder, late = _platform(path, owners)
    if holder:
        student = roster.find(who)
    else:
        parts = [PurePosixPath(path).stem, *reversed(PurePosixPath(path).parts[:-1])]
        student = next((s for p in parts if not _short(p) and (s := roster.find(p))), None)
    return student or roster.find_within(path), who, holder, late


def weak_owner(path: str, roster: Roster) -> Student | None:
    """Return whose a file is by a name that is a short number: what stands inside goes before."""
    parts = [PurePosixPath(path).stem, *reversed(PurePosixPath(path).parts[:-1])]
    return next((s for p in parts if _short(p) and (s := roster.find(p))), None)


def _short(name: str) -> bool:
    return name.isdigit() and len(name) < 4


def _platform(path: str, owners: dict[str, list[str]]) -> tuple[str, str, bool]:
    """Return who a platform says the file belongs to, its holder, and whether it was late."""
    gradescope = GRADESCOPE.search(path)
    if gradescope:
        names = owners.get(gradescope["holder"], [gradescope["user"]])
        return "\n".join(names), gradescope["holder"], False
    for start, part in enumerate(PurePosixPath(path).parts):
        rest = "/".join(PurePosixPath(path).parts[start:])
        moodle = MOODLE.match(rest)
        if moodle:
            who = f"{moodle['name']}\nParticipant {moodle['user']}"
            return who, moodle["holder"], False
        canvas = CANVAS.match(part)
        if canvas:
            return f"{canvas['name']}\n{canvas['user']}", canvas["holder"], bool(canvas["late"])
    return PurePosixPath(path).stem, "", False


def _gradescope_owners(found: list[File]) -> dict[str, list[str]]:
    """Return the students of Gradescope's submission_metadata.yml by folder, each member's id."""
    owners: dict[str, list[str]] = {}
    for file in found:
        if PurePosixPath(file.path).name != "submission_metadata.yml":
            continue
        folder, fresh = "", True
        for line in file.read().decode("utf-8", "replace").splitlines():
            head = re.match(r"^(submission_\d+):", line)
            folder = head[1] if head else folder
            fresh = fresh or bool(re.match(r"^\s*-\s", line))
            given = re.match(r"^\s*-?\s*:?(sid|email):\s*['\"]?([^'\"]+)['\"]?\s*$", line)
            if folder and given:
                listed = owners.setdefault(folder, [])
                # An address is another name of the member whose number stands before it.
                if fresh or not listed:
                    listed.append(given[2].strip())
                else:
                    listed[-1] += f"\n{given[2].strip()}"
                fresh = False
    return owners


def _is_clutter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "__")) for part in parts)
