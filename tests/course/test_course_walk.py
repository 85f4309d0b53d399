"""A class of thirty from Moodle, with the files that classes hand in: graded, read, graded again
after corrections, and carried back."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from course_class import SHARE, answers, assign, fill, grades, run, working_in

COUNT = 30
IDS = [f"00{4100 + number}" for number in range(COUNT)]
NAMES = [f"{['Ada', '李', 'Zoë', 'Seán'][n % 4]}{n} O'Neil-{n}" for n in range(COUNT)]
HEAD = ("Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,"
        "Grade can be changed,Last modified (submission),Last modified (grade),"
        "Feedback comments")  # fmt: skip
ENDLESS = "def share(part, whole):\n    while True: pass"
LATE, PDF, NOTHING, DAMAGED, CHANGED, TWO = 4, 7, 8, 9, 10, 11


def worksheet():
    rows = [
        f'Participant {70 + n},"{NAMES[n]}",{IDS[n]},s{n}@x.edu,Submitted,,12.00,Yes,-,-,'
        for n in range(COUNT)
    ]
    return "\r\n".join([HEAD, *rows]) + "\r\n"


def holder(number):
    return f"{NAMES[number]}_{70 + number}_assignsubmission_file"


def right(number, code=SHARE, words=""):
    student = IDS[number]
    path = f"hw3/student/{student}/hw3.ipynb"
    return fill(path, answers(student), code, words or f"If it fell by {number}.")


def changed(text, change):
    book = json.loads(text)
    book["cells"] = change(book["cells"])
    return json.dumps(book, ensure_ascii=False)


def code(source):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}


def of_windows(number):
    """Return a notebook as VS Code on Windows saves it, with what students put into cells."""
    demonstrated = f"%matplotlib inline\n{SHARE}\nshare?\nassert share(1, 4) == 1"
    return right(number, demonstrated).replace("\\n", "\\r\\n")


def with_helper(number):
    text = right(number, "def share(part, whole):\n    return parts(part, whole)")
    helper = code("def parts(a, b):\n    return a / b")
    return changed(text, lambda cells: [helper, *cells])


def typed(number):
    """Return a notebook with typographic quotes, as a text processor or a phone sets them."""
    quoted = [("answer = '", "answer = “"), ("'", "”")]

    def change(cells):
        for cell in cells:
            lines = "".join(cell["source"])
            if "\nanswer = '" in lines:
                for old, new in quoted:
                    lines = lines.replace(old, new)
                cell["source"] = lines
        return cells

    return changed(right(number), change)


def files(number):
    """Return what a student hands in, by name."""
    plain = {"hw3.ipynb": right(number)}
    kinds = {
        1: {"hw3.ipynb": of_windows(number)},
        2: {"hw3.ipynb": with_helper(number)},
        3: {"hw3.ipynb": typed(number)},
        LATE: {"hw3.ipynb": right(number, ENDLESS)},
        5: {"hw3.ipynb.txt": right(number)},
        6: {**plain, "README.md": "# My homework", "plot.png": "x",
            "hw3.md": Path(f"hw3/student/{IDS[number]}/hw3.md").read_text()},
        PDF: {"hw3.pdf": "%PDF-1.7"},
        NOTHING: {},
        TWO: {"hw3 (1).ipynb": right(number)},
        12: {"hw3.ipynb": right(number).encode("utf-16")},
        13: {"hw3.ipynb": b"\xef\xbb\xbf" + right(number).encode()},
    }  # fmt: skip
    return kinds.get(number, plain)


def archive(numbers, made=files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        for number in numbers:
            for name, text in made(number).items():
                out.writestr(f"{holder(number)}/{name}", text)
    return data.getvalue()


def damaged(data, number):
    with zipfile.ZipFile(io.BytesIO(data)) as out:
        entry = out.getinfo(f"{holder(number)}/hw3.ipynb")
    middle = entry.header_offset + 80 + entry.compress_size // 2
    return data[:middle] + bytes(b ^ 0xFF for b in data[middle : middle + 4]) + data[middle + 4 :]


def grade(place, *more):
    words = ["hw3", place, "--seed-file", "secret.txt", "--workers", "2", "--seconds", "3"]
    return run("grade", *words, *more)


def read_all(levels):
    """Fill in the sheet as a German Excel saves it, without the zeros in front."""
    sheet = Path("grades/rubric.csv")
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline="")))
    for row in rows:
        row |= {"student": row["student"].lstrip("0"), "levels": levels, "comment": "Gut, weiter."}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    sheet.write_bytes(text.getvalue().encode("gb18030"))
    return len(rows)


def totals():
    return {n: float(grades()[IDS[n]]["total"]) for n in range(COUNT)}


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Walk the whole way once; the tests look at what was seen on it."""
    seen = {}
    with working_in(tmp_path_factory.mktemp("walk")):
        Path("worksheet.csv").write_text(worksheet(), encoding="utf-8")
        assign("--roster", "worksheet.csv")
        Path("all.zip").write_bytes(damaged(archive(range(COUNT)), DAMAGED))
        seen["first status"] = grade("all.zip")
        seen["first"], seen["first grades"] = totals(), grades()
        seen["to read"] = read_all("2 1")
        seen["second status"] = grade("all.zip")
        seen["second"] = totals()
        corrected = {
            PDF: {"hw3.ipynb": right(PDF)},
            DAMAGED: {"hw3.ipynb": right(DAMAGED)},
            CHANGED: {"hw3.ipynb": right(CHANGED, words="Another text.")},
        }
        Path("new.zip").write_bytes(archive(corrected, corrected.get))
        seen["third status"] = grade("new.zip", "--worksheet", "worksheet.csv")
        seen["third"], seen["third grades"] = totals(), grades()
        read_all("1 1")
        seen["last status"] = grade("new.zip", "--worksheet", "worksheet.csv")
        seen["last"] = totals()
        yield seen


