"""What libraries work out anew for each page or word, and is the same for all of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pybtex.plugin
from sphinx.environment.adapters import toctree
from sphinx.util.matching import Matcher

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Remember what is asked for thousands of times in a build: it was a tenth of its time."""
    # The contents beside each page ask which pages are left out, by hundreds of patterns.
    toctree.Matcher = matcher  # type: ignore[attr-defined, assignment]
    # Each citation asks for the part of pybtex that writes it, and all packages are looked through.
    if not hasattr(pybtex.plugin._load_entry_point, "cache_info"):
        pybtex.plugin._load_entry_point = functools.cache(pybtex.plugin._load_entry_point)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def matcher(patterns: Iterable[str]) -> Matcher:
    """Return what tells whether a name has one of some patterns."""
    return _matcher(tuple(patterns))


@functools.cache
def _matcher(patterns: tuple[str, ...]) -> Matcher:
    return Matcher(patterns)
