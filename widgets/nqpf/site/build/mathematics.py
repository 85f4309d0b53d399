"""Equations are set by KaTeX at build: a page carries its style and fonts, and no script."""

from __future__ import annotations

import functools
import html
import logging
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from fontTools import subset
from sphinx.util.math import get_node_equation_number

from nqpf.places import NODE_MODULES
from nqpf.site.build import node as node_helper
from nqpf.site.build.parallel import side_by_side
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

LETTER = re.compile(r'<span class="[^"]*\bmathnormal\b[^"]*"[^>]*>([^<]+)<')
KEYBOARD = {chr(code) for code in range(0x20, 0x7F)}
OLD_FORMATS = re.compile(r',url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)')
# After a function's name in an index KaTeX leaves the sign of its application beside the index, as
# one part too many.
APPLIED_TO_NOTHING = re.compile(
    "(<msubsup>(?:<m[in][^>]*>[^<]*</m[in]>){2})<mo>\u2061</mo>"
    "|<mo>\u2061</mo>(?=</msu(?:b|p|bsup)>)"
)
STYLE = "katex/katex.min.css"
BEFORE_THE_BOOKS_OWN = 400
AFTER_ALL_EDITIONS = 1260


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let KaTeX set the equations of pages, and copy its style."""
    set_equations(app)
    app.connect("build-finished", keep_used_letters, priority=AFTER_ALL_EDITIONS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def set_equations(app: Sphinx) -> None:
    """Set equations by KaTeX, with its style."""
    app.add_html_math_renderer("katex", (in_a_line, None), (as_a_block, None))
    app.connect("builder-inited", add_style, priority=BEFORE_THE_BOOKS_OWN)


def add_style(app: Sphinx) -> None:
    """Copy the style, and let pages load it, over which the book's own comes."""
    if app.builder.format == "html":
        copy_style(Path(app.outdir) / "_static" / "katex")
        app.add_css_file(STYLE)


def keep_used_letters(app: Sphinx, exception: Exception | None) -> None:
    """Leave in the fonts the letters that the site's pages hold: equations need a tenth of them."""
    if exception is not None or app.builder.format != "html":
        return
    letters, italic = set(KEYBOARD), set[str]()
    for of_page, set_in_italics in side_by_side(letters_of, sorted(site_pages(app))):
        letters |= of_page
        italic |= set_in_italics
    letters |= italic
    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of each letter and table
    for font in sorted((NODE_MODULES / "katex" / "dist" / "fonts").glob("*.woff2")):
        # Only the letters of variables are set in this one, and those are marked on the page.
        wanted = italic if font.stem == "KaTeX_Math-Italic" else letters
        with_letters(font, Path(app.outdir) / "_static" / "katex" / "fonts" / font.name, wanted)


def site_pages(app: Sphinx) -> Iterable[Path]:
    """Return all pages of the site."""
    return Path(app.outdir).rglob("*.html")


def letters_of(path: Path) -> tuple[set[str], set[str]]:
    """Return the letters of a page, and those of its variables."""
    page = path.read_text(encoding="utf-8")
    return set(page), set(html.unescape("".join(LETTER.findall(page))))


def with_letters(font: Path, target: Path, letters: set[str]) -> None:
    """Write a font with no more than these letters; one that has none of them stays empty."""
    options = subset.Options()
    options.flavor = "woff2"
    options.notdef_outline = True
    made = subset.load_font(str(font), options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=map(ord, letters))
    chosen.subset(made)
    subset.save_font(made, str(target), options)


@functools.cache
def rendered(latex: str, *, display: bool = False, output: str = "htmlAndMathml") -> str:
    """Return a formula as HTML, in a line or as a block of its own.

    ``output`` is KaTeX's: ``mathml`` leaves out the letters that it places itself, and is light.
    Raises ``HelperError`` with KaTeX's message for a formula that cannot be set.
    """
    asked = {"latex": latex, "display": display, "output": output}
    return APPLIED_TO_NOTHING.sub(r"\1", str(node_helper.ask("formula", asked)))


def in_a_line(writer: Any, node: nodes.math) -> None:
    """Write a formula in a line."""
    writer.body.append(writer.starttag(node, "span", "", CLASS="math"))
    writer.body.append(f"{rendered(node.astext())}</span>")
    raise nodes.SkipNode


def as_a_block(writer: Any, node: nodes.math_block) -> None:
    """Write a formula as a block, with its number if it has one."""
    writer.body.append(writer.starttag(node, "div", CLASS="math"))
    if node["number"]:
        number = get_node_equation_number(writer, node)
        writer.body.append(f'<span class="eqno">({number})')
        writer.add_permalink_ref(node, _("Link to this equation"))
        writer.body.append("</span>")
    writer.body.append(f"{rendered(node.astext(), display=True)}</div>")
    raise nodes.SkipNode


def copy_style(target: Path) -> None:
    """Copy the style sheet and the fonts in the one format that every current browser reads.

    Before pages are written: they name the style with a sum of its content.
    """
    source = NODE_MODULES / "katex" / "dist"
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    style = (source / "katex.min.css").read_text(encoding="utf-8")
    (target / "katex.min.css").write_text(OLD_FORMATS.sub("", style), encoding="utf-8")
    for font in (source / "fonts").glob("*.woff2"):
        shutil.copy(font, target / "fonts")
