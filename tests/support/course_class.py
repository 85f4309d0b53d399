"""A class and its assignment, made from the small exercises in ``course_book``."""

import ast
import csv
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nqpf.exercises.found as found_exercises
import pytest
from nqpf import cli
from nqpf.course.tables import unguarded

BOOK = Path(__file__).parents[1] / "course" / "course_book"
CLASS = "id,name,email\nada,Ada Lovelace,a@x.y\nli,李雷,l@x.y\nevil,\"=cmd|' /C calc'!A0\",e@x.y\n"
SHARE = "def share(part, whole):\n    return part / whole"


@contextmanager
def working_in(folder: Path) -> Iterator[Path]:
    """Work in a folder with a class list and a seed file; the exercises are ``course_book``'s."""
    caches = [found_exercises.exercises, found_exercises.folders, found_exercises.find]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(found_exercises, "FOLDERS", (BOOK,))
        patched.chdir(folder)
        for cache in caches:
            cache.cache_clear()
        Path("class.csv").write_text(CLASS, encoding="utf-8")
        Path("secret.txt").write_text("a secret of the lecturer's")
        yield folder
    for cache in caches:
        cache.cache_clear()


def run(*words):
    return cli.main([str(word) for word in words])


def assign(*words):
    assert run("assign", "hw3", "--from", "ch01/*", "--seed-file", "secret.txt", *words) == 0


def answers(student):
    """Return the right answers of a student as the lecturer's table has them."""
    with open("hw3/instructor/answers.csv", encoding="utf-8-sig", newline="") as file:
        rows = {unguarded(row["student"]): row for row in csv.DictReader(file)}
    row = rows.get(student) or rows["everyone"]
    return {slug: ast.literal_eval(text) for slug, text in row.items() if slug != "student"}


def fill(path, given, code=SHARE, words="If it fell below one point."):
    """Return a student's notebook with these answers in it."""
    notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        mark = re.search(r"question: ([\w-]+)", text)
        if mark and mark[1] in given:
            cell["source"] = f"# question: {mark[1]}\nanswer = {given[mark[1]]!r}"
        elif mark and mark[1] == "write-it":
            cell["source"] = f"# question: write-it\n{code}"
        elif mark and mark[1] == "in-words":
            cell["source"] = f"<!-- question: in-words -->\n{words}"
    return json.dumps(notebook)


def hand_in(name, text):
    path = Path("in") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def grades(out="grades"):
    with open(Path(out) / "grades.csv", encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def grade(*words):
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt", *words) == 0
    return grades()
