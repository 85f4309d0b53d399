"""Formulas for Typst, from the MathML that stands in every page.

One way for all: equations printed from models and those written in prose are both MathML by then,
whose fractions and roots are nodes with children. What is written here is therefore a call with
arguments, never an operator between them: converters from LaTeX write ``1/n (…)``, which Typst sets
as one over the product, without an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from bs4 import Tag

ACCENTS = {"^": "hat", "ˉ": "macron", "~": "tilde", "‾": "overline", "→": "arrow", "˙": "dot"}
BIG = "∑∏⋃⋂∫"
BRACE = "⏟"
EMPTY = '""'
INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063"))
SPACES = {"\u2009": "thin", "\u2005\u200a": "med", "\xa0": "space.nobreak"}
NAMES = re.compile(r"[^\W\d_]{2,}")


class NoFormula(ValueError):
    """A formula holds something that is not written for Typst yet."""


def formula(mathematics: Tag) -> str:
    """Return a formula as Typst's markup, between dollars, with words for those who listen."""
    inside = row(children(mathematics))
    space = " " if mathematics.get("display") == "block" else ""
    return f"#eq({string(words(mathematics))}, ${space}{inside}{space}$);"


def string(text: str) -> str:
    r"""Return a text as Typst's code has it, in which nothing is markup.

    >>> print(string('a "b" \\ c'))
    "a \"b\" \\ c"
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def children(node: Tag) -> list[Tag]:
    """Return what stands in a node, without the line breaks of the file."""
    return [child for child in node.children if isinstance(child, Tag)]


def row(nodes: Iterable[Tag]) -> str:
    """Return nodes that stand one after another."""
    return " ".join(part for node in nodes if (part := written(node)))


def written(node: Tag) -> str:
    """Return a node as Typst writes it; raises `NoFormula` for one that is not known."""
    if node.name not in WRITERS:
        raise NoFormula(f"<{node.name}> in a formula is not written for the paper edition yet.")
    return WRITERS[node.name](node)


def sign(text: str) -> str:
    r"""Return a sign that is only itself, whatever it means between dollars.

    >>> sign("/"), sign("∑")
    ('\\/', '∑')
    """
    return "".join(f"\\{one}" if one.isascii() and not one.isalnum() else one for one in text)


def letters(node: Tag) -> str:
    """Return a name: one letter slanted, a word upright, other styles as they are named."""
    text, style = node.get_text(), node.get("mathvariant")
    if not text.strip().isalpha():
        return f'class("normal", {sign(text)})' if text.strip() else ""
    if NAMES.fullmatch(text):
        return f"op({string(text)})"
    return {"normal": f"upright({text})", "bold": f"bold(upright({text}))"}.get(str(style), text)


def number(node: Tag) -> str:
    """Return a number."""
    text = node.get_text()
    return text if text.isascii() and text.replace(".", "").isdigit() else string(text)


def operator(node: Tag) -> str:
    """Return an operator, a bracket or a comma."""
    return sign(node.get_text().translate(INVISIBLE).strip())


def text(node: Tag) -> str:
    """Return words in a formula, or the space that stands for a multiplication."""
    inside = node.get_text().translate(INVISIBLE)
    return SPACES.get(inside) or string(inside.replace("\xa0", " "))


def group(node: Tag) -> str:
    """Return a row, between brackets as high as itself if it stands between such."""
    inside = children(node)
    if len(inside) < 2 or not grows(inside[0]):
        return row(inside)
    if not grows(inside[-1]):
        # A brace before cases has nothing on the other side.
        return f"lr({row(inside)})" if inside[-1].name == "mtable" else row(inside)
    opening, closing = (f'class("{side}", {written(inside[place])})'
                        for side, place in (("opening", 0), ("closing", -1)))  # fmt: skip
    return f"lr({opening} {row(inside[1:-1])} {closing})"


def grows(node: Tag) -> bool:
    """Return whether a node is a bracket that grows with what it holds."""
    return node.name == "mo" and node.get("fence") == "true" and not node.get("minsize")


def attached(node: Tag) -> str:
    """Return a base with what stands below and above it."""
    base, *scripts = children(node)
    places = {"sub": "b", "sup": "t", "under": "b", "over": "t"}
    named = [places[one] for one in re.findall("sub|sup|under|over", node.name)]
    if node.name in ("mover", "munder"):
        sign_above = scripts[0].get_text().strip()
        if node.get("accent") == "true" and sign_above in ACCENTS:
            return f"{ACCENTS[sign_above]}({written(base)})"
        if sign_above == BRACE:
            return f"underbrace({written(base)})"
        if base.name == "munder" and children(base)[1].get_text().strip() == BRACE:
            return f"underbrace({written(children(base)[0])}, {written(scripts[0])})"
    kernel = written(base) or EMPTY
    if base.get_text().strip() in BIG or node.name.startswith(("mund", "mov")):
        kernel = f"{'limits' if 'und' in node.name else 'scripts'}({kernel})"
    around = ", ".join(
        f"{place}: {written(script)}" for place, script in zip(named, scripts, strict=True)
    )
    return f"attach({kernel}, {around})"


def table(node: Tag) -> str:
    """Return lines that are aligned, or the cases between a brace and nothing."""
    lines = [[row(children(cell)) for cell in children(line)] for line in children(node)]
    if node.find_parent(["mtable", "mrow"]):
        cells = "; ".join(", ".join(cell or EMPTY for cell in line) for line in lines)
        return f"mat(delim: #none, align: #left, {cells})"
    return " \\\n".join(" & ".join(line) for line in lines)


def styled(node: Tag) -> str:
    """Return what stands in a style; cells of aligned lines have theirs already."""
    inside = row(children(node))
    if node.parent and node.parent.name == "mtd":
        return inside
    return f"{'display' if node.get('displaystyle') == 'true' else 'inline'}({inside})"


def call(name: str) -> Callable[[Tag], str]:
    """Return the writer of a node whose children are the arguments of a function."""
    return lambda node: f"{name}({', '.join(written(child) or EMPTY for child in children(node))})"


WRITERS: Mapping[str, Callable[[Tag], str]] = {
    "mrow": group,
    "mi": letters,
    "mn": number,
    "mo": operator,
    "mtext": text,
    "mspace": lambda node: f"#h({node.get('width', '0em')})",
    "mstyle": styled,
    "mfrac": call("frac"),
    "msqrt": lambda node: f"sqrt({row(children(node))})",
    "mroot": lambda node: "root({1}, {0})".format(*map(written, children(node))),
    "mtable": table,
    **dict.fromkeys(["msub", "msup", "msubsup", "munder", "mover", "munderover"], attached),
}


def words(node: Tag) -> str:
    """Return a formula in one line of signs, as a screen reader takes it.

    >>> from bs4 import BeautifulSoup
    >>> html = "<math><mfrac><mn>1</mn><mi>n</mi></mfrac><mi>x</mi></math>"
    >>> words(BeautifulSoup(html, "html.parser").math)
    '(1)/(n) x'
    """
    parts = [words(child) for child in children(node)]
    if node.name == "mfrac":
        return "({})/({})".format(*parts)
    if node.name in ("msqrt", "mroot"):
        return f"√({parts[0]})" if node.name == "msqrt" else "({1})√({0})".format(*parts)
    if node.name.startswith(("msu", "mund", "mov")) and node.get("accent") != "true":
        marks = ["_" if one in ("sub", "under") else "^"
                 for one in re.findall("sub|sup|under|over", node.name)]  # fmt: skip
        around = zip(marks, parts[1:], strict=True)
        return parts[0] + "".join(f"{mark}({part})" for mark, part in around)
    if parts:
        return {"mtr": ", ", "mtable": "; "}.get(node.name, " ").join(filter(None, parts))
    return " ".join(node.get_text().translate(INVISIBLE).split())
