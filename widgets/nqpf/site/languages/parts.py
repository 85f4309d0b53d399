"""The Sphinx extension of an edition: of the book's parts those that its pages are made of.

The English build makes what both editions share: scripts, styles, Python, data, the package.
"""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes
from sphinx.errors import SphinxError

from nqpf.explorers.core.compiled import refuse_to_compile
from nqpf.site.build import charts_ahead, mathematics
from nqpf.site.build.assets import BUNDLES
from nqpf.site.build.parallel import side_by_side
from nqpf.site.edition.edition import EPUB, PDF
from nqpf.site.exercise.html import WORDS, more_words
from nqpf.site.explorer import pages as explorer_pages
from nqpf.site.explorer.uses import read
from nqpf.site.languages.book import write_books
from nqpf.site.languages.emphasis import mark_lines_below, mark_passages, read_beside_characters
from nqpf.site.languages.gaps import without_gaps
from nqpf.site.languages.left_over import left_over
from nqpf.site.languages.links import BrokenLink, mended
from nqpf.site.languages.notebook.take_along import write_notebooks
from nqpf.site.languages.order import Titles, contents, order
from nqpf.site.languages.references import marked_as_english
from nqpf.site.languages.translated import FOLDER
from nqpf.site.offline.offline import KeepOffline

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    "nqpf.site.languages.glued",
    "nqpf.site.languages.citations",
    "nqpf.site.plan.chapters",
    "nqpf.site.plan.chronology",
    "nqpf.site.plan.concept_map",
    "nqpf.site.diagram.diagram",
    "nqpf.site.provinces.provinces",
    "nqpf.site.exercise.pages",
    "nqpf.site.frame.frame",
    "nqpf.site.frame.front_door",
    "nqpf.site.frame.headings",
    "nqpf.site.frame.page_foot",
    "nqpf.site.frame.print_links",
    "nqpf.site.frame.reading_time",
    "nqpf.site.freshness.freshness",
    "nqpf.site.build.cells",
    "nqpf.site.build.markup",
    "nqpf.site.build.remembered",
    "nqpf.site.progress.progress",
    "nqpf.site.reference.bibliography",
    "nqpf.site.reference.gloss",
    "nqpf.site.search.search",
    "nqpf.site.build.parallel",
)
BEFORE_PAGES_ARE_SHARED_OUT = 400
AFTER_THE_FRAME = 2100
AFTER_EVERY_PAGE = 1500


class NotTranslated(SphinxError):
    """A page of the edition would say something in English, or lead nowhere."""

    category = "the edition in another language is not whole"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the parts up, and give pages what an edition has of its own."""
    read_beside_characters()
    for part in PARTS:
        app.setup_extension(part)
    app.add_config_value("nqpf_english", "", "")
    mathematics.set_equations(app)
    explorer_pages.take_names(app)
    app.add_directive("keep-offline", KeepOffline)
    app.connect("builder-inited", use_shared_assets)
    app.connect("env-before-read-docs", prepare, priority=BEFORE_PAGES_ARE_SHARED_OUT)
    app.connect("doctree-read", lead_to_english)
    app.connect("doctree-read", mark_lines_below)
    app.connect("html-page-context", fill_in, priority=AFTER_THE_FRAME)
    app.connect("build-finished", write_explorers)
    app.connect("build-finished", finish, priority=AFTER_EVERY_PAGE)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def english(app: Sphinx) -> Path:
    """Return the folder in which the English build left its site's files, and its titles."""
    return Path(app.config.nqpf_english)


def titles_file(app: Sphinx) -> Path:
    """Return the file with the titles of the English pages."""
    return Path(app.doctreedir).parent / "titles.json"


def titles(app: Sphinx) -> Titles:
    """Return the titles of the edition's pages, and of the book's others."""
    own = {name: title.astext() for name, title in app.env.titles.items()}
    return Titles(own, titles_file(app))


def use_shared_assets(app: Sphinx) -> None:
    """Name the scripts and styles that the English build has made."""
    app.config.html_static_path.append(str(BUNDLES / "static"))
    app.add_css_file("nqpf/book.css")
    app.add_js_file("nqpf/page.js", loading_method="async")


