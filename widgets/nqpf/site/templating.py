"""The templates of the site: each lies beside the part whose pages it makes."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from nqpf.explorers.core.parts import number
from nqpf.words import _, sense

PARTS = Path(__file__).parent


@functools.cache
def templates() -> Environment:
    """Return the templates of the site, escaping everything that is not marked as markup."""
    environment = Environment(loader=FileSystemLoader(PARTS), autoescape=True)
    environment.globals["_"] = _
    environment.globals["sense"] = sense
    environment.filters["number"] = number
    environment.filters["plainly"] = plainly
    environment.filters["spoken"] = spoken
    return environment


def plainly(value: float) -> str:
    """Return a number as HTML attributes write it.

    >>> plainly(2.0)
    '2'
    """
    return f"{value:.12g}"


def spoken(unit: str) -> str:
    """Return a unit as it is read aloud."""
    return _("in per cent") if unit == "%" else unit.strip()


def json_for_script(value: Any) -> str:
    """Return JSON that cannot end the script element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
