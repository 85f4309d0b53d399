"""Pages are read and written side by side, by as many processes as there are processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.parallel import ParallelTasks, make_chunks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

# They say nothing, and Sphinx would warn. Neither notes anything while pages are read: the one
# numbers sections once all are read, the other has to do with LaTeX alone.
SILENT = ("sphinx_jupyterbook_latex", "sphinx_multitoc_numbering")
WRITTEN_ASIDE = "nqpf-pages-written-aside"
"""An event: these pages are written by other processes, where nobody here hears of them."""
SHARES = 4
"""Into how many shares pages are parted for each processor: few starts, and all end at once."""
# What Sphinx's index of the search knows of each page, and of each word.
OF_PAGES = ("_titles", "_filenames", "_all_titles", "_index_entries")
OF_WORDS = ("_mapping", "_title_mapping")

Task = TypeVar("Task")
Made = TypeVar("Made")


class Share(NamedTuple):
    """What a process that wrote pages leaves beside them: parts of the index, and images."""

    of_pages: dict[str, dict[str, Any]]
    of_words: dict[str, dict[str, set[str]]]
    images: dict[str, str]


class SideBySide(StandaloneHTMLBuilder):
    """Sphinx's builder, but that other processes resolve and index the pages that they write.

    Sphinx lets them write alone, and they wait for the one process that does all the rest.
    """

    def _write_parallel(self, docnames: Sequence[str], nproc: int) -> None:
        first, *pages = longest_first(self.env, docnames)
        self._write_serial([first])  # templates are compiled before processes are forked
        self.events.emit(WRITTEN_ASIDE, pages)
        tasks = ParallelTasks(processors())
        parts = SHARES * processors()
        for part in range(parts):
            if share := pages[part::parts]:
                tasks.add_task(self._write_share, share, self._take)
        tasks.join()
        for name in OF_PAGES if self.indexer else ():
            known = getattr(self.indexer, name)
            # In the order of pages, whichever process was the first.
            for page in sorted(known):
                known[page] = known.pop(page)

    def _write_share(self, pages: Sequence[str]) -> Share:
        """Write pages in a process of their own."""
        self._write_serial(pages)
        index, own = self.indexer, set(pages)
        if index is None:
            return Share({}, {}, dict(self.images))
        of_pages = {
            name: {page: known for page, known in getattr(index, name).items() if page in own}
            for name in OF_PAGES
        }
        of_words = {
            name: {word: on & own for word, on in getattr(index, name).items() if on & own}
            for name in OF_WORDS
        }
        return Share(of_pages, of_words, dict(self.images))

    def _take(self, _pages: Sequence[str], share: Share) -> None:
        """Take over what a process leaves."""
        self.images.update(share.images)
        for name, known in share.of_pages.items():
            getattr(self.indexer, name).update(known)
        for name, words in share.of_words.items():
            mapping = getattr(self.indexer, name)
            for word, on in words.items():
                mapping.setdefault(word, set()).update(on)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let Sphinx read and write with every processor."""
    app.add_builder(SideBySide, override=True)
    app.connect("config-inited", speak_for_the_silent)
    app.connect("env-before-read-docs", share_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def share_out(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Give every process as many long pages as the others: by name, chapters stand together."""
    app.parallel = processors()
    parts = len(make_chunks(pages, processors()))
    longest = longest_first(env, pages)
    pages[:] = [page for part in range(parts) for page in longest[part::parts]]


def longest_first(env: BuildEnvironment, pages: Iterable[str]) -> list[str]:
    """Return pages by the length of their text, the longest first."""
    return sorted(pages, key=lambda page: (-Path(env.doc2path(page)).stat().st_size, page))


def processors() -> int:
    """Return how many processors there are."""
    return os.cpu_count() or 1


def side_by_side(make: Callable[[Task], Made], tasks: Sequence[Task]) -> list[Made]:
    """Return what ``make`` makes of each task, with every processor where processes can be forked.

    What ``make`` raises is raised here. A process takes its next task when it has done one.
    """
    if not hasattr(os, "fork") or len(tasks) < 2:
        return [make(task) for task in tasks]
    forked = multiprocessing.get_context("fork")
    with forked.Pool(min(processors(), len(tasks)), initializer=collect_seldom) as processes:
        return processes.map(make, tasks, chunksize=1)


def collect_seldom() -> None:
    """Let a process of its own look for garbage seldom, and never in what it began with.

    A page read as a tree makes a hundred thousand objects of which hardly one is garbage: to look
    through them again and again took a quarter of the time.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def speak_for_the_silent(app: Sphinx, config: Config) -> None:
    """Say of extensions that say nothing that pages may be read side by side."""
    for name in app.extensions.keys() & set(SILENT):
        app.extensions[name].parallel_read_safe = True
