"""The language of the search index: English words by their stems, Chinese by pairs of characters.

Chinese is written without blanks, and what a word is depends on whom one asks. A text holds what a
reader types if it holds all pairs of neighbouring characters; a single character is found too.
English is spelt in one way, in the index and by the page's script in what a reader types, so that
"analyze" finds "analysis" and "labor" in the title of a paper is found by "labour".
"""

from __future__ import annotations

import re
from itertools import pairwise

from sphinx.search.en import SearchEnglish

HAN = re.compile(r"([\u3400-\u9fff]+)")
SPELLINGS = (
    (r"\b(lab|fav|behavi|neighb|endeav|harb|col|hon)or(?!at)", r"\1our"),
    (r"(\w{3,})iz(e[drs]?|ers|ing|ations?)\b", r"\1is\2"),
    (r"yz(e[drs]?|ers|ing)\b", r"ys\1"),
    (r"\banaly(sis|ses|tics?|tical)\b", "analyse"),
    (r"\b(cent|fib|theat|kilomet|lit)er(s?)\b", r"\1re\2"),
    (r"\bcenter(ed|ing)\b", r"centr\1"),
    (r"\bprogram(s?)\b", r"programme\1"),
    (r"\b(catalog|dialog|analog)(s?)\b", r"\1ue\2"),
    (r"\b(def|off|lic)ense", r"\1ence"),
    (r"\bag(ing|eing)\b", "ageing"),
    (r"\baluminum\b", "aluminium"),
    (r"\b(judg|acknowledg)ement", r"\1ment"),
    # Here the form without a second letter has the stem of the verb: modelling, as model.
    (r"\b(model|travel|label|level|fuel|channel|signal|cancel)l(ing|ed|ers?)\b", r"\1\2"),
)
"""Endings of words and what stands for them, as Python and JavaScript understand them alike."""


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

    def stem(self, word: str) -> str:
        """Return the stem of a word in the spelling of the index."""
        return super().stem(spelt(word))


def spelt(word: str) -> str:
    """Return a word in lower case in the one spelling of the index.

    >>> [spelt(word) for word in ("Analyze", "analysis", "laboratory", "sizes", "modelling")]
    ['analyse', 'analyse', 'laboratory', 'sizes', 'modeling']
    """
    lower = word.lower()
    for found, put in SPELLINGS:
        lower = re.sub(found, put, lower)
    return lower


def characters_and_pairs(run: str) -> list[str]:
    """Return each character and each pair of neighbours.

    >>> characters_and_pairs("生产力")
    ['生', '产', '力', '生产', '产力']
    """
    return [*run, *("".join(pair) for pair in pairwise(run))]
