"""Sources in short: from the bibliography's keys and the names of data sets to a line of text."""

from __future__ import annotations

import functools
from typing import Any

from markupsafe import Markup

from nqpf import data
from nqpf.places import ROOT
from nqpf.words import said


def citation(key: str, root: str) -> Markup:
    """Return a source as one line of HTML: a work of the bibliography, or a data set's page.

    Raises ``KeyError`` with advice if neither has that name.
    """
    if key in data.names():
        record = data.describe(key)
        page = f"{root}chapters/reference/generated/datasets/{key}.html"
        return Markup('<a href="{}"><cite>{}</cite></a>').format(page, said(record["title"]))
    entries = bibliography()
    if key not in entries:
        raise KeyError(f"{key} is neither a work in references.bib nor a data set.")
    return line(entries[key])


@functools.cache
def bibliography() -> dict[str, Any]:
    """Return the entries of the bibliography by key."""
    from pybtex.database import parse_file

    return dict(parse_file(str(ROOT / "references.bib")).entries)


def authors(entry: Any) -> list[str]:
    """Return the family names of a work's authors, or the body that published it.

    >>> authors(bibliography()["anderson2003"])
    ['Anderson', 'van Wincoop']
    """
    from pybtex.richtext import Text

    people = [
        " ".join(person.prelast_names + person.last_names)
        for person in entry.persons.get("author", [])
    ]
    names = people or [entry.fields.get("organization", entry.fields.get("publisher", ""))]
    return [str(Text.from_latex(name)) for name in names]


def title(entry: Any) -> str:
    """Return the title of a work as plain text."""
    from pybtex.richtext import Text

    return str(Text.from_latex(entry.fields["title"]))


def listed(names: list[str]) -> str:
    """Return names as a list in a sentence.

    >>> listed(["Jones", "Tonetti"])
    'Jones and Tonetti'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def short_names(entry: Any) -> str:
    """Return the authors of a work as a sentence names them: of more than two, the first."""
    names = authors(entry)
    return f"{names[0]} et al." if len(names) > 2 else listed(names)


def address(entry: Any) -> tuple[str, str]:
    """Return what a work's link says and where it leads, empty if it has none."""
    doi, url = entry.fields.get("doi"), entry.fields.get("url", "")
    return (f"doi:{doi}", f"https://doi.org/{doi}") if doi else (url, url)


def line(entry: Any) -> Markup:
    """Return a work as authors, year, title and link."""
    written = Markup("{} ({}). <cite>{}</cite>.").format(
        listed(authors(entry)), entry.fields.get("year", ""), title(entry)
    )
    words, where = address(entry)
    return written + (Markup(' <a href="{}">{}</a>').format(where, words) if where else "")


def markdown_line(entry: Any) -> str:
    """Return a work as authors, year, title and link, in Markdown."""
    words, where = address(entry)
    link = f" [{words}]({where})" if where else ""
    year = entry.fields.get("year", "")
    return f"{listed(authors(entry))} ({year}). *{title(entry)}*.{link}"
