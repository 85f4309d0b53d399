"""Say how questions went over several years or groups: give the folders that nqpf grade wrote."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nqpf.commands import Failure
from nqpf.course.reports import statistics_page
from nqpf.course.statistics.years import NoGradebook, Over, years
from nqpf.course.tables import write_table
from nqpf.whole import write_whole

COLUMNS = ["question", "title", "class", "students", "answers", "mean", "discrimination",
           "discrimination_low", "discrimination_high", "mistakes"]  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("grades", type=Path, nargs="+", help="folders that nqpf grade --out wrote")
    parser.add_argument(
        "--out", type=Path, default=Path("statistics"), help="where the page and the table go"
    )


def run(options: argparse.Namespace) -> int:
    """Write a page to read and a table to go on with."""
    try:
        classes, questions = years(options.grades)
    except NoGradebook as problem:
        raise Failure(str(problem)) from problem
    page, table = options.out / "statistics.html", options.out / "statistics.csv"
    write_whole(page, statistics_page(classes, questions))
    write_table(table, COLUMNS, _records(questions))
    for year in classes:
        print(f"{year.name}: {year.students} handed in, {len(year.items)} questions.")
    print(page, table, sep="\n")
    return 0


def _records(questions: list[Over]) -> Iterator[dict[str, Any]]:
    for one in questions:
        for year, item in one.years:
            value, low, high = item.discrimination or ("", "", "")
            yield {
                "question": one.slug,
                "title": one.title,
                "class": year.name,
                "students": year.students,
                "answers": item.answers,
                "mean": item.mean,
                "discrimination": value,
                "discrimination_low": low,
                "discrimination_high": high,
                "mistakes": "; ".join(f"{tag} {part:.4f}" for tag, part in item.mistakes),
            }
