"""Submissions are found under the names that platforms give them, and no archive does harm."""

import io
import json
import os
import zipfile

import nqpf.course.intake.files as files_module
import pytest
from nqpf.course.intake import latest, take_in
from nqpf.course.intake.handed_in import Unreadable, read_answers
from nqpf.course.intake.roster import Roster, RosterError, Student, read_roster
from nqpf.course.tables import write_table

CLASS = """id,name,email,canvas id
ada,Ada Lovelace,ada@example.edu,101
li,李雷,li@example.edu,102
evil,"=cmd|' /C calc'!A0",evil@example.edu,103
comma,"O'Neil, Zoë",zoe@example.edu,104
"""


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text(CLASS, encoding="utf-8")
    return read_roster(path)


def notebook(*cells):
    return json.dumps(
        {"cells": [{"cell_type": kind, "source": source} for kind, source in cells]}
    ).encode()


ANSWER = notebook(("code", "# question: one\nanswer = 2"))


def zipped(entries):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("ada/hw3.ipynb", "ada"),
        ("ada.ipynb", "ada"),
        ("hw3-ada.ipynb", "ada"),
        ("Section 2/ada/work/hw3.py", "ada"),
        ("Ada Lovelace_1234567_assignsubmission_file_/hw3.ipynb", "ada"),
        ("Lovelace Ada_1234567_assignsubmission_file_hw3.ipynb", "ada"),
        ("lovelaceada_101_555_hw3.ipynb", "ada"),
        ("lovelaceada_LATE_101_555_hw3.ipynb", "ada"),
        ("oneilzoe_104_556_hw3-1.ipynb", "comma"),
        ("李雷_7_assignsubmission_file_/hw3.md", "li"),
        ("李雷.ipynb", "li"),
        ("nobody/hw3.ipynb", None),
    ],
)
def test_the_owner_is_found_by_each_platforms_names(tmp_path, roster, path, student):
    (tmp_path / "s.zip").write_bytes(zipped([(path, ANSWER)]))
    (found,) = take_in(tmp_path / "s.zip", roster).submissions
    assert (found.student.id if found.student else None) == student
    assert found.marked_late == ("LATE" in path)
    assert found.read() == ANSWER


def test_gradescope_names_owners_in_its_metadata(tmp_path, roster):
    metadata = "submission_9:\n  :submitters:\n  - :name: Ada\n    :sid: ada\n    :email: x@y.z\n"
    entries = [("e/submission_9/hw3.ipynb", ANSWER), ("e/submission_metadata.yml", metadata)]
    (tmp_path / "s.zip").write_bytes(zipped(entries))
    (found,) = take_in(tmp_path / "s.zip", roster).submissions
    assert found.student.id == "ada"


def test_archives_in_archives_and_folders_are_read(tmp_path, roster):
    inner = zipped([("hw3.ipynb", ANSWER), ("__MACOSX/._hw3.ipynb", b"x"), (".hidden.py", b"x")])
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "all.zip").write_bytes(zipped([("ada.zip", inner)]))
    (found,) = take_in(tmp_path / "in", roster).submissions
    assert (found.path, found.student.id) == ("deep/all/ada/hw3.ipynb", "ada")
    assert found.read() == ANSWER


def test_the_newest_file_of_a_student_counts(tmp_path, roster):
    for name, when in (("ada.ipynb", 100), ("hw3-ada.ipynb", 200), ("nobody.ipynb", 50)):
        (tmp_path / name).write_bytes(ANSWER)
        os.utime(tmp_path / name, (when, when))
    chosen, others = latest(take_in(tmp_path, roster).submissions)
    assert [one.path for one in chosen] == ["hw3-ada.ipynb", "nobody.ipynb"]
    assert [one.path for one in others] == ["ada.ipynb"]


def test_harmful_archives_are_left_out_by_name(tmp_path, roster, monkeypatch):
    link = zipfile.ZipInfo("link.ipynb")
    link.external_attr = 0o120777 << 16
    climbing = ["../../climb.ipynb", "/root.ipynb", "a/..\\..\\back.ipynb"]
    entries = [(name, ANSWER) for name in [*climbing, link, "ada.ipynb"]] + [("bad.zip", b"none")]
    (tmp_path / "s.zip").write_bytes(zipped(entries))
    found = take_in(tmp_path / "s.zip", roster)
    assert [one.path for one in found.submissions] == ["ada.ipynb"]
    assert len(found.left_out) == 5
    monkeypatch.setattr(files_module, "MOST_IN_ARCHIVE", 10)
    (left_out,) = take_in(tmp_path / "s.zip", roster).left_out
    assert (left_out.path, left_out.why) == ("the archive", "it would unpack too large")


def test_a_bomb_is_not_unpacked(tmp_path, roster):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ada.ipynb", b"0" * 100_000_000)
    (tmp_path / "s.zip").write_bytes(data.getvalue())
    found = take_in(tmp_path / "s.zip", roster)
    assert not found.submissions
    assert "at most" in found.left_out[0].why


