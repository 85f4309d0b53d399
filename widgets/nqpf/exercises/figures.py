"""Figures in texts: ``{name}`` outside of formulas stands for what a model computed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nqpf.numbers import NumberFormat, amount, percent, plain, points, year

MATHS = re.compile(r"(\$[^$]+\$|`[^`]+`)")
MARKUP = re.compile(r"[\\`*_{}\[\]<>$&]")
FORMAT = re.compile(r"(percent|points|plain) ([0-9])|(year)|amount ([0-9]) (\S.*)")
FIGURE = re.compile(r"\{(\w+)\}")


def fill(text: str, figures: Mapping[str, str]) -> str:
    """Return the text with its figures; formulas and code are left as they are.

    >>> fill(r"$\\frac{a}{b}$ is {answer}", {"answer": "2%", "a": "1"})
    '$\\\\frac{a}{b}$ is 2%'
    """
    pieces = MATHS.split(text)
    pieces[::2] = [FIGURE.sub(lambda m: figures.get(m[1], m[0]), piece) for piece in pieces[::2]]
    return "".join(pieces)


def literal(text: str) -> str:
    r"""Return what a reader wrote as Markdown that shows it as it is and asks for no figure.

    >>> fill(literal("*{answer}*"), {"answer": "2%"})
    '\\*\\{answer\\}\\*'
    """
    return MARKUP.sub(r"\\\g<0>", text)


def names(text: str) -> set[str]:
    """Return the names of the figures that a text asks for."""
    return {name for piece in MATHS.split(text)[::2] for name in FIGURE.findall(piece)}


def unit_of(written: str) -> str:
    """Return the unit that a format names, nothing if it names none.

    >>> unit_of("amount 0 million yuan"), unit_of("plain 0")
    ('million yuan', '')
    """
    match = FORMAT.fullmatch(written.strip())
    return match[5] or "" if match else ""


def number_format(written: str) -> NumberFormat:
    """Return a format from words such as ``percent 1``; raise ``ValueError`` if unknown.

    >>> number_format("percent 1").text(.06)
    '6.0%'
    """
    match = FORMAT.fullmatch(written.strip())
    if match is None:
        raise ValueError(written)
    if match[3]:
        return year()
    if match[5]:
        return amount(match[5], decimals=int(match[4]))
    return {"percent": percent, "points": points, "plain": plain}[match[1]](int(match[2]))
