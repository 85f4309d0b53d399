"""Numbers in a chapter's sentences: looked up in the data or computed, never typed.

The numbers of a chapter lie beside it in ``numbers.py``, whose ``texts()`` returns the text of
each; one hidden cell calls ``say(**chapter_texts("ch09"))``, and the prose writes
``{glue:text}`residual```.
"""

from __future__ import annotations

import runpy
from collections.abc import Mapping

from nqpf import data
from nqpf.data import Row
from nqpf.numbers import span
from nqpf.places import PACKAGE, ROOT


def say(**texts: str) -> None:
    """Name texts, so that ``{glue:text}`` puts them into the sentences of the chapter.

    Where the book's tools are not installed nothing reads the names: a notebook that was taken
    along has the texts in its sentences.
    """
    try:
        from myst_nb import glue
    except ModuleNotFoundError:
        return
    for name, text in texts.items():
        glue(name, text, display=False)


def chapter_texts(chapter: str) -> Mapping[str, str]:
    """Return the texts that the sentences of a chapter use, such as ``"ch09"``, by their names.

    Raises ``LookupError`` if no file of numbers lies beside that chapter, and ``TypeError`` if it
    returns anything but texts.
    """
    folders = (ROOT / "chapters", PACKAGE / "_chapters")
    found = [path for folder in folders for path in folder.glob(f"part*/{chapter}/numbers.py")]
    if not found:
        raise LookupError(f"No numbers.py lies beside a chapter {chapter!r}: write ch01 to ch19.")
    # By its path: as a module its name would hide one of the standard library.
    texts: Mapping[str, str] = runpy.run_path(str(found[0]))["texts"]()
    wrong = [name for name, text in texts.items() if not isinstance(text, str)]
    if wrong:
        raise TypeError(f"numbers.py of {chapter} must return texts; these are none: {wrong}.")
    return texts


def figure(dataset: str, column: str, **where: str | int) -> float:
    """Return one figure of a dataset, from the only row whose columns have these values.

    Raises ``LookupError`` unless exactly one row has them, and unless its figure is a number.

    >>> figure("published_decompositions", "value", country_code="SGP", measure="tfp_growth")
    0.2
    """
    value = only_row(dataset, where)[column]
    if not isinstance(value, (int, float)):
        raise LookupError(f"{column} of {dataset} at {where} is {value!r}, not a number.")
    return float(value)


def years(dataset: str, **where: str | int) -> str:
    """Return the years that one row of a dataset is about, as a sentence writes them.

    Raises ``LookupError`` unless exactly one row has these values, and unless it has years.

    >>> years("published_decompositions", source_id="bosworth_collins_2008", country_code="CHN",
    ...       period_start=1978, period_end=2004, measure="output_per_worker_growth")
    '1978–2004'
    >>> years("misallocation_estimates", source_id="tombe_zhu_2019")
    '2000–05'
    """
    row = only_row(dataset, where)
    first, last = row["period_start"], row["period_end"]
    if first is None or last is None:
        raise LookupError(f"{dataset} at {where} has no years.")
    return span(int(first), int(last), short=True)


def only_row(dataset: str, where: Mapping[str, str | int]) -> Row:
    """Return the only row of a dataset whose columns have these values.

    Raises ``LookupError`` if none has them, or several.
    """
    kept = [
        row
        for row in data.rows(dataset)
        if all(row[name] == value for name, value in where.items())
    ]
    if len(kept) != 1:
        raise LookupError(f"{len(kept)} rows of {dataset} have {where}; one was meant.")
    return kept[0]
