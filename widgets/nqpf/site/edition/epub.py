"""The book as EPUB 3, for readers of books: formulas as MathML, charts as SVG, terms as notes.

Written from the still edition with a template for each file of the format. No library is used: the
kept one for EPUB is under a licence (AGPL) that the book could not pass on.
"""

from __future__ import annotations

import io
import posixpath
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from nqpf.site.edition.contents import Edition, Part
from nqpf.site.edition.still import StillPage
from nqpf.site.frame.page_foot import in_words
from nqpf.site.templating import templates
from nqpf.whole import entry, write_bytes

# Not called .css, since every file of that name goes into the pages of the site.
STYLE = Path(__file__).with_name("epub.stylesheet")
NAME = "new-quality-productive-forces"


def write_epub(
    pages: Sequence[StillPage], parts: Sequence[Part], edition: Edition, target: Path
) -> Path:
    """Write pages that were made still as one EPUB, and return its path.

    Links between the pages lead inside; those to other pages of the site lead to its address, and
    are plain words where it has none. The pages are changed. Written whole or not at all.
    """
    inside = {page.name: file_of(page.name) for page in pages}
    ids = {page.name: {str(one["id"]) for one in page.body.select("[id]")} for page in pages}
    for page in pages:
        make_notes(page)
        lead(page, inside, ids, edition.site)
    files = {f"text/{inside[page.name]}": document(page, edition) for page in pages}
    known = {
        "edition": edition,
        "day": in_words(edition.day),
        "identifier": identifier(edition.language),
        "pages": pages,
        "inside": inside,
        "parts": contents(parts, pages),
        "properties": properties,
    }
    for name in ("nav.xhtml", "content.opf"):
        files[name] = templates().get_template(f"edition/{name}").render(**known)
    files["style.css"] = STYLE.read_text(encoding="utf-8")
    return _written(target, files)


def identifier(language: str) -> str:
    """Return the name of the book in a language for programs.

    It is the same for every edition: readers replace an older copy by a newer one.
    """
    return uuid.uuid5(uuid.NAMESPACE_URL, NAME if language == "en" else f"{NAME}-{language}").urn


def contents(
    parts: Sequence[Part], pages: Sequence[StillPage]
) -> list[tuple[str, list[StillPage]]]:
    """Return the title and the pages of each part."""
    by_name = {page.name: page for page in pages}
    return [(part.title, [by_name[name] for name in part.pages]) for part in parts]


def properties(page: StillPage) -> str:
    """Return what a reader's program has to know of a page before it opens it."""
    return " ".join(
        name for name, tag in {"mathml": "math", "svg": "svg"}.items() if page.body.find(tag)
    )


def make_notes(page: StillPage) -> None:
    """Turn the cards of terms into notes, which programs show where the term stands."""
    cards = {str(card["id"]) for card in page.body.select(".gloss-card")}
    for card in page.body.select(".gloss-card"):
        card.name = "aside"
        card.attrs = {"id": card["id"], "epub:type": "footnote", "role": "doc-footnote"}
    for term in page.body.select("a.gloss"):
        named = f"gloss-{urldefrag(str(term['href'])).fragment}"
        if named in cards:
            term.attrs = {"href": f"#{named}", "epub:type": "noteref", "role": "doc-noteref"}


def lead(
    page: StillPage, inside: Mapping[str, str], ids: Mapping[str, set[str]], site: str
) -> None:
    """Let the links of a page lead inside the book, or to the site, or be plain words."""
    for link in page.body.select("a"):
        address = str(link.get("href", ""))
        if urlsplit(address).scheme:
            continue
        path, mark = urldefrag(address)
        here = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
        name = here.removesuffix(".html") if path else page.name
        if name in inside:
            file = "" if name == page.name else inside[name]
            link["href"] = f"{file}#{mark}" if mark in ids[name] else inside[name]
        elif site:
            link["href"] = urljoin(f"{site.rstrip('/')}/", f"{here}{'#' if mark else ''}{mark}")
        else:
            link.unwrap()


def document(page: StillPage, edition: Edition) -> str:
    """Return a page as a file of its own."""
    for formula in page.body.find_all("math"):
        formula["xmlns"] = "http://www.w3.org/1998/Math/MathML"
    for words in page.body.find_all(lang=True):
        words["xml:lang"] = words["lang"]
    body = page.body.decode_contents()
    for place in page.body.select("svg"):
        body = body.replace(str(place), page.drawing(place, "phone"), 1)
    text = templates().get_template("edition/page.xhtml")
    return text.render(page=page, body=body, edition=edition)


def _written(target: Path, files: Mapping[str, str]) -> Path:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        # The first entry says what the file is, and is stored as it stands.
        first = entry("mimetype")
        archive.writestr(first, "application/epub+zip", zipfile.ZIP_STORED)
        container = templates().get_template("edition/container.xml").render()
        for name, text in {"META-INF/container.xml": container, **files}.items():
            archive.writestr(entry(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    write_bytes(target, made.getvalue(), lasts=False)
    return target


def file_of(page: str) -> str:
    """Return the name of a page's file in the book.

    >>> file_of("chapters/part1/ch02")
    'part1-ch02.xhtml'
    """
    return f"{page.removeprefix('chapters/').replace('/', '-')}.xhtml"
