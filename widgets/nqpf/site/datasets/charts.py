"""A small chart of a data set, chosen by what its columns are.

A table with years is drawn as lines, a table of estimates as points or ranges, a table of dates
as a time line, and a table of words as the count of each. A data set says in its record, under
``chart``, what the rule cannot know: which rows (``only``), which ``value``, which ``label``, or
of which column the words are counted (``count``).
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import altair as alt

from nqpf import data
from nqpf.data import Record, Row
from nqpf.explorers.core.compiled import WIDE, compilers, vega
from nqpf.explorers.core.style import TOKENS, chart_config, colour, series
from nqpf.inputs import closure, mark
from nqpf.places import ROOT
from nqpf.site.reference.countries import place_name
from nqpf.whole import keep
from nqpf.words import _

MOST_SERIES = sum(token.startswith("series-") for token in TOKENS)
FEWEST_YEARS = 5
"""With fewer years than this a line says less than a point for each year."""

LINE, GAP = 14, 6
"""Pixels that a line of a label takes, and the space between two labels."""

AROUND = 50
"""Pixels that the label above a chart and the axis below it take."""

LETTERS = 22
"""Letters in a line of a label, so that half a phone's width is left for the chart."""


MOST_POINTS = 34
"""Points one above another; of more rows only the largest are drawn, and the chart says so."""

LARGEST = 20
"""How many are drawn of a table with more rows than that: enough to see, light enough to load."""


@dataclass(frozen=True)
class Drawing:
    """A chart of a data set, what it measures, what it shows in words, and of which years."""

    chart: alt.TopLevelMixin
    caption: str
    words: str
    span: str


def drawing(name: str) -> Drawing:
    """Return the chart of a data set by the rule that fits its columns."""
    record = data.describe(name)
    table = chosen(data.rows(name), record["chart"].get("only", {}))
    if "count" in record["chart"]:
        return counts(record, table, record["chart"]["count"])
    if record["primary_key"] == ["date"]:
        return timeline(record, table)
    value = value_field(record, table)["name"]
    table = [row for row in table if row[value] is not None]
    years = sorted({row["year"] for row in table}) if "year" in table[0] else []
    if len(years) >= FEWEST_YEARS and len(groups(record, table)) <= MOST_SERIES:
        return lines(record, table, f"{years[0]}–{years[-1]}")
    if len(years) >= FEWEST_YEARS:
        return points(record, latest(record, table))
    return points(record, table)


def specification(name: str) -> dict[str, Any]:
    """Return the chart of a data set as Vega, in the look that all charts share; kept on disk."""
    made_from = mark(closure([Path(__file__)]), [name], *compilers())
    file = ROOT / "_build" / "compiled" / f"data-{name}-{made_from[:32]}.json"
    if not file.exists():
        keep(file, json.dumps(vega(vega_lite(name)), ensure_ascii=False))
    kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return kept


def vega_lite(name: str) -> dict[str, Any]:
    """Return the chart of a data set as Vega-Lite."""
    one = drawing(name)
    written: dict[str, Any] = one.chart.to_dict(validate=True)
    # The figure tells in one sentence what is drawn, so the marks need not tell it one by one.
    written["config"] = chart_config() | {"aria": False}
    written["title"] = label(data.describe(name), one.span)
    written["padding"] = {"left": 12, "right": 12, "top": 5, "bottom": 5}
    written["autosize"] = {"type": "fit", "contains": "padding"}
    return written


def label(record: Record, span: str) -> str:
    """Return what stands on the chart: what kind of figures these are, and of which years."""
    kinds = {
        "observed": _("Observed: {span}"),
        "compiled": _("Compiled from publications: {span}"),
        "derived": _("Derived from observations: {span}"),
    }
    return kinds[record["kind"]].format(span=span)


def chart_of(values: list[dict[str, Any]], height: int) -> alt.Chart:
    """Return an empty chart of these values."""
    return alt.Chart(alt.InlineData(values=values), width=WIDE, height=height)


def folded(words: str) -> str:
    """Return a label with a bar at each end of a line.

    >>> folded("manufacturing, between ownerships")
    'manufacturing, between|ownerships'
    """
    return "|".join(textwrap.wrap(words, LETTERS))


