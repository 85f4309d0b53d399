"""Dragging a mark: it is the control, and where the reader leaves it the control is."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from explorer_page import MOVE, Live, embed, opened, said
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.parts import Control
from nqpf.places import ROOT
from nqpf.site.build.node import HelperError
from nqpf.site.build.stills import explorer_drawn
from playwright.sync_api import Browser, Locator, Page, expect

DRAGGED = [one for one in explorers().values() if one.drag]
# Where a handle is dragged to, by its place in the chart's frame.
PLACES = [(0.35, 0.4), (0.62, 0.7), (0.05, 0.1), (0.97, 0.95), (0.5, 0.5)]


def test_forty_explorers_have_a_mark_to_drag() -> None:
    assert len(DRAGGED) >= 40


@pytest.mark.parametrize("one", DRAGGED, ids=lambda one: one.slug)
def test_what_is_dragged_is_the_control(one: Explorer) -> None:
    """A mark that stands elsewhere than at the control's value would slip from the pointer."""
    for name, place in one.drag.items():
        table, column, row = (*place.split("."), "0")[:3]
        for setting in [one.start, *one.settings_grid(60)]:
            found = one.at(**setting).tables[table].fixed[int(row)][column]
            assert found == pytest.approx(setting[name], abs=1e-9), (name, setting)


def test_a_mark_that_is_not_drawn_is_refused() -> None:
    one = DRAGGED[0]
    drag = {next(iter(one.drag)): "nowhere.at"}
    compiled_ = replace(compiled(one.slug), explorer=replace(one, drag=drag))
    with pytest.raises(HelperError, match=r"to be moved by nowhere\.at, but no mark stands"):
        explorer_drawn(compiled_)
    with pytest.raises(ValueError, match="is no slider that a mark could move"):
        replace(one, drag={"nothing": "point.at"})


# Drags a handle with the mouse and says where it is then, and where one step to each side of it.
AROUND = """async ([figure, name, step]) => {
  const handle = [...figure.querySelectorAll(".explorer-handle")].find(
    (one) => one.dataset.controls.split(" ").includes(name));
  const slider = figure.querySelector(`.explorer-controls [name="${name}"]`);
  const at = () => {
    const { left, top, width, height } = handle.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const here = Number(slider.value);
  const found = { value: here, here: at() };
  for (const [side, value] of [["below", here - step], ["above", here + step], ["", here]]) {
    if (value < Number(slider.min) - 1e-9 || value > Number(slider.max) + 1e-9) continue;
    await move(figure, { [name]: value });
    if (side) found[side] = at();
  }
  return found;
MOVE
}""".replace("MOVE", MOVE)


def dragged(handle: Locator, to: tuple[float, float]) -> tuple[float, float]:
    """Drag a handle towards a place of its chart's frame; return where the pointer let go."""
    page = handle.page
    frame = page.locator(".explorer-chart svg").bounding_box()
    box = handle.bounding_box()
    assert frame
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    goal = (frame["x"] + to[0] * frame["width"], frame["y"] + to[1] * frame["height"])
    axes = handle.get_attribute("data-axes")
    goal = (goal[0] if "x" in str(axes) else x, goal[1] if "y" in str(axes) else y)
    page.mouse.move(*goal, steps=4)
    page.mouse.up()
    return goal


def under_the_pointer(
    control: Control, found: dict, pointer: tuple[float, float], way: int
) -> bool:
    """Return whether the stop next to the pointer was taken, or the end short of it."""
    here = found["here"][way]
    sides = [found[side][way] for side in ("below", "above") if side in found]
    if all(abs(here - pointer[way]) <= abs(side - pointer[way]) + 0.6 for side in sides):
        return True
    return found["value"] in (control.low, control.high)


