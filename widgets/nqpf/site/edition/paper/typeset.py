"""The book or a chapter as PDF: pieces of markup under one another, set by Typst.

Typst is a wheel with nothing to install beside it, sets the whole book in seconds, and writes what
readers of PDF need: an outline, tags for screen readers (PDF/UA-1), the language of each word.
"""

from __future__ import annotations

import copy
import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib import metadata, resources
from pathlib import Path

import segno
import typst

from nqpf.explorers import explorers
from nqpf.site.edition.contents import Edition, Part
from nqpf.site.edition.paper import formulas, markup
from nqpf.site.edition.paper.compact import compact
from nqpf.site.edition.paper.formulas import string
from nqpf.site.edition.paper.markup import BIBLIOGRAPHY, SOLUTIONS, Piece, Writer
from nqpf.site.edition.still import StillPage
from nqpf.site.frame.page_foot import in_words
from nqpf.site.plan.chapters import written
from nqpf.site.reference.glossary import Term, as_read, by_character, term, terms
from nqpf.whole import keep, write_bytes
from nqpf.words import EDITION, _, sense

BOOK = Path(__file__).with_name("book.typ")
COMPACT = Path(__file__).with_name("compact.py")
MADE_BY = (Path(markup.__file__), Path(formulas.__file__))
"""Of what makes markup; the design is read when a book is set."""
ASKED = re.compile(r'#exercise\("([^"]+)", "[^"]+", \w+, "([^"]+)"')
SOLVED = re.compile(r'#solution\("[^"]+", "([^"]+)"')
NAMED = "new quality productive forces"
"""The term that gives the book its name."""
CITED = re.compile(r'#cited\("([^"]+)"\)')
DRAWN = re.compile(r'image\("([^"]+)"')
FONTS = "pylopdf_fonts_zh_cn"
"""The package that holds Chinese fonts as files, and nothing else; English ones come with Typst."""


class NotPrinted(ValueError):
    """The book could not be set, or there is nothing to set it from."""


@dataclass(frozen=True)
class Kept:
    """A folder with the pieces of all pages and their drawings, from which books are set."""

    folder: Path

    def piece(self, page: StillPage) -> Piece:
        """Return a page as markup, made again only if the page or what makes it has changed."""
        made = hashlib.sha256(
            b"".join(path.read_bytes() for path in MADE_BY)
            + "\n".join([str(page.body), *page.drawings]).encode()
        ).hexdigest()
        place = self.place(page.name)
        known = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
        if known.get("made") != made:
            still = StillPage(page.name, page.title, copy.copy(page.body), page.drawings)
            blocks = Writer(still, self.folder).piece().blocks
            keep(place, json.dumps({"made": made, "blocks": blocks}, ensure_ascii=False))
        return self.known(page.name)

    def known(self, name: str) -> Piece:
        """Return the piece of a page as it was made last; raises `NotPrinted` if it never was."""
        place = self.place(name)
        if not place.exists():
            raise NotPrinted(_("The site is not built yet: run `nqpf build`, then try again."))
        blocks = json.loads(place.read_text(encoding="utf-8"))["blocks"]
        return Piece([(address, text) for address, text in blocks])

    def place(self, name: str) -> Path:
        """Return where the piece of a page lies."""
        return self.folder / f"{name.replace('/', '-')}.json"


def write_book(kept: Kept, parts: Sequence[Part], edition: Edition, target: Path) -> Path:
    """Write the whole book as one PDF, and return its path."""
    body = []
    numbers = exercise_numbers(kept, [name for part in parts for name in part.pages])
    for place, part in enumerate(parts, start=1):
        body.append(f"#part({place if written(part.pages) else 0})[{plain(part.title)}]")
        for name in part.pages:
            blocks = [text for _address, text in kept.known(name).blocks]
            body += in_order(blocks, numbers) if name == SOLUTIONS else blocks
    indexes = [(_("Index of terms"), by_words()), (_("Index by pinyin"), by_pinyin())]
    # First by the words of those who read the book.
    for title, ordered in reversed(indexes) if EDITION else indexes:
        body += [opening(title), f"#term-index(({''.join(ordered)}))"]
    return _set(kept, body, edition, target)


