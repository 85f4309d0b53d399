"""Carry marks back: the lecturer's own worksheet filled in, and the pages of feedback as a zip.

Moodle knows a participant by a number that it makes for each assignment, Canvas a column by a
number of its own. Both stand in the file that the lecturer downloads and in the names of what was
handed in, so that file is filled in and nothing is guessed.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from nqpf.course.assignment import Assignment
from nqpf.course.grading import Graded, Outcome
from nqpf.course.intake.roster import IDENTITIES, NAMES, file_name, plain_name
from nqpf.course.marking import WAITING
from nqpf.course.tables import write_table
from nqpf.own_table.decoding import decoded
from nqpf.whole import write_whole
from nqpf.words import _, plural

MOODLE = ("Identifier", "Grade", "Last modified (grade)")
"""What Moodle's worksheet has, and without which Moodle does not take it back."""
TITLES = {
    "Identifier": ("ID", "标识符", "識別碼"),
    "Grade": ("Bewertung", "成绩", "成績", "分數"),
    "Last modified (grade)": (
        "Zuletzt geändert (Bewertung)", "上次修改（评分）", "最后修改（教师）", "最後修改（老師）",
        "最後修改的(得分)",
    ),
    "Maximum Grade": ("Bestwertung", "最高分", "最高成绩", "最高分數", "最高成績"),
    "Feedback comments": ("Feedback als Kommentar", "评语反馈"),
}  # fmt: skip
"""What Moodle calls its columns in German and Chinese, as its packs of languages of 3.0 to 4.5 say.

It takes a worksheet back in the language in which it was downloaded, so that titles stay.
"""
CANVAS = ("Student", "ID")
KEPT_BY_CANVAS = ("student", "id", "sis user id", "sis login id", "integration id", "section",
                  "root account")  # fmt: skip
PARTICIPANT = re.compile(r"_(\d+)_assignsubmission")
CANVAS_USER = re.compile(r"_(\d+)$")


class WorksheetError(ValueError):
    """The worksheet is not the platform's; the message says which file is meant."""


@dataclass
class Filled:
    """What was written, and what the lecturer should know of it."""

    files: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass
class Sheet:
    """A worksheet as it was downloaded: nothing in it is changed but marks and comments."""

    path: Path
    header: list[str]
    rows: list[list[str]]

    def column(self, name: str) -> int | None:
        """Return the place of a column, by its name in any known language and in any case."""
        titles = [title.strip().lower() for title in self.header]
        known = [one.lower() for one in (name, *TITLES.get(name, ()))]
        return next((titles.index(one) for one in known if one in titles), None)

    def cell(self, row: Sequence[str], name: str) -> str:
        """Return a cell; nothing if there is no such column."""
        place = self.column(name)
        return row[place].strip() if place is not None and place < len(row) else ""


def fill_worksheet(
    worksheet: Path, assignment: Assignment, outcome: Outcome, folder: Path, column: str = ""
) -> Filled:
    """Write the lecturer's worksheet with the marks in it into a folder.

    For Moodle a zip of feedback pages comes with it, under the names of the submissions' folders.
    Raises `WorksheetError`.
    """
    sheet = _read(worksheet)
    # Canvas first: in German Moodle's identifier is an ID too.
    if all(sheet.column(name) is not None for name in CANVAS):
        return _canvas(sheet, assignment, outcome, folder, column)
    if sheet.column(MOODLE[0]) is not None:
        return _moodle(sheet, assignment, outcome, folder)
    raise WorksheetError(
        f"{worksheet} has neither Moodle's column Identifier nor Canvas's columns Student and ID: "
        "give Moodle's grading worksheet (Submissions, Download grading worksheet) or Canvas's "
        "gradebook export, as it was downloaded; Moodle's in English, German or Chinese."
    )


def _read(path: Path) -> Sheet:
    try:
        text, _encoding = decoded(path.read_bytes())
    except FileNotFoundError:
        raise WorksheetError(
            f"{path} does not exist: give the worksheet from Moodle or Canvas."
        ) from None
    first = text.partition("\n")[0]
    separator = max((",", ";", "\t"), key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]
    if len(rows) < 2:
        raise WorksheetError(f"{path} has no rows: download the worksheet again.")
    return Sheet(path, rows[0], rows[1:])


