"""Every way in which a data file can be broken is refused, with file, row, column and remedy.

Each case is also given to Frictionless: the light reader must be no laxer than the library.
"""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package, Schema
from hypothesis import given
from hypothesis import strategies as st
from nqpf import data
from nqpf.data import _package
from nqpf.data._table import typed

FOLDER = Path(__file__).parents[2] / "data"
FILE = "labour_share.csv"
FIRST = b"CHN,1970,0.592169,pwt1001\n"
LENGTHS = "the row has {} cells, the header 4"

CASES = {
    "a missing column": (b",labour_share,", b",", 1, "labour_share", "the column is missing"),
    "an unknown column": (b"source_id\n", b"source_id,x\n", 1, "x", "the schema has no such"),
    "columns out of order": (b"country_code,year", b"year,country_code", 1, "year", "out of order"),
    "a word for a number": (b"0.592169", b"plenty", 2, "labour_share", "not of type number"),
    "an infinite number": (b"0.592169", b"inf", 2, "labour_share", "not of type number"),
    "a fraction for a year": (b"1970", b"1970.5", 2, "year", "not of type year"),
    "a value above its range": (b"0.592169", b"59.2169", 2, "labour_share", "above the maximum"),
    "a value below its range": (b"0.592169", b"-0.5", 2, "labour_share", "below the minimum"),
    "an empty cell": (b"0.592169", b"", 2, "labour_share", "the cell is empty"),
    "an unknown country": (b"CHN,1970", b"CHI,1970", 2, "country_code", "is not one of CHN"),
    "an unknown source": (b"1970,0.592169,pwt1001", b"1970,0.592169,pwt101", 2, "source_id",
                          "nearest: pwt1001"),
    "a duplicate key": (b"CHN,1971", b"CHN,1970", 3, "country_code, year",
                        "was already used in row 2"),
    "a cell too many": (FIRST, b"CHN,1970,0.592169,pwt1001,9\n", 2, "source_id",
                        LENGTHS.format(5)),
    "a cell too few": (FIRST, b"CHN,1970,0.592169\n", 2, "source_id", LENGTHS.format(3)),
    "a broken encoding": (b"0.592169", b"0,59\xff", 2, "source_id", "0xff is not UTF-8"),
}  # fmt: skip

STRANGE = {
    "an underscore in a year": (b"1970", b"19_70", "year"),
    "a plus before a year": (b"1970", b"+1970", "year"),
    "a space before a year": (b"1970", b" 1970", "year"),
    "a year in full-width digits": (b"1970", "１９７０".encode(), "year"),
    "an underscore in a number": (b"0.592169", b"0.59_2169", "labour_share"),
    "a plus before a number": (b"0.592169", b"+0.592169", "labour_share"),
    "a space after a number": (b"0.592169", b"0.592169 ", "labour_share"),
    "a number in full-width digits": (b"0.592169", "０.５".encode(), "labour_share"),
    "no number": (b"0.592169", b"nan", "labour_share"),
    "a number too large": (b"0.592169", b"1e400", "labour_share"),
}
"""Cells that Python reads as numbers and another program as text: plain digits alone will do."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a copy of the data package that the loader reads instead of the real one."""
    for path in [FOLDER / "datapackage.json", *FOLDER.glob("*.csv")]:
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(_package, "folder", lambda: tmp_path)
    return tmp_path


def replace_once(path, old, new):
    raw = path.read_bytes()
    assert old in raw
    path.write_bytes(raw.replace(old, new, 1))


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_refused_by_name_row_and_column(folder, case):
    old, new, row, column, problem = CASES[case]
    replace_once(folder / FILE, old, new)
    for read in (data.rows, data.load):
        with pytest.raises(data.DatasetError) as caught:
            read("labour_share")
        message = str(caught.value)
        assert message.startswith(f"data/{FILE}, row {row}, column '{column}': ")
        assert problem in message
        assert len(message.split("; ")) >= 2, "the message says what to do"
        assert (caught.value.row, caught.value.column) == (row, column)


@pytest.mark.parametrize("case", CASES)
def test_frictionless_refuses_the_same_file(folder, case):
    old, new, *_ = CASES[case]
    replace_once(folder / FILE, old, new)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    wanted = ("labour_share", "sources")
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] in wanted]
    for key in ("hash", "bytes"):  # the seal alone would give every case away
        descriptor["resources"][0].pop(key)
    assert not Package(descriptor, basepath=str(folder)).validate().valid


@pytest.mark.parametrize("case", STRANGE)
def test_a_number_is_written_in_plain_digits(folder, case):
    old, new, column = STRANGE[case]
    replace_once(folder / FILE, old, new)
    for read in (data.rows, data.load):
        with pytest.raises(data.DatasetError, match=f"row 2, column '{column}': .* not of type"):
            read("labour_share")


@given(
    kind=st.sampled_from(["year", "integer", "number"]),
    cell=st.one_of(
        st.text("0123456789+-_. eE１３٣nNaAiIfF\t²,x", min_size=1, max_size=8),
        st.integers(-9999, 9999).map(str),
        st.floats(allow_nan=True).map(str),
    ),
)
def test_what_is_read_here_is_read_by_frictionless_as_the_same(kind, cell):
    field = Schema.from_descriptor({"fields": [{"name": "x", "type": kind}]}).fields[0]
    try:
        value = typed(cell, {"type": kind})
    except ValueError:
        return
    found, notes = field.read_cell(cell)
    assert notes is None
    assert float(found) == value


def test_the_seal_betrays_a_changed_figure(folder):
    replace_once(folder / FILE, b"0.592169", b"0.592168")
    report = Package(str(folder / "datapackage.json")).validate()
    assert {error.type for task in report.tasks for error in task.errors} == {"hash-count"}


def test_a_pattern_is_kept(folder):
    replace_once(folder / "chronology.csv", b"2010-10-18", b"18.10.2010")
    with pytest.raises(data.DatasetError, match=r"row 2, column 'date': .* pattern"):
        data.rows("chronology")


def test_a_second_source_is_checked_too(folder):
    path = folder / "concepts.csv"
    replace_once(path, b",gan_liu_2024,huang_2024\n", b",gan_liu_2024,huang_2042\n")
    with pytest.raises(data.DatasetError, match=r"column 'second_source_id': .*huang_2024"):
        data.rows("concepts")


def test_an_empty_file_misses_its_columns(folder):
    (folder / FILE).write_bytes(b"")
    with pytest.raises(data.DatasetError, match="row 1, column 'country_code'"):
        data.rows("labour_share")


def test_without_its_folder_the_package_asks_to_be_installed_again(monkeypatch, tmp_path):
    monkeypatch.setattr(_package, "files", lambda name: tmp_path)
    monkeypatch.setattr(
        _package, "Path", lambda name: tmp_path.joinpath(*["a", "b", "c", "d", "e", "f"])
    )
    with pytest.raises(FileNotFoundError, match="install nqpf again"):
        _package.folder.__wrapped__()
