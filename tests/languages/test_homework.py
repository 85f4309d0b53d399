"""Homework in Chinese: what students get is Chinese, and the marks are the same."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf.places import ROOT

PICKED = (
    "one-word-two-meanings,the-enabling-element,from-element-to-function,what-two-shares-prove,"
    "three-scales"
)
CODE = "three-labels"
"""Code to write, which nobody in this class did."""
BEGINNINGS = {
    "en": ("# Write your answer here.", "No answer was given."),
    "zh_CN": ("# 在此处写下你的答案。", "没有作答。"),
}
"""What stands where code is to be written, and what is said of code that is left as it was."""
ANSWERS = {
    "one-word-two-meanings": '"a c d"',
    "the-enabling-element": '"2"',
    "from-element-to-function": '"c e b a"',
    # No draw of figures, which differ by assignment, makes half an industry right.
    "what-two-shares-prove": '"0.5"',
}
WRONG = {
    "the-enabling-element": '"2.5"',
    "one-word-two-meanings": '"b"',
    "three-scales": '"a"',
}


def nqpf(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "widgets")}
    environment.pop("NQPF_LANGUAGE", None)
    command = [sys.executable, "-m", "nqpf", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def handed_in(folder: Path, name: str, answers: dict[str, str]) -> Path:
    """Return a folder with the notebook of one student, answered."""
    notebook = json.loads((folder / name / "student" / f"{name}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        found = re.match(r"# question: ([\w-]+)\n", text)
        if found and found[1] in answers:
            cell["source"] = f"# question: {found[1]}\nanswer = {answers[found[1]]}"
    place = folder / f"{name}-in"
    place.mkdir(exist_ok=True)
    (place / f"student_{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Return the marks of one student's answers, by language, and what the reports say."""
    folder = tmp_path_factory.mktemp("homework")
    found = {}
    for language, name in (("en", "homework"), ("zh_CN", "zuoye")):
        made = nqpf(folder, "assign", name, "--pick", f"{PICKED},{CODE}", "--language", language,
                    "--seed-file", "seed.txt")  # fmt: skip
        assert made.returncode == 0, made.stderr
        place = handed_in(folder, name, ANSWERS | WRONG)
        done = nqpf(folder, "grade", name, str(place), "--seed-file", "seed.txt",
                    "--out", f"{name}-grades")  # fmt: skip
        assert done.returncode == 0, done.stderr
        found[language] = folder / f"{name}-grades"
    return folder, found


def points(grades: Path) -> list[str]:
    rows = (grades / "grades.csv").read_text("utf-8-sig").splitlines()
    return [re.sub(r"[^\d.,]", "", row) for row in rows[1:]]


def test_what_students_get_is_chinese(marked):
    folder, _grades = marked
    notebook = (folder / "zuoye" / "student" / "zuoye.ipynb").read_text("utf-8")
    for words in ("一个词", "调和平均数", "倍"):
        assert words in notebook
    told = "\n".join("".join(c["source"]) for c in json.loads(notebook)["cells"])
    assert re.search(r"^## 1\. 一个词，它的由来和两种理解（\d分）$", told, re.MULTILINE)
    assert "标签：科技；效能；质量；三者都不是。" in told
    paper = (folder / "zuoye" / "paper" / "zuoye.html").read_text("utf-8")
    assert 'lang="zh' in paper
    assert "姓名" in paper
    assert "Name" not in re.sub(r"<[^>]+>", "", paper)


def test_marks_are_the_same_and_feedback_is_chinese(marked):
    _folder, grades = marked
    assert points(grades["en"])
    assert points(grades["en"]) == points(grades["zh_CN"])
    feedback = "".join(path.read_text("utf-8") for path in grades["zh_CN"].rglob("*.html"))
    assert "平均" in feedback
    assert "It would be right if" not in feedback


@pytest.mark.parametrize(("language", "name"), [("en", "homework"), ("zh_CN", "zuoye")])
def test_code_begins_in_the_readers_language_and_left_so_is_no_answer(marked, language, name):
    folder, grades = marked
    (words, verdict) = BEGINNINGS[language]
    notebook = json.loads((folder / name / "student" / f"{name}.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"]]
    (begun,) = [cell for cell in cells if cell.startswith(f"# question: {CODE}\n")]
    assert begun.endswith(f"    {words}\n    ...")
    feedback = "".join(path.read_text("utf-8") for path in grades[language].rglob("*.html"))
    assert verdict in feedback


def test_the_report_says_in_chinese_what_was_left_out_and_how_code_was_kept_from_harm(marked):
    folder, _grades = marked
    place = handed_in(folder, "zuoye", ANSWERS)
    (place / "截图.png").write_bytes(b"no answer")
    done = nqpf(folder, "grade", "zuoye", str(place), "--seed-file", "seed.txt", "--out", "again")
    assert done.returncode == 0, done.stderr
    report = (folder / "again" / "report.html").read_text("utf-8")
    told = report.partition("启用的保护：")[2].partition("</p>")[0]
    assert "用量限制" in told
    assert not re.search("[a-z]", told)
    assert "它是图片；" in report


def test_no_sentence_of_the_commands_is_in_two_languages(marked):
    folder, _grades = marked
    made = nqpf(folder, "assign", "danyu", "--pick", f"{PICKED},{CODE}", "--language", "zh_CN",
                "--seed-file", "seed.txt")  # fmt: skip
    place = handed_in(folder, "danyu", ANSWERS | WRONG)
    done = nqpf(folder, "grade", "danyu", str(place), "--seed-file", "seed.txt", "--out", "one")
    chinese = [one for one in (made.stdout + done.stdout).splitlines() if re.search("[一-龥]", one)]
    assert len(chinese) >= 2
    for line in chinese:
        assert not re.search("[a-z]{3,} [a-z]{2,}", line), line


def test_exports_are_chinese(marked):
    folder, _grades = marked
    done = nqpf(folder, "export", "zuoye", "--to", "moodle", "--seed-file", "seed.txt",
                "--site", "https://book.example")  # fmt: skip
    # Platforms take no code, and the program says so.
    assert done.returncode == 3, done.stderr
    assert f"{CODE}: 未收入：它需要运行Python；" in done.stdout
    assert re.search(r"the-enabling-element: .+，1分", done.stdout)
    exported = (folder / "zuoye" / "moodle" / "zuoye.xml").read_text("utf-8")
    assert "调和平均数" in exported
    assert "https://book.example/zh/chapters/part1/ch01.html#exercise-" in exported


def test_what_is_not_translated_is_refused_in_one_sentence(tmp_path):
    done = nqpf(tmp_path, "assign", "x", "--pick", "read-the-share", "--language", "zh_CN",
                "--seed-file", "seed.txt")  # fmt: skip
    assert done.returncode == 1
    assert "ch06/read-the-share is not in zh_CN yet" in done.stderr
    assert not (tmp_path / "x").exists()
