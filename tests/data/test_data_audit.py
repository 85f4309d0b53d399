"""The cells that were compared with their sources still say what they said then."""

import re
import runpy
from pathlib import Path

import pytest
from nqpf import data

FOLDER = Path(__file__).parents[2] / "data"
AUDIT = (FOLDER / "AUDIT.md").read_text(encoding="utf-8")
AUDITED = re.findall(
    r"^\| \d+ \| (\w+) \| (.+?) \| (\w+) \| (.+?) \| [SRP] \|.*\| agrees \|$", AUDIT, re.M
)


LATER = [
    "capacity_utilisation",
    "external_dependence",
    "green_kaya_china",
    "index_systems",
    "industrial_classification",
    "inequality_china",
    "infrastructure_china",
    "innovation_gauges",
    "learning_rates_published",
    "learning_solar_pv",
    "manufacturing_cases",
    "research_findings",
    "structure_emerging",
    "supplier_shares",
]


def test_every_row_was_compared_but_those_that_say_they_were_not():
    assert len(AUDITED) == len(set(AUDITED)) == 69
    assert AUDIT.count("| not compared |") == 3


def test_three_cells_of_each_later_table_are_those_drawn():
    draw = runpy.run_path(str(FOLDER / "draw.py"))["draw"]
    for name in LATER:
        for cell in draw(20261122, 3, [name]):
            assert f"| {name} | {cell.key} | {cell.column} | {cell.value} |" in AUDIT


@pytest.mark.parametrize(("name", "key", "column", "value"), AUDITED)
def test_an_audited_cell_stands(name, key, column, value):
    parts = data.describe(name)["primary_key"]
    for row in data.rows(name):
        if ", ".join(str(row[part]) for part in parts if row[part] is not None) == key:
            assert str(row[column]) == value
            return
    pytest.fail(f"{name} has no row {key}: draw and compare again")


def test_a_draw_is_the_same_for_the_same_seed():
    draw = runpy.run_path(str(FOLDER / "draw.py"))["draw"]
    names = data.names()
    cells = draw(7, 100, names)
    assert cells == draw(7, 100, reversed(names))
    assert cells != draw(8, 100, names)
    assert len(set(cells)) == 100


def test_every_dataset_can_be_drawn_from():
    cells_of = runpy.run_path(str(FOLDER / "draw.py"))["cells_of"]
    for name in data.names():
        assert cells_of(name), name
