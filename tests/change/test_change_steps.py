"""Steps that a page works through give what the compiled chart gives, with any model in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from in_node import Asked, asking
from nqpf.algebra import let
from nqpf.explorers import explorer, file_of, modules
from nqpf.explorers.afresh.fresh import afresh, put_in
from nqpf.explorers.afresh.steps import steps
from nqpf.explorers.afresh.used import Used, used
from nqpf.explorers.core.compiled import Compiled, compile_explorer, compiled
from nqpf.site.build.stills import Drawn, explorer_drawn
from nqpf.site.explorer.html import drawing

SETTINGS = 12
# Where a little more of the last model is not seen at any of these settings, another is changed.
CHANGED = {
    "complexity-and-its-cut": "reflections",
    "growth-and-security": "growth_with_home_part",
    "push-and-its-window": "profit_of_plant",
    "two-percentages": "overlap_bounds",
    "which-lever": "growth_by_invention_and_absorption",
    "which-of-the-five": "cases_by_threshold",
    "which-ranking": "ranks",
}


def computes(slug: str) -> bool:
    """Return whether an explorer's file says that it computes with a model."""
    shared = file_of(slug).parent.glob("_*.py")
    text = file_of(slug).read_text(encoding="utf-8")
    texts = [text, *(one.read_text(encoding="utf-8") for one in shared if one.stem in text)]
    return any("from nqpf.models" in one for one in texts)


WITH_MODEL = list(filter(computes, modules()))


@pytest.fixture(scope="module")
def both() -> Iterator[Asked]:
    """Return a program that draws an explorer by its functions and by steps."""
    with asking("../../change/changed_model.mjs") as asked:
        yield asked


def side(one: Compiled, drawn: Drawn) -> dict[str, Any]:
    """Return the functions of a page as the program takes them."""
    return {"make": drawn.make, "frames": drawn.frames, "readouts": one.readouts}


def job(slug: str, changed: Any, fresh: dict[str, Any]) -> dict[str, Any]:
    """Return what the program is asked about an explorer."""
    one = explorer(slug)
    return {
        "book": side(compiled(slug), drawing(slug)),
        "steps": steps(changed.traced()),
        "readouts": compiled(slug).readouts,
        "fresh": fresh,
        "settings": [one.start, *one.settings_grid(SETTINGS)],
    }


@pytest.mark.parametrize("slug", WITH_MODEL)
def test_the_books_own_model_in_steps_is_the_compiled_chart(slug: str, both: Asked) -> None:
    book = side(compiled(slug), drawing(slug))
    assert both(job(slug, afresh(slug, {}).explorer, book)) == {"differs": 0}


def a_little_more(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function whose result is a little more, by a step with a name of its own."""

    def more(value: Any) -> Any:
        if isinstance(value, tuple):
            made = [more(one) for one in value]
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
        if isinstance(value, list):
            return [more(one) for one in value]
        return let("a_little_more", 1.001 * value + 0.0001)

    def changed(*positional: Any, **named: Any) -> Any:
        return more(function(*positional, **named))

    changed.__name__ = function.__name__
    changed.declaration = getattr(function, "declaration", None)  # type: ignore[attr-defined]
    return changed


def more_in(name: str) -> Callable[[ModuleType], None]:
    """Return the change of a module that lets one of its functions give a little more."""

    def change(module: ModuleType) -> None:
        put_in({name: a_little_more(vars(module)[name])})(module)

    return change


def outermost(slug: str) -> Used:
    """Return the last model that an explorer computes with, or else its last function."""
    if slug in CHANGED:
        return next(one for one in used(slug) if one.name == CHANGED[slug])
    return ([one for one in used(slug) if one.declaration] or used(slug))[-1]


@pytest.mark.parametrize("slug", WITH_MODEL)
def test_a_changed_model_in_steps_is_a_fresh_compile(slug: str, both: Asked) -> None:
    one = outermost(slug)
    changed = afresh(slug, {one.module: more_in(one.name)}).explorer
    anew = compile_explorer(changed)
    fresh = side(anew, explorer_drawn(anew))
    assert fresh["make"] is not None
    found = both(job(slug, changed, fresh))
    assert found["differs"] > 0


@pytest.mark.parametrize("slug", modules())
def test_it_is_known_which_explorers_have_a_model(slug: str) -> None:
    assert bool(used(slug)) == computes(slug)
