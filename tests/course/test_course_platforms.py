"""Every question of the book that a platform takes, exported and read back.

Moodle's file is read by a parser from npm. Then questions of both platforms are answered as their
formats say that answers are marked, and each verdict and message is held to the exercise's own.
"""

import json
import re
import subprocess
import zipfile
from datetime import datetime
from html import unescape
from itertools import chain, combinations
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from nqpf.course import nbgrader
from nqpf.course.assignment import make
from nqpf.course.intake.roster import Roster
from nqpf.course.platforms import canvas, moodle, place_of, variants
from nqpf.course.texts import html
from nqpf.exercises import exercises
from nqpf.exercises.figures import fill
from nqpf.explorers import explorer
from nqpf.places import NODE_MODULES
from nqpf.site.build.node import executable

KINDS = ("choice", "number", "seeded", "order", "open")
MOODLES_FRACTIONS = (0, 5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 30, 33.33333, 40, 50,
                     60, 66.66667, 70, 75, 80, 83.33333, 90, 100)  # fmt: skip
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
    return make("all", list(exercises().values()), Roster(), b"a secret of the lecturer's", None)


def asked(assignment, fates, *kinds):
    """Return each question as platforms get it: the exercise, the seed and its figures."""
    return [
        (fate.question, seed, figures)
        for fate in fates
        if fate.becomes and fate.question.kind in kinds
        for seed, figures in variants(fate.question)
    ]


@pytest.fixture(scope="module")
def quiz(assignment):
    when = datetime(2027, 3, 1, 9, 30)
    return moodle.Moodle(site="https://example.org/book", when=when).export(assignment)


@pytest.fixture(scope="module")
def questions(quiz, assignment):
    """Return Moodle's questions with the exercise, seed and figures of each."""
    elements = [e for e in ET.fromstring(quiz).iter("question") if e.get("type") != "category"]
    rows = asked(assignment, moodle.fates(assignment), *KINDS)
    assert len(elements) == len(rows)
    return [(element, *row) for element, row in zip(elements, rows, strict=True)]


@pytest.fixture(scope="module")
def archived(assignment, tmp_path_factory):
    """Return Canvas's files by name, as the archive's manifest leads to them."""
    path = tmp_path_factory.mktemp("canvas") / "all.zip"
    canvas.Canvas("https://example.org/book").export(assignment, path)
    with zipfile.ZipFile(path) as archive:
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        listed = [one.get("href") for one in manifest.iter() if one.tag.endswith("}file")]
        assert set(listed) < set(archive.namelist())
        return {name.rpartition("/")[2]: ET.fromstring(archive.read(name)) for name in listed}


@pytest.fixture(scope="module")
def items(archived):
    (name,) = [name for name in archived if name != "assessment_meta.xml"]
    return list(archived[name].iter(f"{QTI}item"))


def title_of(item):
    return item.get("title")


def words(text):
    """Return what a piece of HTML says; formulas differ from platform to platform."""
    page = BeautifulSoup(text, "html.parser")
    for formula in page.find_all(["math", "img"]) + page.find_all(class_="math"):
        formula.decompose()
    return re.sub(r"\W+", "", page.get_text())


def numerical(element, typed):
    """Return the fraction and message that Moodle gives a number: the first answer that fits."""
    for one in element.findall("answer"):
        text, width = one.findtext("text"), float(one.findtext("tolerance"))
        if text == "*" or abs(float(typed) - float(text)) <= width * (1 + 1e-9):
            return float(one.get("fraction")), one.findtext("feedback/text")
    raise AssertionError("Moodle would say nothing at all")


BOX = re.compile(r"\{([0-9]+):MULTICHOICE:(.*?)\}")


def boxes(element):
    """Return the boxes of a cloze question: for each choice its label, truth and message."""
    found = []
    for weight, body in BOX.findall(element.findtext("questiontext/text")):
        assert weight == "1"
        choices = [choice.partition("#") for choice in re.split("~", body)]
        found.append([
            (unescape(label.removeprefix("=")), label.startswith("="), unescape(message))
            for label, _mark, message in choices
        ])  # fmt: skip
    return found


