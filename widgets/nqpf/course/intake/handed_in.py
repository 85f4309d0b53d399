"""Find the answers in what a student handed in: a notebook, a script or a Markdown file.

Every question has a marker that the student is asked to keep. Whatever else happened to the file
(cells deleted, copied, moved, edited, a foreign kernel, megabytes of output) costs at most the
questions whose markers are gone. The other cells belong to the student's answer too: a name that
an answer needs may come from any of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from nqpf.exercises.kinds import CODE
from nqpf.own_table.decoding import decoded
from nqpf.words import _

NAME = r"[ \t]*question[ \t]*[:：][ \t]*([\w-]+)"
MARK = re.compile(
    rf"^[ \t\ufeff]*[#＃/]+[ \t]*(?:%%)?{NAME}.*$|<!--{NAME}[^<>\n]*-->",
    re.MULTILINE | re.IGNORECASE,
)
TITLE = re.compile(rf"[ \t]*[#＃]*[ \t]*(?:%%)?{NAME}", re.IGNORECASE)
STUDENT_MARK = re.compile(r"<!--[ \t]*student:[ \t]*([^<>\n]{1,100}?)[ \t]*-->", re.IGNORECASE)
MOST_TEXT, MOST_LINES = 200_000, 5_000
"""How much of a script or Markdown file is read: such a file holds no output, and jupytext takes
minutes for a file of many thousand cells."""
LIGHT = re.compile(r"^# \+( |$)", re.MULTILINE)
BLANK = re.compile(r"\s+")
NOTHING = {"", "answer=None", "answer=", "pass", "..."}
NEXT_PROMPT = re.compile(r"^##[ \t]+\d+\.")


class Unreadable(ValueError):
    """A file that holds no answers that could be read; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What stands in a question's cell, without its marker, remarks, and the cells around it.

    ``before`` and ``after`` are the other code cells, in the order of the notebook, each with its
    place in the file; answer cells that were not changed are not among them. ``touched`` is whether
    the student changed what was handed out.
    """

    text: str
    is_code: bool
    remarks: tuple[str, ...] = ()
    before: tuple[tuple[int, str], ...] = ()
    after: tuple[tuple[int, str], ...] = ()
    touched: bool = True
    place: int = 0


@dataclass
class HandedIn:
    """The answers of one file by question, the student it names, and remarks."""

    answers: dict[str, Answer] = field(default_factory=dict)
    student: str = ""
    remarks: list[str] = field(default_factory=list)

    @property
    def touched(self) -> int:
        """How many answers the student changed from what was handed out."""
        return sum(answer.touched for answer in self.answers.values())


@dataclass(frozen=True)
class HandedOut:
    """What the student got: each question's kind by slug, and the texts of all cells.

    An answer's own cell stands in ``texts`` without its marker.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    texts: Collection[str] = ()

    def holds(self, text: str) -> bool:
        """Return whether a cell is as it was handed out, whatever its blanks."""
        return squeezed(text) in self.texts


@dataclass(frozen=True)
class _Cell:
    text: str
    is_code: bool

    @property
    def slugs(self) -> list[str]:
        found = [match[1] or match[2] for match in MARK.finditer(self.text)]
        return [name.lower().replace("_", "-") for name in found]

    @property
    def bare(self) -> str:
        """The text without markers."""
        return MARK.sub("", self.text).strip("\n")


def read_answers(path: str, data: bytes, out: HandedOut | None = None) -> HandedIn:
    """Return the answers in a file; raise `Unreadable` with the reason if there can be none."""
    out = out or HandedOut()
    if not data.strip():
        raise Unreadable(_("the file is empty"))
    text, encoding = decoded(data)
    cells = list(_cells(path, text))
    handed = HandedIn(remarks=list(filter(None, [_remark(encoding)])))
    marked: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        named = STUDENT_MARK.search(cell.text)
        if named and not handed.student:
            handed.student = named[1]
        for slug in dict.fromkeys(cell.slugs):
            marked.setdefault(slug, []).append(place)
    if not marked:
        raise Unreadable(_("no cell has the marker of a question"))
    known = {slug: places for slug, places in marked.items() if not out.kinds or slug in out.kinds}
    if not known:
        others = ", ".join(list(marked)[:3])
        words = _("its questions are those of another assignment ({names})")
        raise Unreadable(words.format(names=others))
    for slug, places in known.items():
        handed.answers[slug] = _answer(slug, places, cells, out)
    return handed


