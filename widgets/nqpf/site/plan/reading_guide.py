"""``{reading-guide} Huang``: for each paragraph of a founding text, what to read and to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.exercises import Exercise, exercises
from nqpf.places import ROOT
from nqpf.site.exercise.sections import Section, section_called, section_of
from nqpf.site.plan.chapters import written
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

TRIED = 3
"""How many exercises a paragraph leads to, at the most."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page lead through one text."""
    app.add_directive("reading-guide", ReadingGuide)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class ReadingGuide(SphinxDirective):
    """A list with one entry a paragraph of the text named."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the list; the page is read each time, as any chapter may change."""
        self.env.note_reread()
        text = self.arguments[0]
        kept = [row for row in data.rows("concordance") if row["text"] == text]
        if not kept:
            raise self.error(f"the concordance has no text {text!r}.")
        chapters = written(self.env.found_docs)
        here = "../" * (self.env.docname.count("/"))
        listed = nodes.definition_list(classes=["reading-guide"])
        for row in kept:
            sections = sections_of(row, chapters)
            term = nodes.term("", _("Paragraph {number}").format(number=row["paragraph"]))
            body = nodes.definition("", line(_("Read"), [leads(one, here) for one in sections]))
            if tried := exercises_for(row, sections):
                body += line(_("Then try"), [leads_to(one, here) for one in tried])
            listed += nodes.definition_list_item("", term, body)
        return [listed]


def sections_of(row: data.Row, chapters: dict[int, str]) -> list[Section]:
    """Return the sections that answer a paragraph, in the order in which to read them.

    Raises `ValueError` if a chapter has no section of that mark.
    """
    found = []
    for place in row["sections"].split():
        number, mark = place.split("#")
        found.append(section_called(ROOT / f"{chapters[int(number)]}.md", mark))
    return found


def exercises_for(row: data.Row, sections: list[Section]) -> list[Exercise]:
    """Return what to try after these sections: on the paragraph's concepts, the easiest first."""
    concepts = set(row["concepts"].split())
    places = [(one.page, one.mark) for one in sections]
    there = [
        one
        for one in exercises().values()
        if one.is_published and (section := section_of(one))
        if (section.page, section.mark) in places
    ]
    meant = [one for one in there if concepts & set(one.concepts)] or there
    return sorted(meant, key=lambda one: (one.concepts[0] not in concepts, one.difficulty))[:TRIED]


def leads(section: Section, here: str) -> nodes.Node:
    """Return a link to a section, with the number of its chapter."""
    number = int(section.page[-2:])
    return nodes.reference(
        "", f"{number}. {section.title}", refuri=section.address(here), internal=True
    )


def leads_to(exercise: Exercise, here: str) -> nodes.Node:
    """Return a link to an exercise."""
    page = exercise.folder.parent.relative_to(ROOT).as_posix()
    address = f"{here}{page}.html#exercise-{exercise.slug}"
    return nodes.reference("", exercise.title, refuri=address, internal=True)


def line(words: str, links: list[nodes.Node]) -> nodes.paragraph:
    """Return a line that names what follows, and the links one after the other."""
    made = nodes.paragraph("", f"{words}: ")
    for place, link in enumerate(links):
        made += [nodes.Text("; "), link] if place else [link]
    return made
