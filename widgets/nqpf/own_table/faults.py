"""What is wrong with a reader's table, as one sentence that says what to do."""

from __future__ import annotations


class TableFault(ValueError):
    """A table, or a choice about it, with which no ranking can be made."""


def shortened(text: object, most: int = 40) -> str:
    """Return a text in quotation marks, cut where it is long.

    >>> shortened("much"), shortened("a" * 50, 3)
    ('“much”', '“aaa…”')
    """
    written = str(text)
    return f"“{written[:most]}…”" if len(written) > most else f"“{written}”"
