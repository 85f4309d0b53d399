"""What is wrong with a translation: told apart by what would break, and by what would mislead.

Each fault is a sentence that says what to do. English and Chinese are compared by what both must
have: placeholders, roles, links, code, formulas, numbers, emphasis, paragraphs, terms.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from markdown_it import MarkdownIt

from nqpf.places import ROOT
from nqpf.site.reference.glossary import UnknownTerm, term, terms
from nqpf.site.translating.counting import unlike_numbers
from nqpf.site.translating.names import LATIN_WORD, QUOTED, unnamed

OTHER_WORDS = ROOT / "locale" / "zh_CN" / "terms.toml"
AVOIDED = ROOT / "locale" / "zh_CN" / "avoided.toml"
ROLE = re.compile(r"\{([a-z:]+)\}`([^`]+)`")
POINTED = re.compile(r"(.*?)\s*<([^<>]+)>", re.DOTALL)
PLACEHOLDER = re.compile(r"\{(\w+)(?::[^{}`]*)?\}(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ATTRIBUTES = re.compile(r"\{\.[a-z-]+\}")
CODE = re.compile(r"(?<!\})`[^`]+`")
MATHS = re.compile(r"\$[^$]+\$")
LIST_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s", re.MULTILINE)

WEB = re.compile(r"https?://[\w./:%?#=-]+")

TAKEN_OUT = "\N{ASTERISM}"
HAN = "\u3400-\u9fff"
SPLIT_LINE = re.compile(rf"[{HAN}，、；：。]\n[{HAN}]")
HALF_WIDTH = re.compile(rf"[{HAN}][,;:!?](?![A-Za-z0-9])|[{HAN}]\(|\)[{HAN}]|[{HAN}]\.(?:\s|$)")
SPACED = re.compile(rf"[{HAN}，。；：] +[{HAN}，。；：]")
CALL = re.compile(r"\w+\([^()]*\)|(?<!\w)--?[a-z-]+|\.[a-z]{2,6}\b")
"""Code, options and endings of files that are not marked as code."""
COUNTED_AS_IN_ENGLISH = re.compile("(?:十亿|百万)(?:[元吨人台件]|美元|欧元)")
STRAIGHT_QUOTES = re.compile(rf"\"[^\"\n]*[{HAN}][^\"\n]*\"")
COPIED_ROLES = ("glue:text", "cite", "cite:p", "cite:t", "chapter", "math", "explorer")

Fault = str
Check = Callable[[str, str], Iterator[Fault]]


def faults(english: str, chinese: str) -> list[Fault]:
    """Return what is wrong with a translation, each as a sentence that says what to do."""
    return [fault for check in CHECKS for fault in check(english, chinese)]


def different(what: str, here: Iterable[str], there: Iterable[str]) -> Iterator[Fault]:
    """Yield what one side has and the other has not; order is free."""
    english, chinese = Counter(here), Counter(there)
    for lacking in english - chinese:
        yield f"{what} {lacking} is missing: put it in as it stands in English."
    for added in chinese - english:
        yield f"{what} {added} is not in the English: take it out, or mend its spelling."


def placeholders(english: str, chinese: str) -> Iterator[Fault]:
    """Yield placeholders that only one side has."""
    yield from different("The placeholder", *(named(text) for text in (english, chinese)))


def named(text: str) -> list[str]:
    """Return the placeholders of a text outside of formulas and code.

    >>> named("{a} is `{b}` or $x_{c}$, by {gloss}`tools`")
    ['{a}']
    """
    bare = MATHS.sub("", CODE.sub("", ROLE.sub("", text)))
    return [f"{{{name}}}" for name in PLACEHOLDER.findall(bare)]


def roles(english: str, chinese: str) -> Iterator[Fault]:
    """Yield roles that only one side has; a marked term may stand in other words."""
    yield from different("The role", *(copied(text) for text in (english, chinese)))
    yield from different("The term", *(marked(text) for text in (english, chinese)))
    for name, content in ROLE.findall(chinese):
        if name == "gloss":
            yield from unmarked(content)


def copied(text: str) -> list[str]:
    """Return the roles of a text that stand the same in every language."""
    return [f"{{{name}}}`{what}`" for name, what in ROLE.findall(text) if name in COPIED_ROLES]


def marked(text: str) -> list[str]:
    """Return the terms that a text marks, by their ids.

    >>> marked("{gloss}`tools <means-of-labour>`"), marked("{gloss}`three highs`")
    (['{gloss} … <means-of-labour>'], ['{gloss} … <three-highs>'])
    """
    return [f"{{gloss}} … <{id_of(what)}>" for name, what in ROLE.findall(text) if name == "gloss"]


def id_of(content: str) -> str:
    """Return the id of a marked term, or what stands for it if there is no such term."""
    pointed = POINTED.fullmatch(content)
    target = pointed[2] if pointed else content
    try:
        return term(target).id
    except UnknownTerm:
        return target


def unmarked(content: str) -> Iterator[Fault]:
    """Yield what keeps a marked term from being found, or from being the book's word for it."""
    pointed = POINTED.fullmatch(content)
    if pointed is None:
        yield f"Write {{gloss}}`{content} <id>`, with the term's id in angle brackets."
        return
    words, name = pointed.groups()
    if name not in terms():
        yield f"There is no term {name}: copy the id from data/glossary.yml."
    elif not is_term(words, name):
        known = terms()[name].chinese
        yield f"The book's word for {name} is {known}: use it in “{words}”."


