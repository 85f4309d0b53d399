"""Contracts of every dataset: a new one needs no new test."""

import hashlib
import json
import runpy
from itertools import groupby
from pathlib import Path

import pytest
from frictionless import Package
from nqpf import data

FOLDER = Path(__file__).parents[2] / "data"
NAMES = data.names()
LARGEST = 60_000  # bytes: a table of chosen figures, not a copy of somebody's file
KINDS = {"observed", "compiled", "derived"}


def test_the_package_is_valid_by_frictionless():
    report = Package(str(FOLDER / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    assert [task.name for task in report.tasks] == [*NAMES, "sources"]


def test_every_file_is_described_and_every_description_has_its_file():
    files = {path.stem for path in FOLDER.glob("*.csv")}
    assert not files - set(NAMES), "these have no record in datapackage.json"
    assert not set(NAMES) - files, "these have a record and no file"


@pytest.mark.parametrize("name", NAMES)
def test_the_seal_is_that_of_the_bytes(name):
    record = data.describe(name)
    raw = (FOLDER / record["file"]).read_bytes()
    assert record["sha256"] == hashlib.sha256(raw).hexdigest()
    assert record["bytes"] == len(raw) < LARGEST


def test_the_seals_are_what_their_script_writes():
    script = runpy.run_path(str(FOLDER / "seal.py"))
    assert script["sealed"]() == (FOLDER / "datapackage.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_record_says_what_a_page_needs(name):
    record = data.describe(name)
    assert record["kind"] in KINDS
    assert (record["kind"] == "derived") == (record["script"] is not None)
    assert all(1 <= chapter <= 19 for chapter in record["chapters"])
    assert record["description"].endswith(".")
    for needed in ("title", "chapters", "caveats", "sources", "licence"):
        assert record[needed], needed
    (source,) = (field for field in record["fields"] if field["name"] == "source_id")
    assert source["constraints"].get("required"), "a row without a source would not be refused"


@pytest.mark.parametrize("name", NAMES)
def test_a_number_has_a_unit_and_a_range(name):
    for field in data.describe(name)["fields"]:
        assert field["title"]
        if field["type"] in ("number", "integer"):
            assert field["unit"], field
        if field["type"] in ("number", "integer", "year"):
            assert {"minimum", "maximum"} <= set(field["constraints"]), field


@pytest.mark.parametrize("name", NAMES)
def test_the_last_year_is_that_of_the_rows(name):
    record = data.describe(name)
    years = [field["name"] for field in record["fields"] if field["type"] == "year"]
    found = [row[year] for row in data.rows(name) for year in years if row[year] is not None]
    if found:
        assert record["last_year"] == max(found)


def test_every_source_is_cited_and_used():
    sources = data.sources()
    used = {source["source_id"] for name in NAMES for source in data.describe(name)["sources"]}
    assert used == set(sources)
    # One work under two names would be corrected in one place alone.
    citations = [source["citation"] for source in sources.values()]
    assert len(citations) == len(set(citations))
    for source in sources.values():
        assert all(source[key] for key in ("citation", "read", "licence")), source


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_and_the_light_reader_agree(name):
    frame, rows = data.load(name), data.rows(name)
    assert list(frame.columns) == list(rows[0])
    assert len(frame) == len(rows)
    for column in frame.columns:
        light = [row[column] for row in rows]
        heavy = frame[column].astype(object).where(frame[column].notna(), None).tolist()
        assert heavy == light


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_carries_units_sources_and_licence(name):
    frame, record = data.load(name), data.describe(name)
    assert set(frame.attrs["units"]) == set(frame.columns)
    for key in ("sources", "licence", "caveats", "last_year", "title", "kind"):
        assert frame.attrs[key] == record[key]


def test_what_a_caller_changes_stays_with_the_caller():
    record = data.describe("labour_share")
    record["caveats"].clear()
    data.sources().clear()
    assert data.describe("labour_share")["caveats"]
    assert data.sources()


def test_the_file_is_offered_as_text():
    assert data.text("labour_share") == (FOLDER / "labour_share.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wrong", "right"), [("labor_share", "labour_share"), ("growth_account", "growth_accounts")]
)
def test_an_unknown_name_is_answered_with_the_nearest(wrong, right):
    for reader in (data.load, data.rows, data.describe, data.text):
        with pytest.raises(data.UnknownDataset, match=right) as caught:
            reader(wrong)
        assert isinstance(caught.value, KeyError)
        assert str(caught.value).startswith(f"no dataset is named '{wrong}'; nearest: ")


def test_a_name_near_to_nothing_is_answered_with_all():
    with pytest.raises(data.UnknownDataset, match=r"known: .*growth_inputs.*labour_share"):
        data.rows("§§§")


ACCOUNTS = ["growth_accounts_annual", "growth_accounts_annual_11"]
YEARLY = ["growth_inputs", "growth_inputs_11", "labour_share", "gdp_growth_official"]


@pytest.mark.parametrize("name", [*YEARLY, "china_gdp_rivals", *ACCOUNTS])
def test_yearly_series_have_no_gaps(name):
    rows = data.rows(name)
    first = data.describe(name)["primary_key"][0]
    for series, members in groupby(rows, key=lambda row: row[first]):
        years = [row["year"] for row in members]
        assert years == list(range(years[0], years[-1] + 1)), series


def test_derived_tables_are_recomputed_to_the_same_bytes():
    script = runpy.run_path(str(FOLDER / "derive.py"))
    texts = script["derived"]()
    derived = [data.describe(name) for name in NAMES]
    assert sorted(texts) == sorted(r["file"] for r in derived if r["script"] is not None)
    for file, text in texts.items():
        assert (FOLDER / file).read_bytes() == text.encode(), f"run the script again: {file}"


def test_the_descriptor_is_written_one_way():
    text = (FOLDER / "datapackage.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
