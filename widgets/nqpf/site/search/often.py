"""How often the pages that are read have a word, for their length: by this they stand in order.

Sphinx's index knows that a page has a word and not how often, so that of twenty chapters with
"patent" the one on patents was as good as any. Data pages are looked up in by their names; of them
nothing is counted, which keeps the list small.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from string import ascii_lowercase, digits

from nqpf.site.search.language import HAN, EnglishAndChinese

READ = re.compile(r"^chapters/(?:part\d/ch\d+|index|how-this-book-argues|with-the-two-texts)$")
"""Pages that are read from beginning to end."""
SELDOM = 2
"""A word counts on a page from this number of times on."""
SHORTEST = 2_000
"""Words that every page is taken to have more: a word of a short page says less."""
SIGNS = digits + ascii_lowercase
"""What stands for a page, and for how often: one sign each, the last for the page with most."""
LITTLE = len(SIGNS) // 6
"""A page that has less of a word than this is left out."""
SHOWN = re.compile(r"<article.*?</article>", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|svg|math)\b.*?</\1>|<[^>]*>", re.DOTALL)


def often(htmls: Iterable[str]) -> str:
    """Return a line for each stem: pages in the order given, each with how often it has the stem.

    >>> page = "<article>{}</article>".format
    >>> often([page("Long patent. " * 4), page("Patents, firms. " * 8), page("Firms. " * 5)])
    'firm 1z2m\\nlong 0z\\npatent 0i1z'
    """
    found: dict[str, dict[int, float]] = defaultdict(dict)
    language = EnglishAndChinese({})
    stem_of = cache(language.stem)
    for number, html in enumerate(htmls):
        words = list(_words(html, language))
        counts: Counter[str] = Counter()
        for word, times in Counter(words).items():
            if language.word_filter(word):
                counts[stem_of(word)] += times
        for stem, times in counts.items():
            if times >= SELDOM:
                found[stem][number] = times / (len(words) + SHORTEST)
    return "\n".join(f"{stem} {''.join(_signs(found[stem]))}" for stem in sorted(found))


def _signs(shares: dict[int, float]) -> Iterator[str]:
    """Yield two signs for each page that has a word: which one, and how often beside the most."""
    most = max(shares.values())
    for number, share in shares.items():
        level = round(share / most * (len(SIGNS) - 1))
        if level >= LITTLE:
            yield SIGNS[number] + SIGNS[level]


def _words(html: str, language: EnglishAndChinese) -> Iterator[str]:
    """Yield the words of a page's text in lower case, of Chinese the pairs only."""
    shown = SHOWN.search(html)
    text = unescape(UNSEEN.sub(" ", shown[0])) if shown else ""
    for word in language.split(text.lower()):
        if not word.isdigit() and not (len(word) == 1 and HAN.match(word)):
            yield word
