"""Citations as Chinese texts have them: 黄群慧（2024）, （Hsieh和Klenow，2009；Solow，1957）."""

from __future__ import annotations

import functools
import re
import tomllib
from typing import TYPE_CHECKING, Any

from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.names import BaseNameStyle
from pybtex.style.template import join, node
from sphinxcontrib.bibtex import plugin
from sphinxcontrib.bibtex.style.names.last import LastNameStyle
from sphinxcontrib.bibtex.style.referencing import (
    BracketStyle,
    PersonStyle,
    format_references,
)
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle
from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

from nqpf.site.languages.translated import LANGUAGE, LOCALE
from nqpf.site.reference.citations import bibliography

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

STYLE = "full-width"
WITHOUT_A_LINK: Any = dict.fromkeys(SphinxReferenceInfo._fields, "")
UNDATED = "n.d."
"""What stands for the year of a work that has none."""
NOWHERE = SphinxReferenceInfo(**WITHOUT_A_LINK)
"""Where a citation leads that is plain text."""


@functools.cache
def chinese_names() -> dict[str, str]:
    """Return the Chinese names of people, by their names in the bibliography."""
    file = LOCALE / LANGUAGE / "people.toml"
    found: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def family_name(person: Any) -> Any:
    """Return a person's family name as a template."""
    style: Any = LastNameStyle()
    return style.format(person)


class ChineseNames(BaseNameStyle):  # type: ignore[misc]  # because pybtex has no types
    """A person's Chinese name whole, and of others the family name."""

    def format(self, person: Any, abbr: bool = True) -> Any:
        """Return the name as a template."""
        known = chinese_names().get(re.sub("[{}]", "", str(person)))
        return Text(known) if known else family_name(person)


@node  # type: ignore[untyped-decorator]  # because pybtex has no types
def dated(children: list[Any], about: dict[str, Any]) -> Any:
    """Return children with a year for every work: of one without it, that it is not known."""
    work = about["entry"]
    if work.fields.get("year", UNDATED) == UNDATED:
        fields = {**work.fields, "year": "日期不详"}
        about = {**about, "entry": type(work)(work.type, fields=fields, persons=work.persons)}
    return join[children].format_data(about)


class FullWidth(AuthorYearReferenceStyle):
    """Authors and year, with Chinese signs between them."""

    def __init__(self) -> None:
        """Put full-width brackets and signs everywhere."""
        kinds = ("textual", "parenthetical", "author", "label", "year")
        brackets: dict[str, Any] = {
            f"bracket_{name}": BracketStyle("（", "）", sep="、" if name == "textual" else "；")
            for name in kinds
        }
        people = PersonStyle(style=STYLE, sep="、", sep2="和", last_sep="和", other=Text("等"))
        super().__init__(
            person=people,
            author_year_sep="，",
            text_reference_sep="",
            pre_text_sep="",
            post_text_sep="，",
            **brackets,
        )

    def inner(self, role_name: str) -> Any:
        """Return the template of one work."""
        return dated[super().inner(role_name)]


def written(keys: list[str], *, brackets: bool) -> str:
    """Return works of the bibliography as a sentence cites them, in brackets or as part of it.

    >>> written(["huang2024", "solow1957"], brackets=False)
    '黄群慧（2024）、Solow（1957）'
    """
    register()
    works = [(bibliography()[key], None, NOWHERE) for key in keys]
    made = format_references(FullWidth(), "p" if brackets else "t", works)
    return str(made).replace("<nbsp>", "\N{NO-BREAK SPACE}")


def register() -> None:
    """Make the styles known by their names."""
    register_plugin("pybtex.style.names", STYLE, ChineseNames)
    plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, FullWidth)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the styles."""
    register()
    return {"parallel_read_safe": True, "parallel_write_safe": True}
