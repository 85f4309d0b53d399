"""Whether a text and its translation name the same numbers, each written as its language does.

English has 1.2 million, 23 December, the 1990s and 2000–07; Chinese 120万, 12月23日, 20世纪90年代
and 2000—2007. A number that English writes in words may be written in digits, and a small one the
other way round.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from nqpf.numbers import LARGE, LARGE_IN_CHINESE

MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
]
ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
]
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
WORDS = {
    **{word: number for number, word in enumerate(ONES)},
    **TENS,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "half": 50,
    "halves": 50,
    "quarter": 25,
    "once": 1,
    "twice": 2,
    "doubles": 2,
    "double": 2,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "tenth": 10,
    "fifths": 5,
    "thirds": 3,
    "quarters": 4,
    "tenths": 10,
}
DIGITS = "零一二三四五六七八九十"

NUMBER = r"(?<![\w.])\d[\d,]*(?:\.\d+)?"
IN_ENGLISH = re.compile(rf"({NUMBER})(?:[ -](thousand|million|billion|trillion))?")
IN_CHINESE = re.compile(
    r"(?<![A-Za-z_.\d])(\d[\d,]*(?:\.\d+)?)\s*(万亿|百万|亿|万|千(?![克米瓦]))?"
)
SHORT_RANGE = re.compile(r"(?<!\d)(\d\d)(\d\d)([–—-])(\d\d)(?![\d-])")
DECADE = re.compile(r"(?<!\d)(\d\d)(\d)0s\b")
DECADE_IN_CHINESE = re.compile(r"(\d\d)世纪(\d)0年代")
WORD = re.compile(r"[A-Za-z]+")
IN_A_NAME = re.compile(r"(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?(?=届|个五年规划)")
"""Sessions and plans, which their own texts number in characters: 二十届, 第十五个五年规划."""
HALF_OF_ONE = re.compile(r"half a per ?cent", re.IGNORECASE)
LENGTH = re.compile(r"(?:(\d+) to )?(\d+) words\b")
CHARACTERS_A_WORD = 5 / 3
"""A text of so many words in English has so many times as many characters in Chinese."""


def unlike_numbers(english: str, chinese: str) -> Iterator[str]:
    """Yield what is wrong with the numbers of a translation, each as a sentence.

    >>> list(unlike_numbers("on 23 December 2023, 1.2 million", "2023年12月23日，120万"))
    []
    >>> list(unlike_numbers("40% of five", "60%的五个"))[0]
    'The number 40 is missing: write it as the English does.'
    >>> list(unlike_numbers("In 60 to 120 words", "用100至200字"))
    []
    >>> list(unlike_numbers("the 15th Plan falls by half a per cent", "第十五个五年规划下降0.5%"))
    []
    >>> list(unlike_numbers("the 20th Committee", "十二届委员会"))[0]
    'The number 20 is missing: write it as the English does.'
    """
    english, chinese = whole_years(in_characters(english)), whole_years(chinese)
    here, there = in_english(english), in_chinese(chinese)
    small = {float(place) for place, digit in enumerate(DIGITS) if digit in chinese}
    small |= {2.0} if re.search("两|双", chinese) else set()
    small |= in_names(chinese)
    worded = said_in_words(english)
    for number in here - there:
        if number not in small:
            yield f"The number {number:g} is missing: write it as the English does."
    for number in there - here:
        if number not in worded:
            yield f"The number {number:g} is not in the English: compare the two."


def whole_years(text: str) -> str:
    """Return a text whose ranges of years have both years in full.

    >>> whole_years("2000–07 and the 1990s, 20世纪90年代")
    '2000–2007 and the 1990, 1990'
    """
    text = SHORT_RANGE.sub(r"\1\2\3\1\4", text)
    text = DECADE.sub(r"\g<1>\g<2>0", text)
    return DECADE_IN_CHINESE.sub(lambda m: f"{int(m[1]) - 1}{m[2]}0", text)


def in_characters(text: str) -> str:
    """Return a text in which a length in words is one in Chinese characters.

    >>> in_characters("In 60 to 120 words, or in 150 words")
    'In 100 to 200 words, or in 250 words'
    """

    def longer(found: re.Match[str]) -> str:
        low, high = (
            str(round(int(one) * CHARACTERS_A_WORD)) if one else "" for one in found.groups()
        )
        return f"{low} to {high} words" if low else f"{high} words"

    return LENGTH.sub(longer, text)


def in_english(text: str) -> Counter[float]:
    """Return the numbers that an English text has in digits."""
    return Counter(
        value(digits) * LARGE.get(word or "", 1.0) for digits, word in IN_ENGLISH.findall(text)
    )


def in_chinese(text: str) -> Counter[float]:
    """Return the numbers that a Chinese text has in digits."""
    return Counter(
        value(digits) * LARGE_IN_CHINESE.get(word or "", 1.0)
        for digits, word in IN_CHINESE.findall(text)
    )


def in_names(text: str) -> set[float]:
    """Return the numbers of sessions and plans that a Chinese text writes in characters.

    >>> sorted(in_names("二十届三中全会，第十五个五年规划"))
    [15.0, 20.0]
    """
    return {
        float((DIGITS.index(tens or "一") if ten else 0) * 10 + DIGITS.index(ones or "零"))
        for tens, ten, ones in IN_A_NAME.findall(text)
        if ten or ones
    }


def value(digits: str) -> float:
    """Return the value of digits with commas."""
    return float(digits.replace(",", ""))


def said_in_words(text: str) -> set[float]:
    """Return the numbers that an English text names in words, months among them."""
    words = [word.lower() for word in WORD.findall(text)]
    found = {float(WORDS[word]) for word in words if word in WORDS}
    found |= {float(MONTHS.index(word) + 1) for word in words if word in MONTHS}
    found |= {
        float(WORDS[tens] + WORDS[ones])
        for tens, ones in itertools.pairwise(words)
        if tens in {*TENS, "twenty", "ninety"} and ones in ONES[1:10]
    }
    found |= {0.5} if HALF_OF_ONE.search(text) else set()
    return found | {number * 1e2 for number in found} | {100.0, 1.0}