def test_a_parser_of_others_reads_choices_and_numbers(assignment):
    chosen = [one for one in exercises().values() if one.kind in ("choice", "number")]
    chosen = [one for one in chosen if not getattr(one.task, "labels", ())]
    few = make("few", chosen, Roster(), b"a secret of the lecturer's", None)
    done = subprocess.run(
        [executable(), "-e", READER, str(NODE_MODULES / "moodlexml-to-json")],
        input=moodle.Moodle().export(few),
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = [one for one in json.loads(done.stdout) if one["type"] != "category"]
    assert len(found) == len(chosen)
    for one, exercise in zip(found, chosen, strict=True):
        task, figures = exercise.task, exercise.task.figures("platform-0")
        assert one["defaultgrade"] == exercise.points
        assert words(html(fill(exercise.prompt, figures))) in words(one["questiontext"])
        if exercise.kind == "choice":
            rights = [place for place, option in enumerate(task.options) if option.truth]
            assert (one["correctAnswer"], one["single"]) == (rights, not task.multiple)
            texts = [words(html(fill(option.text, figures))) for option in task.options]
            assert [words(str(answer["text"])) for answer in one["answers"]] == texts
        else:
            assert all(task.check(f"{right:.10f}", "0").correct for right in one["correctAnswer"])


def test_moodle_reads_a_number_as_the_page_does(questions):
    for element, question, seed, _figures in questions:
        task = question.exercise.task
        if question.kind not in ("number", "seeded"):
            continue
        case = task.case(seed)
        for unit in task.units.bare:
            factor = task.units.factors[unit]
            value, width = case.answer[0] / factor, case.answer[1] / factor
            wrong = [one / factor for one, _width in case.wrong]
            wrong += [one / factor for ones in case.rounded for one in ones]
            near = [value + off * width for off in (-1.9, -0.99, -0.75, 0, 0.75, 0.99, 1.9)]
            for typed in [*near, *wrong, 10 * value, -value, 123456.0]:
                text = f"{typed:.10f}"
                fraction, message = numerical(element, text)
                result = task.check(text, seed)
                assert (fraction == 100) == result.correct, (question.slug, text)
                if result.tag in {one.name for one in task.wrong}:
                    assert words(message) == words(html(result.message)), (question.slug, text)


def test_moodle_prints_answers_with_the_books_digits(questions):
    for element, question, _seed, figures in questions:
        if question.kind in ("number", "seeded"):
            first = element.find("answer").findtext("text")
            book = re.match(r"[\d.,\u2212-]+", figures["answer"])[0]
            book = book.replace("\u2212", "-").replace(",", "")
            digits = len(book.partition(".")[2])
            assert first == book or abs(float(first) - float(book)) <= 0.5001 / 10**digits
            assert len(first) <= len(book) + 2


def test_moodle_takes_the_unit_that_is_asked_for_and_needs_none(questions):
    for element, question, _seed, _figures in questions:
        if question.kind in ("number", "seeded"):
            names = [one.text for one in element.iter("unit_name")]
            task = question.exercise.task
            if not task.unit:
                assert names == []
                assert "Unit:" not in unescape(element.findtext("questiontext/text"))
                continue
            assert task.unit in names
            assert "%" in names or not task.is_rate
            assert (element.findtext("showunits"), element.findtext("unitgradingtype")) == (
                "0",
            ) * 2
            assert element.findall("answer")[-1].findtext("text") == "*"
            assert f"Unit: {task.unit}." in unescape(element.findtext("questiontext/text"))


def test_moodle_marks_choices_by_the_rule_that_is_stated(questions):
    for element, question, _seed, figures in questions:
        task = question.exercise.task
        if question.kind != "choice" or task.labels:
            continue
        answers = element.findall("answer")
        said = [words(html(fill(option.message, figures))) for option in task.options]
        assert [words(one.findtext("feedback/text")) for one in answers] == said
        fractions = [float(one.get("fraction")) for one in answers]
        assert sum(one for one in fractions if one > 0) == pytest.approx(100)
        for fraction in fractions:
            assert any(abs(abs(fraction) - known) < 1e-4 for known in MOODLES_FRACTIONS)
        for option, fraction in zip(task.options, fractions, strict=True):
            if not option.truth:
                assert fraction == (-100 if task.multiple else 0)
        stated = "A wrong one costs all points" in element.findtext("questiontext/text")
        assert stated == task.multiple


def test_moodle_sorts_and_orders_with_the_exercises_own_messages(questions):
    seen = set()
    for element, question, seed, figures in questions:
        task = question.exercise.task
        if element.get("type") != "cloze":
            continue
        seen.add(question.kind)
        found = boxes(element)
        rights = [next(label for label, right, _said in box if right) for box in found]
        assert all(sum(right for _label, right, _said in box) == 1 for box in found)
        assert all(said for box in found for _label, _right, said in box)
        if question.kind == "choice":
            assert task.check(rights, seed).correct
            for box, option in zip(found, task.options, strict=True):
                wrong = {words(said) for _label, right, said in box if not right}
                assert wrong == {words(html(fill(option.message, figures)))}
        else:
            places = [(int(place), number) for number, place in enumerate(rights, 1)
                      if place.isdigit()]  # fmt: skip
            assert task.check([number for _place, number in sorted(places)], seed).correct
    assert seen == {"choice", "order"}


def test_moodle_gets_open_answers_with_their_rubric(questions):
    for element, question, _seed, _figures in questions:
        if question.kind == "open":
            assert element.get("type") == "essay"
            table = BeautifulSoup(element.findtext("graderinfo/text"), "html.parser")
            rows = [row.get_text() for row in table.find_all("tr")]
            for criterion in question.exercise.task.criteria:
                assert any(words(criterion.name) in words(row) for row in rows)


def test_formulas_survive_an_editor_unless_mathml_is_asked_for(quiz, assignment):
    assert r"\(" in quiz
    assert "&lt;math" not in quiz
    native = moodle.Moodle("mathml").export(assignment)
    assert "&lt;math" in native
    assert r"\(" not in native


@pytest.mark.parametrize("formulas", ["tex", "mathml"])
def test_aligned_equations_are_rows(formulas):
    made = html("$$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$", formulas)
    page = BeautifulSoup(made, "html.parser")
    if formulas == "mathml":
        assert len(page.find_all("mtr")) == 2
        assert "&" not in page.get_text()
    else:
        assert r"a &amp;= b" in made
        assert made.count(r"\[") == 1


def test_questions_lead_to_their_place_in_the_book(questions, items):
    for element, question, _seed, _figures in questions:
        prompt = element.findtext("questiontext/text")
        exercise = question.exercise
        page = f"{exercise.folder.parent.parent.name}/{exercise.folder.parent.name}.html"
        assert f"https://example.org/book/chapters/{page}#exercise-{question.slug}" in prompt
    linked = [e for e, *_rest in questions if "/embed/" in e.findtext("questiontext/text")]
    assert len(linked) > 20
    assert all("https://example.org/book/chapters/" in ET.tostring(item, "unicode")
               for item in items)  # fmt: skip


def test_links_lead_somewhere():
    for exercise in exercises().values():
        place = place_of(exercise)
        assert place is not None, exercise.slug
        assert place.section
        assert not place.explorer or explorer(place.explorer).slug == place.explorer


def test_categories_are_dated(quiz):
    names = [e.findtext("text") for e in ET.fromstring(quiz).iter("category")]
    assert names
    assert all(name.startswith("$course$/top/all 2027-03-01 09.30") for name in names)


def test_each_question_arrives_or_is_named(assignment):
    for fates in (moodle.fates(assignment), canvas.fates(assignment), nbgrader.fates(assignment)):
        assert [fate.question for fate in fates] == list(assignment.questions)
        for fate in fates:
            assert fate.becomes or fate.note
            assert bool(fate.points) == bool(fate.becomes)
            assert fate.question.slug in fate.as_text()


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


def test_canvas_marks_choices_as_the_exercise_does(items, assignment):
    listed = iter(items)
    for question, seed, figures in asked(assignment, canvas.fates(assignment), *KINDS):
        task = question.exercise.task
        if getattr(task, "labels", ()):
            for option in task.options:
                _one_of(next(listed), task, option, figures)
            continue
        item = next(listed)
        assert title_of(item) == question.exercise.title
        if question.kind != "choice":
            continue
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
    assert next(listed, None) is None


def _one_of(item, task, option, figures):
    """Hold a statement's item to its label and message."""
    prompt = item.findtext(f".//{QTI}presentation/{QTI}material/{QTI}mattext")
    assert words(html(fill(option.text, figures))) in words(prompt)
    labels = [one.get("ident") for one in item.iter(f"{QTI}response_label")]
    for place, label in enumerate(labels):
        score, shown = play(item, [label])
        assert (score == 100) == (place == option.truth)
        if place != option.truth:
            assert words(html(fill(option.message, figures))) in {words(one) for one in shown}


def test_canvas_marks_numbers_as_the_exercise_does(items, assignment):
    rows = {}
    for question, seed, _figures in asked(assignment, canvas.fates(assignment), "number", "seeded"):
        rows.setdefault(question.exercise.title, []).append((question, seed))
    seen = 0
    for item in items:
        if title_of(item) not in rows:
            continue
        question, seed = rows[title_of(item)].pop(0)
        low, high = (float(next(item.iter(QTI + n)).text) for n in ("vargte", "varlte"))
        middle, half = (low + high) / 2, (high - low) / 2
        for off in (-1.2, -0.8, 0, 0.8, 1.2):
            tried = f"{middle + off * half:.10f}"
            score, _shown = play(item, [tried])
            assert (score == 100) == (abs(off) < 1)
            assert (score == 100) == question.exercise.task.check(tried, seed).correct, (
                question.slug, tried,
            )  # fmt: skip
        seen += 1
    assert seen
    assert not any(rows.values())


def test_canvas_shuffles_and_counts_points_once(archived, assignment):
    meta = archived["assessment_meta.xml"]
    (shuffle,) = [one.text for one in meta.iter() if one.tag.endswith("}shuffle_answers")]
    points = {float(one.text) for one in meta.iter() if one.tag.endswith("}points_possible")}
    assert shuffle == "true"
    assert points == {sum(fate.points for fate in canvas.fates(assignment))}


def test_canvas_keeps_the_unit_in_a_paragraph_of_its_own(items):
    for item in items:
        prompt = item.findtext(f".//{QTI}presentation/{QTI}material/{QTI}mattext")
        page = BeautifulSoup(prompt, "html.parser")
        for paragraph in page.find_all("p"):
            text = paragraph.get_text()
            assert "Write the number" not in text or text.startswith("Write the number")
