"""Which pages an edition in another language has, and where its files lie."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from nqpf.places import ROOT

LANGUAGE = "zh_CN"
"""The language of the edition beside the English one."""
TAG = "zh-CN"
"""The language as pages name it."""
NAME = "中文"
"""The language as its readers name it."""
FOLDER = "zh"
"""Where the edition lies in the site."""
WORK = ROOT / "_build" / "editions"
"""Where the edition is built before it is put into the site."""
LOCALE = Path(os.environ.get("NQPF_LOCALE", ROOT / "locale"))


def built(work: Path = WORK) -> Path:
    """Return the folder in which the edition's pages are built."""
    return work / "html" / FOLDER


def pages(locale: Path = LOCALE) -> tuple[str, ...]:
    """Return the pages that are translated, in the order of the book.

    Raises ``FileNotFoundError`` naming a page that the book has not.
    """
    file = locale / LANGUAGE / "translated.toml"
    if not file.exists():
        return ()
    listed = tuple(tomllib.loads(file.read_text(encoding="utf-8"))["pages"])
    for page in listed:
        if not (ROOT / f"{page}.md").exists():
            raise FileNotFoundError(f"{file}: the book has no page {page}.")
    return listed


def messages(locale: Path = LOCALE) -> list[Path]:
    """Return the edition's files of messages."""
    return sorted((locale / LANGUAGE / "LC_MESSAGES").glob("*.po"))
