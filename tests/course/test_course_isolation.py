"""A student's code costs its own answers and nothing else, whatever it does.

What a machine cannot prevent is not claimed: where a protection is missing, the process says so,
and the test holds it to that.
"""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from nqpf.course.sandbox import answers
from nqpf.course.sandbox.answers import Confined, Limits, Unprotected, plain_value, read_reply

SHORT = Limits(seconds=1.5)
FILES = "own file tree"
NETWORK = "no network, own processes"
AFTER = "\ndef fine():\n    return 7\n"


def ask(source, function="f", limits=SHORT):
    """Return the reply to a call, the reply to a harmless call after it, and the protections."""
    started = time.monotonic()
    with Confined(source + AFTER, limits) as code:
        reply, after = code.call(function), code.call("fine")
        assert time.monotonic() - started < 4 * limits.seconds + 5
        return reply, after, code.active


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("def f(): return 2", 2),
        ("def f(): return (1, 2.5, 'a', None, True, [1], {'k': (1,)})",
         [1, 2.5, "a", None, True, [1], {"k": [1]}]),
        ("def f(): return 10**400", 10**400),
        ("def f(): return float('inf')", float("inf")),
        ("def f(): return {1: 2}", {1: 2}),
        ("import nqpf.models.growth as g\ndef f(): return g.growth_of_labour_productivity("
         "output_growth=.06, labour_growth=.01)", 0.06 - 0.01),
        ("import numpy\ndef f(): return numpy.float64(.5)", 0.5),
        ("import numpy\ndef f(): return numpy.array([1, 2])", [1, 2]),
        ("import json, math, builtins\njson.dumps = None\nmath.isfinite = None\n"
         "import random\nrandom.random = None\ndef f(): return 1", 1),
        ("print('x' * 40_000_000)\ndef f(): return 1", 1),
        ("import sys; sys.setrecursionlimit(50)\ndef f(): return 1", 1),
        ("import os\ndef f(): os.fork(); return 1", 1),
        ("get_ipython().ast_transformers.append(1)\ndef f(): return 1", 1),
        ("from decimal import Decimal\ndef f(): return Decimal('.5')", 0.5),
        ("from fractions import Fraction\ndef f(): return [Fraction(1, 2)]", [0.5]),
        ("import pandas\ndef f(): return pandas.Series([1, 2]).tolist()", [1, 2]),
    ],
)  # fmt: skip
def test_what_the_code_returns_arrives_as_plain_values(source, value):
    reply, after, _active = ask(source, limits=Limits(seconds=20))
    assert reply.worked, reply
    assert reply.value == value
    assert type(reply.value) is type(value)
    assert after.value == 7


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("def g(): return 1", "Missing"),
        ("def f(): return 1 / 0", "ZeroDivisionError"),
        ("def f(): import nothing_of_the_kind", "ModuleNotFoundError"),
        ("def f():\n    while True: pass", "Late"),
        ("import time\ndef f(): time.sleep(60)", "Late"),
        ("def f(): return sum(range(10**12))", "Late"),
        ("import sys\ndef f(): sys.exit()", "SystemExit"),
        ("import os\ndef f(): os._exit(0)", "Gone"),
        ("import os\ndef f(): os.kill(os.getpid(), 9)", "Gone"),
        ("def f(): return input()", "EOFError"),
        ("def f(): return bytearray(30 * 10**9)", "MemoryError"),
        ("def f(): return f()", "RecursionError"),
        ("import ctypes\ndef f(): ctypes.string_at(0)", "Gone"),
        ("class Always:\n    def __eq__(self, other): return True\ndef f(): return Always()",
         "TypeError"),
        ("class Number(float): pass\ndef f(): return Number(3)", "TypeError"),
        ("class Text(str): pass\ndef f(): return Text('3')", "TypeError"),
        ("def f():\n    a = []\n    a.append(a)\n    return a", "RecursionError"),
        ("def f():\n    with open('big', 'w') as file: file.write('x' * 10**8)", "OSError"),
        ("import os, sys\ndef f():\n    os.write(int(sys.argv[1]), b'nonsense\\n'); return 1",
         "Garbled"),
        ("import os, sys\ndef f():\n    os.write(int(sys.argv[1]), b'x' * 5_000_000); return 1",
         "Garbled"),
    ],
)  # fmt: skip
def test_a_call_that_fails_costs_that_call(source, problem):
    reply, after, _active = ask(source)
    assert reply.problem == problem
    assert after.value == 7 or "get_ipython" in source


