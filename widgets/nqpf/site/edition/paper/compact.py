"""A PDF with its small objects in compressed streams, which is less than half of it.

The tags that programs read aloud by are 45,000 objects of some eighty bytes, and Typst writes them
in clear. PDF 1.5 has streams of objects for this; of the libraries that write them, none is kept
and has wheels for every system that the book is built on. Only the layout of Typst is read here:
one table of all objects at the end, nothing replaced, nothing encrypted.
"""

from __future__ import annotations

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\s*endobj\s*", re.DOTALL)
END = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*", re.DOTALL)
IN_USE = re.compile(rb"(\d{10}) 00000 n")
SIZE = re.compile(rb"/Size \d+")
TOGETHER = 500
"""How many objects a stream holds: a reader unpacks it whole for one of them."""


def compact(pdf: bytes) -> bytes:
    """Return a PDF that holds the same objects under the same numbers.

    Raises ``ValueError`` if it is not laid out as Typst lays it out.
    """
    end = END.search(pdf, pdf.rfind(b"trailer"))
    if end is None or end.end() != len(pdf):
        raise ValueError("The PDF does not end in a table of its objects.")
    table = int(end[2])
    starts = [int(one) for one in IN_USE.findall(pdf, table)]
    made = bytearray(pdf[: min(starts)])
    places = {0: (0, 0, 65535)}
    small: list[tuple[int, bytes]] = []
    for start, stop in zip(sorted(starts), [*sorted(starts)[1:], table], strict=True):
        one = OBJECT.fullmatch(pdf, start, stop)
        if one is None:
            raise ValueError(f"The PDF has no object at byte {start}.")
        if one[2].endswith(b"endstream"):
            places[int(one[1])] = (1, len(made), 0)
            made += pdf[start:stop]
        else:
            small.append((int(one[1]), one[2]))
    container = len(starts)
    for first in range(0, len(small), TOGETHER):
        container += 1
        held = small[first : first + TOGETHER]
        places[container] = (1, len(made), 0)
        places |= {number: (2, container, place) for place, (number, _body) in enumerate(held)}
        made += stream(container, *objects(held))
    container += 1
    places[container] = (1, len(made), 0)
    rows = b"".join(row(*places[number]) for number in range(container + 1))
    trailer = SIZE.sub(b"/Size %d" % (container + 1), end[1])
    start = len(made)
    made += stream(container, b"/Type/XRef/W[1 4 2]" + trailer, rows)
    return bytes(made) + b"startxref\n%d\n%%%%EOF\n" % start


def objects(held: list[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    """Return what a stream of objects says of itself, and what it holds."""
    numbers, at = [], 0
    for number, body in held:
        numbers.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(numbers) + b"\n"
    said = b"/Type/ObjStm/N %d/First %d" % (len(held), len(head))
    return said, head + b"\n".join(body for _number, body in held)


def stream(number: int, said: bytes, content: bytes) -> bytes:
    """Return an object that holds compressed bytes."""
    packed = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, said, len(packed))
    return head + packed + b"\nendstream\nendobj\n\n"


def row(kind: int, first: int, second: int) -> bytes:
    """Return a row of the table of objects."""
    return kind.to_bytes(1) + first.to_bytes(4) + second.to_bytes(2)