def label_axis(labels: Sequence[str]) -> alt.Axis:
    """Return the axis that writes folded labels on as many lines as they need."""
    return alt.Axis(
        labelExpr="split(datum.label, '|')",
        labelLineHeight=LINE,
        labelLimit=LETTERS * LINE,
        labelOffset=-(most_lines(labels) - 1) * LINE / 2,
        grid=True,
    )


def rows_high(labels: Sequence[str]) -> int:
    """Return the height of a chart with one row for each label."""
    return len(set(labels)) * (most_lines(labels) * LINE + GAP) + AROUND


def most_lines(labels: Sequence[str]) -> int:
    """Return the number of lines of the longest label."""
    return max(label.count("|") + 1 for label in labels)


def chosen(table: Sequence[Row], only: dict[str, Any]) -> list[Row]:
    """Return the rows in which every column has the value that ``only`` gives it.

    Where each row names its own unit, they are those of the unit that most rows have.
    """
    kept = [row for row in table if all(row[key] == value for key, value in only.items())]
    if "unit" not in kept[0]:
        return kept
    ((most, _number),) = Counter(row["unit"] for row in kept).most_common(1)
    return [row for row in kept if row["unit"] == most]


def value_field(record: Record, table: Sequence[Row]) -> dict[str, Any]:
    """Return the column that is drawn: the one that the record names, or the first number.

    Where rows name unit and measure, these are those that the chosen rows share.
    """
    named = record["chart"].get("value")
    numbers = [f for f in record["fields"] if f["type"] in ("number", "integer")]
    field = next(f for f in numbers if named in (None, f["name"]))
    if "unit" in table[0]:
        field = field | {"unit": str(table[0]["unit"]).replace("_", " ")}
    if len({row.get("measure") for row in table}) == 1 and "measure" in table[0]:
        field = field | {"title": str(table[0]["measure"]).replace("_", " ")}
    return field


def label_fields(record: Record, table: Sequence[Row]) -> list[str]:
    """Return the columns that tell one row or line from another: as few as will do."""
    if "label" in record["chart"]:
        return list(record["chart"]["label"])
    texts = [field["name"] for field in record["fields"] if field["type"] == "string"]
    keys = [name for name in texts if name in record["primary_key"] and name != "source_id"]
    varied = [name for name in keys if len({row[name] for row in table}) > 1]
    for count in range(1, len(varied)):
        if len({told(row, varied[:count]) for row in table}) == len(table):
            return varied[:count]
    return varied or texts[:1]


def told(row: Row, fields: Sequence[str]) -> tuple[Any, ...]:
    """Return what these columns and the year say of a row."""
    return tuple(row[name] for name in fields), row.get("year")


def words_of(row: Row, fields: Sequence[str]) -> str:
    """Return a row's label: its words, in place of codes and underscores."""
    return ", ".join(word_of(row, name).replace("_", " ") for name in fields)


def word_of(row: Row, name: str) -> str:
    """Return one word of a label; ``period`` stands for two years unless it is a column itself."""
    if name == "period" and name not in row:
        return f"{row['period_start']}–{row['period_end']}"
    return place_name(str(row[name]))


def groups(record: Record, table: Sequence[Row]) -> list[str]:
    """Return the names of the lines, in the order of the table."""
    fields = label_fields(record, table)
    return list(dict.fromkeys(words_of(row, fields) for row in table))


def latest(record: Record, table: Sequence[Row]) -> list[Row]:
    """Return the last row of each line."""
    fields = label_fields(record, table)
    by_year = sorted(table, key=lambda row: int(row["year"]))
    return list({words_of(row, fields): row for row in by_year}.values())


def lines(record: Record, table: Sequence[Row], span: str) -> Drawing:
    """Return one line for each group over the years."""
    value, fields = value_field(record, table), label_fields(record, table)
    names = groups(record, table) if fields and fields[0] in record["primary_key"] else []
    values = [
        {"year": row["year"], "value": row[value["name"]], "line": words_of(row, fields)}
        for row in table
    ]
    chart = (
        chart_of(values, 220)
        .mark_line(strokeWidth=2, color=colour("series-1"))
        .encode(
            x=alt.X("year:Q", title=None, axis=alt.Axis(format="d"), scale=alt.Scale(zero=False)),
            y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=False)),
        )
    )
    if len(names) > 1:
        scale = alt.Scale(domain=names, range=series(len(names)))
        chart = chart.encode(color=alt.Color("line:N", title=None, scale=scale))
    words = _("Line chart: {value}; {span}").format(value=titled(value), span=span)
    return Drawing(chart, titled(value), f"{words}{listed(names)}.", span)


