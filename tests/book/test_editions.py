"""A table that is published in editions is never cited without its edition."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from nqpf.explorers import Explorer, explorers
from nqpf.places import ROOT

TABLE = re.compile(r"Penn World Table|\bPWT\b")
EDITION = re.compile(r"\bedition|\b(?:8|9|10|11)\.\d+")
END = re.compile(r"(?<=[.?!:])\s+|\n")


def without_edition(text: str) -> list[str]:
    """Return the sentences that name the table and no edition of it."""
    return [one for one in END.split(text) if TABLE.search(one) and not EDITION.search(one)]


def pages() -> Iterator[tuple[str, str]]:
    """Yield every page and exercise that a person wrote, by its place."""
    written = [*ROOT.glob("chapters/**/*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"]
    for path in written:
        if "generated" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def words_of(explorer: Explorer) -> str:
    """Return what an explorer says in its start state, a line for each text."""
    tables = explorer.at().tables.values()
    headings = [str(column.heading) for table in tables for column in table.columns.values()]
    controls = [control.label for control in explorer.controls]
    said = [explorer.title, explorer.question, explorer.description, *explorer.left_out]
    return "\n".join([*said, *explorer.sentences(), *headings, *controls])


def descriptions() -> Iterator[tuple[str, str]]:
    """Yield the words of every record of the data package, by its name."""
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for one in package["resources"]:
        fields = one.get("schema", {}).get("fields", [])
        titles = [word for field in fields for word in (field["title"], field.get("description"))]
        words = [one["title"], one["description"], *one.get("caveats", []), *titles]
        yield one["name"], "\n".join(word for word in words if word)


def test_a_sentence_without_its_edition_is_found() -> None:
    wrong = "By the Penn World Table's count it grew.\nBy edition 10.01 it grew.\nPWT says so."
    assert len(without_edition(wrong)) == 2
    assert not without_edition("By edition 11.0 of the Penn World Table it grew.")


def test_no_page_names_the_table_without_its_edition() -> None:
    found = {place: left for place, text in pages() if (left := without_edition(text))}
    assert not found


def test_no_explorer_names_the_table_without_its_edition() -> None:
    texts = {slug: words_of(one) for slug, one in explorers().items()}
    assert not {slug: left for slug, text in texts.items() if (left := without_edition(text))}


def test_no_record_names_the_table_without_its_edition() -> None:
    found = {name: left for name, text in descriptions() if (left := without_edition(text))}
    assert not found


def test_the_pages_searched_are_those_of_the_book() -> None:
    places = [place for place, _text in pages()]
    assert str(Path("chapters/part1/ch02.md")) in places
    assert len(places) > 100
