"""The glossary on the page: terms that open where they stand, and lists of them.

``{gloss}`` marks a term in the text, ``{terms}`` lists those of a chapter, ``{glossary-list}``
lists all. A marked term is a link to the glossary that the page's script turns into a button
with a card; so it also works without a script, and prints as plain text.
``{zh}`` marks Chinese, so that it is shown and read aloud as Chinese.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from nqpf.site.plan.chapters import readable
from nqpf.site.reference.glossary import Term, UnknownTerm, by_character, term, terms
from nqpf.site.templating import templates
from nqpf.words import EDITION, _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

PAGE = "chapters/reference/glossary"


class Foreign(nodes.inline):  # type: ignore[misc]  # because docutils has no types
    """Words in another language, whose code is in ``lang``."""


class Marked(nodes.inline):  # type: ignore[misc]  # because docutils has no types
    """A term of the glossary in running text; its id is in ``gloss``."""


class TermList(nodes.General, nodes.Element):  # type: ignore[misc]  # because docutils has no types
    """The place of a chapter's list of terms, until the whole chapter has been read."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the roles and directives, and fill what depends on the whole page."""
    app.add_node(Foreign, html=(open_foreign, close_foreign))
    app.add_node(Marked, html=(open_marked, close_marked))
    app.add_node(TermList)
    app.add_role("zh", ChineseRole())
    app.add_role("gloss", GlossRole())
    app.add_directive("terms", TermsDirective)
    app.add_directive("glossary-list", GlossaryDirective)
    app.connect("doctree-read", fill_term_lists)
    app.connect("doctree-resolved", add_cards)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class ChineseRole(SphinxRole):
    """``{zh}`` around Chinese words."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked as Chinese."""
        return [foreign(self.text, "zh-Hans")], []


class GlossRole(ReferenceRole):
    """``{gloss}`` around a term, or around other words followed by ``<id>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words, marked as a term; an unknown one is an error."""
        try:
            found = term(self.target)
        except UnknownTerm as unknown:
            message = self.inliner.reporter.error(str(unknown), line=self.lineno)
            return [nodes.problematic(self.rawtext, self.rawtext)], [message]
        return [Marked(self.rawtext, self.title, gloss=found.id)], []


class TermsDirective(SphinxDirective):
    """``{terms}``: the terms of this chapter, in English and Chinese."""

    def run(self) -> list[nodes.Node]:
        """Leave the place, which is filled when the whole chapter has been read."""
        return [TermList()]


class GlossaryDirective(SphinxDirective):
    """``{glossary-list}``: every term, sorted, each with an anchor and its chapter."""

    def run(self) -> list[nodes.Node]:
        """Return one list of all terms."""
        by_words = sorted(terms().values(), key=lambda one: one.term.lower())
        listed = sorted(by_words, key=by_character) if EDITION else by_words
        chapters = chapters_found(self.env)
        return [term_list(listed, lambda one: chapter_link(self, one, chapters), anchors=True)]


def foreign(words: str, language: str) -> Foreign:
    """Return words in another language as a node."""
    return Foreign(words, words, lang=language)


def term_list(
    listed: Iterable[Term], after: Callable[[Term], list[nodes.Node]], *, anchors: bool = False
) -> nodes.definition_list:
    """Return terms as a list of definitions; ``after`` gives what follows the sentence."""
    result = nodes.definition_list(classes=["gloss-list"])
    for one in listed:
        first, second = nodes.Text(one.term), foreign(one.chinese, "zh-Hans")
        if EDITION:
            first, second = nodes.Text(one.chinese), foreign(one.term, "en")
        name = nodes.term("", "", first, ids=[one.id] if anchors else [])
        name += [nodes.Text(" "), second]
        name += [nodes.Text(" "), foreign(one.pinyin, "zh-Latn")]
        meaning = nodes.paragraph("", one.meaning)
        meaning += after(one)
        result += nodes.definition_list_item("", name, nodes.definition("", meaning))
    return result


def chapters_found(env: BuildEnvironment) -> dict[int, str]:
    """Return the pages of the chapters that exist, by number."""
    return readable(env)


def chapter_link(
    directive: SphinxDirective, one: Term, chapters: dict[int, str]
) -> list[nodes.Node]:
    """Return where a term is taught: a link if the chapter exists."""
    words = _("Chapter {number}.").format(number=one.chapter)
    page = chapters.get(one.chapter)
    if page is None:
        return [nodes.Text(" "), nodes.inline("", words, classes=["gloss-chapter"])]
    builder = directive.env.app.builder
    link = make_refnode(builder, directive.env.docname, page, None, nodes.Text(words))
    return [nodes.Text(" "), link]


def marked_terms(doctree: nodes.document) -> dict[str, Term]:
    """Return the terms that a page marks, in the order of first use."""
    return {node["gloss"]: terms()[node["gloss"]] for node in doctree.findall(Marked)}


def fill_term_lists(app: Sphinx, doctree: nodes.document) -> None:
    """Put the chapter's terms where ``{terms}`` stands."""
    for place in list(doctree.findall(TermList)):
        listed = marked_terms(doctree).values()
        place.replace_self(term_list(listed, lambda one: []))


def add_cards(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Add one card for each term that the page marks."""
    marked = marked_terms(doctree)
    if not marked or app.builder.format != "html":
        return
    address = app.builder.get_relative_uri(page, PAGE)
    template = templates().get_template("reference/gloss.html")
    cards = template.render(terms=marked.values(), glossary=address, edition=EDITION)
    last = doctree.children[-1]
    home = last if isinstance(last, nodes.section) else doctree
    home.append(nodes.raw("", cards, format="html"))


def open_foreign(writer: Any, node: Foreign) -> None:
    """Start words in another language."""
    writer.body.append(f'<span lang="{node["lang"]}">')


def close_foreign(writer: Any, node: Foreign) -> None:
    """End words in another language."""
    writer.body.append("</span>")


def open_marked(writer: Any, node: Marked) -> None:
    """Start a term: a link to the glossary, which the page's script makes open its card."""
    address = writer.builder.get_relative_uri(writer.builder.current_docname, PAGE)
    name = node["gloss"]
    writer.body.append(f'<a class="gloss" href="{address}#{name}" data-gloss="gloss-{name}">')


def close_marked(writer: Any, node: Marked) -> None:
    """End a term."""
    writer.body.append("</a>")