def _answer(slug: str, places: list[int], cells: list[_Cell], out: HandedOut) -> Answer:
    """Return the last answer to a question that the student wrote."""
    touched = [place for place in places if not untouched(cells[place].bare, out)]
    place, remarks = (touched or places)[-1], []
    texts = {cells[other].bare.strip() for other in touched}
    if len(texts) > 1:
        remarks.append(_("the question stands in two cells: the last one counts"))
    cell = cells[place]
    if len(dict.fromkeys(cell.slugs)) > 1:
        remarks.append(_("two questions share a cell: all of it was read for each"))
    text, is_code = cell.bare, cell.is_code
    if not touched:
        below = _below(slug, place, cells, out)
        if below:
            text, is_code = below
            remarks.append(_("the marked cell was not changed: the cells below it were read"))
    own = [
        (number, one.bare)
        for number, one in enumerate(cells)
        if one.is_code and number not in places and not (one.slugs and untouched(one.bare, out))
    ]
    return Answer(
        text,
        is_code,
        tuple(remarks),
        before=tuple(one for one in own if one[0] < place),
        after=tuple(one for one in own if one[0] > place),
        touched=bool(touched) or text != cell.bare,
        place=place,
    )


def _below(slug: str, place: int, cells: list[_Cell], out: HandedOut) -> tuple[str, bool] | None:
    """Return what a student wrote in cells of their own below the one to answer in."""
    found = []
    for cell in cells[place + 1 :]:
        if cell.slugs or NEXT_PROMPT.match(cell.text.strip()):
            break
        if cell.text.strip() and not out.holds(cell.text):
            found.append(cell)
    if out.kinds.get(slug) != "open":
        needed = r"\bdef\b|lambda" if out.kinds.get(slug) in CODE else r"\banswer\b"
        found = [cell for cell in found if cell.is_code and re.search(needed, cell.text)]
    if not found:
        return None
    return "\n\n".join(cell.text.strip("\n") for cell in found), found[-1].is_code


def untouched(text: str, out: HandedOut) -> bool:
    """Return whether a cell holds nothing, or what was handed out and no more."""
    return squeezed(text) in NOTHING or out.holds(text)


def squeezed(text: str) -> str:
    """Return a text without blanks, as texts are compared that editors save in their own way.

    >>> squeezed("answer = None\\n")
    'answer=None'
    """
    return BLANK.sub("", text)


def _remark(encoding: str) -> str:
    if encoding.startswith("utf-8"):
        return ""
    if encoding.startswith("utf-16"):
        return _("the file was not UTF-8; it was read as UTF-16")
    if encoding == "gb18030":
        return _("the file was not UTF-8; it was read as GBK")
    return _("the file was not UTF-8; letters may be wrong")


def _cells(path: str, text: str) -> Iterator[_Cell]:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".ipynb" or (text.lstrip()[:1] == "{" and suffix not in (".py", ".md")):
        yield from _notebook_cells(text)
    else:
        yield from _text_cells(text.replace("\r\n", "\n").replace("\r", "\n"), suffix)


def _notebook_cells(text: str) -> Iterator[_Cell]:
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        words = _("the notebook is not JSON: {why}")
        raise Unreadable(words.format(why=str(error)[:100])) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise Unreadable(_("the notebook has no cells"))
    for cell in cells:
        if isinstance(cell, dict) and cell.get("cell_type") in ("code", "markdown", "raw"):
            yield _cell(cell)


def _source(source: Any) -> str:
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text_cells(text: str, suffix: str) -> Iterator[_Cell]:
    import jupytext

    if len(text) > MOST_TEXT or text.count("\n") > MOST_LINES:
        words = _("the file is longer than {lines} lines or {letters} letters")
        raise Unreadable(words.format(lines=f"{MOST_LINES:,}", letters=f"{MOST_TEXT:,}"))
    form = "md:myst" if "{code-cell}" in text else "md"
    if suffix == ".py":
        form = "py:light" if LIGHT.search(text) and "# %%" not in text else "py:percent"
    try:
        notebook = jupytext.reads(text, fmt=form)
    except Exception as error:  # jupytext passes on whatever its parsers raise
        words = _("the file could not be read as a notebook: {why}")
        raise Unreadable(words.format(why=str(error)[:100])) from error
    yield from map(_cell, notebook.cells)


def _cell(cell: Mapping[str, Any]) -> _Cell:
    """Return a cell; a marker that jupytext or an editor keeps as its title is its first line."""
    kept = cell.get("metadata")
    texts = kept.values() if isinstance(kept, Mapping) else ()
    titles = [found for text in texts if isinstance(text, str) and (found := TITLE.match(text))]
    head = f"# question: {titles[0][1]}\n" if titles else ""
    return _Cell(head + _source(cell.get("source")), cell.get("cell_type") == "code")
