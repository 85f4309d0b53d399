"""Maps of provinces: the right place is as full as its number, and outlines are the land's."""

from __future__ import annotations

import csv
import math
import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as some
from nqpf import data
from nqpf.explorers.core.tiles import FULL
from nqpf.places import ROOT
from nqpf.site.provinces.declared import STEPS, Panel, fifths, of_provinces
from nqpf.site.provinces.provinces import (
    OUTLINES,
    described,
    figure,
    names,
    outlines,
    province_maps,
    svg,
    words,
)

ALL = list(province_maps().values())
PANELS = [(one, panel) for one in ALL for panel in one.panels]
CHAPTERS = sorted((ROOT / "chapters").glob("part*/ch??.md"))
Ring = list[tuple[int, int]]


def every_panel(test):
    ids = [f"{one.name}-{panel.title}" for one, panel in PANELS]
    return pytest.mark.parametrize(("one", "panel"), PANELS, ids=ids)(test)


def rings(path: str) -> list[Ring]:
    """Return the rings of an outline, each point from its steps."""
    found = []
    for start, steps in re.findall(r"M(-?\d+,?-?\d+)l([^z]*)z", path):
        points = [tuple(map(int, re.findall(r"-?\d+", start)))]
        values = [int(value) for value in re.findall(r"-?\d+", steps)]
        for across, down in zip(values[::2], values[1::2], strict=True):
            points.append((points[-1][0] + across, points[-1][1] + down))
        found.append(points)
    return found


