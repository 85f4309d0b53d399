"""What a change can break runs again, and what it cannot is spared."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import changed
import pytest
from changed import Changes
from nqpf.exercises import find
from nqpf.explorers import explorer
from nqpf.models.growth import growth
from nqpf.models.security import routes
from nqpf.places import PACKAGE, ROOT

EXPLORER = PACKAGE / "explorers/ch02/sources_of_growth.py"
MODEL = PACKAGE / "models/growth/growth.py"
CHAPTER = ROOT / "chapters/part1/ch02.md"
USES = {
    "everything": ["chapters/index"],
    "explorers": {
        "sources-of-growth": [path.relative_to(ROOT).as_posix() for path in (EXPLORER, MODEL)],
        "two-percentages": ["widgets/nqpf/explorers/ch01/two_percentages.py"],
        "one-that-is-gone": ["widgets/nqpf/explorers/ch01/one_that_is_gone.py"],
    },
    "pages": {
        "chapters/part1/ch02.md": ["chapters/part1/ch02"],
        "chapters/part1/ch03.md": ["chapters/part1/ch03"],
        EXPLORER.relative_to(ROOT).as_posix(): ["chapters/part1/ch02"],
        MODEL.relative_to(ROOT).as_posix(): ["chapters/part1/ch02"],
    },
}


def item(file: str, name: str = "", *fixtures: str, tried: Any = None) -> Any:
    """Return a test of a file, as pytest has collected it."""
    call = None if tried is None else SimpleNamespace(params={"one": tried})
    return SimpleNamespace(
        path=ROOT / file, originalname=name, name=name, fixturenames=fixtures, callspec=call
    )


def runs(path: Path, one: Any) -> bool:
    """Return whether a test runs after a file has changed."""
    return Changes({path}, USES).concern(one)


DECLARED = "tests/explorers/test_explorers_declared.py"
CONTRACTS = "tests/exercises/test_exercises_contracts.py"


@pytest.mark.parametrize(
    ("path", "one", "again"),
    [
        # What it is tried with decides.
        (EXPLORER, item(DECLARED, tried=explorer("sources-of-growth")), True),
        (EXPLORER, item(DECLARED, tried=explorer("two-percentages")), False),
        (MODEL, item(DECLARED, tried=explorer("sources-of-growth")), True),
        (EXPLORER, item(DECLARED, tried="sources-of-growth"), True),
        (EXPLORER, item(CONTRACTS, tried=find("more-than-half")), True),
        (EXPLORER, item(CONTRACTS, tried=find("residual-by-hand")), False),
        (MODEL, item(CONTRACTS, tried=find("residual-by-hand")), True),
        (CHAPTER, item(CONTRACTS, tried=find("residual-by-hand")), True),
        (CHAPTER, item("tests/site/test_site_reading.py", tried="chapters/part1/ch02.html"), True),
        (CHAPTER, item("tests/site/test_site_reading.py", tried="chapters/part1/ch03.html"), False),
        (ROOT / "data/industries_26.csv", item("tests/data/test_data.py", tried="industries_26"),
         True),
        (ROOT / "data/industries_26.csv", item("tests/data/test_data.py", tried="concepts"), False),
        (MODEL, item("tests/models/test_models_contracts.py",
                     tried=growth.growth_of_productivity), True),
        (MODEL, item("tests/models/test_models_contracts.py", tried=routes), False),
        # A translation is read by the tests of languages alone.
        (ROOT / "locale/zh_CN/LC_MESSAGES/ch02.po", item("tests/languages/test_gates.py",
                                                         tried="ch02"), True),
        (ROOT / "locale/zh_CN/LC_MESSAGES/ch02.po", item(DECLARED, tried="no-one"), False),
        # Its own file, its helpers and the machinery always do.
        (ROOT / DECLARED, item(DECLARED, tried=explorer("two-percentages")), True),
        (ROOT / "tests/conftest.py", item(DECLARED, tried=explorer("two-percentages")), True),
        (ROOT / "tests/support/exercise_points.py", item(CONTRACTS, tried="no-one"), True),
        (PACKAGE / "explorers/core/parts.py", item(DECLARED, tried=explorer("two-percentages")),
         True),
        (PACKAGE / "course/marking.py", item(DECLARED, tried=explorer("two-percentages")), False),
        # Whoever looks at the site needs what makes it.
        (PACKAGE / "site/frame/frame.css", item("tests/site/test_browser.py", "x", "site"), True),
        (PACKAGE / "site/frame/frame.css", item("tests/algebra/test_numbers.py", "x"), False),
        # A test that is tried with nothing is about what it and its functions name or ask for.
        (EXPLORER, item(DECLARED, "test_no_setting_has_a_number_that_is_none"), True),
        (CHAPTER, item(DECLARED, "test_no_setting_has_a_number_that_is_none"), False),
        (CHAPTER, item("tests/site/test_site_print.py", "test_paper_has_nothing_to_press",
                       "printed", "site"), True),
        (ROOT / "chapters/part1/ch03.md", item(
            "tests/site/test_site_print.py", "test_paper_has_nothing_to_press", "printed", "site"),
         False),
        (CHAPTER, item("tests/site/test_site_valid_html.py", "test_every_page_is_valid", "site"),
         True),
        (MODEL, item("tests/models/growth/test_models_growth.py", "test_x"), True),
        (MODEL, item("tests/models/security/test_models_routes.py", "test_x"), False),
        # The examples of a docstring are their file's own.
        (MODEL, item("widgets/nqpf/models/growth/growth.py"), True),
        (MODEL, item("widgets/nqpf/models/security/routes.py"), False),
    ],
)  # fmt: skip
def test_a_test_runs_again_if_a_change_can_break_it(path: Path, one: Any, again: bool) -> None:
    assert path.is_file()
    assert runs(path, one) is again


def test_only_pages_that_can_look_different_are_gone_to() -> None:
    changes = Changes({EXPLORER}, USES)
    assert changes.pages() == {
        "chapters/index.html",
        "chapters/part1/ch02.html",
        "embed/sources-of-growth.html",
    }
    assert Changes({PACKAGE / "course/marking.py"}, USES).pages() == frozenset()


def test_git_says_what_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    changed.git("init", "--quiet")
    for name in ("kept.md", "moved.md"):
        (tmp_path / name).write_text("one\n", encoding="utf-8")
    changed.git("add", "--all")
    changed.git(*who, "commit", "--quiet", "--message=one")
    assert changed.where_work_began() == "HEAD"
    assert changed.changed_since("HEAD") == frozenset()
    (tmp_path / "moved.md").write_text("two\n", encoding="utf-8")
    (tmp_path / "新.md").write_text("new\n", encoding="utf-8")
    assert changed.changed_since("HEAD") == {tmp_path / "moved.md", tmp_path / "新.md"}


def test_without_a_site_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "USES", tmp_path / "uses.json")
    with pytest.raises(pytest.UsageError, match="run python -m book build first"):
        changed.recorded()


def test_what_is_no_commit_is_said_to_be_none() -> None:
    with pytest.raises(pytest.UsageError, match="git knows no commit 'no-such-commit'"):
        changed.deselect(SimpleNamespace(), [], "no-such-commit")  # type: ignore[arg-type]
