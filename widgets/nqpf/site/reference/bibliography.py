"""How works are cited, by author and year, and how they are listed.

The chapters cite with ``{cite:t}`` and ``{cite:p}``, and end with the list of what they cite, a
``{bibliography}`` with ``:filter: docname in docnames`` and ``:list: bullet``. Citations lead to
the bibliography page, whose list is the only one of the kind that has targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pybtex.plugin import register_plugin
from pybtex.style.formatting.plain import Style as PlainStyle
from pybtex.style.template import (
    field,
    first_of,
    href,
    join,
    names,
    optional,
    sentence,
    tag,
    words,
)
from sphinxcontrib.bibtex import plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

KINDS = ("article", "book", "incollection", "inproceedings", "misc", "techreport")


class BookStyle(PlainStyle):  # type: ignore[misc]  # because pybtex has no types
    """Entries as authors (year). Title. Where. Note. Link."""

    default_name_style = "lastfirst"

    def template(self, entry: Any) -> Any:
        """Return the template of an entry, whatever its kind."""
        people = names("author", sep=", ", sep2=" and ", last_sep=" and ")
        return join(sep=" ")[
            join[people, " (", first_of[optional[field("year")], "no year"], ")."],
            sentence[tag("em")[field("title")]],
            optional[where(entry)],
            optional[sentence[field("note")]],
            link(),
        ]


for kind in KINDS:
    setattr(BookStyle, f"get_{kind}_template", BookStyle.template)


def where(entry: Any) -> Any:
    """Return the template of where a work appeared."""
    if entry.type == "article":
        return sentence[
            field("journal"),
            optional[join[field("volume"), optional["(", field("number"), ")"]]],
            optional[field("pages")],
        ]
    collection = optional[words["In", field("booktitle")]]
    report = optional[words[field("type"), optional[field("number")]]]
    places = [optional[field(name)] for name in ("institution", "publisher", "howpublished")]
    return sentence[collection, report, *places]


def link() -> Any:
    """Return the template of a work's address: its DOI or else its URL, if any."""
    doi = href(join["https://doi.org/", field("doi", raw=True)])[join["doi:", field("doi")]]
    url = href(field("url", raw=True))[field("url", raw=True)]
    return first_of[optional[doi], optional[url], ""]


class RoundBrackets(AuthorYearReferenceStyle):
    """Citations as Solow (1957) and (Solow, 1957)."""

    def __init__(self) -> None:
        """Put round brackets round whatever has square ones by default."""
        kinds = ("textual", "parenthetical", "author", "label", "year")
        brackets: dict[str, Any] = {f"bracket_{name}": BracketStyle("(", ")") for name in kinds}
        super().__init__(**brackets)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the styles under the names that the configuration uses."""
    register_plugin("pybtex.style.formatting", "book", BookStyle)
    plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", "round", RoundBrackets)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
