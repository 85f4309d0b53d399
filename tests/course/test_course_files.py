"""Every file of a class is used, or named with its owner and the reason."""

import io
import os
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from course_class import answers, assign, fill, grade, grades, hand_in, run
from nqpf.course.assignment import make
from nqpf.course.intake import latest, take_in
from nqpf.course.intake.owners import whose
from nqpf.course.intake.roster import Roster, Student, read_roster
from nqpf.course.student_files import notebook
from nqpf.exercises import exercises

CLASS = """id,name,email
00012345,Ada Lovelace,ada@example.edu
00012346,李雷,lei@example.edu
00012347,"O'Neil, Zoë",zoe@example.edu
jsmith3,John Smith,john@example.edu
li.lei,Lei Li,li.lei@example.edu
2023010002,韩梅梅,han@example.edu
"""


@pytest.fixture
def roster(tmp_path):
    (tmp_path / "class.csv").write_text(CLASS, encoding="utf-8")
    return read_roster(tmp_path / "class.csv")


def cells(*sources, student=""):
    import json

    head = [{"cell_type": "markdown", "source": f"<!-- student: {student} -->"}]
    listed = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"cells": [*(head if student else []), *listed]}).encode()


ANSWER = cells("# question: one\nanswer = 2")


def zipped(entries):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return data.getvalue()


def owners(path, roster):
    """Return whose each file at a place is, by its path."""
    files = whose(take_in(path, roster), roster).files
    return {one.path: one.student.id if one.student else None for one in files}


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("3105-7 - Ada Lovelace - Mar 1, 2027 1015 AM - hw7.ipynb", "00012345"),
        ("3105-7 - Ada Lovelace - Mar 1, 2027 1015 AM/hw7.ipynb", "00012345"),
        ("Ada Lovelace - hw7.ipynb", "00012345"),
        ("hw7-jsmith3/hw7.ipynb", "jsmith3"),
        ("2023010002_韩梅梅/hw7.ipynb", "2023010002"),
        ("2023010002韩梅梅.ipynb", "2023010002"),
        ("【00012346】Some Body.ipynb", "00012346"),
        ("作业7_Ada Lovelace（00012345）.ipynb", "00012345"),
        ("HW7_li.lei_attempt_2027-03-01-10-15-00_hw7.ipynb", "li.lei"),
        ("hw7 (1).ipynb", None),
        ("oneilzoe_104_556_hw3-1.ipynb", "00012347"),
        ("Zoë O'Neil.ipynb", "00012347"),
        ("Ada Lovelace and John Smith/hw7.ipynb", None),
        ("adalovelacex.ipynb", None),
        ("李雷雷.ipynb", None),
    ],
)
def test_names_of_platforms_find_their_students(tmp_path, roster, path, student):
    (tmp_path / "s.zip").write_bytes(zipped([(path, ANSWER)]))
    assert owners(tmp_path / "s.zip", roster) == {path: student}


def test_a_bare_figure_in_a_name_never_beats_what_the_file_says(tmp_path):
    roster = Roster(Student(str(number)) for number in range(1, 13))
    names = {"hw10.ipynb": "5", "hw10 (1).ipynb": "6", "hw10 (2).ipynb": "7", "hw10-3.ipynb": "8"}
    (tmp_path / "in").mkdir()
    for name, student in names.items():
        (tmp_path / "in" / name).write_bytes(cells("# question: one\n1", student=student))
    (tmp_path / "in" / "9.ipynb").write_bytes(ANSWER)
    assert owners(tmp_path / "in", roster) == names | {"9.ipynb": "9"}


def test_names_of_a_chinese_windows_are_read(tmp_path, roster):
    data = zipped([("NAME.ipynb", ANSWER)]).replace(b"NAME", "李雷".encode("gb18030"))
    (tmp_path / "s.zip").write_bytes(data)
    assert owners(tmp_path / "s.zip", roster) == {"李雷.ipynb": "00012346"}
    data = zipped([("PERSON.ipynb", ANSWER)]).replace(b"PERSON", "李雷".encode())
    (tmp_path / "s.zip").write_bytes(data)
    assert owners(tmp_path / "s.zip", roster) == {"李雷.ipynb": "00012346"}