def points(record: Record, table: Sequence[Row]) -> Drawing:
    """Return one point for each row, or a bar from its low to its high value, by size."""
    value, fields = value_field(record, table), label_fields(record, table)
    high = value["name"].replace("_low", "_high")
    drawn = sorted(table, key=lambda row: float(row[high]), reverse=True)
    drawn = drawn if len(drawn) <= MOST_POINTS else drawn[:LARGEST]
    values = [
        {"label": folded(words_of(row, fields)), "low": row[value["name"]], "high": row[high]}
        for row in drawn
    ]
    biggest_first = alt.EncodingSortField("high", order="descending")
    labels = [value["label"] for value in values]
    base = chart_of(values, rows_high(labels)).encode(
        y=alt.Y("label:N", title=None, sort=biggest_first, axis=label_axis(labels)),
        x=alt.X("low:Q", title=None),
    )
    ranges = base.mark_rule(strokeWidth=4, color=colour("series-1")).encode(x2="high:Q")
    dots = base.mark_point(size=60, color=colour("series-1"))
    ends = dots.encode(x="high:Q")
    span = span_of(record, table)
    words = _("Points, one a row: {value}; {span}.").format(value=titled(value), span=span)
    caption = titled(value)
    if len(drawn) < len(table):
        most = _("the {drawn} largest of {all}").format(drawn=len(drawn), all=len(table))
        words, caption = f"{words[:-1]}; {most}.", f"{caption}; {most}"
    return Drawing(alt.layer(ranges, dots, ends), caption, words, span)


def span_of(record: Record, table: Sequence[Row]) -> str:
    """Return the years that rows are of, or the last year of a data set without years."""
    columns = ("year", "period_start", "period_end")
    years = sorted({row[name] for row in table for name in columns if row.get(name) is not None})
    if not years:
        return _("to {year}").format(year=record["last_year"])
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])


def counts(record: Record, table: Sequence[Row], name: str) -> Drawing:
    """Return a bar for each word of a column: how many rows have it."""
    field = next(field for field in record["fields"] if field["name"] == name)
    counted = Counter(folded(str(row[name]).replace("_", " ")) for row in table)
    values = [{"word": word, "rows": number} for word, number in counted.items()]
    labels = list(counted)
    chart = (
        chart_of(values, rows_high(labels))
        .mark_bar()
        .encode(
            y=alt.Y("word:N", title=None, sort=labels, axis=label_axis(labels)),
            x=alt.X("rows:Q", title=None, axis=alt.Axis(tickMinStep=1)),
        )
    )
    words = _("Bar chart of the number of rows by {column}").format(column=field["title"].lower())
    span = _("to {year}").format(year=record["last_year"])
    return Drawing(chart, _("Number of rows"), f"{words}.", span)


def timeline(record: Record, table: Sequence[Row]) -> Drawing:
    """Return a stroke at each date, in one row for each kind of event."""
    values = [{"at": year_of(row["date"]), "kind": row["kind"]} for row in table]
    years = [int(value["at"]) for value in values]
    chart = (
        chart_of(values, 110)
        .mark_tick(thickness=3, color=colour("series-1"))
        .encode(
            x=alt.X("at:Q", title=None, axis=alt.Axis(format="d"), scale=alt.Scale(zero=False)),
            y=alt.Y("kind:N", title=None),
        )
    )
    span = f"{min(years)}–{max(years)}"
    words = _("Time line of {number} dated events, {span}.").format(number=len(table), span=span)
    return Drawing(chart, _("Dates, by kind"), words, span)


def year_of(date: str) -> float:
    """Return a date as a year with a fraction, to the month.

    >>> year_of("2023-07-18")
    2023.5
    """
    year, month = (*date.split("-"), "1")[:2]
    return int(year) + (int(month) - 1) / 12


def titled(field: dict[str, Any]) -> str:
    """Return a column's title with its unit."""
    return f"{field['title']}, {field['unit']}" if field.get("unit") else str(field["title"])


def listed(names: Sequence[str]) -> str:
    """Return the names of lines as the end of a sentence."""
    return f": {', '.join(names)}" if len(names) > 1 else ""
