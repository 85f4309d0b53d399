"""A reader's table inside the page's Python; called by the worker with JSON, answered in JSON."""

from __future__ import annotations

import base64
import json
from typing import Any

from nqpf.own_table.cells import cell, is_number
from nqpf.own_table.example import example
from nqpf.own_table.faults import TableFault
from nqpf.own_table.ranking import Indicator, ranking
from nqpf.own_table.reading import OwnTable, decoded, read_text


def run(request: str) -> str:
    """Return the answer to a request as JSON.

    ``{"ask": "text", "file": …}`` reads a file's bytes, in base 64; ``{"ask": "example"}`` gives
    the book's own table; ``{"ask": "columns", "text": …}`` reads a table; ``{"ask": "rank", …}``
    ranks one. What is wrong comes back as ``{"fault": sentence}``.
    """
    asked = json.loads(request)
    try:
        return json.dumps(ASKED[asked["ask"]](asked))
    except TableFault as fault:
        return json.dumps({"fault": str(fault)})
    except MemoryError:
        return json.dumps({"out_of_memory": True})


def text_of(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the text of a file."""
    text, notes = decoded(base64.b64decode(asked["file"]))
    return {"text": text, "notes": notes}


def book_text(_asked: dict[str, Any]) -> dict[str, Any]:
    """Return the book's table of provinces as text."""
    return {"text": example(), "notes": []}


def columns(asked: dict[str, Any]) -> dict[str, Any]:
    """Return what the page asks about: each column, and whether it holds numbers."""
    table = read_text(asked["text"])
    numeric = {name: is_numeric(table, name) for name in table.head}
    units = next((name for name in table.head if not numeric[name]), table.head[0])
    return {
        "columns": [
            {"name": name, "numeric": numeric[name] and name != units} for name in table.head
        ],
        "units": units,
        "rows": len(table.rows),
        "notes": table.notes,
    }


def is_numeric(table: OwnTable, name: str) -> bool:
    """Return whether most cells of a column are numbers in one way of writing or the other."""
    cells = [cell(line, name, written) for line, written in table.column(name)]
    told = [one for one in cells if not one.is_gap]
    found = sum(is_number(one.plain, ".") or is_number(one.plain, ",") for one in told)
    return bool(told) and found > len(told) / 2


def ranked(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the ranking as the page shows it."""
    found = ranking(
        read_text(asked["text"]),
        asked["units"],
        [Indicator(**one) for one in asked["indicators"]],
        freedom=asked["freedom"],
        decimal=asked["decimal"],
        leave_out_gaps=asked["leave_out_gaps"],
    )
    return {
        "rows": found.rows,
        "sentences": found.sentences,
        "notes": found.notes,
        "csv": found.csv(),
    }


ASKED = {"text": text_of, "example": book_text, "columns": columns, "rank": ranked}
