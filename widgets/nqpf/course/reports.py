"""What comes out of grading: marks as tables, a page for each student, a page for the lecturer."""

from __future__ import annotations

import functools
import json
import statistics
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from nqpf.course.assignment import Assignment
from nqpf.course.gradebook import Asked, Gradebook, Results
from nqpf.course.grading import Graded, Outcome
from nqpf.course.intake.roster import file_name
from nqpf.course.marking import NOT_RUN, WAITING, Mark
from nqpf.course.platforms.worksheets import write_gradebook_tables
from nqpf.course.statistics.items import FEWEST, Item, Result, alpha, items
from nqpf.course.statistics.years import Over, Year
from nqpf.course.tables import table_text
from nqpf.course.texts import html
from nqpf.course.views import write_view
from nqpf.numbers import percent, plain
from nqpf.whole import write_whole
from nqpf.words import TAG, _

MOST_SHOWN = 2_000
EXAMPLES = 12
"""How many unrecognised answers of a question the lecturer sees."""


def write_reports(
    assignment: Assignment, outcome: Outcome, book: Gradebook, folder: Path
) -> tuple[list[Path], list[Path]]:
    """Write everything that grading gives.

    Returns the files that a lecturer opens first, and where tables are kept that somebody edited.
    """
    kept = [write_grades(assignment, outcome, book, folder / "grades.csv")]
    for one in outcome.graded:
        page = feedback(assignment, one)
        path = folder / "feedback" / f"{file_name(one.student.id)}.html"
        write_whole(path, page, lasts=False)
    write_whole(folder / "report.html", report(assignment, outcome))
    book.conclude(*concluded(assignment, outcome))
    results = {one.student.id: gradescope(assignment, one) for one in outcome.graded}
    for student, result in results.items():
        path = folder / "gradescope" / file_name(student) / "results.json"
        write_whole(path, json.dumps(result, ensure_ascii=False, indent=1), lasts=False)
    write_gradebook_tables(assignment, outcome, folder)
    opened = [folder / "grades.csv", folder / "report.html", folder / "feedback"]
    return opened, [path for path in kept if path]


def write_grades(
    assignment: Assignment, outcome: Outcome, book: Gradebook, path: Path
) -> Path | None:
    """Write a row for each student: every question, the total, and notes."""
    slugs = [question.slug for question in assignment.questions]
    records = []
    for one in outcome.graded:
        scores = {slug: mark.score for slug, mark in one.marks.items()}
        records.append(
            {
                "student": one.student.id,
                "name": one.student.name,
                **{slug: scores.get(slug, 0.0) for slug in slugs},
                "total": one.total,
                "points": assignment.points,
                "late": "late" if one.late else "",
                "waiting": sum(mark.tag == WAITING for mark in one.marks.values()),
                "notes": "; ".join(dict.fromkeys(one.remarks)),
            }
        )
    columns = ["student", "name", *slugs, "total", "points", "late", "waiting", "notes"]
    return write_view(path, table_text(columns, records), book, "utf-8-sig")


def feedback(assignment: Assignment, one: Graded) -> str:
    """Return a student's page: each question, what it got, and why."""
    titles = {question.slug: question.exercise.title for question in assignment.questions}
    return (
        _templates()
        .get_template("feedback.html")
        .render(assignment=assignment, one=one, titles=titles, language=TAG)
    )


def report(assignment: Assignment, outcome: Outcome) -> str:
    """Return the lecturer's page: how each question went, and which mistakes were common."""
    asked, of_class = concluded(assignment, outcome)
    slugs, points = [one.slug for one in asked], {one.slug: one.points for one in asked}
    questions = [summary(item, outcome) for item in items(list(of_class.values()), slugs, points)]
    totals = [one.total for one in outcome.graded if one.path]
    return (
        _templates()
        .get_template("report.html")
        .render(
            assignment=assignment,
            outcome=outcome,
            questions=questions,
            titles={one.slug: one.title for one in asked},
            alpha=alpha(list(of_class.values()), slugs, points),
            fewest=FEWEST,
            handed_in=len(totals),
            median=statistics.median(totals) if totals else 0.0,
            language=TAG,
        )
    )


def concluded(assignment: Assignment, outcome: Outcome) -> tuple[list[Asked], dict[str, Results]]:
    """Return the questions, and what each student got for them who handed something in."""

    def result(mark: Mark) -> Result:
        waits = mark.tag == WAITING or mark.tag in NOT_RUN
        return Result(None if waits else mark.score / mark.points, mark.tag)

    asked = [Asked(q.slug, q.exercise.title, q.points) for q in assignment.questions]
    return asked, {
        one.student.id: {slug: result(mark) for slug, mark in one.marks.items()}
        for one in outcome.graded
        if one.path
    }


def summary(item: Item, outcome: Outcome) -> dict[str, Any]:
    """Return how a question went over the class, with what was said and written."""
    marks: list[Mark] = [one.marks[item.slug] for one in outcome.graded if item.slug in one.marks]
    wrong = [mark for mark in marks if mark.score < mark.points and mark.tag != WAITING]
    named = Counter(
        (mark.tag, mark.message) for mark in wrong if mark.tag not in ("other", "missing")
    )
    unknown = Counter(mark.answer for mark in wrong if mark.tag == "other" and mark.answer)
    return {
        "slug": item.slug,
        "item": item,
        "answers": len(marks),
        "full": sum(mark.score == mark.points for mark in marks),
        "missing": sum(mark.tag == "missing" for mark in marks),
        "waiting": sum(mark.tag == WAITING for mark in marks),
        "misconceptions": named.most_common(),
        "unknown": unknown.most_common(EXAMPLES),
    }


def statistics_page(classes: Sequence[Year], questions: Sequence[Over]) -> str:
    """Return a page on how questions went in several gradebooks."""
    page = _templates().get_template("statistics.html")
    return page.render(classes=classes, questions=questions, fewest=FEWEST, language=TAG)


def gradescope(assignment: Assignment, one: Graded) -> dict[str, Any]:
    """Return a student's results in the form that Gradescope reads."""
    titles = {question.slug: question.exercise.title for question in assignment.questions}
    tests = [
        {
            "name": titles[slug],
            "score": mark.score,
            "max_score": mark.points,
            "output": mark.message,
            "output_format": "md",
            "visibility": "visible",
        }
        for slug, mark in one.marks.items()
    ]
    return {"score": one.total, "tests": tests, "output": "; ".join(dict.fromkeys(one.remarks))}


def shortened(text: str) -> str:
    """Return an answer for a page of many; how much is left away is said."""
    if len(text) <= MOST_SHOWN:
        return text
    more = _("… and {letters} letters more, in the student's file")
    return text[:MOST_SHOWN] + more.format(letters=f"{len(text) - MOST_SHOWN:,}")


@functools.cache
def _templates() -> Environment:
    environment = Environment(loader=PackageLoader("nqpf.course"), autoescape=True)
    environment.globals["_"] = _
    environment.filters["html"] = lambda text: Markup(html(text))
    environment.filters["shortened"] = shortened
    environment.filters["score"] = lambda value: f"{value:g}"
    environment.filters["in_percent"] = lambda part: "–" if part is None else percent(0).text(part)
    environment.filters["coefficient"] = lambda one: "–" if one is None else plain(2).text(one)
    return environment
