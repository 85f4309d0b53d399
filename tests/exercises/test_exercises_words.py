"""What is said of every exercise at every door: no unit twice, no wrong plural, no open brace."""

import re

import pytest
from bs4 import BeautifulSoup
from exercise_points import ALL, slug
from nqpf.course.assignment import make
from nqpf.course.intake.roster import Roster
from nqpf.course.paper import paper
from nqpf.course.platforms import canvas, moodle
from nqpf.course.reference import marking_guide
from nqpf.course.student_files import notebook, written
from nqpf.exercises import check, solution
from nqpf.exercises.figures import fill
from nqpf.exercises.phrases import phrases

SECRET = b"a secret of the lecturer's"
CODE = re.compile(r"```.*?```|`[^`]+`|\$\$.*?\$\$|\$[^$]+\$", re.DOTALL)
TWICE = re.compile(
    r"\b(years?|points?|per cent|a year|index|ratio|countries|industries|million yuan|data points)"
    r"[ \u00a0]+\1\b|\ba year points\b|\ba period data points\b|%[ \u00a0]*(?:%|per cent\b)",
    re.IGNORECASE,
)
BRACE = re.compile(r"\{[a-z]\w*\}")
PLURAL = re.compile(
    r"(?<![\d.,\u2212/-])1[ \u00a0](?:years|points|cases|questions|labels|exercises|words|lines|"
    r"countries|industries|options|answers|boxes|variants|megabytes|more belong|of \d+ are)\b"
)


def faults(text):
    """Return what is wrong with a text's words, outside of code and formulas."""
    plain = CODE.sub(" ", text)
    return [
        plain[max(0, found.start() - 40) : found.end() + 20]
        for pattern in (TWICE, BRACE, PLURAL)
        for found in pattern.finditer(plain)
    ]


def repeats_unit(task, text):
    """Return where a word of the unit follows the unit, which a figure brings with it."""
    words = [word for word in getattr(task, "unit", "").split() if word.isalpha()]
    shown = "[ \u00a0]".join(map(re.escape, getattr(task, "unit", "").split()))
    again = "|".join(words)
    return re.search(rf"{shown}[ \u00a0]+(?:{again})\b", text) if again else None


def said_to(exercise, seed):
    """Return every text and verdict on an exercise, as readers see them."""
    task = exercise.task
    figures = task.figures(seed)
    texts = [exercise.prompt, *exercise.hints, exercise.solution, *exercise.exemplars]
    if exercise.kind in ("number", "seeded"):
        value, _width = task.case(seed).answer
        unit = task.units.factors[task.units.bare[0]]
        texts += [
            fill(wrong.message, figures | {"wrong": figures[f"wrong_{wrong.name}"]})
            for wrong in task.wrong
        ]
        tried = [value, -value, 100 * value, value / 10, 1.05 * value, 3 * value, value / 3]
        texts += [task.check(f"{one / unit:.8f}", seed).message for one in [*tried, unit, -unit]]
    else:
        texts += task.messages()
    return [fill(text, figures) for text in texts]


@pytest.mark.parametrize("exercise", ALL, ids=slug)
def test_no_text_or_verdict_has_a_unit_twice_or_a_wrong_plural(exercise):
    for seed in ("0", "1", "2") if exercise.kind == "seeded" else ("0",):
        for text in said_to(exercise, seed):
            assert faults(text) == [], exercise.slug
            assert repeats_unit(exercise.task, text) is None, exercise.slug


@pytest.mark.parametrize("exercise", ALL, ids=slug)
def test_check_and_solution_leave_no_brace_open(exercise):
    answers = [None, "", "x", 1, 2, 3, [1], [2, 1], "a b", exercise.task.solution("0")]
    for answer in answers:
        text = str(check(exercise.slug, answer))
        assert BRACE.findall(CODE.sub("", text)) == [], (exercise.slug, answer)
    assert BRACE.findall(CODE.sub("", solution(exercise.slug))) == []


def test_every_phrase_is_right_of_one():
    figures = dict.fromkeys(
        ("count", "left", "right", "all", "read", "points", "most", "passed", "solved"), "1"
    )
    for name, text in phrases().items():
        if name not in ("no_answer_given", "assessed"):  # 25 words and two points at the least
            assert PLURAL.search(text.format_map(Blank(figures))) is None, name


class Blank(dict):
    """Leaves out what it does not know."""

    def __missing__(self, key):
        return "…"


def seen(html):
    """Return what a page says, without formulas."""
    page = BeautifulSoup(html, "html.parser")
    for formula in page.find_all(["math", "code", "pre"]) + page.find_all(class_="math"):
        formula.replace_with("…")
    return page.get_text(" ")


def test_what_is_handed_out_kept_and_exported_has_none_either():
    every = make("all", ALL, Roster(), SECRET, None)
    texts = {
        "notebook": written(notebook(every, None, SECRET), "md"),
        "guide": marking_guide(every, SECRET),
        "paper": seen(paper(every, SECRET, key=False)),
        "key": seen(paper(every, SECRET, key=True)),
        "canvas": canvas.Canvas().text(every),
    }
    for name, text in texts.items():
        assert faults(text) == [], name
    elements = moodle.ET.fromstring(moodle.Moodle().export(every))
    for text in elements.iter("text"):
        assert faults(re.sub(r"\\\(.*?\\\)|\\\[.*?\\\]", "", seen(text.text or ""))) == []


def test_a_key_tells_all_that_a_marker_needs():
    every = make("all", ALL, Roster(), SECRET, None)
    key = BeautifulSoup(paper(every, SECRET, key=True), "html.parser")
    sections = key.find_all("section")
    assert len(sections) == len(ALL)
    for section, exercise in zip(sections, ALL, strict=True):
        text, task = section.get_text(" "), exercise.task
        if exercise.is_code:
            assert f"def {task.entry}" in text
            assert "→" in text
        elif exercise.kind == "order":
            letters = " ".join("abcdefghijklmnop"[n - 1] for n in task.solution("0"))
            assert letters in text
        elif exercise.kind == "choice" and task.labels:
            for place, option in enumerate(task.options):
                assert f"({'abcdefghij'[place]}) {task.labels[option.truth]}" in text
        elif exercise.kind == "open":
            for criterion in task.criteria:
                assert f"{criterion.name} :" in text or f"{criterion.name}:" in text


def test_dates_and_instructions_stand_on_the_paper():
    from nqpf.course.assignment import read_due

    moments = read_due("2027-03-08"), read_due("2027-03-01", "--release")
    some = make("some", ALL[:2], Roster(), SECRET, *moments)
    for text in (seen(paper(some, SECRET, key=False)), written(notebook(some, None, SECRET), "md")):
        assert "From: 2027-03-01 00:00" in text
        assert "Due: 2027-03-08 23:59" in text
    assert "Write in the room below" in paper(some, SECRET, key=False)
