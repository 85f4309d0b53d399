"""Every choice and number of the book, exported and read back by others than those who wrote it.

Moodle's file is read by a parser from npm. Then questions of both platforms are answered as their
formats say that answers are marked, and each verdict and message is held to the exercise's own.
"""

import json
import re
import subprocess
import zipfile
from itertools import chain, combinations
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from nqpf.course.assignment import make
from nqpf.course.intake.roster import Roster
from nqpf.course.platforms import TAKEN, canvas, moodle, taken, variants
from nqpf.course.texts import html
from nqpf.exercises import exercises
from nqpf.exercises.figures import fill
from nqpf.places import NODE_MODULES
from nqpf.site.build.node import executable

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
READER = """
const read = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
read(text, (found, error) => {
  if (error) throw error;
  console.log(JSON.stringify(found.questions));
});
"""


@pytest.fixture(scope="module")
def assignment():
    chosen = [one for one in exercises().values() if one.kind in TAKEN]
    return make("all", chosen, Roster(), b"a secret of the lecturer's", None)


@pytest.fixture(scope="module")
def asked(assignment):
    """Return each question as platforms get it: the exercise, the seed and its figures."""
    return [
        (question, seed, figures)
        for question in taken(assignment)
        for seed, figures in variants(question)
    ]


@pytest.fixture(scope="module")
def quiz(assignment):
    return moodle(assignment)


@pytest.fixture(scope="module")
def items(assignment, tmp_path_factory):
    """Return Canvas's items, as the archive's manifest leads to them."""
    path = tmp_path_factory.mktemp("canvas") / "all.zip"
    canvas(assignment, path)
    with zipfile.ZipFile(path) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        listed = [one.get("href") for one in manifest.iter() if one.tag.endswith("}file")]
        assert set(listed) < set(archive.namelist())
        (name,) = [name for name in listed if not name.endswith("assessment_meta.xml")]
        return list(ET.fromstring(archive.read(name)).iter(f"{QTI}item"))


def words(text):
    """Return what a piece of HTML says; formulas differ from platform to platform."""
    page = BeautifulSoup(text, "html.parser")
    for formula in page.find_all(["math", "img"]):
        formula.decompose()
    return re.sub(r"\W+", "", page.get_text())


def unit_of(prompt):
    """Return the unit that the question asks for, behind the number."""
    found = re.search(r"Give the number only, in (.+)\.$", BeautifulSoup(prompt, "html.parser")
                      .get_text().strip())  # fmt: skip
    return f" {found[1]}" if found else ""


