"""A lattice is computed once at every stop and read by position, in Python and in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from nqpf.explorers.ch02 import how_sure
from nqpf.explorers.core import lattice
from nqpf.explorers.core.declaration import Settings
from nqpf.explorers.core.lattice import Lattice, made_anew, normal_draws
from nqpf.explorers.core.parts import plain_slider

SLOPE = plain_slider("slope", "Slope", low=1, high=3, step=0.5, start=1)
HEIGHT = plain_slider("height", "Height", low=0, high=0.3, step=0.1, start=0)


def line(slope: float, height: float) -> dict[str, float | list[float]]:
    return {"end": height + slope, "points": [height, height + slope / 2, height + slope]}


@pytest.fixture(autouse=True)
def _kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_config.yml").touch()
    monkeypatch.setattr(lattice, "ROOT", tmp_path)


def at(slope: float, height: float) -> Settings:
    return Settings([SLOPE, HEIGHT], {"slope": slope, "height": height})


def test_every_stop_reads_what_was_computed_there() -> None:
    computed = Lattice([SLOPE, HEIGHT], line)
    for slope in SLOPE.stops:
        for height in HEIGHT.stops:
            found = computed.read(at(slope, height))
            assert found["end"] == pytest.approx(height + slope, abs=1e-4)
            assert found["points"] == pytest.approx(line(slope, height)["points"], abs=1e-4)


def test_between_two_stops_the_nearer_is_read() -> None:
    computed = Lattice([SLOPE, HEIGHT], line)
    assert computed.read(at(1.2, 0.26))["end"] == computed.read(at(1.0, 0.3))["end"]
    assert computed.read(at(1.3, 0.0))["end"] == computed.read(at(1.5, 0.0))["end"]


def test_it_is_computed_once_and_kept_until_its_source_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def counted(slope: float) -> dict[str, float]:
        calls.append(slope)
        return {"twice": 2 * slope}

    for _build in range(2):
        assert Lattice([SLOPE], counted).tables["twice"] == [2 * stop for stop in SLOPE.stops]
    assert calls == SLOPE.stops
    coarser = plain_slider("slope", "Slope", low=1, high=3, step=1, start=1)
    assert Lattice([coarser], counted).tables["twice"] == [2.0, 4.0, 6.0]
    monkeypatch.setattr(lattice, "mark", lambda *_made_from: "a model has changed")
    assert Lattice([SLOPE], counted).tables["twice"] == [2 * stop for stop in SLOPE.stops]
    assert len(calls) == len(SLOPE.stops) * 2 + 3
    assert len(list((tmp_path / "_build" / "lattices").iterdir())) == 3


def test_away_from_the_repository_it_is_computed_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lattice, "ROOT", tmp_path / "elsewhere")
    assert Lattice([SLOPE], lambda slope: {"same": slope}).tables["same"] == SLOPE.stops
    assert not (tmp_path / "elsewhere").exists()


def test_results_of_uneven_length_are_refused() -> None:
    def uneven(slope: float) -> dict[str, list[float]]:
        return {"points": [0.0] * (2 if slope == 1 else 3)}

    with pytest.raises(ValueError, match="not of one length"):
        _ = Lattice([SLOPE], uneven).tables


def test_draws_are_the_same_everywhere_and_standard() -> None:
    drawn = normal_draws(4000, "any")
    assert drawn == normal_draws(4000, "any")
    assert drawn != normal_draws(4000, "other")
    assert sum(drawn) == pytest.approx(0, abs=1e-9)
    assert sum(draw * draw for draw in drawn) / 4000 == pytest.approx(1, abs=0.05)
    assert [round(draw, 6) for draw in normal_draws(3, "how sure")] == [
        0.918377,
        -0.918377,
        1.006894,
    ]


def test_the_simulated_interval_is_near_the_one_of_small_errors() -> None:
    """With an error in capital's share alone the share is linear in it."""
    found = how_sure.simulated(output_error=1e-9, capital_error=0.0, share_error=0.06)
    measured = how_sure.true_share_as_measured()
    slope = (0.08 + 0.005) / 0.06
    assert found["high"] == pytest.approx(measured + slope * 0.06, abs=0.01)
    assert found["low"] == pytest.approx(measured - slope * 0.06, abs=0.01)
    assert found["middle"] == pytest.approx(measured, abs=0.005)
    assert sum(found["bars"]) == pytest.approx(1)


def test_made_anew_it_computes_the_setting_that_is_read_and_keeps_nothing(tmp_path: Path) -> None:
    calls = []

    def counted(slope: float, height: float) -> dict[str, float | list[float]]:
        calls.append((slope, height))
        return line(slope, height)

    with made_anew() as made:
        computed = Lattice([SLOPE, HEIGHT], counted)
    assert made == [computed]
    assert not computed.is_read
    assert computed.read(at(2.0, 0.1)) == {"end": 2.1, "points": [0.1, 1.1, 2.1]}
    assert computed.item(at(2.0, 0.1), "points", 1) == 1.1
    assert computed.is_read
    assert calls == [(2.0, 0.1)]
    assert len(computed.left) == computed.size - 1
    assert computed.tables == Lattice([SLOPE, HEIGHT], line).tables
    assert len(calls) == computed.size
    assert computed.left == []
    assert len(list((tmp_path / "_build" / "lattices").iterdir())) == 1


def test_a_number_of_a_list_is_read_by_its_place() -> None:
    computed = Lattice([SLOPE, HEIGHT], line)
    for place in range(3):
        found = computed.item(at(1.5, 0.2), "points", place)
        assert found == computed.read(at(1.5, 0.2))["points"][place]
