"""The language of the search index: English words by their stems, Chinese cut into words."""

from __future__ import annotations

import functools
import logging
import re
import warnings
from collections.abc import Iterable
from typing import Any

from sphinx.search.en import SearchEnglish

HAN = re.compile(r"([\u3400-\u9fff]+)")


class EnglishAndChinese(SearchEnglish):
    """What Sphinx asks of a language: English as Sphinx knows it, and Chinese through jieba."""

    lang = "en_zh"
    language_name = "English and Chinese"

    def split(self, input: str) -> list[str]:
        """Return the words of a text; a long Chinese word also gives the words inside it."""
        words: list[str] = []
        for run in HAN.split(input):
            words += chinese().lcut_for_search(run) if HAN.match(run) else super().split(run)
        return words


@functools.cache
def chinese() -> Any:
    """Return jieba, quiet, and with its dictionary read."""
    with warnings.catch_warnings():
        # Its sources hold escapes that newer Pythons warn of.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return jieba


def learn(words: Iterable[str]) -> None:
    """Let Chinese be cut so that these stay whole."""
    for word in words:
        chinese().add_word(word)
