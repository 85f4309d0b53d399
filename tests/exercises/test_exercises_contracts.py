"""Every exercise proves itself: contracts over whatever exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from exercise_mutants import is_killed, mutants
from exercise_points import ALL, in_javascript, of_kind, slug
from nqpf import data
from nqpf.exercises import Exercise, check, find, hint, kinds, solution
from nqpf.exercises.kinds.rounding import roundings
from nqpf.exercises.phrases import phrases
from nqpf.exercises.reading import readings, within
from nqpf.exercises.shown.text import as_markdown
from nqpf.explorers import explorer
from nqpf.explorers.core.compiled import compiled
from nqpf.places import ROOT
from nqpf.site.exercise import goals as exercise_goals
from nqpf.site.exercise import html as exercise_html
from nqpf.site.explorer import html as figures

SEEDS = [str(seed) for seed in range(200)]
GRID = 4_000
MOST_OF_GRID = 0.05
TAUGHT = {row["concept_id"]: int(row["chapter"]) for row in data.rows("concepts")}


def test_every_exercise_has_a_title_of_its_own():
    """Lists of what is due, drawn or marked show titles alone."""
    titles = sorted(one.title for one in ALL)
    assert titles == sorted(set(titles))


@pytest.mark.parametrize("exercise", ALL, ids=slug)
def test_concepts_are_the_books_and_returning_ones_come_from_earlier(exercise: Exercise):
    assert set(exercise.concepts) <= set(TAUGHT)
    for concept in exercise.revisits:
        assert TAUGHT[concept] < exercise.chapter, f"{concept} is not taught before"


@pytest.mark.parametrize("exercise", of_kind("choice", "number", "seeded"), ids=slug)
def test_the_reference_is_accepted_and_a_blank_is_not(exercise: Exercise):
    task = exercise.task
    for seed in SEEDS[:5]:
        assert task.check(task.solution(seed), seed).correct
        assert not task.check("", seed).correct


@pytest.mark.parametrize("exercise", of_kind("number", "seeded"), ids=slug)
def test_numbers_right_and_wrong_are_told_apart_for_every_seed(exercise: Exercise):
    task = exercise.task
    names = [wrong.name for wrong in task.wrong]
    assert len(names) >= 2
    for seed in SEEDS if exercise.kind == "seeded" else SEEDS[:1]:
        case = task.case(seed)
        given = {"the answer": case.answer, **dict(zip(names, case.wrong, strict=True))}
        for (name, (value, width)), (same, (other, room)) in combinations(given.items(), 2):
            assert abs(value - other) > width + room, (
                f"seed {seed}: {name} ({value}) cannot be told from {same} ({other}): change the "
                "figures or the mistake"
            )
        unit = task.units.factors[task.units.bare[0]]  # the one in which a bare number is read
        for name, (value, _width) in zip(names, case.wrong, strict=True):
            assert task.check(value / unit, seed).tag == name


@pytest.mark.parametrize("exercise", of_kind("number", "seeded"), ids=slug)
def test_mistakes_are_known_when_rounded_and_no_right_answer_is_one(exercise: Exercise):
    task = exercise.task
    unit = task.units.factors[task.units.bare[0]]
    for seed in SEEDS[:40] if exercise.kind == "seeded" else SEEDS[:1]:
        case = task.case(seed)
        for wrong, ones in zip(task.wrong, case.rounded, strict=True):
            for one in ones:
                for written in (f"{one / unit:.10g}", f"{one / unit:.10g} {task.unit}".strip()):
                    assert task.check(written, seed).tag == wrong.name, f"seed {seed}: {written}"
        mistakes = [one for ones in case.rounded for one in ones]
        value, width = case.answer
        for right in roundings(value, width, task.form):
            assert not any(within(right, one, 0) for one in mistakes), f"seed {seed}: {right}"
        for share in range(-10, 11):
            assert task.check(f"{(value + share / 10.01 * width) / unit!r}", seed).correct


def test_a_mistake_is_known_as_its_message_shows_it():
    # 7.36, of which the message itself says 7.4: it was known at 7.36 alone.
    task = find("what-two-shares-prove").task
    seen = 0
    for seed in SEEDS:
        shown = task.figures(seed)["wrong_product"]
        alone = [one for one in task.case(seed).wrong if task.form.text(one[0]) == shown]
        if len(alone) == 1:
            seen += 1
            assert task.check(shown.split("\N{NO-BREAK SPACE}")[0], seed).tag == "product", seed
    assert seen > len(SEEDS) / 2


@pytest.mark.parametrize("exercise", of_kind("number", "seeded"), ids=slug)
def test_two_ways_to_write_the_right_number_are_accepted(exercise: Exercise):
    task = exercise.task
    for seed in SEEDS[:20]:
        value = task.solution(seed)
        unit = task.units.bare[0]
        shown = task.form.text(value)
        written = {shown, f"{value / task.units.factors[unit]!r}"}
        written |= {text.replace(".", ",") for text in written if "," not in text}
        for text in written:
            assert task.check(text, seed).correct, f"seed {seed}: {text}"


@pytest.mark.parametrize("exercise", of_kind("seeded"), ids=slug)
def test_readers_get_figures_of_their_own(exercise: Exercise):
    shown = {str(exercise.task.figures(seed)) for seed in SEEDS[: exercise_html.VARIANTS]}
    assert len(shown) >= exercise_html.VARIANTS * 0.75


@pytest.mark.parametrize("exercise", of_kind("choice"), ids=slug)
def test_every_option_answers_for_itself(exercise: Exercise):
    task = exercise.task
    messages = [option.message for option in task.options]
    assert len(set(messages)) == len(messages)
    if task.labels:
        assert {option.truth for option in task.options} == set(range(len(task.labels)))
        return
    for number, option in enumerate(task.options, start=1):
        result = task.check(number, "0")
        assert option.message in result.message or (task.multiple and result.tag == "missing")


def judged(exercise: Exercise, most: int) -> dict[str, list[dict[str, float]]]:
    """Return settings of the goal's explorer by the tag of their verdict."""
    one = explorer(exercise.task.explorer)
    found: dict[str, list[dict[str, float]]] = {}
    for settings in one.settings_grid(most):
        result = exercise.task.judge(settings, one.readouts(**settings))
        found.setdefault(result.tag, []).append(settings)
    return found


