"""The language of the search index: English words by their stems, Chinese by pairs of characters.

Chinese is written without blanks, and what a word is depends on whom one asks. A text holds what a
reader types if it holds all pairs of neighbouring characters; a single character is found too.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sphinx.search.en import SearchEnglish

HAN = re.compile(r"([\u3400-\u9fff]+)")


class EnglishAndChinese(SearchEnglish):
    """What Sphinx asks of a language: English as Sphinx knows it, and Chinese."""

    lang = "en_zh"
    language_name = "English and Chinese"

    def split(self, input: str) -> list[str]:
        """Return the words of a text, and of Chinese each character and each pair of them."""
        words: list[str] = []
        for run in HAN.split(input):
            words += characters_and_pairs(run) if HAN.match(run) else super().split(run)
        return words


def characters_and_pairs(run: str) -> list[str]:
    """Return each character and each pair of neighbours.

    >>> characters_and_pairs("生产力")
    ['生', '产', '力', '生产', '产力']
    """
    return [*run, *("".join(pair) for pair in pairwise(run))]
