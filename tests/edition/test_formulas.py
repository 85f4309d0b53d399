"""Formulas on paper: what Typst understood, and what stands in the file, is what the page has."""

from __future__ import annotations

import io
import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import typst
from bs4 import BeautifulSoup, Tag
from nqpf.places import ROOT
from nqpf.site.edition.contents import parts_of_the_book
from nqpf.site.edition.edition import kept
from nqpf.site.edition.paper.formulas import NoFormula, formula
from nqpf.site.edition.paper.typeset import BOOK
from nqpf.site.edition.still import kept_still_page
from pypdf import PdfReader

INVISIBLE = "\u2061\u2062\u2063"
ACCENTS = {"^": "\u0302", "ˉ": "\u0304", "~": "\u0303"}
SET_ALONE = """\
#set page(width: 300mm, height: 120mm)
#let eq(alt, it) = math.equation(block: it.block, alt: alt, it.body)
"""


def mathml(text: str) -> Tag:
    """Return a formula as a page has it."""
    found = BeautifulSoup(f"<math>{text}</math>", "html.parser").math
    assert found
    return found


@pytest.fixture(scope="module")
def formulas(site: Path) -> list[Tag]:
    """Return every different formula of the book, as its pages have it."""
    names = [name for part in parts_of_the_book(ROOT) for name in part.pages]
    pages = [kept_still_page(site, name, kept(site)) for name in names]
    every = {str(one): one for page in pages for one in page.body.select("math")}
    assert len(every) > 700
    return list(every.values())


def understood(written: list[str]) -> list[dict[str, Any]]:
    """Return the trees that Typst reads out of formulas."""
    source = SET_ALONE + "\n\n".join(written)
    return [one["body"] for one in json.loads(typst.query(source.encode(), "math.equation"))]


def shape(node: Any) -> str:
    """Return a tree of Typst as text in which every fraction, root and script has its brackets."""
    match node:
        case None | {"func": "space" | "linebreak" | "align-point" | "h"}:
            return ""
        case {"func": "frac", "num": num, "denom": denom}:
            return f"[{shape(num)}/{shape(denom)}]"
        case {"func": "root", "radicand": inside}:
            return f"√{shape(node.get('index'))}[{shape(inside)}]"
        case {"func": "attach", "base": base}:
            below, above = shape(node.get("b")), shape(node.get("t"))
            return f"{shape(base)}{f'_[{below}]' if below else ''}{f'^[{above}]' if above else ''}"
        case {"func": "accent", "base": base, "accent": accent}:
            return f"{accent}[{shape(base)}]"
        case {"func": "underbrace", "body": body, "annotation": said}:
            return f"⏟[{shape(body)}]_[{shape(said)}]"
        case {"rows": rows}:
            return "".join(shape(cell) for line in rows for cell in line)
        case {"children": parts}:
            return "".join(map(shape, parts))
        case {"text": str(text)}:
            return "".join(text.split())
        case {"func": str()}:
            (inside,) = [node[name] for name in ("body", "child", "text") if name in node]
            return shape(inside)
    raise AssertionError(node)


def expected(node: Tag) -> str:
    """Return a formula of a page as the same text."""
    parts = [expected(one) for one in node.children if isinstance(one, Tag)]
    match node.name:
        case "mfrac":
            return f"[{parts[0]}/{parts[1]}]"
        case "msqrt":
            return f"√[{''.join(parts)}]"
        case "mroot":
            return f"√{parts[1]}[{parts[0]}]"
        case "mover" if node.get("accent") == "true":
            return f"{ACCENTS[parts[1]]}[{parts[0]}]"
        case "munder" if parts[1] == "⏟":
            return f"⏟[{parts[0]}]"
        case "msub" | "munder":
            return f"{parts[0]}_[{parts[1]}]"
        case "msup" | "mover":
            return f"{parts[0]}^[{parts[1]}]"
        case "msubsup" | "munderover":
            return f"{parts[0]}_[{parts[1]}]^[{parts[2]}]"
    return "".join(parts) if parts else visible(node.get_text())


def visible(text: str) -> str:
    return "".join(one for one in text if one not in INVISIBLE and not one.isspace())


def test_typst_understands_every_formula_as_the_page_has_it(formulas: list[Tag]) -> None:
    trees = understood([formula(one) for one in formulas])
    assert [shape(tree) for tree in trees] == [expected(one) for one in formulas]


def test_every_sign_of_every_formula_stands_in_the_file(formulas: list[Tag]) -> None:
    source = SET_ALONE + "#pagebreak()\n".join(formula(one) + "\n" for one in formulas)
    made, warnings = typst.compile_with_warnings(source.encode(), ignore_system_fonts=True)
    assert warnings == []
    assert isinstance(made, bytes)
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) == len(formulas)
    for page, one in zip(pages, formulas, strict=True):
        assert signs(page.extract_text()) == signs(one.get_text()), one


def signs(text: str) -> Counter[str]:
    """Return the letters, digits and operators of a text, without accents.

    The pieces of a brace have codes for names, which read as letters of Latin-1.
    """
    plain = "".join(one for one in visible(text) if not "\u00c0" <= one <= "\u00ff")
    letters = unicodedata.normalize("NFKD", plain)
    return Counter(
        one
        for one in letters
        if unicodedata.category(one) in ("Ll", "Lu", "Nd") or one in "+−=<>≥×∑∏∗⋅⋯∈∝∼,/"
    )


def test_a_wrong_fraction_is_seen() -> None:
    right = mathml("<mfrac><mn>1</mn><mi>n</mi></mfrac><mrow><mo fence='true'>(</mo><mi>x</mi>"
                   "<mo fence='true'>)</mo></mrow>")  # fmt: skip
    assert expected(right) == "[1/n](x)"
    assert [shape(one) for one in understood(["$1/n (x)$", "$1/(n (x))$", "$1/n(x)$"])] == [
        "[1/n](x)",
        "[1/n(x)]",
        "[1/n(x)]",
    ]
    assert [shape(one) for one in understood([formula(right)])] == ["[1/n](x)"]


@pytest.mark.parametrize("sign", list("/_^&#$'\"*~;,:.!|<>=-+()[]{}@`\\"))
def test_a_sign_is_itself_whatever_typst_uses_it_for(sign: str) -> None:
    one = mathml(f"<mi>a</mi><mo>{sign}</mo><mfrac><mi>b</mi><mo>{sign}</mo></mfrac>"
                 .replace("&", "&amp;").replace("<mo><", "<mo>&lt;"))  # fmt: skip
    assert [shape(tree) for tree in understood([formula(one)])] == [f"a{sign}[b/{sign}]"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<mfrac><mn>1</mn><mi>n</mi></mfrac>", "(1)/(n)"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_(i)^(2)"),
        ("<mroot><mi>x</mi><mi>n</mi></mroot>", "(n)√(x)"),
        ("<mtext>so “it” is</mtext>", "so “it” is"),
    ],
)
def test_a_formula_has_words_for_those_who_listen(text: str, words: str) -> None:
    assert formula(mathml(text)).startswith(f'#eq("{words}", $')


def test_what_is_not_written_yet_is_named() -> None:
    with pytest.raises(NoFormula, match="<menclose>"):
        formula(mathml("<menclose><mi>x</mi></menclose>"))


def test_the_book_sets_formulas_by_the_same_name() -> None:
    assert "#let eq(alt, it) = {" in BOOK.read_text(encoding="utf-8")
