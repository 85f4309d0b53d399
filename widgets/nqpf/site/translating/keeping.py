"""Translations kept when messages are taken out anew: the same English keeps its Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from babel.messages import Catalog

from nqpf.site.translating.checking import read_file


def brought_over(found: Mapping[str, Catalog], folder: Path) -> int:
    """Put the translations of a folder's files into new catalogues; return how many fit.

    A message that moved to another file takes its translation along. One whose English changed has
    none: it is translated anew, by someone who reads both.
    """
    known: dict[tuple[str | None, object], object] = {}
    fuzzy: set[tuple[str | None, object]] = set()
    for path in sorted(folder.glob("*.po")):
        for message in read_file(path):
            if message.id and message.string and any(message.string):
                known[message.context, message.id] = message.string
                if message.fuzzy:
                    fuzzy.add((message.context, message.id))
    count = 0
    for catalogue in found.values():
        for message in catalogue:
            key = (message.context, message.id)
            if message.id and key in known:
                message.string = known[key]  # type: ignore[assignment]
                count += 1
                if key in fuzzy:
                    message.flags.add("fuzzy")
    return count
