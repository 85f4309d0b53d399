"""Emphasis beside Chinese characters, which Markdown's rule for words with spaces does not read.

CommonMark takes ``**`` after a stop or a tag for a closing sign only before a space or another
stop: in ``**词。**后`` and in ``**<output>3</output>**年`` the stars would stay. Here a Chinese
character beside them counts as a stop does, as the amendment "CJK-friendly emphasis" has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docutils import nodes
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline

if TYPE_CHECKING:
    from sphinx.application import Sphinx

COMMONMARK = StateInline.scanDelims
"""The rule of CommonMark, by which notebook programs go."""
PASSAGE = re.compile(
    r"<em>(?=[^<]*[\u4e00-\u9fff])(?![\u4e00-\u9fff]+</em>)|(?<=“)<em>(?=[\u4e00-\u9fff]+</em>”)"
)
"""Where emphasis begins that has Chinese characters and anything else, or is a title in quotes."""
CHARACTER = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


def beside_characters(state: StateInline, start: int, can_split_word: bool) -> Scanned:
    """Return whether a run of signs can open and close emphasis, and how long it is."""
    marker = state.src[start]
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[start - 1] if start > 0 else " "
    after = state.src[end] if end < state.posMax else " "
    opens = not isWhiteSpace(ord(after)) and (not is_stop(after) or parts(before))
    closes = not isWhiteSpace(ord(before)) and (not is_stop(before) or parts(after))
    if can_split_word:
        return Scanned(opens, closes, end - start)
    can_open = opens and (not closes or is_stop(before))
    return Scanned(can_open, closes and (not opens or is_stop(after)), end - start)


def is_stop(letter: str) -> bool:
    """Return whether a letter is punctuation."""
    return isMdAsciiPunct(ord(letter)) or isPunctChar(letter)


def parts(letter: str) -> bool:
    """Return whether a word ends beside this letter."""
    return isWhiteSpace(ord(letter)) or is_stop(letter) or bool(CHARACTER.match(letter))


def mark_lines_below(app: Sphinx, doctree: nodes.document) -> None:
    """Name a paragraph that is all emphasis: it says what stands above it and stresses nothing."""
    for paragraph in doctree.findall(nodes.paragraph):
        if [type(part) for part in paragraph.children] == [nodes.emphasis]:
            paragraph["classes"].append("line-below")


def mark_passages(html: str) -> str:
    """Return a page in which emphasis that stresses no characters is named a passage.

    A dot stands below each character that is stressed, never below a stop, a figure or a letter;
    and what stands in quotes is set off by these.

    >>> mark_passages("<em>能</em><em>（示意）</em>“<em>两个百分比</em>”")
    '<em>能</em><em class="passage">（示意）</em>“<em class="passage">两个百分比</em>”'
    """
    return PASSAGE.sub('<em class="passage">', html)


def read_beside_characters() -> None:
    """Let every Markdown parser of this process read emphasis so."""
    StateInline.scanDelims = beside_characters  # type: ignore[assignment,method-assign]


@contextmanager
def reading(rule: Callable[[StateInline, int, bool], Scanned]) -> Iterator[None]:
    """Let every Markdown parser of this process read emphasis by a rule as long as a block runs."""
    before = StateInline.scanDelims
    StateInline.scanDelims = rule  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        StateInline.scanDelims = before  # type: ignore[method-assign]
