"""A page for each chapter on which its scenes are played full screen, and from which they print.

The page is whole before any script: the scenes stand in a list, each with its chart as drawn for
its answer. The script plays them with the live explorers, one step at a time.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf.explorers.core.compiled import PHONE, compiled
from nqpf.explorers.core.declaration import signal_of
from nqpf.explorers.core.parts import Value, gap_of, number
from nqpf.site.build.stills import draw
from nqpf.site.explorer.html import figure
from nqpf.site.keep.keep import shared_words
from nqpf.site.lecture.scenes import Scene, scenes, scenes_files
from nqpf.site.take_along.citing import book, chapter_place
from nqpf.site.templating import json_for_script, templates
from nqpf.whole import keep_only
from nqpf.words import TAG, _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "lecture"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add ``{scenes}``, and write the pages when all others are there."""
    app.add_directive("scenes", ScenesDirective)
    app.connect("build-finished", write_lectures)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def page_name(number: int) -> str:
    """Return the name of the page on which a chapter's scenes are.

    >>> page_name(2)
    'ch02.html'
    """
    return f"ch{number:02d}.html"


class ScenesDirective(SphinxDirective):
    """``{scenes}``: the chapters that have scenes, each a link to its page."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        root = "../" * self.env.docname.count("/")
        listed = nodes.bullet_list()
        for chapter, file in scenes_files().items():
            self.env.note_dependency(str(file))
            title = chapter_place(chapter).title
            words = _("Chapter {number}: {title}").format(number=chapter, title=title)
            link = nodes.reference("", words, refuri=f"{root}{FOLDER}/{page_name(chapter)}")
            listed += nodes.list_item("", nodes.paragraph("", "", link))
        return [listed]


def write_lectures(app: Sphinx, exception: Exception | None) -> None:
    """Write the page of each chapter that has scenes."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(exist_ok=True)
    chapters = scenes_files()
    keep_only(folder, map(page_name, chapters))
    for chapter in chapters:
        (folder / page_name(chapter)).write_text(lecture(chapter), encoding="utf-8")


def lecture(chapter: int) -> str:
    """Return the page on which a chapter's scenes are played."""
    listed = scenes(chapter)
    slugs = dict.fromkeys(one.explorer.slug for one in listed)
    template = templates().get_template("lecture/lecture.html")
    place = chapter_place(chapter)
    return template.render(
        title=_("Scenes for chapter {number}: {title}").format(**place._asdict()),
        question=_(
            "Questions for a show of hands on “{title}”, with the explorers that answer them."
        ).format(title=place.title),
        scenes=[(one, Markup(still(one))) for one in listed],
        figures=[shared_words(), *(figure(slug, "../", scene=True) for slug in slugs)],
        plan=Markup(json_for_script([scene_plan(one) for one in listed])),
        place=place,
        book=book(),
        language=TAG,
        root="../",
    )


def still(one: Scene) -> str:
    """Return a scene's chart as it stands with the answer, as SVG."""
    return svg_at(one.explorer.slug, tuple(one.answered_at.items()))


@functools.cache
def svg_at(slug: str, setting: tuple[tuple[str, float], ...]) -> str:
    """Return an explorer's chart at a setting, drawn for a narrow place."""
    signals = {signal_of(name): value for name, value in setting}
    job = {"specification": compiled(slug).vega, "signals": signals, "width": PHONE}
    return draw([job])[0].svg


def scene_plan(one: Scene) -> dict[str, Any]:
    """Return what the page's script needs to know of a scene."""
    told: dict[str, Any] = {
        "explorer": one.explorer.slug,
        "asked": dict(one.asked_at),
        "answered": dict(one.answered_at),
        "covered": one.covered,
        "draws": one.explorer.sketch is not None,
        "right": one.right,
        "words": {
            "less": _("The class guessed {guess}. The answer is {value}: {gap} less."),
            "more": _("The class guessed {guess}. The answer is {value}: {gap} more."),
            "same": _("The class guessed {guess}, and that is the answer."),
            "hands": _("Of {all} hands {right} were right."),
            "unreadable": _("“{text}” is not a number: write one, or leave the field empty."),
        },
    }
    return told | (guess_plan(one.guess) if one.guess else {})


def guess_plan(guess: Value) -> dict[str, Any]:
    """Return how a number that the class guesses is read and compared."""
    return {
        "value": number(guess.value),
        "form": guess.form.as_json(),
        "gap": gap_of(guess.form).as_json(),
    }