@pytest.mark.parametrize(
    "line",
    ["1 / 0", "import google.colab", "assert f() == 2", "import sys; sys.exit()", "input()",
     "display(f())", "get_ipython().run_line_magic('matplotlib', 'inline')", "f(1, 2, 3)",
     "get_ipython().run_cell_magic('time', '', 'def g(): return 1')"],
)  # fmt: skip
def test_a_statement_that_fails_leaves_the_others_whole(line):
    for source in (f"{line}\ndef f(): return 1", f"def f(): return 1\n{line}"):
        reply, _after, _active = ask(source)
        assert reply.value == 1


def test_what_failed_is_told_with_its_line():
    with Confined("x = 1\ny = 1 / 0\nz = 2") as code:
        ((kind, line),) = [(one.problem, one.line) for one in code.started.failed]
        assert (code.started.worked, kind, line) == (True, "ZeroDivisionError", 2)
        assert code.evaluate("z", {}).value == 2


def test_cells_before_run_first_and_what_stops_is_left_out():
    before = ["a = 1", "def", "while True: pass", "b = 1 / 0", "import os; os._exit(0)", "c = 3"]
    cells = list(enumerate(before))
    with Confined("def f(): return a + c", SHORT, before=cells) as code:
        assert code.call("f").value == 4
        assert code.stuck == {2, 4}


def test_slow_calls_share_a_budget():
    limits = Limits(seconds=0.5)
    with Confined("import time\ndef f(): time.sleep(0.4)", limits) as code:
        started = time.monotonic()
        replies = [code.call("f").problem for _ in range(20)]
        assert time.monotonic() - started < limits.question + 8
    assert replies[0] == ""
    assert set(replies[7:]) == {"Late"}


def test_a_process_that_stops_reading_holds_nothing():
    source = (
        "import os, sys, json, time\n"
        "os.write(int(sys.argv[1]), (json.dumps({'number': 1}) + '\\n').encode())\n"
        "time.sleep(600)"
    )
    with Confined(source, SHORT) as code:
        assert code.evaluate("len(rows)", {"rows": ["x" * 1000] * 2000}).problem == "Late"


GRADER = """
from nqpf.course.sandbox.answers import Confined, Limits
with Confined("import sys\\ndef f():\\n    while True: pass  # {mark}", Limits(300)) as code:
    print("begun", flush=True)
    code.call("f")
"""


def test_processes_end_with_a_grader_that_was_killed():
    with subprocess.Popen([sys.executable, "-c", GRADER], stdout=subprocess.PIPE) as grader:
        grader.stdout.readline()
        mark = f'"parent": {grader.pid},'
        assert _alive(mark)
        grader.kill()
    deadline = time.monotonic() + 20
    while _alive(mark) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(mark)


def _alive(mark):
    """Return whether a process has this in its arguments, however long they are."""
    command = ["ps", "-eo", "args", "-ww"]
    return mark in subprocess.run(command, capture_output=True, text=True, check=True).stdout


REFUSED = {
    "namespaces": ("def enter_namespaces():\n", "def enter_namespaces():\n    raise OSError\n"),
    "landlock": ("    version = libc.syscall", "    raise OSError\n    version = libc.syscall"),
    "user": ("def become_nobody():\n", "def become_nobody():\n    raise OSError\n"),
}