def test_links_in_folders_are_left_out(tmp_path, roster):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").symlink_to("/etc/hostname")
    found = take_in(tmp_path / "in", roster)
    assert (found.submissions, len(found.left_out)) == ([], 1)


def test_nothing_there_says_what_to_give(tmp_path, roster):
    with pytest.raises(FileNotFoundError, match="folder or zip"):
        take_in(tmp_path / "none", roster)


@pytest.mark.parametrize(
    ("cells", "text", "remark"),
    [
        ([("code", "# question: one\nanswer = 2")], "answer = 2", ""),
        ([("code", ["# question: one\n", "answer = 2"])], "answer = 2", ""),
        ([("code", "x"), ("code", "answer = 2\n#question:one")], "answer = 2", ""),
        ([("code", "# question: one\na"), ("code", "# question: one\na")], "a", ""),
        ([("code", "# question: one\na"), ("code", "# question: one\nb")], "b", "two cells"),
        ([("code", "# question: two\n# question: one\na")], "a", "share a cell"),
        ([("markdown", "<!-- question: one -->\n*words*")], "*words*", ""),
        ([("code", "# question: one\n" + "x" * 300_000)], "x" * 300_000, ""),
        ([("code", "# question: one\n1"), ("odd", "x"), 5, ("code", None)], "1", ""),
    ],
)
def test_answers_are_found_by_their_markers(cells, text, remark):
    listed = [
        {"cell_type": cell[0], "source": cell[1]} if isinstance(cell, tuple) else cell
        for cell in cells
    ]
    data = json.dumps({"cells": listed, "metadata": {"kernelspec": {"name": "klingon"}}}).encode()
    answer = read_answers("x.ipynb", data).answers["one"]
    assert answer.text == text
    assert remark in " ".join(answer.remarks)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("x.py", "# %% [markdown]\n# Title\n\n# %%\n# question: one\nanswer = 2\n\n# %%\nx = 1\n"),
        ("x.md", "# Title\n\n```{code-cell}\n# question: one\nanswer = 2\n```\n\nwords\n"),
        ("x.md", "# Title\n\n```python\n# question: one\nanswer = 2\n```\n\nwords\n"),
    ],
)
def test_scripts_and_markdown_hold_answers_too(path, text):
    assert read_answers(path, text.encode()).answers["one"].text == "answer = 2"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"not json", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1]", "no cells"),
        (b'{"cells": 5}', "no cells"),
        (b'{"cells": []}', "no cell has the marker"),
        (b"\x00\xff\x00\xff", "not JSON"),
    ],
)
def test_a_file_without_answers_says_why(data, why):
    with pytest.raises(Unreadable, match=why):
        read_answers("x.ipynb", data)


def test_other_encodings_are_read_with_a_remark():
    text = ANSWER.decode().replace("answer = 2", "answer = '新'")
    for encoding in ("utf-16", "gb18030"):
        handed = read_answers("x.ipynb", text.replace("\\u65b0", "新").encode(encoding))
        assert handed.answers["one"].text == "answer = '新'"
        assert "UTF-8" in handed.remarks[0]
    assert read_answers("x.ipynb", b"\xef\xbb\xbf" + ANSWER).remarks == []


def test_the_file_may_name_its_student():
    data = notebook(("markdown", "<!-- student: ada -->"), ("code", "# question: one\n1"))
    assert read_answers("x.ipynb", data).student == "ada"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name\nAda\n", "no column id"),
        ("id,name\n", "no rows"),
        ("id\nada\nada\n", "row 3: ada stands in row 2"),
        ("id,name\n,Ada\n", "row 2: no id"),
    ],
)
def test_a_bad_class_list_names_the_row(tmp_path, text, why):
    path = tmp_path / "class.csv"
    path.write_text(text)
    with pytest.raises(RosterError, match=why):
        read_roster(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old Excel's")
    with pytest.raises(RosterError, match=r"save it as \.xlsx or as CSV UTF-8"):
        read_roster(path)
    with pytest.raises(RosterError, match="does not exist"):
        read_roster(tmp_path / "none.csv")


def test_a_name_of_two_students_finds_neither():
    roster = Roster([Student("a", "Wang Wei"), Student("b", "Wang Wei")])
    assert roster.find("Wang Wei") is None
    assert roster.find("a").id == "a"


def test_a_table_holds_no_formulas(tmp_path):
    path = tmp_path / "grades.csv"
    rows = [{"name": "=cmd|' /C calc'!A0", "mark": -1.5}, {"name": "李, 雷"}, {"name": "@x\n+y"}]
    write_table(path, ["name", "mark"], rows)
    written = path.read_bytes().decode("utf-8-sig")
    assert written == "name,mark\r\n'=cmd|' /C calc'!A0,-1.5\r\n\"李, 雷\",\r\n\"'@x\n+y\",\r\n"
    assert list(tmp_path.iterdir()) == [path]