@pytest.mark.parametrize("exercise", of_kind("goal"), ids=slug)
def test_a_goal_is_not_met_at_the_start_and_seldom_by_chance(exercise: Exercise):
    one = explorer(exercise.task.explorer)
    assert not exercise.task.judge(one.start, one.readouts()).correct
    found = judged(exercise, GRID)
    size = sum(map(len, found.values()))
    assert len(found.get("right", [])) <= MOST_OF_GRID * size
    settings = one.checked(exercise.task.reached_at)
    assert exercise.task.judge(settings, one.readouts(**settings)).correct
    for control in one.controls:
        assert settings[control.name] in control.stops, "the setting is no stop of the control"
    for progress in exercise.task.progress:
        assert progress.name in found, f"nobody would ever read {progress.name}"


STATES = """
    import { readFileSync } from "node:fs";
    import { kit } from "./explorer/drawing.js";
    import { apply, viewOf } from "./explorer/runtime.js";
    import { workedOut } from "./exercise/conditions.js";
    const { condition, settings, make, frame, specification, readouts } =
      JSON.parse(readFileSync(0, "utf8"));
    const prefixed = (prefix, values) => Object.fromEntries(
      Object.entries(values).map(([name, value]) => [prefix + name, value]));
    const draw = make && new Function(`return ${make}`)()(kit, frame);
    const view = make || viewOf(specification);
    const told = async (setting) => {
      const signals = make ? draw(setting).values : null;
      if (!make) await apply(view, prefixed("p_", setting)).runAsync();
      return Object.fromEntries(Object.entries(readouts).map(([name, signal]) =>
        [name, make ? signals[signal] : view.signal(signal)]));
    };
    const states = [];
    for (const setting of settings) {
      const known = { ...prefixed("p_", setting), ...prefixed("r_", await told(setting)) };
      states.push(workedOut(condition, known));
    }
    console.log(JSON.stringify(states));
"""


@pytest.mark.parametrize("exercise", of_kind("goal"), ids=slug)
def test_the_pages_conditions_are_pythons(exercise: Exercise):
    one = explorer(exercise.task.explorer)
    found = [(setting, tag) for tag, group in judged(exercise, 300).items() for setting in group]
    for setting in (one.start, one.checked(exercise.task.reached_at)):
        found.append((setting, exercise.task.judge(setting, one.readouts(**setting)).tag))
    settings, tags = zip(*found, strict=True)
    places = {progress.name: place for place, progress in enumerate(exercise.task.progress, 2)}
    asked, made = compiled(one.slug), figures.drawing(one.slug)
    states = in_javascript(
        STATES,
        {
            "condition": exercise_goals.condition(exercise.task),
            "settings": settings,
            "make": made.make,
            "frame": made.frames.get("wide"),
            "specification": asked.vega,
            "readouts": asked.readouts,
        },
    )
    assert states == [{"right": 1, "other": 0, **places}[tag] for tag in tags]


