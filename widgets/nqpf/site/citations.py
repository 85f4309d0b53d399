"""Sources in short: from the bibliography's keys and the names of data sets to a line of text."""

from __future__ import annotations

import functools
from typing import Any

from markupsafe import Markup

from nqpf import data
from nqpf.places import ROOT


def citation(key: str, root: str) -> Markup:
    """Return a source as one line of HTML: a work of the bibliography, or a data set's page.

    Raises ``KeyError`` with advice if neither has that name.
    """
    if key in data.names():
        record = data.describe(key)
        page = f"{root}chapters/reference/generated/datasets/{key}.html"
        return Markup('<a href="{}"><cite>{}</cite></a>').format(page, record["title"])
    entries = bibliography()
    if key not in entries:
        raise KeyError(f"{key} is neither a work in references.bib nor a data set.")
    return line(entries[key])


@functools.cache
def bibliography() -> dict[str, Any]:
    """Return the entries of the bibliography by key."""
    from pybtex.database import parse_file

    return dict(parse_file(str(ROOT / "references.bib")).entries)


def line(entry: Any) -> Markup:
    """Return a work as authors, year, title and link."""
    from pybtex.richtext import Text

    people = [" ".join(person.last_names) for person in entry.persons.get("author", [])]
    if not people:
        people = [entry.fields.get("organization", entry.fields.get("publisher", ""))]
    names = people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"
    title = str(Text.from_latex(entry.fields["title"]))
    written = Markup("{} ({}). <cite>{}</cite>.").format(
        str(Text.from_latex(names)), entry.fields.get("year", ""), title
    )
    doi, url = entry.fields.get("doi"), entry.fields.get("url")
    if doi:
        return written + Markup(' <a href="https://doi.org/{0}">doi:{0}</a>').format(doi)
    return written + (Markup(' <a href="{0}">{0}</a>').format(url) if url else "")
