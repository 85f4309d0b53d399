"""Read one CSV file against its schema with the standard library alone.

The rules are those of the Frictionless schema in ``datapackage.json`` (the tests check the same
files with Frictionless itself). Numbers are stricter than there: plain digits alone, for what
Python or Frictionless forgives (``0.59_2``, ``+1970``, full-width digits) another program reads as
text, and with it the whole column. This reader exists because the browser's Python has no
Frictionless, and because its messages can name file, row, column and remedy.
"""

import csv
import io
import re
from collections.abc import Callable, Container, Iterable
from typing import Any, TypeAlias

from nqpf.data._errors import DatasetError, nearest

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = dict[str, Any]
"""A row by column; the schema says whether a cell is text, a number or missing."""
Field: TypeAlias = dict[str, Any]


def decode(raw: bytes, file: str) -> str:
    """Return the text of a UTF-8 file; raise ``DatasetError`` at the first byte that is not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        header = raw.partition(b"\n")[0].decode("utf-8", errors="replace").strip().split(",")
        line = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        cells = next(csv.reader([line.decode("utf-8", errors="replace")]), [""])
        column = header[min(len(cells), len(header)) - 1]
        row = raw.count(b"\n", 0, error.start) + 1
        problem = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise DatasetError(file, row, column, problem, "save the file as UTF-8") from None


WRITTEN = {
    "year": re.compile(r"[0-9]{4}"),
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?"),
}
"""How a cell of each type is written."""


def typed(cell: str, field: Field) -> Cell:
    """Return the cell as its field's type; empty is ``None``. Raises ``ValueError``.

    >>> typed("0.6", {"type": "number"}), typed("1978", {"type": "year"})
    (0.6, 1978)
    """
    if cell == "":
        return None
    kind = field["type"]
    if kind == "string":
        return cell
    if not WRITTEN[kind].fullmatch(cell):
        raise ValueError(cell)
    return float(cell) if kind == "number" else int(cell)


def breach(value: Cell, constraints: dict[str, Any]) -> str | None:
    """Return what ``value`` breaks of a field's constraints in words, or ``None``."""
    if value is None:
        return "the cell is empty" if constraints.get("required") else None
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if low is not None and value < low:
        return f"{value} is below the minimum {low}"
    if high is not None and value > high:
        return f"{value} is above the maximum {high}"
    if "enum" in constraints and value not in constraints["enum"]:
        return f"{value!r} is not one of {', '.join(map(str, constraints['enum']))}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], str(value)):
        return f"{value!r} does not match the pattern {constraints['pattern']}"
    return None


def check_header(header: list[str], fields: list[Field], file: str) -> None:
    """Raise ``DatasetError`` at the first column that the schema and the file do not share."""
    expected = [field["name"] for field in fields]
    for column in expected:
        if column not in header:
            raise DatasetError(file, 1, column, "the column is missing", "add it to the header")
    for column in header:
        if column not in expected:
            remedy = "describe it in datapackage.json or remove it"
            raise DatasetError(file, 1, column, "the schema has no such column", remedy)
    if header != expected:
        column = next(a for a, b in zip(header, expected, strict=False) if a != b)
        remedy = f"use the order of the schema: {', '.join(expected)}"
        raise DatasetError(file, 1, column, "the column is repeated or out of order", remedy)


def cell_reader(field: Field, file: str) -> Callable[[str, int], Cell]:
    """Return the function that reads one column's cells: text and row number to checked value."""
    name, constraints = field["name"], field.get("constraints", {})

    def read(cell: str, row: int) -> Cell:
        try:
            value = typed(cell, field)
        except ValueError:
            problem = f"{cell!r} is not of type {field['type']}"
            raise DatasetError(file, row, name, problem, "correct the cell") from None
        if broken := breach(value, constraints):
            raise DatasetError(file, row, name, broken, "correct the cell or the schema")
        return value

    return read


def parse(raw: bytes, schema: dict[str, Any], file: str, source_ids: Container[str]) -> list[Row]:
    """Return the rows of a CSV file with typed cells, checked against its schema.

    Raises ``DatasetError`` for broken encoding, a missing, unknown or misplaced column, a row of
    the wrong length, a cell of the wrong type or out of its range, an unknown source and a
    duplicate key.
    """
    fields: list[Field] = schema["fields"]
    lines = csv.reader(io.StringIO(decode(raw, file), newline=""))
    check_header(next(lines, []), fields, file)
    readers = [(field["name"], cell_reader(field, file)) for field in fields]
    result: list[Row] = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(fields):
            at = fields[min(len(cells), len(fields) - 1)]["name"]
            problem = f"the row has {len(cells)} cells, the header {len(fields)}"
            raise DatasetError(file, number, at, problem, "quote commas, fill or remove cells")
        pairs = zip(readers, cells, strict=True)
        result.append({name: read(cell, number) for (name, read), cell in pairs})
    for reference in schema.get("foreignKeys", []):
        check_sources(result, reference["fields"][0], file, source_ids)
    check_key(result, schema.get("primaryKey", []), file)
    return result


def check_sources(table: Iterable[Row], column: str, file: str, source_ids: Any) -> None:
    """Raise ``DatasetError`` at the first row whose source is not among the known ones."""
    for number, row in enumerate(table, start=2):
        source = row[column]
        if source is not None and source not in source_ids:
            problem = f"no source is named {source!r} ({nearest(str(source), source_ids)})"
            remedy = "add it to the resource 'sources' in datapackage.json"
            raise DatasetError(file, number, column, problem, remedy)


def check_key(table: Iterable[Row], key: list[str], file: str) -> None:
    """Raise ``DatasetError`` at the first row that repeats an earlier row's primary key."""
    seen: dict[tuple[Cell, ...], int] = {}
    for number, row in enumerate(table, start=2):
        values = tuple(row[name] for name in key)
        first = seen.setdefault(values, number)
        if key and first != number:
            problem = f"the key {values} was already used in row {first}"
            raise DatasetError(file, number, ", ".join(key), problem, "remove one of the two")
