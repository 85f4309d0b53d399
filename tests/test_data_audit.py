"""The cells that were compared with their sources still say what they said then."""

import re
import runpy
from pathlib import Path

import pytest
from nqpf import data

FOLDER = Path(__file__).parents[1] / "data"
AUDIT = (FOLDER / "AUDIT.md").read_text(encoding="utf-8")
AUDITED = re.findall(
    r"^\| \d+ \| (\w+) \| (.+?) \| (\w+) \| (.+?) \| [SRP] \|.*\| agrees \|$", AUDIT, re.M
)


def test_thirty_cells_were_compared():
    assert len(AUDITED) == len(set(AUDITED)) == 30


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
