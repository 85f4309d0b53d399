"""Chapters by number: a link where the chapter is written, an honest word where it is not.

``{chapter}`7` `` names a chapter in running text; ``{reading-path} 1 2 5`` lists chapters in the
order in which a reader takes them; ``{book-plan}`` lists them all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from nqpf import data
from nqpf.places import ROOT
from nqpf.words import EDITION, _, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

PAGE = re.compile(r"chapters/part\d/ch(\d\d)")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let pages name chapters, and read those pages again when a chapter is added."""
    app.add_role("chapter", ChapterRole())
    app.add_directive("reading-path", ReadingPath)
    app.add_directive("book-plan", BookPlan)
    app.connect("env-get-outdated", outdated_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def titles() -> dict[int, str]:
    """Return the title of every chapter of the plan by its number."""
    return {row["chapter"]: said(row["title"]) for row in data.rows("chapters")}


def written(pages: Iterable[str]) -> dict[int, str]:
    """Return the pages that are chapters, by the chapter's number.

    >>> written(["chapters/part1/ch02", "chapters/index"])
    {2: 'chapters/part1/ch02'}
    """
    return {int(match[1]): page for page in pages if (match := PAGE.fullmatch(page))}


def number_of(page: str) -> int | None:
    """Return the number of the chapter that a page or an address is, None if it is no chapter.

    >>> number_of("../part1/ch02.html#sources-of-growth"), number_of("chapters/index")
    (2, None)
    """
    match = re.search(r"(?:^|/)part\d/ch(\d\d)(?:\.html)?(?:#.*)?$", f"/{page}")
    return int(match[1]) if match else None


def with_number(title: str, page: str) -> str:
    """Return a title with the number of its chapter, or as it is.

    >>> with_number("Inclusive and green", "chapters/part5/ch17")
    '17. Inclusive and green'
    """
    number = number_of(page)
    return title if number is None else f"{number}. {title}"


def readable(env: BuildEnvironment) -> dict[int, str]:
    """Return the pages of chapters to which a page may lead: an edition has those in English too.

    What is made of them leads to the page of that name, wherever the edition finds it.
    """
    if not EDITION:
        return written(env.found_docs)
    files = ROOT.glob("chapters/part*/ch*.md")
    return written(path.relative_to(ROOT).with_suffix("").as_posix() for path in sorted(files))


def mention(env: BuildEnvironment, number: int, text: str) -> nodes.Node:
    """Return ``text`` as a link to the chapter, or as plain text if it is not written."""
    page = readable(env).get(number)
    if page is None:
        return nodes.inline("", text, classes=["not-written"])
    if page not in env.found_docs:
        address = posixpath.relpath(f"{page}.html", posixpath.dirname(env.docname))
        return nodes.reference("", text, refuri=address, internal=True)
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{page}",
        refexplicit=True,
        refwarn=True,
        refdoc=env.docname,
    )


class ChapterRole(SphinxRole):
    """``{chapter}`7` ``: the words *chapter 7*, linked."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the mention; a number outside the plan is an error of the page."""
        number = int(self.text)
        if number not in titles():
            raise ValueError(f"{self.env.docname}: the plan has no chapter {number}.")
        return [mention(self.env, number, _("chapter {number}").format(number=number))], []


class ReadingPath(SphinxDirective):
    """``{reading-path} 1 2 5``: chapters in the order of reading; its content names the path."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return one paragraph: the name of the path, and the numbers of its chapters."""
        line = nodes.paragraph(
            "", "", nodes.strong("", said("\n".join(self.content))), nodes.Text(_(": "))
        )
        for place, number in enumerate(map(int, self.arguments[0].split())):
            line += [nodes.Text(_(", "))] if place else []
            line += mention(self.env, number, str(number))
        return [line]


class BookPlan(SphinxDirective):
    """``{book-plan}``: all chapters in their parts, linked or marked as not written."""

    def run(self) -> list[nodes.Node]:
        """Return a list of parts, each with the list of its chapters."""
        parts = nodes.bullet_list(classes=["book-plan"])
        for (_number, title), rows in groupby(
            data.rows("chapters"), key=lambda row: (row["part"], row["part_title"])
        ):
            chapters = nodes.bullet_list()
            for row in rows:
                named = mention(
                    self.env, row["chapter"], f"{row['chapter']}. {titles()[row['chapter']]}"
                )
                line = nodes.paragraph("", "", named)
                if row["chapter"] not in readable(self.env):
                    line += nodes.inline("", " " + _("(not written yet)"), classes=["not-written"])
                chapters += nodes.list_item("", line)
            parts += nodes.list_item(
                "", nodes.paragraph("", "", nodes.strong("", said(title))), chapters
            )
        return [parts]


def outdated_pages(app: Sphinx, env: BuildEnvironment, *_changes: Any) -> Iterable[str]:
    """Return every page if the written chapters have changed: some say what is not written."""
    now = written(env.found_docs)
    before, env.nqpf_written = getattr(env, "nqpf_written", now), now  # type: ignore[attr-defined]
    return [] if before == now else env.found_docs
