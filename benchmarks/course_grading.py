"""Grade one class with nbgrader, with otter-grader and with ``nqpf grade``, in one run.

Run ``python benchmarks/course_grading.py 30 300 --plain 3000``. The class is the same for all: of
every ten files six are right, two are wrong, one is broken and one does not come to an end. The
first size is graded by every tool, further ones by ``nqpf grade`` alone; ``--plain`` leaves out the
question in which a function is written. ``nqpf grade`` has two workers, the others one process at a
time. ``--alone`` leaves the other tools out, and ``--stops 4`` kills ``nqpf grade`` so many times
on the way, each time in another way, starts it again, and holds its gradebook to what each file
must get: nothing may be lost, marked twice or marked otherwise. Each figure is printed and kept as
soon as it is known, with the machine's load at the time.

Otter is another environment's, because it asks for other versions than the book: make one with
``python -m venv otter`` and ``otter/bin/pip install otter-grader ipykernel``, and name its program
with ``--otter otter/bin/otter``. It has no limit of time of its own, so that a file is given up
after half a minute; for how many files it gave marks is printed. Memory is that of the parent for
``nqpf grade``, and for the others that of the largest process so far.
"""

import argparse
import contextlib
import csv
import json
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nqpf.places import PACKAGE, ROOT

QUESTIONS = "residual-by-hand,own-residual,what-a-small-residual-says"
WITH_CODE = f"{QUESTIONS},account-in-code"
SECONDS = 2
PATIENCE = 30
WORKERS = 2
WAYS = (signal.SIGINT, signal.SIGKILL, signal.SIGTERM)
KEPT = ROOT / "_build" / "benchmarks" / "course_grading.json"
ENDLESS = "while True:\n    pass"
CONFIG = f"""c = get_config()
c.CourseDirectory.course_id = "book"
c.Exchange.root = "exchange"
c.ExecutePreprocessor.timeout = {SECONDS}
"""
OTTER_CONFIG = """# ASSIGNMENT CONFIG
export_cell: false
init_cell: false
tests:
  ok_format: false
"""
MEASURED = """
import resource, sys
from nqpf.cli import main
status = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
sys.exit(status)
"""


