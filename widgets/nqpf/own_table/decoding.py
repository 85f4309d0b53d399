"""In which encoding a file is that somebody else's program wrote."""

from __future__ import annotations

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LOOKED_AT = 2000
"""How many bytes tell whether a file without a mark is UTF-16."""
RARELY = 0.02
"""The part of letters that are line ends, digits or commas in the longest of prose."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a file, and the encoding that it most likely has.

    What no encoding explains is read as ``cp1252``, with ``\\ufffd`` where nothing stands for it.

    >>> decoded("李雷,Zoë".encode("gb18030")), decoded("Müller;Zoë".encode("cp1252"))
    (('李雷,Zoë', 'gb18030'), ('Müller;Zoë', 'cp1252'))
    """
    marked = [encoding for mark, encoding in BOMS.items() if data.startswith(mark)]
    encoding = marked[0] if marked else _unmarked(data)
    return data.decode(encoding, "replace"), encoding


def _unmarked(data: bytes) -> str:
    for encoding, other in (("utf-16-le", "utf-16-be"), ("utf-16-be", "utf-16-le")):
        plain = _plain_letters(data, encoding)
        least = RARELY * len(data[:LOOKED_AT]) / 2
        if plain > max(least, 3 * _plain_letters(data, other)):
            return encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_chinese(text):
            return encoding
    return "cp1252"


def _plain_letters(data: bytes, encoding: str) -> int:
    """Return how many line ends, digits and commas there are at the start.

    Chinese signs that are read in the wrong half of UTF-16 give letters; of these only the wide
    blank, which becomes a nought.
    """
    text = data[:LOOKED_AT].decode(encoding, "replace")
    return sum("\0" < letter < "A" for letter in text)


def _is_chinese(text: str) -> bool:
    """Return whether most of what is not plain is in usual use.

    Western letters that are taken for Chinese give signs that nobody writes.
    """
    foreign = [letter for letter in text if ord(letter) > 127]
    return sum(map(_is_usual, foreign)) > len(foreign) / 2


def _is_usual(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
