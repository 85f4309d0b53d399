"""The files of a folder or an archive, read one at a time and never unpacked to disk.

So an archive cannot write outside a folder. What is too large, a link, a path that climbs or a
damaged entry is named and left out, and the files beside it are read all the same.
"""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from nqpf.words import _

MOST_BYTES = 60_000_000  # of one file: a notebook with 40 MB of printed output is still read
MOST_IN_ARCHIVE = 3_000_000_000
MOST_ENTRIES = 50_000
DEEPEST = 2  # archives inside archives
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError,
           zlib.error, lzma.LZMAError)  # fmt: skip
"""What the library raises for an entry that it cannot read: bytes, size or compression."""


class Damaged(OSError):
    """A file whose bytes cannot be had; the message says why."""


@dataclass(frozen=True)
class File:
    """A file of a folder or an archive."""

    path: str
    size: int
    modified: datetime | None
    read: Callable[[], bytes]


@dataclass(frozen=True)
class LeftOut:
    """A file that no answer was read from, why, and whose it is as far as that is known."""

    path: str
    why: str
    owner: str = ""


def all_files(place: Path, left_out: list[LeftOut]) -> Iterator[File]:
    """Return every file at a place, those in archives too; name what cannot be read."""
    if place.is_file():
        if place.suffix.lower() == ".zip":
            yield from _archived(place, "", left_out, 1)
        else:
            yield from _if_small(_file(place, place.name), left_out)
        return
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            left_out.append(LeftOut(name, _("it is a link, which could lead anywhere")))
        elif path.is_file() and path.suffix.lower() == ".zip":
            yield from _archived(path, f"{name[:-4]}/", left_out, 1)
        elif path.is_file():
            yield from _if_small(_file(path, name), left_out)


def _file(path: Path, name: str) -> File:
    status = path.stat()
    return File(name, status.st_size, datetime.fromtimestamp(status.st_mtime), path.read_bytes)


def _if_small(file: File, left_out: list[LeftOut]) -> Iterator[File]:
    if file.size > MOST_BYTES:
        words = _("it has {size} bytes; at most {most}")
        why = words.format(size=f"{file.size:,}", most=f"{MOST_BYTES:,}")
        left_out.append(LeftOut(file.path, why))
    else:
        yield file


def _archived(
    source: bytes | Path, prefix: str, left_out: list[LeftOut], depth: int
) -> Iterator[File]:
    name = prefix.rstrip("/") or "the archive"
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        entries = archive.infolist()
    except DAMAGED:
        left_out.append(LeftOut(name, _("it is no zip archive, or a damaged one")))
        return
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_IN_ARCHIVE:
        left_out.append(LeftOut(name, _("it would unpack too large")))
        return
    for entry in entries:
        yield from _entry(archive, entry, prefix, left_out, depth)


def _entry(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    prefix: str,
    left_out: list[LeftOut],
    depth: int,
) -> Iterator[File]:
    path = PurePosixPath(name_of(entry).replace("\\", "/"))
    name = prefix + str(path)
    if entry.is_dir():
        return
    why = ""
    if path.is_absolute() or ".." in path.parts:
        why = _("its path leads out of the archive")
    elif stat.S_ISLNK(entry.external_attr >> 16):
        why = _("it is a link, which could lead anywhere")
    elif entry.flag_bits & 1:
        why = _("it is encrypted")
    elif path.suffix.lower() == ".zip" and depth < DEEPEST:
        if entry.file_size > MOST_BYTES:
            why = _("it would unpack too large")
        else:
            try:
                inner = _bounded(archive, entry)
            except Damaged as error:
                why = str(error)
            else:
                yield from _archived(inner, f"{prefix}{str(path)[:-4]}/", left_out, depth + 1)
                return
    if why:
        left_out.append(LeftOut(name, why))
        return
    file = File(name, entry.file_size, _moment(entry), lambda: _bounded(archive, entry))
    yield from _if_small(file, left_out)


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name; without a flag it may be UTF-8, or of a Chinese Windows."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or any("\u4e00" <= letter <= "\u9fff" for letter in name):
            return name
    return entry.filename


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's bytes; an entry that lies about its size is cut, not believed."""
    try:
        with archive.open(entry) as file:
            return file.read(MOST_BYTES + 1)[:MOST_BYTES]
    except DAMAGED as error:
        words = _("it is damaged, or compressed in a way unknown here ({why})")
        raise Damaged(words.format(why=error)) from error


def _moment(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time)
    except ValueError:
        return None
