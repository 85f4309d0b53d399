"""Numbers in a chapter's sentences: looked up in the data or computed, never typed.

A hidden cell calls ``say(residual=points().text(…))``; the prose then writes
``{glue:text}`residual```.
"""

from __future__ import annotations

from nqpf import data


def say(**texts: str) -> None:
    """Name texts, so that ``{glue:text}`` puts them into the sentences of the chapter."""
    from myst_nb import glue

    for name, text in texts.items():
        glue(name, text, display=False)


def figure(dataset: str, column: str, **where: str | int) -> float:
    """Return one figure of a dataset, from the only row whose columns have these values.

    Raises ``LookupError`` unless exactly one row has them, and unless its figure is a number.

    >>> figure("published_decompositions", "value", country_code="SGP", measure="tfp_growth")
    0.2
    """
    kept = [
        row
        for row in data.rows(dataset)
        if all(row[name] == value for name, value in where.items())
    ]
    if len(kept) != 1:
        raise LookupError(f"{len(kept)} rows of {dataset} have {where}; one was meant.")
    value = kept[0][column]
    if not isinstance(value, (int, float)):
        raise LookupError(f"{column} of {dataset} at {where} is {value!r}, not a number.")
    return float(value)