def of_file(dataset: str) -> list[dict[str, str]]:
    """Return the rows of a table as they are typed."""
    lines = (ROOT / "data" / f"{dataset}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines))


def area(ring: Ring) -> float:
    """Return the area inside a ring on a plane."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def test_every_table_of_provinces_is_mapped_and_every_map_is_in_one_chapter() -> None:
    tables = {
        name
        for name in data.names()
        if any(field["name"] == "province_code" for field in data.describe(name)["fields"])
    }
    assert {one.dataset for one in ALL} == tables
    shown = [
        name
        for chapter in CHAPTERS
        for name in re.findall(r"^```\{provinces\} (\S+)$", chapter.read_text("utf-8"), re.M)
    ]
    assert sorted(shown) == sorted(province_maps())


def test_the_page_of_each_table_shows_its_maps(site) -> None:
    for one in ALL:
        page = site / f"chapters/reference/generated/datasets/{one.dataset}.html"
        assert f'id="{one.name}"' in page.read_text(encoding="utf-8")


@every_panel
def test_a_place_is_as_full_as_the_file_says(one, panel) -> None:
    """Read from the file itself, and sorted into fifths another way."""
    rows = of_file(one.dataset)
    by_code = {row["province_code"]: row["province"] for row in rows}
    tree = BeautifulSoup(svg(panel, one.name, first=True), "html.parser")
    outline_of = {f"#{path['id']}": path["d"] for path in tree.select("defs path")}
    drawn = dict(zip(OUTLINES, outline_of, strict=True))
    ordered = sorted(panel.numbers.values())
    used = {str(use["href"]): use for use in tree.select("g > use")}
    assert set(used) == set(outline_of)
    for code, href in drawn.items():
        assert outline_of[href] == outlines()["places"][OUTLINES[code]]
        group, title = used[href].parent, used[href].title
        assert isinstance(group, Tag)
        assert isinstance(title, Tag)
        if code not in panel.numbers:
            assert group["fill"] == "none"
            assert title.get_text().endswith(": not in the source")
            continue
        place, number = title.get_text().split(": ")
        assert place == by_code[code]
        assert number == panel.form.text(panel.numbers[code])
        step = STEPS * ordered.index(panel.numbers[code]) // len(ordered)
        assert float(str(group["fill-opacity"])) == FULL[step]


def test_outlines_stand_once_in_a_figure_and_have_names_of_their_own_on_a_page() -> None:
    pages: list[str] = [figure(one.name) for one in ALL]
    for one, page in zip(ALL, pages, strict=True):
        assert page.count("<defs>") == 1
        assert page.count("<use ") == len(one.panels) * len(OUTLINES)
    ids = [name for page in pages for name in re.findall(r'<path id="([^"]+)"', page)]
    assert len(set(ids)) == len(ids) == len(ALL) * len(OUTLINES)


def test_numbers_are_those_of_the_file() -> None:
    rows = of_file("provinces_research")
    typed = {r["province_code"]: r["rd_intensity_percent"] for r in rows if r["year"] == "2017"}
    read = of_provinces("provinces_research", "rd_intensity_percent", year=2017)
    assert read == {code: float(value) for code, value in typed.items()}
    with pytest.raises(ValueError, match="say of which year"):
        of_provinces("provinces_research", "rd_intensity_percent")


@given(some.dictionaries(some.integers(), some.floats(-1e9, 1e9), min_size=1, max_size=40))
def test_fifths_keep_the_order_and_are_at_most_a_fifth_below(numbers) -> None:
    steps = fifths(numbers)
    for a, b in pairwise(sorted(numbers, key=numbers.__getitem__)):
        assert steps[a] <= steps[b]
        assert numbers[a] != numbers[b] or steps[a] == steps[b]
    for step in range(STEPS):
        below = sum(numbers[place] < min_of(numbers, steps, step) for place in numbers)
        assert below <= len(numbers) * (step + 1) / STEPS


def min_of(numbers, steps, step):
    """Return the smallest number of a step, or nothing's."""
    return min((numbers[p] for p in numbers if steps[p] == step), default=-math.inf)


@every_panel
def test_a_listener_hears_the_ends(one, panel) -> None:
    steps = fifths(panel.numbers)
    told = words(panel)
    high, low = told.split("Lowest fifth:")
    for code, step in steps.items():
        assert (f" {names()[code]}" in high.split("Highest fifth:")[1]) == (step == STEPS - 1)
        assert (f" {names()[code]}" in low) == (step == 0)
    assert panel.title in told
    assert told in described(one)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_a_figure_says_what_it_is_and_what_it_does_not_judge(one) -> None:
    tree = BeautifulSoup(figure(one.name), "html.parser")
    caption = tree.select_one("figcaption")
    assert caption
    assert caption.get_text().startswith(f"Observed, {one.period}: {one.title}.")
    assert "judge no claim" in caption.get_text()
    assert len(tree.select("[role=img][aria-label]")) == len(one.panels)


def test_no_two_of_the_indicators_have_the_same_provinces_in_front() -> None:
    panels = province_maps()["mapped-indicators"].panels
    fronts = [
        frozenset(code for code, step in fifths(panel.numbers).items() if step == STEPS - 1)
        for panel in panels
    ]
    assert len(set(fronts)) == len(panels)


def test_areas_on_the_map_are_those_on_the_globe() -> None:
    """Of the package's sheet, which is Mercator's, areas on a sphere are worked out apart."""
    script = (ROOT / "node_modules/@svg-maps/china/index.js").read_text(encoding="utf-8")
    sheet = dict(re.findall(r'"id":"([^"]+)","path":"([^"]+)"', script))
    globe = {place: on_a_sphere(path) for place, path in sheet.items()}
    flat = {place: sum(map(area, rings(path))) for place, path in outlines()["places"].items()}
    whole = sum(globe.values())
    drawn = sum(flat[place] for place in globe)
    for place, true in globe.items():
        # What is left out of the smallest by drawing them in a few lines is nobody's to see.
        assert flat[place] / drawn == pytest.approx(true / whole, rel=0.06, abs=0.0006), place


def on_a_sphere(path: str) -> float:
    """Return the area of an outline on a sphere: the integral of latitude's sine over longitude."""
    whole, start = 0.0, (0.0, 0.0)
    for part in re.findall(r"m[^m]*", path):
        values = [float(value) for value in re.findall(r"-?[\d.]+", part)]
        points: list[tuple[float, float]] = []
        across, down = start
        for dx, dy in zip(values[::2], values[1::2], strict=True):
            across, down = across + dx, down + dy
            points.append((across, down))
        start = points[0]
        # 774 units are 61.17 degrees of longitude; the upper edge is at 53.57 degrees north.
        scale = 61.17 / 773.5
        top = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(53.57) / 2)))
        sines = [math.tanh(math.radians(top - y * scale)) for _x, y in points]
        closed = [*zip(points, sines, strict=True), (points[0], sines[0])]
        whole += abs(sum((b[0][0] - a[0][0]) * (a[1] + b[1]) / 2 for a, b in pairwise(closed)))
    return whole


def test_neighbours_share_one_line() -> None:
    """A point of an inner border belongs to both sides; simplified apart, hardly any would."""
    points: dict[tuple[int, int], set[str]] = {}
    for place, path in outlines()["places"].items():
        for ring in rings(path):
            for point in ring:
                points.setdefault(point, set()).add(place)
    inland = [p for p in points if points[p] & {"henan", "hubei", "shaanxi", "ningxia-hui"}]
    assert sum(len(points[p]) > 1 for p in inland) > 0.8 * len(inland)


def test_outlines_are_light() -> None:
    assert sum(map(len, outlines()["places"].values())) < 10_000


def test_a_panel_orders_from_the_largest() -> None:
    panel = Panel("", {"a": 1.0, "b": 3.0, "c": 2.0, "d": 0.0}, None)  # type: ignore[arg-type]
    assert panel.ordered() == ["b", "c", "a", "d"]
    assert panel.middle() == 1.5