def _moodle(sheet: Sheet, assignment: Assignment, outcome: Outcome, folder: Path) -> Filled:
    missing = [name for name in MOODLE if sheet.column(name) is None]
    if missing:
        raise WorksheetError(
            f"{sheet.path} lacks {', '.join(missing)}: switch on Offline grading worksheet in the "
            "assignment's settings and download the worksheet again, in English, German or Chinese."
        )
    grade, comments = sheet.column("Grade"), sheet.column("Feedback comments")
    assert grade is not None
    found = _matched(sheet, outcome, PARTICIPANT, _identifier)
    filled, scaled = Filled(), set()
    for row, one in found.rows:
        most = _number(sheet.cell(row, "Maximum Grade")) or float(assignment.points)
        scaled |= {most} - {float(assignment.points)}
        row += [""] * (len(sheet.header) - len(row))
        row[grade] = f"{one.total * most / assignment.points:.2f}"
        if comments is not None and not row[comments].strip():
            row[comments] = _comment(assignment, one)
    path = folder / "worksheet.csv"
    _write(path, [sheet.header, *sheet.rows])
    filled.files.append(path)
    if sheet.column("Maximum Grade") is None:
        words = _("No column says what the platform’s most is: marks are out of {points}.")
        filled.said.append(words.format(points=assignment.points))
    filled.said += _scaling(scaled, assignment) + found.said
    pages = {one.holder: one for one in outcome.graded if PARTICIPANT.search(one.holder)}
    if pages:
        filled.files.append(_zip(folder, pages))
    return filled


def _canvas(
    sheet: Sheet, assignment: Assignment, outcome: Outcome, folder: Path, column: str
) -> Filled:
    place = _canvas_column(sheet, column or assignment.name)
    possible = next((r for r in sheet.rows if _is_possible(sheet.cell(r, "Student"))), None)
    cells = possible[place : place + 1] if possible else []
    most = (_number(cells[0]) if cells else None) or float(assignment.points)
    found = _matched(sheet, outcome, CANVAS_USER, lambda rows, row: rows.cell(row, "ID"))
    kept = [n for n, t in enumerate(sheet.header) if t.strip().lower() in KEPT_BY_CANVAS]
    lines = [[sheet.header[n] for n in kept] + [sheet.header[place]]]
    if possible is not None:
        lines.append([possible[n] for n in kept] + [possible[place]])
    for row, one in found.rows:
        mark = f"{one.total * most / assignment.points:.2f}"
        lines.append([row[n] for n in kept] + [mark])
    path = folder / "worksheet.csv"
    _write(path, lines)
    return Filled([path], _scaling({most} - {float(assignment.points)}, assignment) + found.said)


def _canvas_column(sheet: Sheet, name: str) -> int:
    """Return the assignment's column, whose title ends in Canvas's number for it."""
    own = {plain_name(name), plain_name(re.sub(r"\s*\(\d+\)$", "", name))}
    fits = [
        n for n, title in enumerate(sheet.header)
        if plain_name(re.sub(r"\s*\(\d+\)\s*$", "", title)) in own or plain_name(title) in own
    ]  # fmt: skip
    fits = [n for n in fits if re.search(r"\(\d+\)\s*$", sheet.header[n])]
    if len(fits) == 1:
        return fits[0]
    others = [title for title in sheet.header if re.search(r"\(\d+\)\s*$", title)]
    raise WorksheetError(
        f"{sheet.path} has {len(fits) or 'no'} columns for {name}: name one with --column; it has "
        f"{', '.join(others) or 'no assignment yet (make it in Canvas, then export again)'}."
    )


@dataclass
class _Found:
    rows: list[tuple[list[str], Graded]]
    said: list[str]