def test_right_answers_are_right_in_every_kind_of_file(walked):
    lost = {LATE: 5.0, PDF: 0.0, NOTHING: 0.0, DAMAGED: 0.0}
    assert walked["first"] == dict.fromkeys(range(COUNT), 9.0) | lost
    assert walked["first status"] == 1  # two files could not be read, and points hang on them


def test_what_was_not_read_is_in_the_notes(walked):
    notes = {n: walked["first grades"][IDS[n]]["notes"] for n in range(COUNT)}
    assert "hw3.pdf was not read: it is a PDF" in notes[PDF]
    assert "hw3.ipynb was not read: it is damaged" in notes[DAMAGED]
    assert notes[NOTHING] == "nothing was handed in"
    assert "README.md" in notes[6]
    assert "plot.png was not read" in notes[6]
    report = Path("grades/report.html").read_text(encoding="utf-8")
    assert "Handed in" in report


def test_what_was_read_is_taken_over_from_the_sheet_that_came_back(walked):
    assert walked["to read"] == COUNT - 3
    lost = {LATE: 8.0, PDF: 0.0, NOTHING: 0.0, DAMAGED: 0.0}
    assert walked["second"] == dict.fromkeys(range(COUNT), 12.0) | lost


def test_corrections_leave_everybody_else_as_they_were(walked):
    waiting = {PDF: 9.0, DAMAGED: 9.0, CHANGED: 9.0}
    assert walked["third"] == walked["second"] | waiting
    assert walked["third status"] == 0
    assert "has changed since" in walked["third grades"][IDS[CHANGED]]["notes"]
    assert "earlier run" in walked["third grades"][IDS[0]]["notes"]
    everybody = {n: total - 1.0 for n, total in walked["second"].items() if total}
    assert walked["last"] == walked["second"] | everybody | dict.fromkeys(waiting, 11.0)


def test_marks_and_pages_go_back_in_moodles_own_worksheet(walked):
    text = Path("grades/worksheet.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    back = {row["ID number"]: row["Grade"] for row in rows}
    assert [row["Identifier"] for row in rows] == [f"Participant {70 + n}" for n in range(COUNT)]
    for number, total in walked["last"].items():
        if number != NOTHING:
            assert float(back[IDS[number]]) == total, number
    with zipfile.ZipFile("grades/moodle-feedback.zip") as pages:
        folders = {name.partition("/")[0] for name in pages.namelist()}
    assert folders == {holder(n) for n in range(COUNT) if n != NOTHING}
