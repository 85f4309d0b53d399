"""Equations are set at build, and a formula that cannot be set fails it.

Node does it in a helper that a process keeps, and that does not outlive it.
"""

import os
import subprocess
import sys

import psutil
import pytest
from bs4 import BeautifulSoup
from nqpf import building
from nqpf.site.build import mathematics, node

PROGRAM = """
import sys
from nqpf.site.build import mathematics, node
sys.stdout.reconfigure(encoding="utf-8")
print(mathematics.rendered(sys.argv[1]))
print(node._helper.process.pid)
"""


def render(formula: str) -> subprocess.CompletedProcess[str]:
    """Set one formula as a build does, and say which process did it."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, formula],
        env=building.environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_formulas_are_set_without_a_script_and_the_helper_goes_with_its_process() -> None:
    html, helper = render(r"Y = A K^{\alpha} \text{生产力}").stdout.rsplit(maxsplit=1)
    assert 'class="katex-html"' in html
    assert "生产力" in html
    assert "<script" not in html
    assert not psutil.pid_exists(int(helper))


def test_a_wrong_formula_is_an_error() -> None:
    done = render(r"\nosuchcommand{x}")
    assert done.returncode != 0
    assert r"\nosuchcommand" in done.stderr


def test_one_helper_answers_everything_also_after_an_error() -> None:
    mathematics.rendered("a")
    first = node._helper
    with pytest.raises(node.HelperError, match="KaTeX parse error"):
        mathematics.rendered(r"\frac{1}")
    assert mathematics.rendered("b", display=True) != mathematics.rendered("b")
    assert node._helper is first


def test_a_helper_that_died_is_said_to_and_replaced() -> None:
    mathematics.rendered("c")
    helper = node._helper
    assert helper
    helper.process.kill()
    helper.process.wait()
    with pytest.raises(node.HelperError, match="ended at a request of kind formula"):
        helper.ask("formula", {"latex": "d", "display": False})
    assert 'class="katex-html"' in mathematics.rendered("d")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_a_forked_process_has_a_helper_of_its_own() -> None:
    mathematics.rendered("e")
    before = node._helper
    assert before
    child = os.fork()
    if child == 0:
        mathematics.rendered("f")
        own = node._helper is not before
        os._exit(0 if own else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert 'class="katex-html"' in mathematics.rendered("g")


@pytest.mark.parametrize("output", ["mathml", "htmlAndMathml"])
def test_a_function_named_in_an_index_leaves_no_part_too_many(output: str) -> None:
    formula = r"\tau_{\min} + x^{\max} + N_{\min}^{AB} + N_t^{\max} + \log x"
    made = mathematics.rendered(formula, output=output)
    indexed = BeautifulSoup(made, "html.parser").select("msub, msup, msubsup")
    assert [len(one.find_all(recursive=False)) for one in indexed] == [2, 2, 3, 3]
    assert "\N{FUNCTION APPLICATION}" in made
