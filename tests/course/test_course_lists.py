"""Class lists as platforms and registrars export them."""

import io

import pytest
from nqpf.course.intake.roster import RosterError, read_roster
from openpyxl import Workbook

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,HW 0 (1001)\n"
    ",,,,,Manual Posting\n    Points Possible,,,,,10\n"
    '"Lovelace, Ada",501,00012345,alove1,S1,9\n"Student, Test",503,,,S1,\n'
)
LISTS = {
    "canvas": (CANVAS, "00012345", "SIS User ID"),
    "canvas without SIS": (
        'Student,ID,SIS Login ID,Section,HW (1)\n    Points Possible,,,,10\n"Lovelace, Ada",501,'
        'alove1,S1,9\n"Student, Test",503,,S1,\n', "alove1", "SIS Login ID"),
    "canvas with numbers alone": (
        'Student,ID,SIS User ID,SIS Login ID,Section\n"Lovelace, Ada",501,,,S1\n', "501", "ID"),
    "moodle participants": (
        "First name,Last name,Email address,Groups\nAda,Lovelace,ada@example.edu,\n",
        "ada@example.edu", "Email address"),
    "moodle grade export": (
        "First name,Last name,ID number,Institution,Department,Email address,Course total\n"
        "Ada,Lovelace,00012345,,,ada@example.edu,9\n", "00012345", "ID number"),
    "moodle worksheet": (
        'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade"\n'
        '"Participant 18","Ada Lovelace",ada@example.edu,Submitted,,10\n',
        "ada@example.edu", "Email address"),
    "moodle worksheet, anonymous": (
        "Identifier,Status,Grade\nParticipant 18,Submitted,\n", "Participant 18", "Identifier"),
    "moodle, German": (
        "Vorname;Nachname;ID-Nummer;E-Mail-Adresse\nAda;Lovelace;00012345;ada@example.edu\n",
        "00012345", "ID-Nummer"),
    "blackboard": (
        '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\n'
        '"Lovelace"\t"Ada"\t"alove1"\t"00012345"\t""\n', "00012345", "Student ID"),
    "blackboard without numbers": (
        "Last Name\tFirst Name\tUsername\tStudent ID\nLovelace\tAda\talove1\t\n",
        "alove1", "Username"),
    "brightspace": (
        "OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n"
        "#00012345,#alove1,Lovelace,Ada,ada@example.edu,#\n", "00012345", "OrgDefinedId"),
    "gradescope": (
        "First Name,Last Name,SID,Email,Sections\nAda,Lovelace,00012345,ada@example.edu,\n",
        "00012345", "SID"),
    "rain classroom": ("学号,姓名,班级\n00012345,艾达,1班\n", "00012345", "学号"),
    "xuexitong": (
        "课程名称：经济学\n导出时间：2027-03-01\n序号,学号/工号,学生姓名,院系\n1,00012345,艾达,经济\n",
        "00012345", "学号/工号"),
    "plain": ("id,name\n00012345,Ada Lovelace\n", "00012345", "id"),
    "excel, German": ("sep=;\nMatrikelnummer;Name\n00012345;Ada Lovelace\n", "00012345",
                      "Matrikelnummer"),
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_as_exported(tmp_path, name, encoding):
    text, identity, column = LISTS[name]
    (tmp_path / "class.csv").write_bytes(text.encode(encoding))
    roster = read_roster(tmp_path / "class.csv")
    assert [student.id for student in roster] == [identity]
    assert f"id from “{column}”" in roster.taken
    if "Ada" in text:
        assert roster.find("Lovelace Ada").id == identity
        assert roster.find("Ada Lovelace").id == identity


def test_every_name_of_a_list_finds_its_student(tmp_path):
    (tmp_path / "class.csv").write_text(CANVAS)
    roster = read_roster(tmp_path / "class.csv")
    assert {roster.find(who).id for who in ("alove1", "501", "00012345")} == {"00012345"}
    (tmp_path / "class.csv").write_text(LISTS["moodle worksheet"][0])
    assert read_roster(tmp_path / "class.csv").find("Participant 18").name == "Ada Lovelace"


def test_a_registrars_excel_file_is_read_with_its_titles(tmp_path):
    book = Workbook()
    for row in (
        ["Register of students"],
        [],
        ["Term", 2027],
        ["学号", "姓名", "班级"],
        ["00012345", "Ada Lovelace", 1],
        [202311000003, "李雷", 1],
        [None, None, None],
    ):
        book.active.append(row)  # fmt: skip
    data = io.BytesIO()
    book.save(data)
    for name in ("class.xlsx", "class.csv"):
        (tmp_path / name).write_bytes(data.getvalue())
        students = list(read_roster(tmp_path / name))
        assert [student.id for student in students] == ["00012345", "202311000003"]
        assert students[1].name == "李雷"


def test_umlauts_of_a_german_excel(tmp_path):
    (tmp_path / "class.csv").write_bytes("id;name\n1001;Jörg Müller\n".encode("cp1252"))
    assert [s.name for s in read_roster(tmp_path / "class.csv")] == ["Jörg Müller"]


def test_our_own_guard_is_no_part_of_an_id(tmp_path):
    (tmp_path / "class.csv").write_text("id,name\n'-ben,'@Ben\n@mei,Mei\n's,O's\n")
    assert [(s.id, s.name) for s in read_roster(tmp_path / "class.csv")] == [
        ("-ben", "@Ben"), ("@mei", "Mei"), ("'s", "O's"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"id,name\n2.02E+11,Ada\n", "row 2: a spreadsheet has shortened the id"),
        (b"name,points\nAda,1\n", "no column id, nor another that says who somebody is; it has na"),
        (b"", "no column id"),
        (b"<html><table><tr><td>id</td></tr></table></html>", "is a web page"),
        (b"\xd0\xcf\x11\xe0 and more", r"save it as \.xlsx"),
        (b"PK\x03\x04 and no more", "cannot be read as an Excel file"),
        (b"Student,ID,SIS User ID\n    Points Possible,,\n", "no students below row 1"),
    ],
)
def test_a_list_that_cannot_be_read_says_what_to_do(tmp_path, data, said):
    (tmp_path / "class.csv").write_bytes(data)
    with pytest.raises(RosterError, match=said):
        read_roster(tmp_path / "class.csv")