def cases_of(exercise: Exercise, kind: str) -> list[Path]:
    """Return the files with right or wrong answers to a code exercise."""
    return sorted((exercise.folder / "cases").glob(f"{kind}_*.py"))


CODE = of_kind(*kinds.CODE)


@pytest.mark.parametrize("exercise", CODE, ids=slug)
def test_right_code_is_accepted_and_the_starter_is_not(exercise: Exercise):
    task = exercise.task
    for seed in SEEDS[:5]:
        assert task.check(task.reference_text, seed).correct
    assert not task.check(task.starter, "0").correct
    assert "SOLUTION" not in task.starter
    others = cases_of(exercise, "alt")
    assert others, "another right answer, cases/alt_NAME.py, is needed"
    for path in others:
        result = task.check(path.read_text(encoding="utf-8"), "0")
        assert result.correct, f"{path.name}: {result.message}"


@pytest.mark.parametrize("exercise", CODE, ids=slug)
def test_misconceptions_are_answered_first_by_their_own_message(exercise: Exercise):
    paths = cases_of(exercise, "wrong")
    assert len(paths) >= 3
    tags = set()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        expected = text.splitlines()[0].removeprefix("# expect:").strip()
        result = exercise.task.check(text, "0")
        assert not result.correct
        assert result.tag == expected, f"{path.name}: {result.message}"
        tags.add(expected)
    assert len(tags) == len(paths)


@pytest.mark.parametrize("exercise", CODE, ids=slug)
def test_every_faulty_version_of_the_reference_is_refused(exercise: Exercise):
    task = exercise.task
    made = list(mutants(task.reference_text))
    assert len(made) >= 3
    alive = [name for name, text in made if not is_killed(task, text)]
    assert set(alive) == set(task.waived), "refuse it by a case, or waive it with a reason"
    assert len(alive) <= 0.1 * len(made)


@pytest.mark.parametrize("exercise", of_kind("order"), ids=slug)
def test_lines_in_order_are_accepted_and_others_are_answered(exercise: Exercise):
    task = exercise.task
    numbers = task.solution("0")
    assert task.check(numbers, "0").correct
    assert not task.check(list(range(1, len(task.lines) + 1)), "0").correct, "shown solved"
    assert task.check(numbers[:-1], "0").tag == "too-few"
    for number, line in enumerate(task.lines, start=1):
        if line.place is None:
            result = task.check([*numbers, number], "0")
            assert (result.tag, line.message in result.message) == ("distractor", True)
        elif line.after:
            first = [number, *(n for n in numbers if n != number)]
            assert task.check(first, "0").tag == "too-early"


@pytest.mark.parametrize("exercise", of_kind("open"), ids=slug)
def test_an_open_answer_is_assessed_and_a_blank_is_not(exercise: Exercise):
    task = exercise.task
    full = task.solution("0")
    assert task.check(full, "0").correct
    assert task.check(full["text"], "0").tag == "assess"
    assert not task.check("too short", "0").correct
    assert len(exercise.exemplars) >= 2


def verdicts_in_a_python_of_its_own(hash_seed: int) -> str:
    """Return all figures, solutions and verdicts, and what pages show, under a hash seed."""
    program = (
        # As commands do: a grammar of addresses takes longer to load than all the rest.
        "import sys; sys.modules['rfc3987_syntax'] = None\n"
        "from exercise_points import ALL\n"
        "from nqpf.site.exercise.html import code_parts\n"
        "for e in ALL:\n"
        "    print(code_parts(e) if e.kind == 'code' else '')\n"
        "    right = e.task.solution('1')\n"
        "    found = None if e.kind == 'goal' else e.task.check(right, '1')\n"
        "    print(e.slug, sorted(e.task.figures('1').items()), right, found)\n"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "widgets"), str(ROOT / "tests" / "support")]),
    }
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_results_do_not_depend_on_the_hash_seed():
    first = verdicts_in_a_python_of_its_own(0)
    assert first.count("\n") >= len(ALL)
    assert all(verdicts_in_a_python_of_its_own(seed) == first for seed in range(1, 20))


VERDICTS = """
    import { readFileSync } from "node:fs";
    import { checkChoice, checkLabels, checkNumber, checkOrder } from "./exercise/checks.js";
    const jobs = JSON.parse(readFileSync(0, "utf8"));
    const checks = { choice: checkChoice, labels: checkLabels, number: checkNumber };
    checks.order = (plan, _variant, words, answer) => checkOrder(plan, words, answer);
    const verdicts = jobs.map(({ how, plan, variant, words, answer }) => {
      const { correct, tag } = checks[how](plan, plan.variants[variant], words, answer);
      return [correct, tag];
    });
    console.log(JSON.stringify(verdicts));
"""


