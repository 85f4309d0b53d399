"""Equations are set at build, and a formula that cannot be set fails it.

In a process of its own, as in a build: the extension leaves its helper to the end of the process.
"""

import subprocess
import sys

import psutil
import pytest
from nqpf import building
from nqpf.site.build import mathematics
from sphinxcontrib import katex

PROGRAM = """
import sys
from nqpf.site.build import mathematics
sys.stdout.reconfigure(encoding="utf-8")
print(mathematics.rendered(sys.argv[1]))
"""


def render(formula: str) -> subprocess.CompletedProcess[str]:
    """Set one formula as a build does."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, formula],
        env=building.environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_formulas_are_set_without_a_script() -> None:
    html = render(r"Y = A K^{\alpha} \text{生产力}").stdout
    assert 'class="katex-html"' in html
    assert "生产力" in html
    assert "<script" not in html


def test_a_wrong_formula_is_an_error() -> None:
    done = render(r"\nosuchcommand{x}")
    assert done.returncode != 0
    assert r"\nosuchcommand" in done.stderr


def test_a_helper_that_does_not_answer_in_time_is_stopped(tmp_path) -> None:
    """One that ran on held a build's output open, and whoever read it waited for ever."""
    mathematics.prepare()
    before = set(psutil.Process().children())
    with pytest.raises(katex.KaTeXError, match="0 seconds"):
        mathematics.start_and_connect(tmp_path, timeout=0)
    assert set(psutil.Process().children()) == before