def explorers_of(pages: Iterable[str]) -> list[str]:
    """Return the explorers that pages show, each once."""
    return list(dict.fromkeys(slug for page in pages for slug in read(page).explorers))


def prepare(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Draw the charts of the edition's pages, and refuse to make any later."""
    slugs = explorers_of(sorted(env.found_docs))
    side_by_side(charts_ahead.explorer, slugs)
    refuse_to_compile()


def lead_to_english(app: Sphinx, doctree: nodes.document) -> None:
    """Let links to pages that the edition has not lead to the book's."""
    page = app.env.docname
    for link in list(doctree.findall(addnodes.pending_xref)):
        named = link.get("reftarget", "") if link.get("reftype") in ("doc", "myst") else ""
        path = named.removesuffix(".md").partition("#")[0]
        wanted = (
            path.lstrip("/")
            if path.startswith("/") or path in order()
            else posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        )
        if wanted in app.env.found_docs or wanted not in order():
            continue
        address = posixpath.relpath(f"{wanted}.html", posixpath.dirname(page))
        link.replace_self(nodes.reference("", "", *link.children, refuri=address, internal=True))


def fill_in(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page the contents of the whole book, its neighbours in it, and its sentences."""
    names = titles(app)
    context["contents"] = contents(names, page)
    if page in order():
        place = order().index(page)
        neighbours = {"prev": place - 1, "next": place + 1}
        for name, where in neighbours.items():
            context[name] = neighbour(names, page, where)
    body = mark_passages(context.get("body", ""))
    lacks_words = 'class="exercise"' in body and WORDS not in body
    context["body"] = more_words({}) + Markup(body) if lacks_words else body


def neighbour(names: Titles, page: str, place: int) -> dict[str, str] | None:
    """Return the page at a place of the book's order as a page's neighbour."""
    if not 0 <= place < len(order()):
        return None
    other = order()[place]
    root = "../" * page.count("/")
    return {"title": names.title(other), "link": f"{root}{other}.html"}


def write_explorers(app: Sphinx, exception: Exception | None) -> None:
    """Write the scripts and pages of the explorers that the edition shows."""
    if exception is None:
        explorer_pages.write_embeds_of(explorers_of(sorted(app.env.found_docs)), Path(app.outdir))


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write notebooks and books, lead links to what both editions share, refuse English."""
    if exception is not None:
        return
    edition = Path(app.outdir)
    shutil.rmtree(edition / "_static", ignore_errors=True)
    shutil.rmtree(edition / "_sources", ignore_errors=True)
    for name in ("objects.inv", ".buildinfo", "genindex.html"):
        (edition / name).unlink(missing_ok=True)
    faults = write_notebooks(app, titles(app))
    has = {p.relative_to(edition).as_posix() for p in edition.rglob("*") if p.is_file()}
    # The books are made of the finished pages, one of which offers them.
    has |= {EPUB, PDF}
    pages = [name for name in sorted(has) if name.endswith(".html")]
    for of_page in side_by_side(partial(finished, edition, has, english(app)), pages):
        faults += of_page
    faults = faults or write_books(app)
    if faults:
        raise NotTranslated("\n".join(faults))


def finished(edition: Path, has: set[str], site: Path, name: str) -> list[str]:
    """Finish one page; return what is wrong with it, each as a sentence."""
    path = edition / name
    html = path.read_text(encoding="utf-8")
    try:
        made = mended(html, name, has, lambda shared: (site / shared).exists())
    except BrokenLink as broken:
        return [str(broken)]
    made = marked_as_english(without_gaps(made))
    if made != html:
        path.write_text(made, encoding="utf-8")
    return [f"{FOLDER}/{name} says in English: {text[:120]}" for text in left_over(made)]


def keep_titles(titles: Mapping[str, str], file: Path) -> None:
    """Keep the titles of the English pages for the edition."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(titles, ensure_ascii=False, sort_keys=True), encoding="utf-8")