def is_term(words: str, name: str) -> bool:
    """Return whether Chinese words are, hold or shorten the book's word for a term."""
    return holds(words, name) or (len(words) > 1 and words in terms()[name].chinese)


def holds(text: str, name: str) -> bool:
    """Return whether a Chinese text has the book's word for a term, or another that it may use."""
    known = [terms()[name].chinese, *other_words().get(name, ())]
    return any(all(part in text for part in one.split("、")) for one in known)


@functools.cache
def other_words() -> dict[str, list[str]]:
    """Return the other words that a Chinese text may use, by the term's id."""
    found: dict[str, list[str]] = tomllib.loads(OTHER_WORDS.read_text(encoding="utf-8"))
    return found


@functools.cache
def distinctive() -> dict[str, re.Pattern[str]]:
    """Return the terms of two words and more, which mean nothing else, longest first."""
    several = [one for one in terms().values() if " " in one.term]
    return {
        one.id: re.compile(rf"\b{re.escape(one.term)}s?\b", re.IGNORECASE)
        for one in sorted(several, key=lambda one: -len(one.term))
    }


def mentioned(english: str, chinese: str) -> Iterator[Fault]:
    """Yield terms that English names and Chinese does not by the book's word."""
    # What is marked is looked at by its mark.
    rest, said = ROLE.sub("", english), ROLE.sub(r"\2", chinese)
    for name, pattern in distinctive().items():
        if pattern.search(rest):
            rest = pattern.sub("", rest)
            if not holds(said, name):
                yield f"“{terms()[name].term}” is {terms()[name].chinese} in this book: use it."


@functools.cache
def avoided_words() -> dict[str, str]:
    """Return the words that other books have for a term and this one has not, with its id."""
    found: dict[str, str] = tomllib.loads(AVOIDED.read_text(encoding="utf-8"))
    return found


def avoided(english: str, chinese: str) -> Iterator[Fault]:
    """Yield second names of a term, under which nobody would find it."""
    for word, name in avoided_words().items():
        if word in chinese:
            yield f"The book's word for {name} is {terms()[name].chinese}: use it for “{word}”."


def links(english: str, chinese: str) -> Iterator[Fault]:
    """Yield links, tags, code and formulas that only one side has."""
    for what, pattern in (
        ("The link", LINK),
        ("The tag", TAG),
        ("The mark", ATTRIBUTES),
        ("The code", CODE),
        ("The formula", MATHS),
    ):
        bare = [ROLE.sub("", text) for text in (english, chinese)]
        yield from different(what, *(pattern.findall(text) for text in bare))


