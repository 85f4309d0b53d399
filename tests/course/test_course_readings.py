"""What a lecturer fills in is never overwritten before it was understood."""

import csv
import io
from pathlib import Path

import pytest
from course_class import answers, assign, fill, grade, hand_in, run

SHEET = Path("grades/rubric.csv")
IDS = ("00012345", "202311000003", "-ben", "li")


@pytest.fixture
def graded(classroom):
    """Return a class whose ids spreadsheets mangle, graded once, its open answers to read."""
    rows = "\n".join(f"{name},Student {name}" for name in IDS)
    Path("class.csv").write_text(f"id,name\n{rows}\n", encoding="utf-8")
    assign("--roster", "class.csv")
    for name in IDS:
        folder = name.replace("%", "")
        given, words = answers(name), f"Words of {name}."
        text = fill(f"hw3/student/{folder}/hw3.ipynb", given, "...", words)
        hand_in(f"{folder}/hw3.ipynb", text)
    grade()
    return classroom


def sheet(path=SHEET):
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save(rows, separator=",", encoding="utf-8-sig", drop=()):
    """Save the sheet as a spreadsheet program does."""
    text = io.StringIO(newline="")
    names = [name for name in rows[0] if name not in drop]
    writer = csv.DictWriter(text, names, delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    SHEET.write_bytes(text.getvalue().encode(encoding))


def filled(levels="1 1", comment="Name a date."):
    return [row | {"levels": levels, "comment": comment} for row in sheet()]


def as_excel_does(row):
    """Return a row whose id Excel took for a number."""
    student = row["student"].lstrip("'")
    if student.isdigit():
        student = f"{float(student):.2E}" if len(student) > 11 else student.lstrip("0")
    return row | {"student": student}


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(",", "utf-8-sig"), (";", "cp1252"), (";", "utf-8"), ("\t", "utf-16"), (",", "gb18030"),
     ("，", "utf-8-sig"), (";", "utf-8-sig")],
)  # fmt: skip
def test_a_sheet_is_read_as_spreadsheet_programs_save_it(separator, encoding):
    save([as_excel_does(row) for row in filled("2 1")], separator, encoding)
    marks = grade()
    assert {row["in-words"] for row in marks.values()} == {"3.0"}
    assert {row["waiting"] for row in marks.values()} == {"0"}
    assert {row["comment"] for row in sheet()} == {"Name a date."}


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize(
    "levels", ["2,1", "2，1", "2;1", "2；1", "2  1", "2、1", "２ １", "2.0 1.0"]
)
def test_levels_are_read_with_any_separator(levels):
    save(filled(levels))
    assert {row["in-words"] for row in grade().values()} == {"3.0"}


@pytest.mark.usefixtures("graded")
def test_without_the_rows_own_names_lost_zeros_are_found_again():
    save([as_excel_does(r) for r in filled() if "0003" not in r["student"]], drop=["row", "answer"])
    marks = grade()
    assert [marks[name]["in-words"] for name in ("00012345", "'-ben", "li")] == ["2.0"] * 3


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"student": "2.02E+11", "row": ""}, "row 3: the student '2.02E+11' is nobody"),
        ({"student": "somebody", "row": ""}, "row 3: the student 'somebody'"),
        ({"question": "in-wrds", "row": ""}, "row 3: there is no open question 'in-wrds'"),
        ({"levels": "1 7"}, "row 3: levels '1 7'; expected 0-2 0-1"),
        ({"levels": "good"}, "row 3: levels 'good'"),
        ({"levels": "1"}, "row 3: levels '1'"),
    ],
)
def test_a_row_that_is_not_understood_is_named_and_nothing_changes(change, said, capsys):
    rows = filled()
    rows[1] |= change
    save(rows)
    before = SHEET.read_bytes()
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert said in capsys.readouterr().err
    assert SHEET.read_bytes() == before
    rows[1] = sheet()[1] | {"student": "x", "levels": "1 1"}
    rows[1] |= {"row": rows[0]["row"], "question": rows[0]["question"]}
    save([rows[0]])
    assert grade()["00012345"]["in-words"] == "2.0"


