"""Draw cells at random, to be compared by hand with their sources: see ``AUDIT.md``.

A dataset is drawn first and then one of its figures, so that small tables are reached as well;
a table of words gives one of its words. Keys, ids of sources, our own classes and empty cells are
not drawn.

Run ``python data/draw.py SEED`` with a seed of your own, for thirty cells of all datasets, or
``python data/draw.py SEED NAME …`` for three cells of each dataset named.
"""

import sys
from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from nqpf import data

WORDS = ("edition", "grade", "event", "meaning", "summary", "title", "why", "named_as")
OURS = ("chapter number", "part number", "half row")


class Cell(NamedTuple):
    """One figure or word of a table: where it stands, what its row is, and what it says."""

    dataset: str
    row: int  # as a spreadsheet shows it: the header is row 1
    column: str
    key: str
    value: str
    source: str


def columns_of(record: data.Record) -> list[str]:
    """Return the columns of figures, or of words where a table holds no figures."""
    free = [field for field in record["fields"] if field["name"] not in record["primary_key"]]
    figures = [f["name"] for f in free if f.get("unit", OURS[0]) not in OURS]
    words = [f["name"] for f in free if f["type"] == "string" and f["name"] in WORDS]
    return figures or words


def cells_of(name: str) -> list[Cell]:
    """Return every cell of a dataset that can be compared with a source."""
    record = data.describe(name)
    key, columns = record["primary_key"], columns_of(record)
    result = []
    for number, row in enumerate(data.rows(name), start=2):
        words = ", ".join(str(row[part]) for part in key if row[part] is not None)
        source = str(row["source_id"])
        for column in columns:
            if row[column] is not None:
                result.append(Cell(name, number, column, words, str(row[column]), source))
    return result


def draw(seed: int, count: int, names: Iterable[str]) -> list[Cell]:
    """Return ``count`` different cells of the named datasets, drawn with ``seed``."""
    random = Random(seed)
    left = {name: cells_of(name) for name in names}
    drawn = []
    for _ in range(count):
        pool = left[random.choice(sorted(name for name in left if left[name]))]
        drawn.append(pool.pop(random.randrange(len(pool))))
    return drawn


if __name__ == "__main__":
    seed, *chosen = sys.argv[1:]
    rounds = [(3, [name]) for name in chosen] or [(30, data.names())]
    for count, names in rounds:
        for cell in draw(int(seed), count, names):
            print(" | ".join(map(str, cell)))
