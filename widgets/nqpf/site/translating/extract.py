"""Every word of the pages that are translated, in files of messages: one file, one translator.

A message stands in one file only. What several files would have goes into ``shared.po``; what the
shell says too goes there, and what the book's program says to a class into ``course.po``.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import write_po

from nqpf.exercises.found import folders as exercise_folders
from nqpf.explorers import Explorer, explorer, file_of, modules
from nqpf.site.explorer.uses import read
from nqpf.site.translating import program, prose, tables
from nqpf.site.translating.message import Message

HOME = "chapters/index"
AROUND = (HOME, "chapters/part1/self-test", "chapters/progress")
BEHIND = ("chapters/solutions", "chapters/reference/glossary", "chapters/reference/bibliography")
CHAPTERS = tuple(f"chapters/part1/ch{number:02}" for number in range(1, 6))
PAGES = (*AROUND, *CHAPTERS, *BEHIND)
"""The pages whose words are taken out; others follow when their English is settled."""

HEADER = b"""\
# The book in Chinese. How to translate, and how to check a file: CONTRIBUTING.md.
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
SHELL, SHARED, COURSE = "shell", "shared", "course"
KNOWN_BY_FILE = ("home", *(page[-4:] for page in CHAPTERS), "glossary", "data", SHARED)
FILES = (SHELL, *KNOWN_BY_FILE, COURSE)
"""The names of the files, without ``.po``."""


def catalogues() -> dict[str, Catalog]:
    """Return every file of messages by its name, without translations."""
    found = messages()
    return {name: catalogue(found[name]) for name in FILES}


def messages() -> dict[str, list[Message]]:
    """Return the messages of every file, each message in one of them."""
    gathered = {name: list(listed) for name, listed in gather().items()}
    homes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, listed in gathered.items():
        for message in listed:
            homes[message.key].add(name)
    placed: dict[str, list[Message]] = {name: [] for name in FILES}
    for listed in gathered.values():
        for message in listed:
            placed[place(homes[message.key])].append(message)
    return placed


def place(homes: set[str]) -> str:
    """Return the file of a message that these would have.

    >>> place({"ch01", "course"}), place({"ch01", "ch02"}), place({"ch01", "shell"})
    ('ch01', 'shared', 'shell')
    """
    if SHELL in homes:
        return SHELL
    pages = homes - {COURSE}
    if not pages:
        return COURSE
    return pages.pop() if len(pages) == 1 else SHARED


def gather() -> Mapping[str, Iterable[Message]]:
    """Return what each file would have by itself."""
    said = prose.sentences(list(PAGES))

    def texts(pages: Iterable[str]) -> Iterator[Message]:
        return itertools.chain.from_iterable(said[page] for page in pages)

    found: dict[str, Iterable[Message]] = {
        SHELL: [
            *tables.of_book(),
            *tables.of_sphinx(),
            *program.said(program.SHELL, but=program.NOT_SHOWN),
            *tables.of_plan(),
        ],
        "home": [*texts(AROUND), *prose.in_directives(HOME), *tables.of_map()],
        "glossary": [*texts(BEHIND), *tables.of_glossary()],
        "data": tables.of_data(shown()),
        COURSE: program.said(program.COURSE),
    }
    for page in CHAPTERS:
        found[page[-4:]] = [*said[page], *of_chapter(page)]
    return found


def of_chapter(page: str) -> Iterator[Message]:
    """Yield what a chapter says outside its prose: its cells, explorers and exercises."""
    yield from prose.in_cells(page)
    yield from tables.of_chronology(page)
    for slug, module in modules().items():
        if module.split(".")[-2] == page[-4:]:
            yield from program.of_file(file_of(slug))
            yield from tables.of_cells(explorer(slug))
            yield from tables.of_quantities([explorer(slug)])
    for folder in exercise_folders().values():
        if folder.parent.name == page[-4:]:
            yield from tables.of_exercise(folder)


def shown() -> list[Explorer]:
    """Return the explorers that the pages show."""
    return [explorer(slug) for page in PAGES for slug in read(page).explorers]


def catalogue(listed: Iterable[Message]) -> Catalog:
    """Return messages as a catalogue, in their order, each once."""
    made = Catalog(locale="zh_CN", fuzzy=False)
    for message in listed:
        made.add(
            (message.text, message.plural) if message.plural else message.text,
            (message.known, "") if message.plural else message.known,
            locations=[(message.file, message.line or None)],  # type: ignore[list-item]
            auto_comments=[message.comment] if message.comment else [],
            context=message.context or None,
        )
    for one in made:
        # Babel takes every brace and per cent sign for a format of a programming language.
        one.flags.clear()
    return made


def write(folder: Path, found: Mapping[str, Catalog]) -> None:
    """Write catalogues into a folder, each as its own file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, one in found.items():
        with (folder / f"{name}.po").open("wb") as opened:
            opened.write(HEADER)
            write_po(opened, one, width=0, omit_header=True)
