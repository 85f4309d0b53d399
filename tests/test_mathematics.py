"""Equations are set at build, and a formula that cannot be set fails it.

In a process of its own, as in a build: the extension leaves its helper to the end of the process.
"""

import subprocess
import sys

from nqpf import building

PROGRAM = """
import sys
from types import SimpleNamespace
from nqpf.site import mathematics
from sphinxcontrib import katex
mathematics.setup(SimpleNamespace(connect=lambda *arguments: None))
sys.stdout.reconfigure(encoding="utf-8")
print(katex.render_latex(sys.argv[1]))
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
