"""What files of data say to readers: exercises, quantities, the glossary, cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nqpf import data
from nqpf.algebra import notation
from nqpf.exercises.figures import unit_of
from nqpf.exercises.in_language import in_language, parts_in_language
from nqpf.exercises.source import split
from nqpf.explorers import Explorer
from nqpf.explorers.core.tiles import PLACES, TILE
from nqpf.numbers import UNIT
from nqpf.places import ROOT
from nqpf.site.datasets.vintages import vintages
from nqpf.site.reference.glossary import FILE, terms
from nqpf.site.take_along.citing import book
from nqpf.site.translating.message import Message

CHRONOLOGY = re.compile(r"^```\{chronology\}\s+(.+)$", re.MULTILINE)


def of_book() -> Iterator[Message]:
    """Yield the title and the authors of the book."""
    record = book()
    yield Message(record["title"], "CITATION.cff", comment="title of the book")
    yield Message(record["authors"], "CITATION.cff", comment="authors of the book")


SPHINX = ("Link to this heading", "Link to this table", "Link to this image", "Link to this term")


def of_sphinx() -> Iterator[Message]:
    """Yield what Sphinx itself says on pages, as far as its own catalogue lacks it."""
    for text in SPHINX:
        yield Message(text, "sphinx", comment="shown when a mouse is over the sign beside it")


def of_exercise(folder: Path) -> Iterator[Message]:
    """Yield the texts of an exercise in the order in which a reader meets them."""
    file = folder / "exercise.md"
    name = file.relative_to(ROOT).as_posix()
    fields, prompt, parts = split(file, file.read_text(encoding="utf-8"))
    told: list[tuple[str, str]] = []

    def note(place: str, text: str) -> str:
        told.append((place, text))
        return text

    in_language({"title": fields["title"]}, note)
    parts_in_language(prompt, {}, note)
    in_language({key: value for key, value in fields.items() if key != "title"}, note)
    for part, texts in parts.items():
        parts_in_language("", {part: texts}, note)
    for place, text in ((place, text) for place, text in told if text):
        yield Message(text, name, comment=f"{folder.name} ({fields['kind']}): {place}")
    counted = [unit_of(str(written)) for written in fields.get("format", {}).values()]
    for unit in dict.fromkeys(filter(None, [fields.get("unit"), *counted])):
        comment = f"{folder.name}: unit, after a number"
        yield Message(unit, name, comment=comment, context=UNIT)


def of_quantities(explorers: Iterable[Explorer]) -> Iterator[Message]:
    """Yield the words of quantities that label sliders, and their units."""
    for explorer in explorers:
        for control in explorer.controls:
            quantity = notation().get(control.name)
            if quantity and control.label.lower() == quantity.words.lower():
                comment = f"label of a slider, {explorer.slug}"
                yield Message(quantity.words, "widgets/nqpf/models/quantities", comment=comment)


def of_glossary() -> Iterator[Message]:
    """Yield what each term of the glossary means; its Chinese stands in the file."""
    file = FILE.relative_to(ROOT).as_posix()
    for one in terms().values():
        yield Message(one.meaning, file, comment=f"{one.term} {one.chinese}")


def of_plan() -> Iterator[Message]:
    """Yield the titles of chapters and parts."""
    for row in data.rows("chapters"):
        yield Message(row["part_title"], "data/chapters.csv", comment="title of a part")
        yield Message(row["title"], "data/chapters.csv", comment=f"title, chapter {row['chapter']}")


def of_map() -> Iterator[Message]:
    """Yield the labels and meanings of the map of the book."""
    for row in data.rows("concept_map"):
        for column in ("label", "meaning"):
            comment = f"map of the book, {row['layer']}, {column}"
            yield Message(row[column], "data/concept_map.csv", comment=comment)


def of_chronology(page: str) -> Iterator[Message]:
    """Yield the events that a page shows."""
    dates = CHRONOLOGY.findall((ROOT / f"{page}.md").read_text(encoding="utf-8"))
    wanted = {date for listed in dates for date in listed.split()}
    for row in data.rows("chronology"):
        if row["date"] in wanted:
            for column in ("event", "body"):
                comment = f"chronology, {row['date']}, {column}"
                yield Message(row[column], "data/chronology.csv", comment=comment)


CELLS = {
    "the-26-industries": ("industries_26", (("industry_en", "industry_zh"), ("grade", "grade_zh"))),
    "technology-contracts": ("provinces_2023", (("province", "province_zh"),)),
    "technology-on-the-map": ("provinces_2023", (("province", "province_zh"),)),
}
"""Explorers that show cells of the data: which set, and the columns with their Chinese."""


ON_TILES = ("technology-on-the-map",)
"""Explorers that are a map of tiles."""
SIGNS = "黑蒙吉新宁晋京津辽青甘陕豫冀鲁藏川渝鄂皖苏沪云贵湘赣浙桂粤闽台琼澳港"
"""The sign of each place, in the order of the tiles."""


def of_cells(explorer: Explorer) -> Iterator[Message]:
    """Yield the cells of data that an explorer shows."""
    if explorer.slug in ON_TILES:
        for letters, chinese in zip(PLACES, SIGNS, strict=True):
            yield Message(letters, "data/provinces_2023.csv", context=TILE, known=chinese)
    if explorer.slug not in CELLS:
        return
    name, columns = CELLS[explorer.slug]
    for row in data.rows(name):
        for english, chinese in columns:
            comment = f"in the explorer {explorer.slug}"
            yield Message(row[english], f"data/{name}.csv", 0, comment, known=row[chinese])


def of_data(explorers: Iterable[Explorer]) -> Iterator[Message]:
    """Yield the titles of the data that explorers name as sources, and of their editions."""
    names = {key for one in explorers for key in one.sources if key in data.names()}
    for name in data.names():
        if name in names:
            title = data.describe(name)["title"]
            yield Message(title, "data/datapackage.json", comment=f"title of the data set {name}")
            if name in vintages():
                edition = vintages()[name].edition
                yield Message(edition, "data/vintages.csv", comment=f"edition of {name}")