@pytest.fixture
def machine_without(tmp_path, monkeypatch):
    """Return what makes this machine refuse protections, as autograding hosts may."""

    def refuse(*names):
        text = answers.CONFINE.read_text()
        for name in names:
            old, new = REFUSED[name]
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "confine.py").write_text(text)
        monkeypatch.setattr(answers, "CONFINE", tmp_path / "confine.py")

    return refuse


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems separate nothing")
@pytest.mark.parametrize(
    ("refused", "mode", "problem"),
    [
        ((), 0o644, ""),
        (("namespaces",), 0o644, ""),
        (("landlock",), 0o644, ""),
        (("namespaces", "landlock"), 0o644, "Unseparated"),
        (("namespaces", "landlock"), 0o600, ""),
        (("namespaces", "landlock", "user"), 0o600, "Unseparated"),
    ],
)
def test_code_runs_only_where_it_cannot_read_the_answers(
    machine_without, tmp_path, refused, mode, problem
):
    machine_without(*refused)
    (tmp_path / "answers").mkdir()
    secret = tmp_path / "answers" / "solution.py"
    secret.write_text("answer = 42")
    secret.chmod(mode)
    for folder in [tmp_path / "answers", *list(tmp_path.parents)[:3]]:
        folder.chmod(0o755)
    source = f"def f(): return open({str(secret)!r}).read()"
    with Confined(source, SHORT, hidden=[tmp_path / "answers"]) as code:
        if mode == 0o600 and "separate user" not in code.active:
            problem = "Unseparated"  # only root, with a Python open to all, becomes another user
        assert code.started.problem == problem
        assert not code.call("f").worked
    with Confined("def f(): return 1", SHORT, hidden=[secret], trusted=True) as code:
        assert code.call("f").value == 1


@pytest.mark.parametrize("refused", ["user", "landlock", "namespaces"])
def test_what_lies_inside_the_package_is_hidden_all_the_same(machine_without, tmp_path, refused):
    package = tmp_path / "package"
    (package / "answers").mkdir(parents=True)
    (package / "open.py").write_text("x = 1")
    (package / "answers" / "solution.py").write_text("answer = 42")
    for folder in [package, *list(tmp_path.parents)[:3], tmp_path]:
        folder.chmod(0o755)
    machine_without(refused)
    source = "def f(name): return open(name).read()"
    with Confined(source, SHORT, [package], hidden=[package / "answers"]) as code:
        assert code.call("f", str(package / "open.py")).value == "x = 1"
        assert not code.call("f", str(package / "answers" / "solution.py")).worked
        assert code.started.worked


@pytest.mark.parametrize("refused", ["user", "landlock", "namespaces"])
def test_a_hidden_folder_may_hold_what_python_needs(machine_without, refused, tmp_path):
    package = tmp_path / "home" / "package"
    package.mkdir(parents=True)
    (package / "open.py").write_text("x = 1")
    (tmp_path / "home" / "secret.txt").write_text("answer = 42")
    for folder in [package, *list(package.parents)[:5]]:
        folder.chmod(0o755)
    machine_without(refused)
    source = "def f(name): return open(name).read()"
    with Confined(source, SHORT, [package], hidden=[tmp_path / "home", Path("/tmp")]) as code:
        assert code.call("f", str(package / "open.py")).value == "x = 1"
        assert not code.call("f", str(tmp_path / "home" / "secret.txt")).worked
        assert code.started.worked


def test_a_syntax_error_names_its_line():
    with Confined("x = 1\ndef f(:\n    pass") as code:
        assert (code.started.problem, code.started.line) == ("SyntaxError", 2)


def test_an_error_names_the_line_of_the_code():
    reply, _after, _active = ask("def g(x):\n    return 1 / x\n\ndef f():\n    return g(0)")
    assert reply.line == 2


def test_a_forged_reply_is_only_another_answer():
    source = (
        "import os, sys, json\ndef f():\n    reply = {'value': 42, 'number': 2}\n"
        "    os.write(int(sys.argv[1]), (json.dumps(reply) + '\\n').encode())\n    return 1"
    )
    reply, after, _active = ask(source)
    assert reply.value == 42  # it could have returned 42: no expected answer is in reach
    assert after.value == 7


