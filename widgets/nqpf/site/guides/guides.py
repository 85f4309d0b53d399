"""``{chapter-guides}`` and ``{syllabi}``: what who teaches needs of each chapter, and courses.

Nearly all of it is made from what chapters, explorers and exercises declare; the rest stands in
`guide.toml` beside each chapter. Both stand on the page before any script.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.exercises import Exercise, exercises
from nqpf.explorers import Explorer, explorer, explorers
from nqpf.places import ROOT
from nqpf.site.bank.bank import is_marked, kind_words
from nqpf.site.build.downloads import FOLDER as DOWNLOADS
from nqpf.site.edition.edition import AFTER_THE_NOTEBOOKS, day_of
from nqpf.site.exercise.sections import Section
from nqpf.site.explorer.uses import address_of
from nqpf.site.frame.reading_time import minutes
from nqpf.site.guides.document import document_name, write_document
from nqpf.site.guides.guide import Step, guide, guide_files, section
from nqpf.site.guides.mistakes import mistakes
from nqpf.site.guides.syllabi import FILE, Syllabus, markdown, syllabi, table
from nqpf.site.lecture.lecture import FOLDER, page_name
from nqpf.site.lecture.scenes import scenes
from nqpf.site.plan.chapters import written
from nqpf.site.take_along.citing import Place, chapter_place
from nqpf.site.templating import templates
from nqpf.version import version
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

GUIDES = '<div data-nqpf-guides=""></div>'
SYLLABI = '<div data-nqpf-syllabi=""></div>'


class Outcome(NamedTuple):
    """An objective, the lowest level at which it is asked, and the exercises that ask it."""

    objective: str
    level: int
    exercises: tuple[Exercise, ...]


class Kind(NamedTuple):
    """A kind of exercise: its name, its exercises, and their points."""

    name: str
    exercises: tuple[Exercise, ...]
    points: int


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page hold guides and syllabi, and fill them in when all chapters have been read."""
    app.add_directive("chapter-guides", Guides)
    app.add_directive("syllabi", Syllabi)
    app.connect("doctree-resolved", fill)
    app.connect("build-finished", write_documents, priority=AFTER_THE_NOTEBOOKS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Guides(SphinxDirective):
    """``{chapter-guides}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Leave the place; the page is read each time: all exercises and explorers are named."""
        self.env.note_reread()
        return [nodes.raw("", GUIDES, format="html")]


class Syllabi(SphinxDirective):
    """``{syllabi}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Leave the place, to be filled anew whenever a chapter or the weeks change."""
        for source in (
            FILE,
            *(ROOT / f"{page}.md" for page in written(self.env.found_docs).values()),
        ):
            self.env.note_dependency(str(source))
        return [nodes.raw("", SYLLABI, format="html")]


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Write guides and syllabi where a page leaves their marks."""
    made = {GUIDES: guides_html, SYLLABI: syllabi_html}
    for node in list(doctree.findall(nodes.raw)):
        if node.astext() in made:
            html = made[node.astext()](app.env, "../" * page.count("/"))
            node.replace_self(nodes.raw("", html, format="html"))


def guides_html(env: BuildEnvironment, root: str) -> str:
    """Return the guides of all chapters that have one, folded."""
    found = [one_guide(env, number, root) for number in guide_files()]
    return (
        templates()
        .get_template("guides/guides.html")
        .render(guides=found, kind_words=kind_words(), is_marked=is_marked, root=root)
    )


def syllabi_html(env: BuildEnvironment, root: str) -> str:
    """Return the syllabi, each with a button that copies it and a document to save."""
    reading = reading_minutes(env)
    texts = [
        (len(one.weeks), markdown(one, reading), f"{root}{place_of(one)}") for one in syllabi()
    ]
    return templates().get_template("guides/syllabi.html").render(syllabi=texts)


def reading_minutes(env: BuildEnvironment) -> dict[int, int]:
    """Return the minutes that each chapter takes to read, by its number."""
    pages = written(env.found_docs)
    return {number: minutes(env.get_doctree(page)) for number, page in pages.items()}


def place_of(one: Syllabus) -> str:
    """Return where the site has a syllabus as a document."""
    return f"{DOWNLOADS}/{document_name(len(one.weeks))}"


def write_documents(app: Sphinx, exception: Exception | None) -> None:
    """Write each syllabus as a document, beside what else can be taken along."""
    if exception is not None or app.builder.format != "html":
        return
    reading = reading_minutes(app.env)
    day, config = day_of(version()), app.config
    for one in syllabi():
        target = Path(app.outdir) / place_of(one)
        write_document(table(one, reading), target, config.author, day, config.html_baseurl)


def one_guide(env: BuildEnvironment, number: int, root: str) -> dict[str, Any]:
    """Return what the template shows of a chapter."""
    place = chapter_place(number)
    own = published(number)
    declared = guide(number)
    return {
        "place": place,
        "guide": declared,
        "lecture": f"{root}{FOLDER}/{page_name(number)}",
        "outcomes": outcomes(own),
        "concepts": concepts(number),
        "before": before(own),
        "sections": sections(env, place),
        "explorers": [(one, address_of(one.slug, root)) for one in explorers_of(number)],
        "kinds": kinds(own),
        "mistakes": [(one, shown) for one in own if (shown := mistakes(one))],
        "steps": [(one, *where(one, number, root)) for one in declared.steps],
        "data": data.describe(declared.project.data)["title"],
    }


def published(number: int) -> list[Exercise]:
    """Return the exercises of a chapter that readers see."""
    return [one for one in exercises().values() if one.is_published and one.chapter == number]


def explorers_of(number: int) -> list[Explorer]:
    """Return the explorers of a chapter."""
    return [one for one in explorers().values() if one.chapter == number]


def outcomes(own: Iterable[Exercise]) -> list[Outcome]:
    """Return the objectives that exercises check, the easiest first."""
    asked: dict[str, list[Exercise]] = {}
    for one in own:
        for objective in one.objectives:
            asked.setdefault(objective, []).append(one)
    found = [
        Outcome(text, min(o.difficulty for o in ones), tuple(ones)) for text, ones in asked.items()
    ]
    return sorted(found, key=lambda one: one.level)


def concepts(number: int) -> list[str]:
    """Return the concepts that the plan gives to a chapter."""
    return [row["term"] for row in data.rows("concepts") if row["chapter"] == number]


def before(own: Iterable[Exercise]) -> list[Place]:
    """Return the chapters on whose concepts the exercises call again, in the book's order."""
    taught = {row["concept_id"]: row["chapter"] for row in data.rows("concepts")}
    ones = list(own)
    called = {taught[concept] for one in ones for concept in one.revisits}
    return [chapter_place(number) for number in sorted(called - {one.chapter for one in ones})]


def sections(env: BuildEnvironment, place: Place) -> list[tuple[Section, int]]:
    """Return the sections of a chapter with the minutes that each takes to read."""
    doctree = env.get_doctree(place.address.removesuffix(".html"))
    [whole] = [one for one in doctree.children if isinstance(one, nodes.section)]
    parts = [one for one in whole.children if isinstance(one, nodes.section)]
    timed = [(one, minutes(one, step=1)) for one in parts]
    return [
        (section(place.number, next(one.findall(nodes.title)).astext()), taken)
        for one, taken in timed
        if taken
    ]


def kinds(own: Iterable[Exercise]) -> list[Kind]:
    """Return exercises by kind, in the order in which lecturers choose among kinds."""
    order = list(kind_words())
    ones = sorted(own, key=lambda one: order.index(one.kind))
    found = [(kind, tuple(group)) for kind, group in groupby(ones, key=lambda one: one.kind)]
    return [Kind(kind, group, sum(one.points for one in group)) for kind, group in found]


def where(step: Step, number: int, root: str) -> tuple[str, str]:
    """Return the words and the address of the place that a step names."""
    chapter = f"{root}{chapter_place(number).address}"
    if step.place == "section":
        return step.name, section(number, step.name).address(root)
    if step.place == "exercise":
        return exercises()[step.name].title, f"{chapter}#exercise-{step.name}"
    title = explorer(step.name).title
    if step.place == "explorer":
        return title, address_of(step.name, root)
    first = next(n for n, one in enumerate(scenes(number), 1) if one.explorer.slug == step.name)
    words = _("scene {number}: {title}").format(number=first, title=title)
    return words, f"{root}{FOLDER}/{page_name(number)}#scene-{first}"
