"""A page for each module of models, from its docstrings, with each equation read off the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

from nqpf import models
from nqpf.algebra import AlgebraError, Declaration, Quantity, equation
from nqpf.models import functions, modules
from nqpf.numbers import MINUS
from nqpf.site.templating import templates
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let Sphinx read docstrings, and add to each what the declaration knows."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", add_equation)
    app.connect("autodoc-skip-member", skip_fields)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def declared(module: ModuleType) -> Iterator[Declaration]:
    """Yield the declarations of a module's models."""
    for function in functions(module).values():
        if hasattr(function, "declaration"):
            yield function.declaration


def pages() -> dict[str, str]:
    """Return the text of the page of each module that defines functions, by name."""
    template = templates().get_template("reference/models.md")
    return {
        name: template.render(title=title(module), module=module.__name__)
        for name, module in modules().items()
        if functions(module)
    }


def title(module: ModuleType) -> str:
    """Return the title of a module's page: how its docstring begins.

    >>> from nqpf.models.growth import growth
    >>> title(growth)
    'Growth accounting'
    """
    line = (module.__doc__ or "").splitlines()[0]
    line = re.sub(r" \(chapters? [^)]*\)", "", line).rstrip(".")
    return re.split(r":|(?<=\?) ", line)[0]


def add_equation(
    app: Sphinx, what: str, name: str, function: Any, options: Any, lines: list[str]
) -> None:
    """Put the equation and the arguments of a model between its summary and the rest."""
    if what != "function" or not name.startswith(f"{models.__name__}."):
        return
    summary = lines.index("") if "" in lines else len(lines)
    lines[summary:summary] = ["", *equation_lines(function), *argument_lines(function), ""]


def equation_lines(function: Callable[..., Any]) -> list[str]:
    """Return the equation of a function as reStructuredText, or that there is none."""
    if not hasattr(function, "declaration"):
        return [
            _("It works on whole tables or lists, or helps other models: no equation is printed."),
            "",
        ]
    try:
        printed = equation(function).latex
    except AlgebraError:
        return [_("This function is no single formula, so no equation is printed."), ""]
    return [".. math::", "", *(f"   {line}" for line in printed.splitlines()), ""]


def argument_lines(function: Callable[..., Any]) -> list[str]:
    """Return the arguments of a model as a list in reStructuredText, and what it returns."""
    declaration = getattr(function, "declaration", None)
    if declaration is None:
        return []
    listed = [f"- {argument(one)}" for one in declaration.quantities.values()]
    symbols = ", ".join(f":math:`{symbol}`" for symbol in declaration.symbols)
    returned = _("Returns {symbols}, unit: {unit}.").format(symbols=symbols, unit=declaration.unit)
    return [*listed, "", returned, ""]


def argument(one: Quantity) -> str:
    """Return what is known of an argument: name, symbol, words, unit and range."""
    words = one.words + (_(" (a list)") if one.each else "")
    return f"``{one.name}`` :math:`{one.symbol}`: {words}; {one.unit}; {span(one)}."


def span(one: Quantity) -> str:
    """Return a quantity's range as readers see it.

    >>> from nqpf.algebra import quantity
    >>> names = modules()  # reading the models declares their quantities
    >>> span(quantity("capital_share"))
    '0 to 0.95'
    """
    low, high = (f"{end:,.12g}".replace("-", MINUS) for end in (one.low, one.high))
    return _("{low} to {high}").format(low=low, high=high)


def skip_fields(
    app: Sphinx, what: str, name: str, member: Any, skip: bool, options: Any
) -> bool | None:
    """Leave out the fields of named tuples, which their class's docstring explains."""
    is_field = (inspect.getdoc(member) or "").startswith("Alias for field number")
    return True if is_field else None