def test_processes_end_with_the_answer():
    mark = "nqpf_leftover_" + str(time.monotonic_ns())
    source = f"""
import os, subprocess, sys
def f():
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)  # {mark}"],
                     start_new_session=True)
    return 1
"""
    _reply, _after, active = ask(source, limits=Limits(seconds=10))
    time.sleep(0.2)
    assert not _alive(mark) or NETWORK not in active
    subprocess.run(["pkill", "-f", mark], check=False)


def test_a_fork_bomb_ends_at_its_limit():
    reply, after, active = ask("import os\ndef f():\n    while True: os.fork()")
    assert reply.problem in {"BlockingIOError", "Late", "Gone"}
    assert after.value == 7 or NETWORK not in active


def test_the_grader_cannot_be_killed():
    reply, after, _active = ask(
        "import os\ndef f():\n    os.kill(os.getppid(), 9)\n    os.kill(-1, 9)\n    return 1"
    )
    assert not reply.worked
    assert after.value == 7


def test_files_of_the_grader_are_out_of_reach(tmp_path):
    secret = tmp_path / "solution.py"
    secret.write_text("answer = 42")
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:3]:
        parent.chmod(0o755)
    for attempt in (f"open({str(secret)!r}).read()", f"open({str(secret)!r}, 'w').write('x')",
                    f"__import__('os').listdir({str(tmp_path)!r})",
                    f"__import__('os').unlink({str(secret)!r})"):  # fmt: skip
        reply, after, active = ask(f"def f(): return {attempt}")
        assert not reply.worked or FILES not in active
        assert after.value == 7
    assert secret.read_text() == "answer = 42"


def test_the_network_is_out_of_reach():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        reply, _after, active = ask(
            f"import socket\ndef f(): socket.create_connection(('127.0.0.1', {port}), 1); return 1"
        )
    assert not reply.worked or NETWORK not in active


def test_limits_hold_on_every_machine_with_them():
    _reply, _after, active = ask("def f(): return 1")
    assert "limits" in active or not sys.platform.startswith("linux")


def test_strict_refuses_a_machine_without_a_protection(monkeypatch):
    monkeypatch.setattr("nqpf.course.sandbox.answers.ALL_PROTECTIONS", ("a moat",))
    with pytest.raises(Unprotected, match="a moat"), Confined("", strict=True):
        pass


def test_a_machine_that_cannot_confine_still_runs_code_and_says_so(monkeypatch):
    monkeypatch.setattr("nqpf.course.sandbox.answers.sys.platform", "darwin")
    reply, after, active = ask("def f(): return 2")
    assert (reply.value, after.value, active) == (2, 7, ())
    reply, after, _active = ask("def f():\n    while True: pass")
    assert (reply.problem, after.value) == ("Late", 7)
    with pytest.raises(Unprotected, match="own file tree"), Confined("", strict=True):
        pass


def test_a_machine_without_processes_of_its_kind_runs_no_code(monkeypatch):
    monkeypatch.setattr("nqpf.course.sandbox.answers.ON_POSIX", False)
    with Confined("def f(): return 2") as code:
        assert (code.started.problem, code.active) == ("Platform", ())
        assert code.call("f").problem == "Platform"


@pytest.mark.parametrize(
    "reply",
    [
        {"value": {"int": "9" * 5}},
        {"value": {"unknown": 1}},
        {"value": {"a": 1, "b": 2}},
        {"value": {"dict": [[[], 1]]}},
        {"error": {"kind": ["x"], "words": None, "line": "3"}},
        {"error": {}},
    ],
)
def test_any_reply_is_read_without_harm(reply):
    read = read_reply(reply)
    assert read.worked == (reply["value"] == {"int": "99999"} if "value" in reply else False)


def test_values_come_back_as_they_were():
    assert plain_value({"tuple": [{"float": "nan"}]})[0] != plain_value({"float": "nan"})
