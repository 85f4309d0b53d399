"""Grade one class with nbgrader and with ``nqpf grade``, in one run.

Run ``python benchmarks/course_grading.py [SIZE ...]``. The class is the same for both: of every ten
files six are right, two are wrong, one is broken and one does not come to an end. Sizes beyond the
first (30) are graded by ``nqpf grade`` alone, with the memory of its process.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nqpf.places import PACKAGE

PICKED = "residual-by-hand,own-residual,what-a-small-residual-says,account-in-code"
SECONDS = 2
ENDLESS = "while True:\n    pass"
CONFIG = f"""c = get_config()
c.CourseDirectory.course_id = "book"
c.Exchange.root = "exchange"
c.ExecutePreprocessor.timeout = {SECONDS}
"""


def run(folder, *words):
    """Run a command in a folder; return its seconds and the most memory of a child, in MB."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(PACKAGE.parent),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *words], cwd=folder, env=environment,
                   capture_output=True, check=False)  # fmt: skip
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return time.perf_counter() - start, memory


def variant(notebook, number):
    """Return one student's file: right, wrong, broken or endless by the last digit."""
    if number % 10 == 8:
        return "{"
    cells = json.loads(json.dumps(notebook["cells"]))
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] != "code" or "answer" not in text:
            continue
        if number % 10 in (6, 7):
            cell["source"] = "\n".join(
                "answer = 123" if line.startswith("answer") else line for line in text.splitlines()
            )
        elif number % 10 == 9:
            cell["source"] = text + "\n" + ENDLESS
    cells.append(
        {"cell_type": "markdown", "id": f"n{number}", "metadata": {}, "source": f"{number}"}
    )
    return json.dumps(notebook | {"cells": cells})


def prepared(folder, picked):
    """Make the assignment and return our reference notebook and nbgrader's source."""
    (folder / "secret.txt").write_text("a secret of the lecturer's")
    run(folder, "nqpf", "assign", "hw", "--pick", picked, "--seed-file", "secret.txt")
    run(folder, "nqpf", "export", "hw", "--to", "nbgrader", "--seed-file", "secret.txt")
    ours = json.loads((folder / "hw/instructor/hw-reference.ipynb").read_text())
    source = json.loads((folder / "hw/nbgrader/source/hw/hw.ipynb").read_text())
    return ours, source


def ours(folder, reference, size):
    """Return seconds and memory of grading a class of this size with isolation on."""
    place = folder / f"in-{size}"
    place.mkdir()
    for number in range(size):
        text = variant(reference, number)
        (place / f"s{number:04}.ipynb").write_text(
            text.replace("student: reference", f"student: s{number:04}")
        )
    words = ["grade", "hw", place.name, "--seed-file", "secret.txt", "--out", f"out-{size}"]
    return run(folder, "nqpf", *words, "--seconds", str(SECONDS), "--workers", "2")


def nbgrader(folder, source, size):
    """Return seconds of nbgrader grading the class."""
    (folder / "source").symlink_to("hw/nbgrader/source")
    (folder / "nbgrader_config.py").write_text(CONFIG)
    run(folder, "nbgrader", "generate_assignment", "hw", "--create")
    for number in range(size):
        path = folder / "submitted" / f"s{number:04}" / "hw" / "hw.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(variant(source, number))
    return run(folder, "nbgrader", "autograde", "hw", "--create")


def row(tool, files, seconds, memory):
    """Print one result and return it."""
    rate = files / seconds
    print(f"{tool:12} {files:5} files {seconds:8.1f} s {rate:6.2f} a second {memory:5.0f} MB")
    return {"tool": tool, "files": files, "seconds": seconds, "memory_mb": memory}


def main():
    """Print the table and write it as JSON beside this file's results."""
    sizes = [int(text) for text in sys.argv[1:]] or [30]
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reference, source = prepared(folder, PICKED)
        for size in sizes:
            rows.append(row("nqpf grade", size, *ours(folder, reference, size)))
        rows.append(row("nbgrader", sizes[0], *nbgrader(folder, source, sizes[0])))
    print(f"nbgrader took {rows[-1]['seconds'] / rows[0]['seconds']:.1f} times as long.")
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
