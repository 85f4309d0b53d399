"""A reader's table: what is read, what is refused in which words, and ranks counted otherwise."""

import csv
import io
import json

import numpy as np
import pytest
from nqpf import data, own_table
from nqpf.models.measurement.every_index import every_index
from nqpf.own_table.in_page import run
from scipy.stats import gmean, rankdata

GOOD = "unit,x,y\nA,1,9\nB,2,7\nC,4,8\nD,8,1\n"
MORE = {"units": "unit", "more": ["x", "y"]}


def ranked(text, **choices):
    return own_table.rank(own_table.read_text(text), **(MORE | choices))


def fault_of(text, **choices):
    """Return the one sentence with which a table is refused."""
    with pytest.raises(own_table.TableFault) as refused:
        ranked(text, **choices)
    return str(refused.value)


@pytest.mark.parametrize(
    "raw",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode("utf-16"),
        GOOD.encode("utf-16-le"),
        GOOD.encode("utf-16-be"),
        GOOD.replace(",", ";").encode(),
        GOOD.replace(",", "\t").encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        b"sep=;\r\n" + GOOD.replace(",", ";").encode(),
        GOOD.replace("\n", ",,\n").encode(),
        ("\n" + GOOD + "\n\n").encode(),
    ],
)
def test_one_table_is_read_alike_however_it_was_saved(raw):
    text, _notes = own_table.decoded(raw)
    assert ranked(text).rows == ranked(GOOD).rows


@pytest.mark.parametrize(
    ("text", "encoding", "says"),
    [
        ("省份,研发,专利\n河北,1,2\n山西,2,3\n", "gbk", "Chinese"),
        ("région;x\nÎle-de-France;1\n", "cp1252", "western European"),
    ],
)
def test_another_encoding_is_read_and_said(text, encoding, says):
    found, notes = own_table.decoded(text.encode(encoding))
    assert found == text
    assert says in notes[0]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1,5;2,25", "3;4", "2,5;1"],
        ["1.234,5;2", "3;4", "2,5;1"],
        ["1 234,5;2", "3;4", "2,5;1"],
    ],
)
def test_decimal_commas_are_found_from_the_cells(numbers):
    lines = ["unit;x;y", *(f"{name};{row}" for name, row in zip("ABC", numbers, strict=True))]
    points = [line.replace(".", "").replace(" ", "").replace(",", ".") for line in lines]
    assert ranked("\n".join(lines)).rows == ranked("\n".join(points)).rows


def test_what_a_comma_means_is_never_guessed():
    text = "unit;x;y\nA;1,234;1\nB;2,345;2\nC;3,456;4\n"
    said = fault_of(text)
    assert said.startswith("Line 2, column “x”: “1,234” may be")
    as_thousands = ranked(text, decimal=".")
    assert as_thousands.rows == ranked(text.replace(",", "")).rows
    assert ranked(text, decimal=",").rows == ranked(text.replace(",", ".")).rows


REFUSED = [
    ("", "There is no table yet"),
    ("unit\nA\nB\n", "Line 1 has a single cell"),
    ("1,2,3\n4,5,6\n", "Line 1 holds numbers alone"),
    ("unit,x,x\nA,1,2\nB,2,3\nC,3,4\n", "Columns 2 and 3 are both called “x”"),
    ("unit,x,y\nA,1,2\nB,2\nC,3,4\n", "Line 3 has 2 cells and line 1 names 3"),
    ("unit,x,y\nA,1,2\nA,2,3\nC,3,4\n", "Lines 2 and 3 are both called “A”"),
    ("unit,x,y\nA,1,2\n,2,3\nC,3,4\n", "Line 3 has no name in column “unit”"),
    ("unit,x,y\nA,1,2\nB,,3\nC,3,4\n", "Line 3 has no figure in column “x”"),
    ("unit,x,y\nA,1,2\nB,n/a,3\nC,3,4\n", "Line 3 has no figure in column “x”"),
    ("unit,x,y\nA,1,2\nB,much,3\nC,3,4\n", "Line 3, column “x”: “much” is no number"),
    ("unit,x,y\nA,1,2\nB,1e999,3\nC,3,4\n", "Line 3, column “x”: “1e999” is too large"),
    ("unit,x,y\nA,1,2\nB,1,3\nC,1,4\n", "Column “x” is 1 for every unit"),
    ("unit,x,y\nA,1,2\nB,2,3\n", "There are 2 units"),
    ("unit,x,y\nA,1.5,2\nB,\"2,5\",3\nC,3,4\n", "Line 2 writes “1.5” and line 3 writes “2,5”"),
    ('unit,x,y\nA,"1,2\nB,2,3\n', "Line 2 has 2 cells"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_what_is_wrong_is_said_by_line_and_column(text, says):
    said = fault_of(text)
    assert said.startswith(says)
    assert said.endswith((".", "0."))
    assert "\n" not in said


def test_ten_thousand_rows_are_refused_and_two_thousand_are_not():
    def table(count):
        return "unit,x,y\n" + "".join(f"u{n},{n * 7919 % 104729},{n}\n" for n in range(count))

    assert fault_of(table(10_000)).startswith("The table has 10,000 rows, and at most 2,000")
    assert len(ranked(table(2000)).rows) == 2000


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"more": ["x"]}, "Choose two or more"),
        ({"more": ["x", "unit"]}, "Column “unit” names the units"),
        ({"more": ["x", "z"]}, "There is no column “z”"),
        ({"weights": {"x": -1}}, "The weight of “x”"),
        ({"weights": {"x": float("nan")}}, "The weight of “x”"),
        ({"weights": {"x": 0, "y": 0}}, "All weights are 0"),
    ],
)
def test_choices_that_give_no_ranking_are_refused(choices, says):
    assert fault_of(GOOD, **choices).startswith(says)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04rest", "This is a workbook"),
        (b"a,b\n" * 600_000, "The file has 2.4 MB"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "This file is no text"),
    ],
)
def test_what_is_no_csv_is_refused(raw, says):
    with pytest.raises(own_table.TableFault, match=says):
        own_table.decoded(raw)


