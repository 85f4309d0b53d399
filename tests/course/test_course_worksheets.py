"""Marks carried back: a lecturer's own worksheet of Moodle or Canvas, filled in, no more."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from course_class import answers, assign, fill, hand_in, run, working_in

MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\r\n"
    'Participant 21,Ada Lovelace,a@x.y,Submitted for grading,,12.00,Yes,"Monday, 1 March",-,\r\n'
    'Participant 22,李雷,l@x.y,Submitted for grading,3.00,12.00,Yes,"Monday, 1 March",-,kept\r\n'
    "Participant 23,-Ben @home,ben@x.y,No submission,,12.00,Yes,-,-,\r\n"
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,hw0 (77),hw3 (4711),Final Score\r\n"
    "    Points Possible,,,,,10,24,(read only)\r\n"
    '"Lovelace, Ada",501,ada,a@x.y,S1,9,,55\r\n'
    "李雷,502,li,l@x.y,S1,8,,44\r\n"
    '"Student, Test",509,,,S1,,,\r\n'
)


@pytest.fixture
def classroom(tmp_path):
    with working_in(tmp_path) as folder:
        assign("--roster", "class.csv")
        yield folder


def hand_in_as(holders, forms="{}/hw3.ipynb"):
    """Hand in right answers to what is marked by machine, under a platform's names."""
    for student, holder in holders.items():
        text = fill(f"hw3/student/{student}/hw3.ipynb", answers(student), words="")
        hand_in(forms.format(holder), text)


def grade(worksheet, *more):
    Path("downloaded.csv").write_text(worksheet, encoding="utf-8")
    words = ("grade", "hw3", "in", "--seed-file", "secret.txt", "--worksheet", "downloaded.csv")
    return run(*words, *more)


