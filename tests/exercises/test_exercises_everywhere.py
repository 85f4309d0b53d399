"""Exercises beyond one Python: in the browser's, in the site that is built, and in chapters."""

import gzip
import json
import zipfile

import pytest
from bs4 import BeautifulSoup
from exercise_points import ALL, of_kind
from in_node import told
from nqpf.exercises.density import MOST_WORDS, RETURNING, densities
from nqpf.exercises.kinds import CODE, KINDS
from nqpf.places import ROOT
from nqpf.site.exercise import html as exercise_html
from nqpf.site.exercise import pages as exercise_pages
from nqpf.site.python import assets as python_assets

MOST_ADDED = 25_000
"""Bytes that exercises may add to a page as servers send it, compressed."""

IN_PYODIDE = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { folder, stdlib, jobs } = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder, stdLibURL: stdlib });
const archive = new Uint8Array(readFileSync(process.argv[1]));
python.unpackArchive(archive, "zip", { extractDir: "/book" });
python.runPython("import sys; sys.path.insert(0, '/book')");
const run = python.pyimport("nqpf.exercises.in_page").run;
const verdicts = jobs.map((job) => {
  const { correct, tag } = JSON.parse(run(JSON.stringify(job)));
  return [correct, tag];
});
const draws = python.runPython(`
from nqpf.exercises.draws import Draw
import json
draw = Draw("residual:7")
json.dumps([[draw.whole(1, 100) for _ in range(50)], draw.step(0.04, 0.08, 0.005),
            draw.shuffled("abcdef")])
`);
const compiledHere = python.runPython(`
import sys
origins = [getattr(module.__spec__, "origin", None) for module in list(sys.modules.values())]
json.dumps(sorted(origin for origin in origins if (origin or "").endswith(".py")))
`);
console.log(JSON.stringify({
  verdicts, draws: JSON.parse(draws), compiledHere: JSON.parse(compiledHere),
}));
"""


@pytest.fixture(scope="module")
def in_pyodide():
    """Return jobs, and what the page's Python says to each and draws."""
    jobs = []
    for exercise in of_kind(*CODE):
        task = exercise.task
        texts = [task.reference_text, task.starter]
        texts += [p.read_text("utf-8") for p in sorted(exercise.folder.glob("cases/*.py"))]
        jobs += [{"slug": exercise.slug, "code": text, "seed": "3"} for text in texts]
    asked = {
        "folder": str(python_assets.PYODIDE),
        "stdlib": str(python_assets.standard_library()),
        "jobs": jobs,
    }
    program = ("--input-type=module", "--eval", IN_PYODIDE)
    return jobs, told(*program, python_assets.compiled_book(), asked=asked)


def test_the_browsers_python_judges_as_this_one_does(in_pyodide):
    jobs, answered = in_pyodide
    tasks = {exercise.slug: exercise.task for exercise in ALL}
    ours = [tasks[job["slug"]].check(job["code"], job["seed"]) for job in jobs]
    assert answered["verdicts"] == [[result.correct, result.tag] for result in ours]
    assert [True, "right"] in answered["verdicts"]


def test_the_browsers_python_draws_the_same_figures(in_pyodide):
    from nqpf.exercises.draws import Draw

    draw = Draw("residual:7")
    ours = [[draw.whole(1, 100) for _ in range(50)], draw.step(0.04, 0.08, 0.005)]
    assert in_pyodide[1]["draws"] == [*ours, draw.shuffled("abcdef")]


def test_a_check_waits_for_no_module_to_be_compiled(in_pyodide):
    """Compiling while a reader waits took more than a second."""
    assert in_pyodide[1]["compiledHere"] == []


def test_the_archive_holds_no_cases_to_try():
    with zipfile.ZipFile(python_assets.compiled_book()) as archive:
        names = archive.namelist()
    assert any("/account-in-code/" in name for name in names)
    assert not any("/cases/" in name for name in names)


@pytest.mark.parametrize("chapter", list(densities()), ids=lambda one: f"ch{one.chapter:02}")
def test_exercises_add_little_to_a_page_before_one_is_started(chapter, site):
    page = next(site.glob(f"chapters/*/ch{chapter.chapter:02}.html"))
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    assert len(soup.select(".exercise-without-script")) == 1
    whole = len(gzip.compress(str(soup).encode(), 9))
    for part in soup.select("section.exercise, .exercise-without-script, #nqpf-exercise-words"):
        part.decompose()
    added = whole - len(gzip.compress(str(soup).encode(), 9))
    assert 0 < added <= MOST_ADDED


def test_a_page_refuses_an_exercise_that_is_graded_only(monkeypatch):
    from dataclasses import replace

    graded = replace(ALL[0], use=("assignment",))
    monkeypatch.setattr(exercise_pages, "find", lambda slug: graded)
    with pytest.raises(exercise_pages.ExerciseError, match="self-check"):
        exercise_pages.for_readers(graded.slug)


def test_a_page_knows_its_own_seeds_and_no_other():
    for exercise in of_kind("seeded"):
        plan = exercise_html.plan(exercise)
        assert len(plan["variants"]) == exercise_html.VARIANTS
        pages = {json.dumps(variant["figures"]) for variant in plan["variants"]}
        secret = [json.dumps(exercise.task.figures(f"term-key:{one}")) for one in range(200)]
        unseen = [figures for figures in secret if figures not in pages]
        assert len(unseen) > 100, f"{exercise.slug}: too few figures for grading"


@pytest.mark.parametrize("chapter", list(densities()), ids=lambda one: f"ch{one.chapter:02}")
def test_a_chapter_asks_often_and_brings_earlier_ones_back(chapter):
    assert chapter.words_between <= MOST_WORDS, f"{chapter.words} words, {chapter.exercises} asked"
    if chapter.chapter > 1:
        assert chapter.share_returning >= RETURNING, f"{chapter.returning} of {chapter.at_the_end}"


def test_the_first_chapters_show_every_kind():
    kinds = {exercise.kind for exercise in ALL if exercise.chapter <= 2}
    assert kinds == set(KINDS)
    assert sum(exercise.chapter <= 2 for exercise in ALL) >= 24
    assert (ROOT / "chapters" / "part1" / "ch01" / "two-worlds-one-headline").is_dir()