def test_each_member_of_a_group_gets_the_file(tmp_path, roster):
    metadata = (
        "submission_9:\n  :submitters:\n"
        "  - :name: Ada\n    :sid: '00012345'\n    :email: ada@example.edu\n"
        "  - :name: John\n    :sid: jsmith3\n    :email: john@example.edu\n"
    )
    entries = [("e/submission_9/hw.ipynb", ANSWER), ("e/submission_metadata.yml", metadata)]
    (tmp_path / "s.zip").write_bytes(zipped(entries))
    files = whose(take_in(tmp_path / "s.zip", roster), roster).files
    assert {one.student.id for one in files} == {"00012345", "jsmith3"}
    assert len({one.figures for one in files}) == 1


def broken(data, name):
    """Return an archive with the bytes of one entry flipped."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(name)
    start = entry.header_offset + 30 + len(name.encode())
    middle = start + entry.compress_size // 2
    return data[:middle] + bytes(b ^ 0xFF for b in data[middle : middle + 4]) + data[middle + 4 :]


def unknown_compression(data, name):
    """Return an archive one entry of which is compressed in a way that nobody knows."""
    found = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = found.find(name.encode()) if signature == b"PK\x03\x04" else found.rfind(name.encode())
        head = found.rfind(signature, 0, at)
        found[head + place : head + place + 2] = struct.pack("<H", 99)
    return bytes(found)


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize("damage", [broken, unknown_compression])
def test_a_damaged_entry_costs_its_own_student(damage, capsys):
    assign("--roster", "class.csv")
    right = {s: fill(f"hw3/student/{s}/hw3.ipynb", answers(s), "...") for s in ("ada", "li")}
    entries = [(f"{student}/hw3.ipynb", text) for student, text in right.items()]
    inner = zipped([("hw3.ipynb", "x" * 1000)])
    data = damage(zipped([*entries, ("evil.zip", inner)]), "li/hw3.ipynb")
    Path("in.zip").write_bytes(data)
    assert run("grade", "hw3", "in.zip", "--seed-file", "secret.txt") == 1
    assert "li: li/hw3.ipynb could not be read: it is damaged" in capsys.readouterr().out
    marks = grades()
    assert marks["ada"]["total"] == "5.0"
    assert "li/hw3.ipynb was not read: it is damaged" in marks["li"]["notes"]


@pytest.mark.usefixtures("classroom")
def test_a_damaged_archive_inside_the_archive_is_named(capsys):
    assign("--roster", "class.csv")
    ada = fill("hw3/student/ada/hw3.ipynb", answers("ada"), "...")
    inner = zipped([("hw3.ipynb", os.urandom(2000).hex())])
    Path("in.zip").write_bytes(
        broken(zipped([("ada/hw3.ipynb", ada), ("li.zip", inner)]), "li.zip")
    )
    assert run("grade", "hw3", "in.zip", "--seed-file", "secret.txt") == 1
    assert "li: li.zip could not be read" in capsys.readouterr().out
    assert grades()["ada"]["total"] == "5.0"


NAMES = ["hw7.ipynb.txt", "hw7.ipynb.json", "hw7", "hw7.json", "hw7.txt"]


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_under_another_ending_is_read(name):
    assign("--roster", "class.csv")
    text = fill("hw3/student/ada/hw3.ipynb", answers("ada"), "...")
    if name == "hw7.txt":
        text = re.sub(
            r"(# question: sum-by-hand\n)answer = .*", r"\1answer = 2.25",
            Path("hw3/student/ada/hw3.md").read_text(),
        )  # fmt: skip
    hand_in(f"Ada Lovelace_7_assignsubmission_file/{name}", text)
    assert grade()["ada"]["sum-by-hand"] == "2.0"


@pytest.mark.usefixtures("classroom")
@pytest.mark.parametrize(
    ("name", "why"),
    [("hw7.pdf", "a PDF"), ("hw7.docx", "a Word file"), ("hw7.rar", "a RAR archive"),
     ("hw7.7z", "a 7z archive"), ("hw7.tar.gz", "a tar or gzip archive"),
     ("hw7.html", "a web page"), ("hw7.txt", "no answers were found"), ("hw7", "no answers"),
     ("hw7.xyz", "a .xyz file")],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_owner(name, why, capsys):
    assign("--roster", "class.csv")
    hand_in(f"Ada Lovelace_7_assignsubmission_file_/{name}", b"some bytes")
    hand_in("li/hw3.ipynb", fill("hw3/student/li/hw3.ipynb", answers("li"), "..."))
    hand_in("li/.git/config", b"x")
    hand_in("li/plot.png", b"x")
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert f"ada: Ada Lovelace_7_assignsubmission_file_/{name}" in capsys.readouterr().out
    notes = grades()["ada"]["notes"]
    assert name in notes
    assert why in notes
    report = Path("grades/report.html").read_text(encoding="utf-8")
    for path in (f"{name} (ada)", "li/plot.png (li): it is a picture", "li/.git/config"):
        assert path in report
    assert "plot.png was not read" in grades()["li"]["notes"]


@pytest.mark.usefixtures("classroom")
def test_a_file_without_answers_never_beats_one_with():
    assign("--roster", "class.csv")
    right = fill("hw3/student/ada/hw3.ipynb", answers("ada"), "...")
    untouched = Path("hw3/student/ada/hw3.md").read_text()
    for age, (name, text) in enumerate(
        [("notes.md", "# Mine"), ("hw3.ipynb", right), ("hw3.md", untouched),
         ("README.md", "# hw3"), ("x.py", "x = 1")]
    ):  # fmt: skip
        hand_in(f"ada/{name}", text)
        os.utime(Path("in/ada") / name, (1000 + age, 1000 + age))
    row = grade()["ada"]
    assert (row["total"], "README.md was handed in earlier" in row["notes"]) == ("5.0", False)
    for name in ("notes.md", "README.md"):
        assert f"{name} does not count: it answers nothing" in row["notes"]


def test_the_newest_of_several_answered_files_counts(tmp_path, roster):
    for age, name in enumerate(("00012345.ipynb", "later/00012345.ipynb")):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ANSWER)
        os.utime(path, (1000 + age, 1000 + age))
    chosen, others = latest(take_in(tmp_path / "in", roster).submissions)
    assert ([one.path for one in chosen], len(others)) == (["later/00012345.ipynb"], 1)


@pytest.mark.usefixtures("classroom")
def test_two_people_with_one_students_file_are_a_conflict(capsys):
    assign("--roster", "class.csv")
    text = fill("hw3/student/ada/hw3.ipynb", answers("ada"), "...")
    wrong = fill("hw3/student/ada/hw3.ipynb", dict.fromkeys(answers("ada"), "1"), "...")
    hand_in("Participant_22_assignsubmission_file_/hw3.ipynb", text)
    hand_in("Participant_23_assignsubmission_file_/hw3.ipynb", wrong)
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert "2 people handed in a file of ada" in capsys.readouterr().out
    marks = grades()
    assert "two people" in marks["ada"]["notes"]
    rows = {name: row["total"] for name, row in marks.items() if "Participant" in name}
    assert len(rows) == 2
    assert "5.0" in rows.values()
    Path("in/Participant_23_assignsubmission_file_/hw3.ipynb").unlink()
    assert grade()["ada"]["total"] == "5.0"
    assert len(grades()) == 3


@pytest.mark.usefixtures("classroom")
def test_a_file_of_another_is_marked_for_who_handed_it_in_and_said():
    assign("--roster", "class.csv")
    text = fill("hw3/student/li/hw3.ipynb", answers("li"), "...")
    hand_in("Ada Lovelace_6_assignsubmission_file_/hw3.ipynb", text)
    row = grade()["ada"]
    assert float(row["total"]) < 5  # li's own figures are wrong for ada
    assert "the file says that it is of li" in row["notes"]


@pytest.mark.usefixtures("classroom")
def test_answers_of_nobody_are_settled_before_grading_counts_as_done(capsys):
    assign("--roster", "class.csv")
    hand_in("who/hw3.ipynb", cells("# question: sum-by-hand\nanswer = 2.25"))
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert "1 file with answers is of nobody on the class list" in capsys.readouterr().out


@pytest.mark.usefixtures("classroom")
def test_another_assignments_file_says_so():
    assign("--roster", "class.csv")
    hand_in("ada.ipynb", cells("# question: another-one\nanswer = 2.25"))
    assert "those of another assignment (another-one)" in grade()["ada"]["notes"]


def test_a_table_comes_with_the_file_and_needs_no_book(tmp_path):
    picked = [one for one in exercises().values() if one.kind == "data"]
    homework = make("hw", picked, Roster(), b"a secret of the lecturer's", None)
    sources = [cell["source"] for cell in notebook(homework, None, b"")["cells"]]
    for question in homework.questions:
        (place,) = [n for n, text in enumerate(sources) if f"question: {question.slug}" in text]
        solution = (question.exercise.folder / "solution.py").read_text(encoding="utf-8")
        given = question.exercise.task.given["rows"]
        source = f"{solution}\n{sources[place + 1]}\nassert len(rows) == {len(given)} > 1"
        assert "nqpf" not in source
        command = [sys.executable, "-I", "-c", source]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