def test_units_with_gaps_are_left_out_only_when_asked_and_named():
    text = GOOD + "E,,3\n"
    found = ranked(text, leave_out_gaps=True)
    assert found.rows == ranked(GOOD).rows
    assert "Left out for gaps: E." in found.notes


def test_negative_figures_are_ranked_and_said():
    found = ranked(GOOD.replace("A,1", "A,-1"))
    assert {index.way for index in found.indices} == {"sum", "product", "topsis"}
    assert any(note.startswith("A is below 0 in column “x”") for note in found.notes)


def by_numpy(table, signs):
    """Return the ranks of the six sums and products with equal weights, counted by numpy."""
    array = np.array(table, float) * signs
    low, high = array.min(axis=0), array.max(axis=0)
    spread = (array - low) / (high - low)
    last = len(array) - 1
    placed = (rankdata(array, axis=0) - 1) / last
    found = {}
    for name, scale in {"spread": spread, "ranks": placed}.items():
        lifted = 0.01 + 0.99 * scale
        found[name, "sum"] = rankdata(-lifted.mean(axis=1).round(12))
        found[name, "product"] = rankdata(-gmean(lifted, axis=1).round(12))
    return found


def test_ranks_of_the_books_provinces_are_those_that_numpy_counts():
    table = own_table.read_text(own_table.example())
    names = table.head[1:]
    less = names[3]
    found = own_table.rank(
        table, units="province", more=[n for n in names if n != less], less=[less]
    )
    rows = data.rows("provinces_2021")
    order = [n for n in names if n != less] + [less]
    numbers = [[row[name] for name in order] for row in rows]
    signs = [1] * (len(order) - 1) + [-1]
    wanted = by_numpy(numbers, signs)
    taken = {(i.scale, i.way): i.ranks for i in found.indices if i.rule == "equal"}
    for key, ranks in wanted.items():
        assert taken[key] == pytest.approx(list(ranks)), key
    own = dict(zip((row["province"] for row in rows), wanted["spread", "sum"], strict=True))
    assert {row["unit"]: row["rank"] for row in found.rows} == pytest.approx(own)
    for place, row in enumerate(rows):
        one = next(r for r in found.rows if r["unit"] == row["province"])
        ranks = [index.ranks[place] for index in found.indices]
        assert (one["best_of_indices"], one["worst_of_indices"]) == (min(ranks), max(ranks))


def test_a_unit_that_is_best_in_all_is_first_whatever_is_drawn():
    found = ranked("unit,x,y,z\nA,9,9,9\nB,1,5,8\nC,5,8,1\nD,8,1,5\n", more=["x", "y", "z"])
    first = found.rows[0]
    assert (first["unit"], first["band_best"], first["band_worst"]) == ("A", 1, 1)
    assert (first["first_in_draws"], first["above_next"]) == (1, 1)
    said = found.sentences[0]
    assert said.startswith("Of 3 pairs of neighbours 2 cannot be told apart")