def written():
    text = Path("grades/worksheet.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_moodles_worksheet_gets_marks_and_is_else_as_it_was(classroom, capsys):
    hand_in_as(
        {"ada": "Ada Lovelace_21_assignsubmission_file", "li": "李雷_22_assignsubmission_file"}
    )
    grade(MOODLE)
    said = capsys.readouterr().out
    before = list(csv.reader(io.StringIO(MOODLE, newline="")))
    after = written()
    assert [row[4] for row in after[1:]] == ["9.00", "9.00", ""]
    assert after[1][9].startswith("A sum by hand: 1 / 1") or "1 / 1" in after[1][9]
    assert after[2][9] == "kept"
    for old, new in zip(before, after, strict=True):
        assert [cell for n, cell in enumerate(new) if n not in (4, 9)] == [
            cell for n, cell in enumerate(old) if n not in (4, 9)
        ]
    assert "Participant 23: nobody of the class fits" in said
    with zipfile.ZipFile("grades/moodle-feedback.zip") as pages:
        assert pages.namelist() == [
            "Ada Lovelace_21_assignsubmission_file/feedback.html",
            "李雷_22_assignsubmission_file/feedback.html",
        ]
        own = Path("grades/feedback/ada.html").read_bytes()
        assert pages.read("Ada Lovelace_21_assignsubmission_file/feedback.html") == own


@pytest.mark.parametrize(
    "titles",
    [
        "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung änderbar,"
        "Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar",
        "标识符,姓名,电子邮件地址,状态,成绩,最高分,可以更改成绩,上次修改（作业）,"
        "上次修改（评分）,评语反馈",
        "識別碼,全名,電子郵件,狀態,成績,最高成績,分數可以更改,最後修改的(作業),"
        "最後修改的(得分),評語回饋",
    ],
    ids=["German", "Chinese", "traditional"],
)
def test_moodles_worksheet_in_another_language_is_taken_and_keeps_its_titles(classroom, titles):
    hand_in_as({"ada": "x_21_assignsubmission_file", "li": "李雷_22_assignsubmission_file"})
    grade(titles + MOODLE[MOODLE.index("\r\n") :])
    header, *rows = written()
    assert header == titles.split(",")
    assert [row[4] for row in rows] == ["9.00", "9.00", ""]
    assert rows[1][9] == "kept"


def test_without_a_column_for_the_most_it_is_said(classroom, capsys):
    hand_in_as({"ada": "Ada Lovelace_21_assignsubmission_file"})
    grade(MOODLE.replace("Maximum Grade", "Somewhat"))
    assert "No column says what the platform’s most is: marks are out of" in capsys.readouterr().out


def test_anonymous_marks_go_back_by_moodles_numbers(classroom):
    hand_in_as({"ada": "Participant_22_assignsubmission_file",
                "li": "Participant_21_assignsubmission_file"})  # fmt: skip
    text = fill("hw3/student/li/hw3.ipynb", {}, words="")
    hand_in("Participant_21_assignsubmission_file/hw3.ipynb", text)
    blind = re.sub(r"(Participant \d+),[^,]*,[^,]*,", r"\1,", MOODLE).replace(
        "Full name,Email address,", ""
    )
    grade(blind)
    marks = {row[0]: row[2] for row in written()[1:]}
    assert float(marks["Participant 22"]) == 9
    assert float(marks["Participant 21"]) < 9
    assert marks["Participant 23"] == ""


def test_a_number_and_a_name_of_two_people_leave_the_row_alone(classroom, capsys):
    hand_in_as(
        {"ada": "Ada Lovelace_22_assignsubmission_file", "li": "李雷_21_assignsubmission_file"}
    )
    grade(MOODLE)
    assert [row[4] for row in written()[1:]] == ["", "3.00", ""]
    assert capsys.readouterr().out.count("mean two students") == 2


def test_a_mark_waits_until_every_answer_was_read(classroom, capsys):
    hand_in("Ada Lovelace_21_assignsubmission_file/hw3.ipynb",
            fill("hw3/student/ada/hw3.ipynb", answers("ada")))  # fmt: skip
    grade(MOODLE)
    assert written()[1][4] == ""
    assert "1 answer waits to be read" in capsys.readouterr().out


def test_canvas_gets_its_own_column_and_no_other(classroom, capsys):
    hand_in_as({"ada": "lovelaceada_501_9001", "li": "li_502_9002"}, "{}_hw3.ipynb")
    grade(CANVAS)
    assert written() == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "hw3 (4711)"],
        ["    Points Possible", "", "", "", "", "24"],
        ["Lovelace, Ada", "501", "ada", "a@x.y", "S1", "18.00"],
        ["李雷", "502", "li", "l@x.y", "S1", "18.00"],
    ]
    assert "most is 24, the assignment’s 12" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("worksheet", "advice"),
    [
        ("name,mark\nada,1\n", "Download grading worksheet"),
        (MOODLE.replace(",Last modified (grade)", ",changed"), "Offline grading worksheet"),
        (CANVAS.replace("hw3 (4711)", "quiz (4711)"), "--column"),
        (CANVAS.replace("hw3 (4711)", "quiz").replace("hw0 (77)", "hw0"), "make it in Canvas"),
        ("", "no rows"),
    ],
)
def test_what_is_no_worksheet_is_refused_in_words(classroom, capsys, worksheet, advice):
    hand_in_as({"ada": "ada"})
    assert grade(worksheet) != 0
    captured = capsys.readouterr()
    assert advice in captured.err + captured.out
    assert not Path("grades/worksheet.csv").exists()
    assert Path("grades/grades.csv").exists()


def test_a_column_can_be_named(classroom):
    hand_in_as({"ada": "ada"})
    grade(CANVAS.replace("hw3 (4711)", "Week 3: homework (4711)"), "--column", "week 3: homework")
    assert written()[0][-1] == "Week 3: homework (4711)"


def test_no_table_looks_like_a_platforms_and_is_not(classroom):
    hand_in_as({"ada": "ada", "li": "li"})
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") in (0, 1)
    canvas = Path("grades/canvas.csv").read_text(encoding="utf-8").splitlines()
    assert canvas[0].split(",")[-1] == "hw3"
    moodle = Path("grades/moodle.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "Identifier" not in moodle[0]
    assert moodle[0].split(",")[0] == "ID number"
    assert json.loads(Path("hw3/instructor/assignment.json").read_text())["name"] == "hw3"
