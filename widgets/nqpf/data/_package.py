"""Find the data package and give its records and rows.

The files are in ``nqpf/_data`` of an installed wheel and in the repository's ``data`` folder of
an editable install.
"""

import copy
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

from nqpf.data._errors import UnknownDataset
from nqpf.data._table import Row, parse

Source: TypeAlias = dict[str, str]


class Record(TypedDict):
    """What is known of a dataset: all that its page and its charts say about it.

    ``kind`` is ``observed`` (an extract of a public series), ``compiled`` (figures gathered from
    several publications, or our own reading of texts) or ``derived`` (computed by ``script``).
    ``chart`` says what its page draws where the columns alone do not tell.
    """

    name: str
    title: str
    description: str
    kind: str
    fields: list[dict[str, Any]]
    primary_key: list[str]
    sources: list[Source]
    licence: dict[str, str]
    caveats: list[str]
    last_year: int
    chapters: list[int]
    file: str
    bytes: int
    sha256: str
    script: str | None
    chart: dict[str, Any]


@cache
def folder() -> Traversable:
    """Return the folder that holds ``datapackage.json`` and the CSV files."""
    installed = files("nqpf").joinpath("_data")
    beside: Traversable = Path(__file__).parents[3] / "data"
    found = next((place for place in (installed, beside) if place.is_dir()), None)
    if found is None:
        raise FileNotFoundError(f"no data in {installed} or {beside}; install nqpf again")
    return found


@cache
def package() -> dict[str, Any]:
    """Return the descriptor ``datapackage.json`` (do not change it: it is shared)."""
    raw = folder().joinpath("datapackage.json").read_text(encoding="utf-8")
    result: dict[str, Any] = json.loads(raw)
    return result


@cache
def _sources() -> dict[str, Source]:
    inline = next(item for item in package()["resources"] if item["name"] == "sources")
    return {source["source_id"]: source for source in inline["data"]}


@cache
def _resources() -> dict[str, dict[str, Any]]:
    return {item["name"]: item for item in package()["resources"] if "path" in item}


def sources() -> dict[str, Source]:
    """Return the citation, address, date and reliability of every source by its id."""
    return copy.deepcopy(_sources())


def names() -> list[str]:
    """Return the names of all datasets in the order of the book."""
    return list(_resources())


def _resource(name: str) -> dict[str, Any]:
    if name not in _resources():
        raise UnknownDataset(name, _resources())
    return _resources()[name]


def text(name: str) -> str:
    """Return the dataset's CSV file as text, to offer for download."""
    return folder().joinpath(_resource(name)["path"]).read_text(encoding="utf-8")


def rows(name: str) -> list[Row]:
    """Return the dataset as dictionaries with typed values; an empty cell is ``None``.

    Needs the standard library alone. Raises ``UnknownDataset`` (a ``KeyError``) naming the
    nearest names, and ``DatasetError`` naming file, row and column if the file breaks its schema.

    >>> rows("labour_share")[0]["country_code"]
    'CHN'
    """
    resource = _resource(name)
    path = resource["path"]
    raw = folder().joinpath(path).read_bytes()
    return parse(raw, resource["schema"], f"data/{path}", _sources())


def _used(name: str) -> list[Source]:
    """Return the sources of the rows and what those that are calculations were computed from."""
    columns = [key["fields"][0] for key in _resource(name)["schema"]["foreignKeys"]]
    cited = (row[column] for row in rows(name) for column in columns)
    ids = dict.fromkeys(str(source) for source in cited if source is not None)
    for source in list(ids):
        ids |= dict.fromkeys(_sources()[source]["derived_from"].split())
    return [_sources()[source] for source in ids]


@cache
def _record(name: str) -> Record:
    resource = _resource(name)
    return Record(
        name=name,
        title=resource["title"],
        description=resource["description"],
        kind=resource["kind"],
        fields=resource["schema"]["fields"],
        primary_key=resource["schema"]["primaryKey"],
        sources=_used(name),
        licence=resource["licenses"][0],
        caveats=resource["caveats"],
        last_year=resource["last_year"],
        chapters=resource["chapters"],
        file=resource["path"],
        bytes=resource["bytes"],
        sha256=resource["hash"].removeprefix("sha256:"),
        script=resource.get("script"),
        chart=resource.get("chart", {}),
    )


def describe(name: str) -> Record:
    """Return the dataset's record: title, fields with units, sources, licence and caveats.

    Raises ``UnknownDataset`` naming the nearest names.

    >>> describe("labour_share")["last_year"]
    2019
    """
    return copy.deepcopy(_record(name))