def test_directions_and_weights_are_taken():
    turned = ranked(GOOD, more=["y"], less=["x"])
    other = ranked(GOOD.replace("x", "minus").replace("1,9", "-1,9").replace("2,7", "-2,7")
                   .replace("4,8", "-4,8").replace("8,1", "-8,1"), more=["y", "minus"])  # fmt: skip
    assert [r["unit"] for r in turned.rows] == [r["unit"] for r in other.rows]
    assert [r["unit"] for r in ranked(GOOD, weights={"y": 0}).rows] == ["D", "C", "B", "A"]
    assert {i.rule for i in ranked(GOOD, weights={"y": 3}).indices} >= {"own", "equal"}


def test_indices_that_all_say_the_same_have_no_critic_weights():
    rules = {index.rule for index in every_index([[1, 2], [2, 4], [3, 6]])}
    assert rules == {"equal", "entropy"}


def test_certain_weights_leave_only_the_scale_to_be_drawn():
    table = "unit,x,y\n" + "".join(f"u{n},{n},{2 * n}\n" for n in range(6))
    found = ranked(table, freedom=0.0)
    assert all(row["band_best"] == row["band_worst"] == row["rank"] for row in found.rows)


def test_the_page_gets_what_a_notebook_gets():
    asked = {
        "ask": "rank",
        "text": GOOD,
        "units": "unit",
        "indicators": [{"name": n, "direction": 1, "weight": 1} for n in "xy"],
        "freedom": 0.5,
        "decimal": "",
        "leave_out_gaps": False,
    }
    found = json.loads(run(json.dumps(asked)))
    assert found["rows"] == ranked(GOOD).rows
    read_back = list(csv.DictReader(io.StringIO(found["csv"])))
    assert [row["unit"] for row in read_back] == [row["unit"] for row in found["rows"]]
    assert json.loads(run(json.dumps(asked | {"units": "z"})))["fault"].startswith("There is no")


def test_columns_are_guessed_for_the_reader_to_correct():
    text = "code,unit,x,y\n1,A,1,n/a\n2,B,2,3\n3,C,x,4\n"
    found = json.loads(run(json.dumps({"ask": "columns", "text": text})))
    assert found["units"] == "unit"
    told = {one["name"]: one["numeric"] for one in found["columns"]}
    assert told == {"code": True, "unit": False, "x": True, "y": True}


def test_the_example_is_what_the_book_has():
    rows = list(csv.DictReader(io.StringIO(own_table.example())))
    book = data.rows("provinces_2021")
    assert len(rows) == len(book) == 31
    for one, of_book in zip(rows, book, strict=True):
        assert one.pop("province") == of_book["province"]
        assert {name: float(value) for name, value in one.items()} == {
            name: value for name, value in of_book.items() if isinstance(value, float | int)
        }


# As the World Bank, China's statistical office and a spreadsheet write a table with words around.
AS_PUBLISHED = [
    (
        '"Data Source","Indicators",\r\n\r\n"Last Updated Date","2025-07-01",\r\n\r\n'
        '"Country Name","Code","2021","2022",\r\n"China","CHN","2","3",\r\n'
        '"India","IND","2.5","4",\r\n"Brazil","BRA","1","5",\r\n',
        ["Country Name", "Code", "2021", "2022"],
        (6, "3"),
    ),
    (
        "数据库：年度数据\n指标：研发经费\n地区,2021,2022\n北京市,2.5,3\n天津市,2,4\n河北省,1,5\n数据来源：国家统计局\n",
        ["地区", "2021", "2022"],
        (4, "3"),
    ),
    (
        "A title;;\n;;\nunit;2021;2022\nA;2,5;3\nB;2;4\nC;1;5\n;;\nNote: provisional.;;\n",
        ["unit", "2021", "2022"],
        (4, "3"),
    ),
]


@pytest.mark.parametrize(("text", "head", "first"), AS_PUBLISHED)
def test_titles_above_and_remarks_below_are_left_out_and_said(text, head, first):
    table = own_table.read_text(text)
    assert table.head == head
    assert len(table.rows) == 3
    assert next(iter(table.column("2022"))) == first
    assert any("above the names of columns" in note for note in table.notes)
    assert any("below the table" in note for note in table.notes) == ("China" not in text)


def test_a_unit_without_figures_at_the_end_is_no_remark():
    table = own_table.read_text("unit,x,y\nA,1,2\nB,2,1\nC,,\n")
    assert [cells[0] for _line, cells in table.rows] == ["A", "B", "C"]
    assert len(table.notes) == 1


def test_below_a_title_lines_are_named_as_an_editor_numbers_them():
    said = fault_of("A title\n\nunit,x,y\nA,1,2\nB,2\nC,3,4\n")
    assert said.startswith("Line 5 has 2 cells and line 3 names 3 columns")
