"""The foot of every page: licence, how to cite, last change, how to report an error, downloads."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from markupsafe import Markup

from nqpf.site.build.downloads import ARCHIVE, FOLDER, is_notebook, notebook_name, wheel_name
from nqpf.site.lecture.lecture import FOLDER as LECTURES
from nqpf.site.lecture.lecture import page_name
from nqpf.site.lecture.scenes import scenes_files
from nqpf.site.plan.chapters import number_of
from nqpf.site.take_along.citing import bibtex, book, chapter_place, citation_words, year
from nqpf.site.templating import templates
from nqpf.version import version
from nqpf.words import LANGUAGE, _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_ALL_OTHERS = 2000
LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Fill in the foot; ``nqpf_report_url`` in the configuration names a place for reports."""
    app.add_config_value("nqpf_report_url", "", "html")
    # Every foot names the package: a new version writes every page again.
    app.add_config_value("nqpf_package", version(), "html")
    app.connect("html-page-context", fill_foot, priority=AFTER_ALL_OTHERS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def fill_foot(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the foot's template what it says of this page."""
    source = Path(app.env.doc2path(page)) if page in app.env.found_docs else None
    changed = last_change(source) if source else None
    root = context["content_root"]
    number = number_of(page)
    place = chapter_place(number) if number is not None else None
    context.update(
        year=year(),
        cited=cited(context.get("title", "") if page != app.config.root_doc else ""),
        cite=templates()
        .get_template("take_along/cite.html")
        .render(words=citation_words(place=place), bibtex=bibtex(place=place)),
        scenes_page=scenes_page(root, number),
        changed=changed,
        changed_words=in_words(changed) if changed else "",
        report_url=app.config.nqpf_report_url,
        archive=f"{root}{ARCHIVE}",
        notebook=f"{root}{FOLDER}/{notebook_name(page)}" if source and is_notebook(source) else "",
        wheel=f"{root}{FOLDER}/{wheel_name()}",
    )


def cited(title: str) -> Markup:
    """Return how a page with this title is cited, as HTML; without a title, the book.

    >>> str(cited("Reading <em>the</em> concept"))[:60]
    'The authors of New Quality Productive Forces (2026). “Readin'
    """
    name = Markup("<cite>{}</cite>").format(book()["title"])
    work = Markup(_("{title}, version {version}")).format(title=name, version=book()["version"])
    if title:
        part = Markup("“{}”").format(Markup(title).striptags())
        work = Markup(_("{part}, in {book}")).format(part=part, book=work)
    return Markup(_("{authors} ({year}). {work}.")).format(
        authors=book()["authors"], year=year(), work=work
    )


def scenes_page(root: str, number: int | None) -> str:
    """Return the address of a chapter's scenes, nothing if it has none."""
    if number is None or number not in scenes_files():
        return ""
    return f"{root}{LECTURES}/{page_name(number)}"


def in_words(day: date) -> str:
    """Return a day as the reader's language writes it."""
    return str(format_date(day, "long", LOCALES.get(LANGUAGE, LANGUAGE)))


def last_change(source: Path) -> date | None:
    """Return the day on which a file was last changed, or None where no history is kept."""
    command = ["git", "log", "-1", "--format=%cs", "--", source.name]
    try:
        done = subprocess.run(
            command, cwd=source.parent, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return date.fromisoformat(done.stdout.strip()) if done.stdout.strip() else None
