"""Files of messages made into the one catalogue that the program and Sphinx read."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

from nqpf.places import ROOT
from nqpf.site.languages.translated import LANGUAGE
from nqpf.site.translating.checking import pair, read_file

DOMAIN = "nqpf"
MADE = ROOT / "_build" / "locale"


def compiled(files: Iterable[Path], folder: Path = MADE) -> Path:
    """Write the catalogue of these files of messages below a folder; return the catalogue's file.

    What is uncertain stays English. The same messages give the same bytes.
    """
    target = folder / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    content = catalogue(files)
    # Sphinx looks for its own words, as at a heading's link, under a name of its own.
    for file in (target.with_name("sphinx.mo"), target):
        if not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return target


def catalogue(files: Iterable[Path], only: set[str] | None = None) -> bytes:
    """Return the catalogue of files of messages; with ``only``, of those messages alone."""
    whole = Catalog(locale=LANGUAGE, fuzzy=False)
    for path in files:
        for message in read_file(path):
            english, chinese = pair(message)
            wanted = only is None or english in only
            if message.id and chinese and not message.fuzzy and wanted:
                whole.add(message.id, message.string, context=message.context)
    # Babel dates what it writes.
    whole.mime_headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    ]
    written = io.BytesIO()
    write_mo(written, whole)
    return written.getvalue()
