"""The frame of every page: template, contents, sections, and no script or style without use.

Jupyter Book brings sphinx-book-theme. Its pages weigh a megabyte and its markup has faults that
readers with a screen reader meet, so the book keeps the theme's place in the build and sets its
pages by its own templates in ``pages/``, with one style sheet and one script.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urljoin

from docutils import nodes as document_nodes
from markupsafe import Markup
from pydata_sphinx_theme import update_and_remove_templates
from sphinx.environment.adapters.toctree import document_toc

from nqpf.site.languages.switch import alternates, switch
from nqpf.site.plan.chapters import with_number
from nqpf.site.take_along.citing import book
from nqpf.words import _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

TEMPLATES = [Path(__file__).parent, Path(__file__).parents[1] / "search"]
AFTER_ALL_OTHERS = 2000
CAPTION = '<p class="caption">'
OURS = re.compile(r"(?:^|/)nqpf/")
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# A style sheet of a library, and what a page holds that needs it.
NEEDED_FOR = {"katex.min.css": 'class="katex', "sphinx-design.min.css": "sd-"}
# Runs before the first paint, so that no page flashes in the other theme.
THEME_SCRIPT = (
    'try{const m=localStorage.getItem("nqpf-theme");'
    "if(m)document.documentElement.dataset.theme=m}catch{}"
)
ICONS = {
    "menu": "M3 6h18M3 12h18M3 18h18",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
    "theme": "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
    "close": "M5 5l14 14M19 5 5 19",
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put the templates before the theme's, and fill them in after everyone else."""
    app.connect("config-inited", use_templates)
    app.connect("builder-inited", leave_out_the_themes_parts, priority=AFTER_ALL_OTHERS)
    app.connect("html-page-context", fill_frame, priority=AFTER_ALL_OTHERS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def leave_out_the_themes_parts(app: Sphinx) -> None:
    """Keep the theme from rendering its own parts of each page, which no template here shows."""
    listeners = app.events.listeners["html-page-context"]
    listeners[:] = [one for one in listeners if one.handler is not update_and_remove_templates]


def use_templates(app: Sphinx, config: Config) -> None:
    """Let the book's templates win over the theme's."""
    config.templates_path[:0] = map(str, TEMPLATES)


def fill_frame(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the template what it shows around the text."""
    body = context.get("body", "")
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if is_needed(file, body)]
    context.update(
        _words=_,
        icons=ICONS,
        theme_script=THEME_SCRIPT,
        contents=contents(context["toctree"], page),
        with_number=with_number,
        running_heads=running_heads,
        leads_to=partial(leads_to, page),
        authors=book()["authors"],
        sections=sections(app, page),
        description=description(doctree) or app.config.html_title,
        switch=switch(page),
        alternates=alternates(page, app.config.html_baseurl),
    )


def running_heads(book_title: str, page_title: str) -> str:
    r"""Return what the heads of printed pages say, as a style: book, and page if it is another.

    >>> running_heads("A book", 'On "new"')
    '--book-title: "A book"; --page-title: "On \\"new\\""'
    """
    heads = {"book": book_title} | ({"page": page_title} if page_title != book_title else {})
    quoted = {name: head.replace("\\", r"\\").replace('"', r"\"") for name, head in heads.items()}
    return "; ".join(f'--{name}-title: "{head}"' for name, head in quoted.items())


def is_needed(file: Any, body: str) -> bool:
    """Return whether a page loads a script or style: the book's own, or a library's it uses."""
    name = str(getattr(file, "filename", file) or "")
    if OURS.search(name):
        return True
    return any(name.endswith(style) and mark in body for style, mark in NEEDED_FOR.items())


def leads_to(page: str, title: str, address: str) -> str:
    """Return the words of a page's link: the title there, and a chapter's number before it.

    >>> leads_to("chapters/part5/ch18", "Inclusive and green", "ch17.html")
    '17. Inclusive and green'
    >>> leads_to("chapters/part5/ch17", "Inclusive and green", "#")
    '17. Inclusive and green'
    """
    return with_number(title, urljoin(page, address))


def contents(toctree: Any, page: str) -> str:
    """Return the list of the book's pages, its captions as plain words, its chapters numbered."""
    listed = str(toctree(collapse=True, titles_only=True, includehidden=True, maxdepth=3) or "")
    # The captions claim to be headings, which would stand before the page's own first heading.
    listed = re.sub(
        r'<p aria-level="2" class="caption" role="heading">', '<p class="caption">', listed
    )
    listed = re.sub(r'(<a class="current [^"]*")', r'\1 aria-current="page"', listed)

    def numbered(match: re.Match[str]) -> str:
        return match[1] + leads_to(page, match[3], match[2])

    return re.sub(r'(<a [^>]*href="([^"]*)">)([^<]*)', numbered, listed)


def sections(app: Sphinx, page: str) -> str:
    """Return the list of the page's sections, or nothing if it has none."""
    if page not in app.env.tocs:
        return ""
    listed = document_toc(app.env, page, app.builder.tags)
    inner = [node for item in listed.findall(document_nodes.list_item) for node in item.children]
    lists = [node for node in inner if isinstance(node, document_nodes.bullet_list)]
    builder = cast("StandaloneHTMLBuilder", app.builder)
    return builder.render_partial(lists[0])["fragment"] if lists else ""


def description(doctree: nodes.document | None) -> str:
    """Return the page's first paragraph of its own, shortened to what a search engine shows."""
    if doctree is None:
        return ""
    paragraphs = doctree.findall(document_nodes.paragraph)
    own = (node.astext() for node in paragraphs if "reading-time" not in node["classes"])
    # A page that is made from a template may have all its paragraphs in HTML.
    raw = (PARAGRAPH.search(node.astext()) for node in doctree.findall(document_nodes.raw))
    in_html = (found[1] for found in raw if found)
    # A word of another language stands in tags of its own.
    text = str(Markup(next(own, None) or next(in_html, "")).striptags())
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"