def write_chapter(kept: Kept, name: str, title: str, edition: Edition, target: Path) -> Path:
    """Write one chapter as PDF, with its solutions and the works that they and it cite."""
    body = [text for _address, text in kept.known(name).blocks]
    mine = [text for _address, text in kept.known(SOLUTIONS).blocks if f'"{name}#' in text]
    solutions = in_order(mine, exercise_numbers(kept, [name]))
    cited = set(CITED.findall("".join(body + solutions)))
    works = [text for address, text in kept.known(BIBLIOGRAPHY).blocks if address in cited]
    body += [opening(_("Solutions")), *solutions, opening(_("Works cited")), *works]
    return _set(kept, body, edition, target, chapter=title)


def exercise_numbers(kept: Kept, names: Sequence[str]) -> dict[str, list[int]]:
    """Return the number of each exercise of some pages, as the numbers in it, by its address."""
    blocks = (text for name in names for _address, text in kept.known(name).blocks)
    found = (ASKED.match(text) for text in blocks)
    return {one[1]: [int(part) for part in re.findall(r"\d+", one[2])] for one in found if one}


def in_order(blocks: Sequence[str], numbers: Mapping[str, list[int]]) -> list[str]:
    """Return solutions under their headings in the order of their exercises' numbers."""
    ordered: list[str] = []
    waiting: list[tuple[list[int], str]] = []
    for text in [*blocks, ""]:
        if solved := SOLVED.match(text):
            waiting.append((numbers.get(solved[1], []), text))
        else:
            ordered += [one for _number, one in sorted(waiting)] + [text]
            waiting = []
    return ordered


def plain(text: str) -> str:
    """Return a text as markup."""
    return f"#{string(text)};"


def opening(title: str) -> str:
    """Return the head of a page that is made here."""
    return f'#opening("", "")[{plain(title)}]'


def by_words() -> list[str]:
    """Return the entries of the index by their English words."""
    ordered = sorted(terms().values(), key=lambda one: one.term.casefold())
    return [entry(one, f"{english(one.term)} {chinese(one.chinese)}") for one in ordered]


def by_pinyin() -> list[str]:
    """Return the entries of the index by how their Chinese names are read."""
    ordered = sorted(terms().values(), key=by_character if EDITION else as_read)
    return [entry(one, " ".join(by_its_pinyin(one))) for one in ordered]


def by_its_pinyin(one: Term) -> tuple[str, str, str]:
    """Return a term as those look for it who know how it is read, in their language first."""
    pinyin = f"#pinyin({string(one.pinyin)});"
    if EDITION:
        return chinese(one.chinese), pinyin, english(one.term)
    return pinyin, chinese(one.chinese), english(one.term)


def chinese(text: str) -> str:
    """Return words in Chinese as markup."""
    return f"#zh({string(text)});"


def english(text: str) -> str:
    """Return words in English as markup."""
    return f"#en[{plain(text)}];"


def entry(one: Term, words: str) -> str:
    """Return an entry of the index: which term it counts, and how it is written there."""
    return f"({string(one.id)}, [{words}]),\n"


