"""How long a chapter takes to read, said under its title.

Words of the text are counted, not those of code, exercises and explorers, which are worked with
rather than read. A page is a chapter if its front matter says so.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from docutils import nodes

from nqpf.site.plan.chapters import number_of
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WORDS_A_MINUTE = 200
CHARACTERS_A_WORD = 2
"""A Chinese reader takes about 400 characters a minute."""
CHARACTER = re.compile(r"[\u3400-\u9fff，。；：、？！]")
STEP = 5
"""Minutes are rounded up to a multiple of this: a finer figure would promise too much."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Tell the reading time when a chapter has been read."""
    app.connect("doctree-resolved", tell_reading_time)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def tell_reading_time(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the reading time below the title of a chapter."""
    title = next(iter(doctree.findall(nodes.title)), None)
    if title is None or title.parent is None or "nqpf" not in app.env.metadata[page]:
        return
    words = _(
        "Chapter {number}. Reading time: about {minutes} minutes, and as long again for what you "
        "try."
    )
    said = words.format(number=number_of(page), minutes=minutes(doctree))
    line = nodes.paragraph("", said, classes=["reading-time"])
    title.parent.insert(title.parent.index(title) + 1, line)


def words_in(text: str) -> float:
    """Return how many words a text has, as far as reading takes time: of Chinese, characters count.

    >>> words_in("two words"), words_in("七个字的句子。")
    (2.0, 3.5)
    """
    characters = len(CHARACTER.findall(text))
    return len(CHARACTER.sub(" ", text).split()) + characters / CHARACTERS_A_WORD


def minutes(part: nodes.Element, *, step: int = STEP) -> int:
    """Return the minutes that the paragraphs of a page or a section take, in whole steps."""
    read = sum(words_in(text.astext()) for text in part.findall(nodes.paragraph))
    return step * math.ceil(read / WORDS_A_MINUTE / step)
