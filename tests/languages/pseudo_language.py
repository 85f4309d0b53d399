"""Every message of the book "translated" by machine into characters that mean nothing.

Whatever a page of such an edition still says in Latin letters came past the catalogue. Roles,
placeholders, links, code, formulas and numbers stay as a translator has to keep them.
"""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

from nqpf.site.reference.glossary import terms
from nqpf.site.translating import extract
from nqpf.site.translating.faults import id_of

KEPT = re.compile(
    r"(\{gloss\}`[^`]+`|\{zh\}`[^`]+`|\{[a-z:]+\}`[^`]+`|`[^`]+`|\$[^$]+\$|</?[a-zA-Z][^<>]*>"
    r"|\{\w+\}|\{\.[a-z-]+\}|\]\([^)\s]+\)|\]\(|https?://\S+|[\d.,]*\d)"
)
FIRST, SPAN = 0x6000, 0x1000
"""A word becomes one of so many characters, so that texts of as many words are not alike."""
WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
STOPS = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"})
STOP_INSIDE_STARS = re.compile(r"([.,;:?!。，；：？！]+)(\*+)(?=\W|$)")


def pseudo(english: str) -> str:
    """Return a text of characters with all that a translation keeps.

    >>> pseudo("On 3 {gloss}`tools` he *can*, says {cite:t}`a2024`.")
    '浪3{gloss}`劳动资料 <means-of-labour>`暇*櫒*，捀{cite:t}`a2024`。'
    """
    english = STOP_INSIDE_STARS.sub(r"\2\1", english)
    pieces = KEPT.split(english)
    made = [kept(piece) if place % 2 else words(piece) for place, piece in enumerate(pieces)]
    text = "".join(made)
    text = re.sub(
        r"(?<=[\u3000-\u9fff\uff00-\uffef*`}0-9]) +(?=[\u3000-\u9fff\uff00-\uffef*{`0-9])", "", text
    )
    return text or "字"


def kept(piece: str) -> str:
    """Return a piece that stays; terms take the glossary's word and their id."""
    if piece.startswith("{gloss}"):
        name = id_of(piece[len("{gloss}`") : -1])
        return f"{{gloss}}`{terms()[name].chinese} <{name}>`"
    return piece[len("{zh}`") : -1] if piece.startswith("{zh}") else piece


def words(piece: str) -> str:
    """Return words as characters, one a word, with full-width stops."""
    piece = WORD.sub(lambda match: chr(FIRST + crc32(match[0].encode()) % SPAN), piece)
    return re.sub(r"(?<=[\u6000-\u6fff])\.|\.(?=\s|$)", "。", piece.translate(STOPS))


def write(locale: Path, pages: tuple[str, ...]) -> None:
    """Write a whole locale below a folder: messages, and these pages marked as translated."""
    found = extract.catalogues()
    for catalogue in found.values():
        for message in catalogue:
            if message.id:
                one = message.id if isinstance(message.id, str) else message.id[-1]
                said = pseudo(str(one))
                message.string = said if isinstance(message.id, str) else (said,)
    folder = locale / "zh_CN"
    extract.write(folder / "LC_MESSAGES", found)
    listed = ", ".join(f'"{page}"' for page in pages)
    (folder / "translated.toml").write_text(f"pages = [{listed}]\n", encoding="utf-8")
    (folder / "names.toml").write_text("names = []\n", encoding="utf-8")
    (folder / "people.toml").write_text("", encoding="utf-8")
