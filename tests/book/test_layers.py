"""Who may import whom, as pyproject.toml says it, held by import-linter."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from nqpf.explorers import modules

ROOT = Path(__file__).parents[2]


def test_imports_keep_to_their_layers():
    program = (
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("module", modules().values())
def test_an_explorer_takes_nothing_from_another(module):
    """What two share stands in a file of its own: the panel would show models that move nothing."""
    tree = ast.parse((ROOT / "widgets" / module.replace(".", "/")).with_suffix(".py").read_text())
    taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert taken.isdisjoint(modules().values())
