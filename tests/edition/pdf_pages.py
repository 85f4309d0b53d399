"""What a reader's program finds in a PDF: bookmarks, words, and what its tags name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from pypdf import PdfReader


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Return depth, words and page of every bookmark."""

    def walk(entries: list[Any], depth: int) -> list[tuple[int, str, int]]:
        found = []
        for one in entries:
            if isinstance(one, list):
                found += walk(one, depth + 1)
            else:
                page = reader.get_destination_page_number(one)
                assert page is not None
                found.append((depth, flat(str(one.title)), page + 1))
        return found

    return walk(reader.outline, 0)


def flat(text: str) -> str:
    """Return a text without spaces, and without the hyphens of lines that end within a word."""
    return re.sub(r"[\s\u00ad]+", "", text)


def tags(reader: PdfReader) -> Counter[str]:
    """Return how many elements of each kind the tags name."""
    every = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return Counter(
        str(one["/S"]) for one in every
        if isinstance(one, dict) and one.get("/Type") == "/StructElem"
    )  # fmt: skip
