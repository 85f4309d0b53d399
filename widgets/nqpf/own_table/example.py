"""The book's own table as a reader's file would hold it, to be changed and ranked again."""

from __future__ import annotations

import csv
import io

from nqpf import data

NOT_SHOWN = ("province_code", "region", "source_id")


def said(value: str | float) -> str:
    """Return a figure as the book's file has it.

    >>> said(183937.0), said(6.53)
    ('183937', '6.53')
    """
    return value if isinstance(value, str) else f"{value:.10g}"


def example() -> str:
    """Return twelve indicators of thirty-one provinces as CSV text.

    >>> example().partition(",")[0]
    'province'
    """
    rows = data.rows("provinces_2021")
    kept = [name for name in rows[0] if name not in NOT_SHOWN]
    written = io.StringIO()
    writer = csv.DictWriter(written, kept, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: said(value) for name, value in row.items()} for row in rows)
    return written.getvalue()