def _set(kept: Kept, body: list[str], edition: Edition, target: Path, *, chapter: str = "") -> Path:
    """Let Typst set markup, unless the same was set before, and return where the PDF lies."""
    day = edition.day
    name = term(NAMED)
    named = _("{chapter}. {book}").format(chapter=chapter, book=edition.title)
    arguments = (
        f"title: {string(edition.title)}, "
        f"elsewhere: [{english(name.term.title()) if EDITION else chinese(name.chinese)}], "
        f"chapter: {string(chapter)}, named: {string(named if chapter else edition.title)}, "
        f"author: {string(edition.author)}, "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}), "
        f"day: {string(in_words(day))}, licence: {string(edition.licence)}, "
        f"version: {string(edition.version)}"
    )
    source = "\n\n".join(
        [BOOK.read_text(encoding="utf-8"), f"#show: book.with({arguments})", *body]
    )
    inputs = {
        "said": json.dumps(sentences(), ensure_ascii=False),
        "whole": "no" if chapter else "yes",
        "language": edition.language,
        "address": f"{edition.site.rstrip('/')}/" if edition.site else "",
        "codes": json.dumps(codes(edition.site)),
    }
    drawings = (kept.folder / name for name in sorted(set(DRAWN.findall(source))))
    compact_by = COMPACT.read_text(encoding="utf-8")
    made = hashlib.sha256(
        "\n".join([metadata.version("typst"), compact_by, source, *inputs.values()]).encode()
        + b"".join(map(Path.read_bytes, drawings))
    ).hexdigest()
    place, stamp = kept.folder / target.name, kept.folder / f"{target.name}.made"
    if not place.exists() or not stamp.exists() or stamp.read_text(encoding="utf-8") != made:
        stamp.unlink(missing_ok=True)
        write_bytes(place, compiled(kept, target.stem, source, inputs, day), lasts=False)
        keep(stamp, made)
    write_bytes(target, place.read_bytes(), lasts=False)
    return target


def compiled(kept: Kept, name: str, source: str, inputs: dict[str, str], day: date) -> bytes:
    """Return what Typst makes of markup; raises `NotPrinted` for an error, and for a warning."""
    file = kept.folder / f"{name}.typ"
    keep(file, source)
    try:
        made, warnings = typst.compile_with_warnings(
            file,
            root=kept.folder,
            font_paths=[Path(str(resources.files(FONTS)))],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards="ua-1",
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as problem:
        raise NotPrinted(f"{file}: {problem.diagnostic or problem.message}") from problem
    if warnings:
        said = "\n".join(one.diagnostic or one.message for one in warnings)
        raise NotPrinted(f"{file}: {said}")
    assert isinstance(made, bytes)
    return compact(made)


def codes(site: str) -> dict[str, str]:
    """Return the code that leads a telephone to each explorer, if the site has an address."""
    if not site:
        return {}
    return {slug: code(f"{site.rstrip('/')}/embed/{slug}.html") for slug in explorers()}


def code(address: str) -> str:
    """Return a code for a telephone's camera, as a drawing."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", xmldecl=False)
    return drawn.getvalue().decode()


def sentences() -> dict[str, str]:
    """Return what the design says by itself."""
    return {
        "contents": _("Contents"),
        "part": _("Part {number}"),
        "parts": sense("the number of the first part, as all are counted", "I"),
        "chapter": sense("the number above a chapter's title", "{number}"),
        "see": _("{words} (page {page})"),
        "comma": _(", "),
        "run": _("{first}–{last}"),
        "left_out": _("What this model leaves out"),
        "sources": _("Sources: {sources}."),
        "move_it": _("To move it: {address}"),
        "solution": _("solution on page {page}"),
        "asked": _("asked on page {page}"),
        "edition": _("Edition of {day}"),
        "on_paper": _("On paper"),
        "how": _(
            "This book is made to be moved. On its site every chart answers at once to sliders, "
            "every exercise checks an answer and says what was wrong with it, and figures can be "
            "taken along. On paper a chart stands as it stands before anybody moves anything; "
            "below it are its setting, what it says, and what its model leaves out. Exercises have "
            "the page of their solution beside them."
        ),
        "made": _("Version {version}. {licence}."),
        "set": _(
            "Set by Typst in Libertinus, New Computer Modern and Noto, from the same source as the "
            "site: no figure and no formula was typed for paper. A page has the proportions of A4 "
            "and fills such a sheet when printed."
        ),
    }