def test_where_a_mark_is_left_the_control_is(live: Live) -> None:
    one, figure = live.one, live.figure
    if not one.drag:
        return
    controls = {control.name: control for control in one.controls}
    figure.locator(".explorer-handle").first.wait_for(state="attached")
    figure.locator(".explorer-chart").scroll_into_view_if_needed()
    handles = figure.locator(".explorer-handle").all()
    told = [str(handle.get_attribute("data-controls")).split() for handle in handles]
    assert sorted(name for names in told for name in names) == sorted(one.drag)
    moved = set()
    for handle, names in zip(handles, told, strict=True):
        expect(handle).to_be_visible()
        # Whatever the hand does not do with a finger, the page does.
        sideways = handle.get_attribute("data-axes") == "x"
        expect(handle).to_have_css("touch-action", "pan-y pinch-zoom" if sideways else "none")
        for place in PLACES:
            pointer = dragged(handle, place)
            live.page.wait_for_function(
                "(figure) => !figure.querySelector('.is-held')", arg=figure.element_handle()
            )
            axes = sorted(str(handle.get_attribute("data-axes")))
            for name in names:
                control = controls[name]
                found = live.page.evaluate(AROUND, [figure.element_handle(), name, control.step])
                if len(names) == 2:
                    way = 0 if name == at_x(one) else 1
                else:
                    way = 0 if axes == ["x"] else 1
                assert under_the_pointer(control, found, pointer, way), (name, place, found)
                moved.add((name, found["value"]))
            setting = {
                name: float(figure.locator(f'.explorer-controls [name="{name}"]').input_value())
                for name, control in controls.items()
                if control.kind == "range"
            }
            expected = one.readouts(**setting)
            assert said(figure) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    for names in told:
        for name in names:
            assert len({value for moved_, value in moved if moved_ == name}) > 1, name


def at_x(one: Explorer) -> str:
    """Return the control that a mark which moves both ways moves from side to side."""
    return next(iter(one.drag))


def test_a_finger_drags_the_handle_and_scrolls_beside_it(browser: Browser, site_url: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 375, "height": 500})
    page = context.new_page()
    one = explorers()["buy-or-build"]
    figure = opened(page, embed(site_url, one), one.slug)
    handle = figure.locator(".explorer-handle")
    handle.wait_for()
    expect(handle).to_have_attribute("data-axes", "x")
    chart = figure.locator(".explorer-chart")
    assert chart.evaluate("(one) => getComputedStyle(one).touchAction") != "none"
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + 11, box["y"] + 11
    session = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]},
        )

    down = page.evaluate("scrollY")
    touch("touchStart", (x, y))
    for far in (20, 40, 60, 80):
        touch("touchMove", (x + far, y - far / 4))
    touch("touchEnd")
    assert page.evaluate("scrollY") == down
    value = float(figure.locator('[name="own_part"]').input_value())
    assert value > one.start["own_part"] + 0.1
    expect(figure.locator(".explorer-told")).to_be_hidden()
    assert math.isclose(value * 50, round(value * 50), abs_tol=1e-6)
    # The handle moves sideways alone: a finger that moves up on it scrolls, and moves nothing.
    page.evaluate("document.body.style.minHeight = '3000px'")
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + 11, box["y"] + 11
    touch("touchStart", (x, y))
    for far in range(20, 140, 20):
        touch("touchMove", (x, y - far))
    touch("touchEnd")
    page.wait_for_function("from => scrollY > from + 50", arg=down)
    assert float(figure.locator('[name="own_part"]').input_value()) == value
    context.close()


HIDDEN_FIRST = [one for one in DRAGGED if one.guess or one.sketch]
CHAPTERS = {int(path.stem[2:]): path for path in (ROOT / "chapters").glob("part*/ch??.md")}


@pytest.mark.parametrize("one", HIDDEN_FIRST, ids=lambda one: one.slug)
def test_a_handle_is_on_its_mark_as_soon_as_it_is_uncovered(
    one: Explorer, page: Page, site_url: str
) -> None:
    """Nothing is drawn anew then: what was put under a cover has to move by itself."""
    chapter = CHAPTERS[one.chapter].relative_to(ROOT).with_suffix(".html").as_posix()
    figure = opened(page, f"{site_url}/{chapter}", one.slug)
    handles = figure.locator(".explorer-handle")
    handles.first.wait_for(state="attached")
    figure.locator(".explorer-guess-skip, .sketch-skip").click()
    page.evaluate("() => new Promise(requestAnimationFrame)")  # as the browser next shows it
    uncovered = [handle.bounding_box() for handle in handles.all()]
    slider = figure.locator(f'.explorer-controls [name="{next(iter(one.drag))}"]')
    slider.evaluate("(one) => one.dispatchEvent(new Event('input', { bubbles: true }))")
    page.wait_for_timeout(100)
    drawn = [handle.bounding_box() for handle in handles.all()]
    for before, after in zip(uncovered, drawn, strict=True):
        assert before == pytest.approx(after, abs=1)
