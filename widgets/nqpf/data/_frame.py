"""The same rows as a pandas DataFrame."""

from typing import TYPE_CHECKING

from nqpf.data._package import describe, rows

if TYPE_CHECKING:
    import pandas as pd


def load(name: str) -> "pd.DataFrame":
    """Return the dataset as a DataFrame with its units, sources and licence in ``attrs``.

    ``attrs`` holds ``name``, ``title``, ``kind``, ``units`` (column to unit), ``sources``,
    ``licence``, ``caveats`` and ``last_year``. A column of whole numbers with gaps has pandas'
    ``Int64`` type, so that a missing count stays missing and the others stay whole.
    Raises ``UnknownDataset`` naming the nearest names.

    >>> load("labour_share").attrs["units"]["labour_share"]
    'fraction of GDP'
    """
    import pandas as pd  # here, not above: the browser's Python reads rows() without pandas

    record = describe(name)
    table = rows(name)
    whole = {"integer": "Int64", "year": "Int64", "number": "float64"}
    columns: dict[str, pd.Series] = {}
    for field in record["fields"]:
        cells = [row[field["name"]] for row in table]
        kind = whole.get(field["type"])
        if kind == "Int64" and None not in cells:
            kind = "int64"
        columns[field["name"]] = pd.Series(cells, dtype=kind)
    frame = pd.DataFrame(columns)
    frame.attrs = {key: record[key] for key in ATTRIBUTES}  # type: ignore[literal-required]
    frame.attrs["units"] = {field["name"]: field.get("unit", "") for field in record["fields"]}
    return frame


ATTRIBUTES = ("name", "title", "kind", "sources", "licence", "caveats", "last_year")