@pytest.mark.usefixtures("graded")
def test_a_sheet_without_its_columns_stays_as_it_is(capsys):
    SHEET.write_text("a,b\n1,2\n")
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    assert "lacks a column of the sheet: comment, levels" in capsys.readouterr().err
    assert SHEET.read_text() == "a,b\n1,2\n"


@pytest.mark.usefixtures("graded")
def test_what_was_edited_is_kept_beside_and_cells_stay(capsys):
    rows = filled("", "Half read.")
    rows[0] |= {"levels": "2 0", "mine": "an extra column"}
    save([row | {"mine": row.get("mine", "")} for row in rows])
    marks = grade()
    assert "kept in grades/rubric-1.csv" in capsys.readouterr().out
    assert "an extra column" in Path("grades/rubric-1.csv").read_text(encoding="utf-8-sig")
    assert (marks["00012345"]["waiting"], marks["li"]["waiting"]) == ("0", "1")
    assert {row["comment"] for row in sheet()} == {"Half read."}
    grade()
    assert not Path("grades/rubric-2.csv").exists()


@pytest.mark.usefixtures("graded")
def test_a_smaller_second_archive_leaves_what_earlier_runs_gave():
    save(filled())
    first = grade()
    Path("new").mkdir()
    Path("in/li").rename("new/li")
    assert run("grade", "hw3", "new", "--seed-file", "secret.txt") == 0
    second = {row["student"]: row for row in _grades()}
    assert {n: r["total"] for n, r in second.items()} == {n: r["total"] for n, r in first.items()}
    assert "earlier run" in second["00012345"]["notes"]
    assert [row["levels"] for row in sheet()] == ["1 1"] * 4
    Path("new/li").rename("in/li")
    assert {n: r["total"] for n, r in grade().items()} == {n: r["total"] for n, r in first.items()}


def _grades():
    with Path("grades/grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("graded")
def test_levels_belong_to_the_text_that_was_read():
    save(filled("2 1", "Well argued."))
    grade()
    hand_in("li/hw3.ipynb", fill("hw3/student/li/hw3.ipynb", answers("li"), "...", "asdf"))
    row = grade()["li"]
    assert (row["in-words"], row["waiting"]) == ("0.0", "1")
    assert "has changed since" in row["notes"]
    assert "Well argued." not in Path("grades/feedback/li.html").read_text()
    (shown,) = [one for one in sheet() if one["student"] == "li"]
    assert (shown["levels"], shown["earlier"][:16]) == ("", "2 1 Well argued.")
    hand_in("li/hw3.ipynb", fill("hw3/student/li/hw3.ipynb", answers("li"), "...", "Words of li."))
    assert grade()["li"]["in-words"] == "3.0"


@pytest.mark.usefixtures("graded")
def test_a_reading_is_taken_back_with_a_dash_and_not_by_an_empty_cell():
    save(filled())
    grade()
    save(filled("", ""))
    assert grade()["li"]["in-words"] == "2.0"
    assert {row["levels"] for row in sheet()} == {"1 1"}
    save(filled("-", ""))
    assert (grade()["li"]["waiting"], {row["levels"] for row in sheet()}) == ("1", {""})


@pytest.mark.usefixtures("graded")
def test_marks_that_somebody_wrote_into_the_table_are_kept_beside(capsys):
    table = Path("grades/grades.csv")
    text = table.read_text(encoding="utf-8-sig").replace("Student li", "Student li (excused)")
    table.write_text(text, encoding="utf-8-sig")
    grade()
    assert "kept in grades/grades-1.csv" in capsys.readouterr().out
    assert "excused" in Path("grades/grades-1.csv").read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("graded")
def test_a_sheet_from_before_the_rows_had_names_is_taken_over():
    rows = [{k: r[k] for k in ("student", "question", "answer", "criteria", "levels", "comment")}
            for r in filled()]  # fmt: skip
    save(rows)
    Path("grades/gradebook.sqlite").unlink()
    for path in Path("grades").glob("gradebook.sqlite-*"):
        path.unlink()
    assert {row["in-words"] for row in grade().values()} == {"2.0"}