def tries(exercise: Exercise) -> list[tuple[str, int, object, object]]:
    """Return answers to try: how they are judged, the variant, the page's and Python's form."""
    task = exercise.task
    if exercise.kind == "choice" and task.labels:
        places = [option.truth for option in task.options]
        wrong = [[(places[0] + 1) % len(task.labels), *places[1:]], [*places[:-1], 0], places]
        return [("labels", 0, w, [task.labels[p] for p in w]) for w in wrong]
    if exercise.kind == "choice":
        numbers = range(1, len(task.options) + 1)
        chosen = [[n] for n in numbers] + [list(numbers), list(numbers)[1:]]
        return [("choice", 0, c, c) for c in chosen]
    found: list[tuple[str, int, object, object]] = []
    if exercise.kind == "order":
        right = task.solution("0")
        orders = [right[:n] for n in range(1, len(right) + 1)]
        orders += [[n, *(m for m in right if m != n)] for n in range(1, len(task.lines) + 1)]
        return [("order", 0, order, order) for order in orders]
    for variant in range(exercise_html.VARIANTS if exercise.kind == "seeded" else 1):
        case = task.case(str(variant))
        unit = task.units.factors[task.units.bare[0]]
        values = [case.answer[0], *(value for value, _width in case.wrong)]
        values += [one for ones in case.rounded for one in ones]
        near = [values[0] + 0.9 * case.answer[1], values[0] + 1.1 * case.answer[1]]
        for value in [*values, *near, -values[0], values[0] * 100, values[0] / 10, values[0] * 3]:
            text = f"{value / unit:.12g}"
            found.append(("number", variant, text, text))
    return found


@pytest.mark.parametrize("exercise", of_kind("choice", "number", "seeded", "order"), ids=slug)
def test_the_page_judges_as_python_does(exercise: Exercise):
    plan = exercise_html.plan(exercise)
    words = phrases()
    rows = tries(exercise)
    jobs = [
        {"how": how, "plan": plan, "variant": variant, "words": words, "answer": answer}
        for how, variant, answer, _python in rows
    ]
    ours = [exercise.task.check(answer, str(variant)) for _how, variant, _page, answer in rows]
    assert in_javascript(VERDICTS, jobs) == [[result.correct, result.tag] for result in ours]


def test_the_reading_of_an_answer_is_never_both_right_and_a_named_mistake():
    # A bare number in a question about per cent is read twice; neither reading may mislead.
    for exercise in of_kind("number", "seeded"):
        for seed in SEEDS if exercise.kind == "seeded" else SEEDS[:1]:
            case = exercise.task.case(seed)
            for value, _width in case.wrong:
                unit = exercise.task.units.factors[exercise.task.units.bare[0]]
                for read in readings(f"{value / unit:.6g}", exercise.task.units):
                    assert not within(read.value, *case.answer), exercise.slug


SHOWN_AS_TYPED = re.compile(r"\$[^$]*\$|`[^`]*`|```.*?```", re.DOTALL)


def whatever_it_says(one):
    """Return answers that bring out every text that an exercise of options or lines has."""
    right = one.task.solution("0")
    if one.kind == "choice" and one.task.labels:
        others = [[label] * len(one.task.options) for label in one.task.labels]
        return [right, *others]
    if one.kind == "choice":
        return [right, *([number] for number in range(1, len(one.task.options) + 1))]
    if one.kind == "order":
        return [right, *([number] for number in range(1, len(one.task.lines) + 1))]
    if one.kind == "goal":
        return [one.task.reached_at]
    return [right, "0", "1000000", "no number"]


@pytest.mark.parametrize("one", [one for one in ALL if not one.is_code], ids=slug)
def test_no_text_that_a_reader_sees_has_an_unfilled_figure(one):
    said = [one.hints and str(hint(one.slug)) for _hint in one.hints]
    for answer in whatever_it_says(one):
        given = {"answer": None, **answer} if one.kind == "goal" else {"answer": answer}
        said.append(check(one.slug, **given).message)
    said += [str(solution(one.slug)), as_markdown(one)]
    shown = [SHOWN_AS_TYPED.sub("", text) for text in said if text]
    assert len(shown) > 2
    assert [text for text in shown if re.search(r"\{\w+\}", text)] == []