def run(folder, *command, patience=None):
    """Run a command in a folder; return its seconds and what it printed.

    What takes longer than ``patience`` is killed with all that it started.
    """
    tools = [str(Path(command[0]).parent), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {
        **os.environ,
        "PYTHONPATH": str(PACKAGE.parent) if command[0] == sys.executable else "",
        "PATH": os.pathsep.join(tools),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        told, _ = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        told, _ = process.communicate()
    return time.perf_counter() - start, told.decode()


def python(folder, *words):
    """Run a module of this environment in a folder, and return what `run` does."""
    return run(folder, sys.executable, "-m", *words)


def variant(notebook, number):
    """Return one student's file: right, wrong, broken or endless by the last digit."""
    if number % 10 == 8:
        return "{"
    cells = json.loads(json.dumps(notebook["cells"]))
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] != "code" or not re.search(r"\banswer|^def account", text, re.M):
            continue
        if number % 10 in (6, 7):
            cell["source"] = re.sub(r"^(answer\w*) = .*", r"\1 = 123", text, flags=re.M)
        elif number % 10 == 9:
            cell["source"] = f"{text}\n{ENDLESS}"
    cells.append(
        {"cell_type": "markdown", "id": f"n{number}", "metadata": {}, "source": f"{number}"}
    )
    return json.dumps(notebook | {"cells": cells})


def prepared(folder, name, picked):
    """Make the assignment and return our reference notebook and nbgrader's source."""
    (folder / "secret.txt").write_text("a secret of the lecturer's")
    seed = ("--seed-file", "secret.txt")
    python(folder, "nqpf", "assign", name, "--pick", picked, *seed)
    python(folder, "nqpf", "export", name, "--to", "nbgrader", *seed)
    ours = json.loads((folder / f"{name}/instructor/{name}-reference.ipynb").read_text())
    source = json.loads((folder / f"{name}/nbgrader/source/{name}/{name}.ipynb").read_text())
    return ours, source


def ours(folder, name, reference, size, stops=0):
    """Return seconds, and memory of the parent, of grading a class with isolation on."""
    place = folder / f"in-{name}-{size}"
    place.mkdir()
    for number in range(size):
        text = variant(reference, number)
        (place / f"s{number:04}.ipynb").write_text(
            text.replace("student: reference", f"student: s{number:04}")
        )
    out = folder / f"out-{place.name}"
    words = ["grade", name, place.name, "--seed-file", "secret.txt", "--out", out.name]
    words += ["--seconds", str(SECONDS), "--workers", str(WORKERS)]
    start = time.perf_counter()
    for stop in range(1, stops + 1):
        stopped(folder, words, out, size * stop // (stops + 1), WAYS[stop % len(WAYS)])
    _seconds, told = run(folder, sys.executable, "-c", MEASURED, *words)
    seconds = time.perf_counter() - start
    check(out, size, len((WITH_CODE if name == "hw" else QUESTIONS).split(",")))
    return seconds, float(told.split()[-1])


def stopped(folder, words, out, files, how):
    """Grade until so many files are kept, and then end the command."""
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    process = subprocess.Popen([sys.executable, "-m", "nqpf", *words], cwd=folder, env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    while process.poll() is None and rows_of(out, "handed_in") < files:
        time.sleep(0.2)
    process.send_signal(how)
    process.wait()
    kept, marks = rows_of(out, "handed_in"), rows_of(out, "marks")
    print(f"{how.name} with {kept} files and {marks} marks kept", flush=True)


def rows_of(out, table):
    """Return how many rows a table of the gradebook has, which another process is writing."""
    place = f"file:{out}/gradebook.sqlite?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(place, uri=True)) as store:
            return store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def check(out, size, questions):
    """Hold a gradebook to what each file must get, whatever happened on the way.

    A broken file, which names nobody, is the only one without a row.
    """
    named = [number for number in range(size) if number % 10 != 8]
    assert rows_of(out, "handed_in") == len(named), "a file is lost"
    assert rows_of(out, "marks") == len(named) * questions, "a mark is lost, or given twice"
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    for number in named:
        row = rows[f"s{number:04}"]
        full = float(row["total"]) == float(row["points"])
        assert full == (number % 10 < 6), f"s{number:04} has {row['total']}"


def nbgrader(folder, source, size):
    """Return seconds of nbgrader grading the class, and the most memory of any process so far."""
    (folder / "source").symlink_to("hw/nbgrader/source")
    (folder / "nbgrader_config.py").write_text(CONFIG)
    python(folder, "nbgrader", "generate_assignment", "hw", "--create")
    for number in range(size):
        path = folder / "submitted" / f"s{number:04}" / "hw" / "hw.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(variant(source, number))
    seconds, _ = python(folder, "nbgrader", "autograde", "hw", "--create")
    return seconds, most_memory()


def otter(folder, program, source, size):
    """Return seconds of otter grading the class file by file, without a container, and memory."""
    (folder / "hw.ipynb").write_text(json.dumps(otter_source(source)))
    run(folder, program, "assign", "--no-pdfs", "hw.ipynb", "dist")
    (archive,) = (folder / "dist" / "autograder").glob("*.zip")
    solved = json.loads((folder / "dist" / "autograder" / "hw.ipynb").read_text())
    total = 0.0
    for number in range(size):
        path = folder / f"otter-{number:04}" / "hw.ipynb"
        path.parent.mkdir()
        path.write_text(variant(solved, number))
        words = ["run", "-a", str(archive), "-o", str(path.parent), str(path)]
        total += run(folder, program, *words, patience=PATIENCE)[0]
    graded = len(list(folder.glob("otter-*/results.json")))
    print(f"otter gave marks for {graded} of {size} files.")
    return total, most_memory()


def otter_source(source):
    """Return nbgrader's source as otter's: names of their own, as tests run at the end."""
    _title, helpers, *rest = source["cells"]
    cells = [raw(OTTER_CONFIG), code("".join(helpers["source"]))]
    for number, (prompt, answer, check) in enumerate(
        zip(rest[0::3], rest[1::3], rest[2::3], strict=True), start=1
    ):
        points = check["metadata"]["nbgrader"]["points"]
        cells += [raw(f"# BEGIN QUESTION\nname: q{number}\npoints: {points}"), prompt]
        cells += [raw("# BEGIN SOLUTION"), code(renamed(answer, number)), raw("# END SOLUTION")]
        cells += [raw("# BEGIN TESTS"), code(otter_test(check, number)), raw("# END TESTS")]
        cells += [raw("# END QUESTION")]
    for place, cell in enumerate(cells):
        cell["id"] = f"cell-{place}"
    return source | {"cells": cells}


def renamed(cell, number):
    """Return a cell's text with the answer under a name of its own, and otter's marks in it."""
    text = re.sub(r"\banswer\b", f"answer_{number}", "".join(cell["source"]))
    return text.replace("### BEGIN", "# BEGIN").replace("### END", "# END")


def otter_test(check, number):
    """Return nbgrader's hidden tests as otter's: a function of the names that it looks at."""
    lines = [line for line in renamed(check, number).splitlines() if not line.startswith("#")]
    body = "\n    ".join(lines)
    names = sorted(set(re.findall(r"\b(?:answer_\d|account|_same|_number)\b", body)))
    head = '""" # BEGIN TEST CONFIG\nhidden: true\n""" # END TEST CONFIG'
    return f"{head}\ndef test_q{number}({', '.join(names)}):\n    {body}\n"


def raw(text):
    """Return a raw cell, by which otter is told what follows."""
    return {"cell_type": "raw", "metadata": {}, "source": text}


def code(text):
    """Return a code cell that has not been run."""
    cell = {"cell_type": "code", "metadata": {}, "source": text}
    return cell | {"outputs": [], "execution_count": None}


def most_memory():
    """Return the most memory that any process started here has had, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def row(tool, files, cores, seconds, memory):
    """Print one result, keep it, and return it."""
    rate = files / seconds / cores
    print(f"{tool:22} {files:5} files {seconds:8.1f} s {rate:7.2f} a second a core "
          f"{memory:5.0f} MB  load {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
    result = {"tool": tool, "files": files, "cores": cores, "seconds": round(seconds, 1)}
    result |= {"memory_mb": round(memory), "load": round(os.getloadavg()[0], 1)}
    found = json.loads(KEPT.read_text()) if KEPT.exists() else []
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps([*found, result], indent=1) + "\n", encoding="utf-8")
    return result


def arguments():
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[30])
    parser.add_argument("--plain", type=int, action="append", default=[])
    parser.add_argument("--alone", action="store_true", help="without the other tools")
    parser.add_argument("--stops", type=int, default=0, help="how often it is killed on the way")
    parser.add_argument("--otter", type=Path, help="the program otter of another environment")
    return parser.parse_args()


def main():
    """Measure, print a table and write the figures as JSON into ``_build/benchmarks``."""
    asked = arguments()
    KEPT.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder, (first, *further) = Path(name), asked.sizes
        reference, source = prepared(folder, "hw", WITH_CODE)
        graded = ours(folder, "hw", reference, first, asked.stops)
        rows = [row("nqpf grade", first, WORKERS, *graded)]
        if not asked.alone:
            rows.append(row("nbgrader", first, 1, *nbgrader(folder, source, first)))
        if asked.otter and not asked.alone:
            found = otter(folder, str(asked.otter.absolute()), source, first)
            rows.append(row("otter", first, 1, *found))
        for other in rows[1:]:
            times = other["seconds"] / rows[0]["seconds"]
            print(f"{other['tool']} took {times:.1f} times as long as nqpf grade.", flush=True)
        for size in further:
            row("nqpf grade", size, WORKERS, *ours(folder, "hw", reference, size, asked.stops))
        if asked.plain:
            plain, _ = prepared(folder, "plain", QUESTIONS)
        for size in asked.plain:
            row("nqpf grade, plain", size, WORKERS, *ours(folder, "plain", plain, size))


if __name__ == "__main__":
    main()