def test_a_parser_of_others_reads_every_question(quiz, asked):
    parser = NODE_MODULES / "moodlexml-to-json"
    done = subprocess.run(
        [executable(), "-e", READER, str(parser)],
        input=quiz, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = [one for one in json.loads(done.stdout) if one["type"] != "category"]
    assert len(found) == len(asked)
    for one, (question, seed, figures) in zip(found, asked, strict=True):
        task = question.exercise.task
        assert one["defaultgrade"] == question.points
        assert words(html(fill(question.exercise.prompt, figures))) in words(one["questiontext"])
        if question.kind == "choice":
            rights = [place for place, option in enumerate(task.options) if option.truth]
            assert (one["correctAnswer"], one["single"]) == (rights, not task.multiple)
            texts = [words(html(fill(option.text, figures))) for option in task.options]
            assert [words(str(answer["text"])) for answer in one["answers"]] == texts
        else:
            (right,) = one["correctAnswer"]
            answer = f"{right:.10f}{unit_of(one['questiontext'])}"
            assert task.check(answer, seed).correct, question.slug


def test_moodle_says_what_the_exercise_says(quiz, asked):
    elements = [e for e in ET.fromstring(quiz).iter("question") if e.get("type") != "category"]
    for element, (question, seed, figures) in zip(elements, asked, strict=True):
        task = question.exercise.task
        answers = [
            (one.findtext("text"), float(one.get("fraction")), one.findtext("feedback/text"))
            for one in element.findall("answer")
        ]
        if question.kind == "choice":
            said = [words(html(fill(option.message, figures))) for option in task.options]
            assert [words(feedback) for _text, _fraction, feedback in answers] == said
            assert sum(max(0, fraction) for _t, fraction, _f in answers) == pytest.approx(100)
            continue
        assert len(answers) == 1 + len(task.wrong)
        unit = unit_of(element.findtext("questiontext/text"))
        for text, fraction, feedback in answers:
            result = task.check(f"{float(text):.10f}{unit}", seed)
            assert result.correct == (fraction == 100), (question.slug, text)
            assert result.correct or words(html(result.message)) == words(feedback)


def test_moodle_accepts_what_the_exercise_accepts(quiz, asked):
    elements = [e for e in ET.fromstring(quiz).iter("question") if e.get("type") != "category"]
    for element, (question, seed, _figures) in zip(elements, asked, strict=True):
        if question.kind == "choice":
            continue
        unit = unit_of(element.findtext("questiontext/text"))
        value, width = [float(element.find("answer").findtext(n)) for n in ("text", "tolerance")]
        for off, right in ((-1.2, False), (-0.8, True), (0.8, True), (1.2, False)):
            tried = f"{value + off * width:.10f}{unit}"
            assert question.exercise.task.check(tried, seed).correct == right, question.slug


def holds(condition, given):
    """Return whether a QTI condition holds for what was given: choices, or one number as text."""
    kind = condition.tag.removeprefix(QTI)
    parts = [holds(part, given) for part in condition]
    if kind in ("conditionvar", "and"):
        return all(parts)
    if kind in ("or", "not"):
        return any(parts) if kind == "or" else not parts[0]
    if kind == "varequal":
        return condition.text in given
    if kind in ("vargte", "varlte"):
        bound, number = float(condition.text), float(given[0])
        return number >= bound if kind == "vargte" else number <= bound
    assert kind == "other"
    return True


def play(item, given):
    """Return the score of an answer and the feedback that is shown, as QTI 1.2 marks them."""
    texts = {one.get("ident"): one.findtext(f".//{QTI}mattext")
             for one in item.iter(f"{QTI}itemfeedback")}  # fmt: skip
    score, shown = 0.0, []
    for condition in item.iter(f"{QTI}respcondition"):
        if not holds(condition.find(f"{QTI}conditionvar"), given):
            continue
        shown += [texts[one.get("linkrefid")] for one in condition.iter(f"{QTI}displayfeedback")]
        for one in condition.iter(f"{QTI}setvar"):
            score = float(one.text)
        if condition.get("continue") == "No":
            break
    return score, shown


def test_canvas_marks_choices_as_the_exercise_does(items, asked):
    for item, (question, seed, figures) in zip(items, asked, strict=True):
        if question.kind != "choice":
            continue
        task = question.exercise.task
        labels = [one.get("ident") for one in item.iter(f"{QTI}response_label")]
        assert len(labels) == len(task.options)
        most = len(labels) if task.multiple else 1
        places = range(len(labels))
        for chosen in chain.from_iterable(combinations(places, n) for n in range(1, most + 1)):
            score, shown = play(item, [labels[place] for place in chosen])
            correct = task.check([place + 1 for place in chosen], seed).correct
            assert (score == 100) == correct, (question.slug, chosen)
            said = {words(text) for text in shown}
            messages = {words(html(fill(task.options[n].message, figures))) for n in chosen}
            assert messages <= said


def test_canvas_marks_numbers_as_the_exercise_does(items, asked):
    for item, (question, seed, _figures) in zip(items, asked, strict=True):
        if question.kind == "choice":
            continue
        unit = unit_of(item.findtext(f".//{QTI}presentation/{QTI}material/{QTI}mattext"))
        low, high = (float(next(item.iter(QTI + n)).text) for n in ("vargte", "varlte"))
        middle, half = (low + high) / 2, (high - low) / 2
        for off in (-1.2, -0.8, 0, 0.8, 1.2):
            tried = f"{middle + off * half:.10f}"
            score, _shown = play(item, [tried])
            assert (score == 100) == (abs(off) < 1)
            assert (score == 100) == question.exercise.task.check(tried + unit, seed).correct, (
                question.slug, tried,
            )  # fmt: skip
