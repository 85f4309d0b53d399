"""Commands for lecturers begin at once."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", ["assign", "compare", "export", "grade"])
def test_a_command_begins_without_what_it_does_not_need(command: str) -> None:
    """Charts and checkers of addresses take longer to load than the rest of a command to run."""
    program = (
        "import sys\n"
        "from nqpf.cli import main\n"
        "try:\n"
        f"    main([{command!r}, '--help'])\n"
        "except SystemExit:\n"
        "    print(sorted({'altair', 'lark', 'sphinx', 'pandas'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n"), done.stdout[-200:]
