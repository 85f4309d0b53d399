"""The sheet of open answers as an Excel file: filled in there, it loses nothing on the way back."""

import csv
import zipfile
from pathlib import Path

import pytest
from course_class import answers, assign, fill, grade, hand_in, run
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

TABLE, BOOK = Path("grades/rubric.csv"), Path("grades/rubric.xlsx")
WORDS = {
    "00012345": "=1+1 is what one might say.",
    "202311000003": "It fell.\n\n-0.5 a year, I think; \x07 bell.",
    "-ben": "1-2",
    "li": "因为资本。",
}


@pytest.fixture
def graded(classroom):
    """Return a class whose ids and answers spreadsheets mangle, graded once."""
    rows = "\n".join(f"{name},Student {name}" for name in WORDS)
    Path("class.csv").write_text(f"id,name\n{rows}\n", encoding="utf-8")
    assign("--roster", "class.csv")
    for name, words in WORDS.items():
        text = fill(f"hw3/student/{name}/hw3.ipynb", answers(name), "...", words)
        hand_in(f"{name}/hw3.ipynb", text)
    grade()
    return classroom


def cells(path=BOOK):
    """Return the rows below the titles, by their titles, as a program sees the cells."""
    titles, *rows = load_workbook(path).worksheets[0].iter_rows()
    return [{t.value: cell for t, cell in zip(titles, row, strict=True)} for row in rows]


def save(change, path=BOOK):
    """Change the cells of each row as somebody does in a spreadsheet program, and save."""
    book = load_workbook(path)
    titles, *rows = book.worksheets[0].iter_rows()
    for row in rows:
        change({t.value: cell for t, cell in zip(titles, row, strict=True)})
    book.save(path)


def set_cells(row, **values):
    for name, value in values.items():
        row[name].value = value


def table():
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("graded")
def test_every_cell_is_text_and_both_sheets_say_the_same():
    found = cells()
    assert [row["student"].value for row in found] == list(WORDS)
    for row, text in zip(found, WORDS.values(), strict=True):
        assert row["answer"].value == text.replace("\x07", "\N{REPLACEMENT CHARACTER}")
        assert {cell.number_format for cell in row.values()} == {"@"}
        assert {cell.data_type for cell in row.values() if cell.value} == {"s"}
    names = [row["row"] for row in table()]
    assert [row["row"].value for row in found] == names


@pytest.mark.usefixtures("graded")
@pytest.mark.parametrize(
    "extra",
    [{}, {"student": 12345.0}, {"student": "2.02E+11", "answer": "cut"}, {"levels": "2，1"}],
    ids=["as it was", "zeros lost", "exponent", "Chinese comma"],
)
def test_what_is_filled_in_comes_back(extra):
    save(lambda row: set_cells(row, **{"levels": "2 1", "comment": "Name a date."} | extra))
    marks = grade()
    assert {row["in-words"] for row in marks.values()} == {"3.0"}
    assert {row["waiting"] for row in marks.values()} == {"0"}
    for row in table():
        assert (row["levels"], row["comment"]) == ("2 1", "Name a date.")
    assert [row["student"].value for row in cells()] == list(WORDS)


@pytest.mark.usefixtures("graded")
def test_notes_stay_on_their_cells_and_an_edited_sheet_is_kept(capsys):
    def change(row):
        if row["student"].value == "li":
            set_cells(row, levels="2 0")
            row["levels"].comment = Comment("ask a colleague", "me")

    save(change)
    # What students hand in later brings another row, and the sheet is written anew.
    text = fill("hw3/student/-ben/hw3.ipynb", answers("-ben"), "...", "Other words.")
    hand_in("-ben/hw3.ipynb", text)
    assert grade()["li"]["in-words"] == "2.0"
    assert "kept in grades/rubric-1.xlsx" in capsys.readouterr().out
    (row,) = [row for row in cells() if row["student"].value == "li"]
    assert row["levels"].comment.text == "ask a colleague"
    assert any(row["answer"].value == "Other words." for row in cells())
    kept = [row["answer"].value for row in cells(Path("grades/rubric-1.xlsx"))]
    assert "1-2" in kept


@pytest.mark.usefixtures("graded")
def test_a_sheet_that_says_all_that_is_known_stays_as_it_was_saved():
    save(lambda row: set_cells(row, levels="1 1"))
    grade()
    save(lambda row: setattr(row["levels"], "font", Font(italic=True)))
    saved = BOOK.read_bytes()
    grade()
    assert BOOK.read_bytes() == saved
    assert not Path("grades/rubric-2.xlsx").exists()


@pytest.mark.usefixtures("graded")
def test_of_two_sheets_the_one_that_was_filled_in_counts_and_two_readings_are_named(capsys):
    rows = table()
    with TABLE.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows([rows[0] | {"levels": "2 1"}, *rows[1:]])
    save(lambda row: set_cells(row, levels=None if row["student"].value == "00012345" else "0 1"))
    assert [row["in-words"] for row in grade().values()] == ["3.0", "1.0", "1.0", "1.0"]
    save(lambda row: set_cells(row, levels="2 0"))
    # The other sheet says what is known already: that is no reading.
    assert [row["in-words"] for row in grade().values()] == ["2.0"] * 4
    text = TABLE.read_text(encoding="utf-8-sig").replace("2 0", "1 0", 1)
    TABLE.write_text(text, encoding="utf-8-sig")
    save(lambda row: set_cells(row, levels="0 0"))
    before = TABLE.read_bytes(), BOOK.read_bytes()
    assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
    said = capsys.readouterr().err
    assert "rubric.xlsx, row 2: grades/rubric.csv, row 2 reads the same answer otherwise" in said
    assert (TABLE.read_bytes(), BOOK.read_bytes()) == before


@pytest.mark.usefixtures("graded")
def test_what_is_no_workbook_any_more_is_named_and_stays(capsys):
    for data in (b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0 an old Excel's"):
        BOOK.write_bytes(data)
        assert run("grade", "hw3", "in", "--seed-file", "secret.txt") == 1
        assert "rubric.xlsx" in capsys.readouterr().err
        assert BOOK.read_bytes() == data
    BOOK.unlink()
    grade()
    assert len(cells()) == len(WORDS)


@pytest.mark.usefixtures("graded")
def test_an_answer_longer_than_a_cell_is_whole_in_the_other_sheet():
    long = "word " * 9_000
    hand_in("li/hw3.ipynb", fill("hw3/student/li/hw3.ipynb", answers("li"), "...", long))
    grade()
    (row,) = [row for row in cells() if row["student"].value == "li"]
    assert len(row["answer"].value) <= 32_767
    assert row["answer"].value.endswith("[The rest does not fit into a cell: it stands in the "
                                        "sheet that is a CSV file.]")  # fmt: skip
    assert any(row["answer"].strip() == long.strip() for row in table())
    save(lambda row: set_cells(row, levels="2 1"))
    assert grade()["li"]["in-words"] == "3.0"


@pytest.mark.usefixtures("graded")
def test_a_program_that_writes_one_cell_as_the_sheets_size_is_read():
    save(lambda row: set_cells(row, levels="2 1"))
    other = Path("other.xlsx")
    with zipfile.ZipFile(BOOK) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                start, rest = data.split(b'<dimension ref="', 1)
                data = start + b'<dimension ref="A1" />' + rest.partition(b"/>")[2]
            new.writestr(name, data)
    other.replace(BOOK)
    assert {row["in-words"] for row in grade().values()} == {"3.0"}
