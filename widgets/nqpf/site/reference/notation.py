"""``{notation}``: every quantity of the models, read off their declarations.

A word has one symbol, one unit and one meaning through the book; each quantity leads to the
functions that use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from nqpf.algebra import Quantity, notation
from nqpf.models import modules
from nqpf.site.reference.models import declared, span
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.add_directive("notation", NotationDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def quantities() -> list[Quantity]:
    """Return every declared quantity, by its words; all models are read first."""
    modules()
    return sorted(notation().values(), key=lambda one: one.words.lower())


def users() -> dict[str, list[str]]:
    """Return the full names of the functions that take each quantity, by its name in code."""
    found: dict[str, list[str]] = {}
    for module in modules().values():
        for declaration in declared(module):
            for name in declaration.quantities:
                found.setdefault(name, []).append(f"{module.__name__}.{declaration.name}")
    return found


def default_text(one: Quantity) -> str:
    """Return a quantity's default as readers see it.

    >>> from nqpf.algebra import quantity
    >>> names = modules()  # reading the models declares their quantities
    >>> default_text(quantity("wedges"))
    '0, 0.5'
    """
    values = one.default if isinstance(one.default, tuple) else (one.default,)
    return ", ".join(f"{value:,.4g}" for value in values)


class NotationDirective(SphinxDirective):
    """``{notation}``: one entry for each quantity, sorted by its words."""

    def run(self) -> list[nodes.Node]:
        """Return the list; a quantity's anchor is its name in code."""
        used = users()
        result = nodes.definition_list(classes=["notation"])
        for one in quantities():
            result += self.entry(one, used.get(one.name, []))
        return [result]

    def entry(self, one: Quantity, functions: list[str]) -> nodes.definition_list_item:
        """Return a quantity: symbol, words and name, then unit, range, default and functions."""
        head = nodes.term("", "", ids=[f"quantity-{one.name}"])
        head += [nodes.math(one.symbol, one.symbol), nodes.Text(f" {one.words} ")]
        head += nodes.literal(one.name, one.name)
        facts = _("Unit: {unit}. Range: {range}. Default: {default}.").format(
            unit=one.unit, range=span(one), default=default_text(one)
        )
        if one.each:
            facts += " " + _("A list with one value for each.")
        body = nodes.definition("", nodes.paragraph("", facts))
        if functions:
            body += self.used_in(functions)
        return nodes.definition_list_item("", head, body)

    def used_in(self, functions: list[str]) -> nodes.paragraph:
        """Return the functions that take a quantity, as links to their pages."""
        result = nodes.paragraph("", _("Used in: "), classes=["notation-uses"])
        for place, name in enumerate(functions):
            words = name.rpartition(".")[2]
            link = addnodes.pending_xref(
                "", nodes.literal(words, words), refdomain="py", reftype="func",
                reftarget=name, refdoc=self.env.docname, refwarn=True,
            )  # fmt: skip
            result += [nodes.Text(", " if place else ""), link]
        return result