def emphasis(english: str, chinese: str) -> Iterator[Fault]:
    """Yield emphasis that is lost, as where a bracket or stop stands inside its stars."""
    parser = MarkdownIt()
    counts = []
    for text in (english, chinese):
        html = parser.render(PLACEHOLDER.sub("x", MATHS.sub("x", text)))
        counts.append((html.count("<strong>"), html.count("<em>")))
    if "*" in english + chinese and counts[0] != counts[1]:
        (strong, weak), (bold, slant) = counts
        yield (
            f"English has {strong} **strong** and {weak} *emphasised* parts, this has {bold} and "
            f"{slant}: give it as many. Punctuation belongs outside the stars, as in **词**："
        )


def shape(english: str, chinese: str) -> Iterator[Fault]:
    """Yield paragraphs and list items that are lost, and lines that break between characters."""
    if english.count("\n\n") != chinese.count("\n\n"):
        yield "The number of paragraphs differs: keep the empty lines of the English."
    if len(LIST_ITEM.findall(english)) != len(LIST_ITEM.findall(chinese)):
        yield "The number of list items differs: keep each - or 1. at the start of its line."
    if SPLIT_LINE.search(chinese):
        yield "A line breaks between two characters, which shows as a gap: write it in one line."
    if "\n" not in english and "\n" in chinese:
        yield "The English is one line: write this in one line."
    for end in (str.lstrip, str.rstrip):
        if (english == end(english)) and (chinese != end(chinese)):
            yield "There is a space at an end that the English has not: take it out."


def typography(english: str, chinese: str) -> Iterator[Fault]:
    """Yield punctuation that is not Chinese, and gaps between characters."""
    bare = bare_words(chinese)
    if found := HALF_WIDTH.search(bare):
        yield f"“{found[0]}” has half-width punctuation: write ，；：！？（）。"
    if found := SPACED.search(bare):
        yield f"“{found[0]}” has a space between characters: take it out."
    if found := STRAIGHT_QUOTES.search(bare):
        yield f"{found[0]}: write “ and ” round Chinese words."


def bare_words(text: str) -> str:
    """Return a text without roles, placeholders, links, tags, code and formulas."""
    for pattern in (ROLE, MATHS, CODE, TAG, PLACEHOLDER, ATTRIBUTES, WEB):
        text = pattern.sub(TAKEN_OUT, text)
    return LINK.sub("]", text).replace("*", "")


def left_in_english(english: str, chinese: str) -> Iterator[Fault]:
    """Yield words of English that are no name: names begin with a capital and are in both."""
    there, bare = set(LATIN_WORD.findall(english)), bare_words(chinese)
    # A word that begins a sentence or a title in English is quoted as it is spelt elsewhere.
    said = english.lower()
    bare = QUOTED.sub(lambda one: "" if one[0][1:-1].lower() in said else one[0], bare)
    listed = [word for word in unnamed(CALL.sub("", bare)) if word.islower() or word not in there]
    if listed and not any(map(str.isalpha, bare_words(chinese).translate(ONLY_HAN))):
        yield "There is no Chinese in it."
    elif listed:
        yield f"Left in English: {', '.join(dict.fromkeys(listed))}."


ONLY_HAN = {code: None for code in range(0x250)}


def numbers(english: str, chinese: str) -> Iterator[Fault]:
    """Yield numbers that only one side has."""
    yield from unlike_numbers(bare_words(english), bare_words(chinese))


def large_numbers(english: str, chinese: str) -> Iterator[Fault]:
    """Yield amounts counted in millions and billions, in which Chinese readers do not count.

    A figure follows the words of its unit, see ``nqpf.numbers.amount``.
    """
    for found in COUNTED_AS_IN_ENGLISH.findall(chinese):
        yield f"{found} is how English counts: give the unit in 万 or 亿, and the figure follows."


CHECKS: tuple[Check, ...] = (
    placeholders,
    roles,
    mentioned,
    avoided,
    links,
    emphasis,
    shape,
    typography,
    left_in_english,
    numbers,
    large_numbers,
)