def _matched(
    sheet: Sheet,
    outcome: Outcome,
    pattern: re.Pattern[str],
    identity: Callable[[Sheet, Sequence[str]], str],
) -> _Found:
    """Return the rows with their students; what fits nobody, or two, is said and left alone.

    The platform's own number goes first; a name that says somebody else is a conflict.
    """
    by_number = {m[1]: one for one in outcome.graded if (m := pattern.search(one.holder))}
    by_name: dict[str, list[Graded]] = {}
    for graded in outcome.graded:
        for name in {plain_name(name) for name in graded.student.names} - {""}:
            by_name.setdefault(name, []).append(graded)
    rows: list[tuple[list[str], Graded]] = []
    said: list[str] = []
    seen: set[int] = set()
    for row in sheet.rows:
        if _is_possible(sheet.cell(row, "Student")) or not any(cell.strip() for cell in row):
            continue
        label = next(cell.strip() for cell in row if cell.strip())
        names = [cell for cell in row if cell.strip()]
        listed = {id(o): o for n in names for o in by_name.get(plain_name(n), [])}
        numbered = by_number.get(identity(sheet, row))
        if numbered is not None and listed and id(numbered) not in listed:
            said.append(
                f"{label}: the number and the name mean two students; the row is as it was."
            )
            continue
        one = numbered or (next(iter(listed.values())) if len(listed) == 1 else None)
        if one is None:
            if sheet.cell(row, "Student") != "Student, Test":
                said.append(f"{label}: nobody of the class fits; the row is as it was.")
            continue
        seen.add(id(one))
        waiting = sum(mark.tag == WAITING for mark in one.marks.values())
        if waiting:
            text = plural("{count} answer waits", "{count} answers wait", waiting)
            said.append(f"{label}: {text.format(count=waiting)} to be read; no mark is written.")
        elif one.path:
            rows.append((row, one))
        else:
            said.append(f"{label}: nothing was handed in; the row is as it was.")
    said += [
        f"{one.student.id} has marks and no row in {sheet.path.name}."
        for one in outcome.graded
        if one.path and id(one) not in seen
    ]
    return _Found(rows, said)


def _names(sheet: Sheet, row: Sequence[str]) -> Iterator[str]:
    """Return what a row calls its student; Canvas's own number is no name of the school's."""
    titles = [title.strip().lower() for title in sheet.header]
    known = set(IDENTITIES) | NAMES["name"]
    if any(title.startswith("sis ") for title in titles):
        known -= {"id"}
    yield from (
        cell for title, cell in zip(titles, row, strict=False) if title in known and cell.strip()
    )
    yield f"{sheet.cell(row, 'First name')} {sheet.cell(row, 'Last name')}"


def _identifier(sheet: Sheet, row: Sequence[str]) -> str:
    found = re.search(r"\d+$", sheet.cell(row, "Identifier"))
    return found[0] if found else ""


def _is_possible(text: str) -> bool:
    return text.strip().lower() == "points possible"


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".")) or None
    except ValueError:
        return None


def _scaling(most: set[float], assignment: Assignment) -> list[str]:
    said = _("Marks were scaled: the platform’s most is {most:g}, the assignment’s {points}.")
    return [said.format(most=one, points=assignment.points) for one in sorted(most)]


def _comment(assignment: Assignment, one: Graded) -> str:
    """Return the points of each question as the HTML that Moodle keeps in a comment."""
    titles = {question.slug: question.exercise.title for question in assignment.questions}
    lines = [
        f"{escape(titles[slug])}: {mark.score:g} / {mark.points}"
        for slug, mark in one.marks.items()
    ]
    return "<br>".join(lines)


def _zip(folder: Path, pages: dict[str, Graded]) -> Path:
    """Write the pages of feedback under the names of the folders that Moodle gave."""
    path = folder / "moodle-feedback.zip"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for holder, one in sorted(pages.items()):
            page = folder / "feedback" / f"{file_name(one.student.id)}.html"
            out.writestr(f"{holder}/feedback.html", page.read_bytes())
    path.write_bytes(packed.getvalue())
    return path


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as they are: the platform's own cells get no guard against formulas."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    write_whole(path, text.getvalue(), "utf-8-sig")


def write_gradebook_tables(assignment: Assignment, outcome: Outcome, folder: Path) -> None:
    """Write the totals for a gradebook's import, where columns are mapped by hand.

    Nothing in them looks like a number that a platform makes itself: no Identifier, and no number
    in brackets behind the name of the assignment, which Canvas takes for its own.
    """
    title = assignment.name
    canvas = [
        {"Student": one.student.name, "ID": "", "SIS User ID": one.student.id, title: one.total}
        for one in outcome.graded
    ]
    first = {"Student": "    Points Possible", title: assignment.points}
    columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]
    write_table(
        folder / "canvas.csv", columns, [first, *canvas], mark=False, as_they_are=["SIS User ID"]
    )
    moodle = [
        {
            "ID number": one.student.id,
            "Full name": one.student.name,
            "Email address": one.student.email,
            title: one.total,
        }
        for one in outcome.graded
    ]
    columns = ["ID number", "Full name", "Email address", title]
    write_table(folder / "moodle.csv", columns, moodle, as_they_are=["ID number", "Email address"])
