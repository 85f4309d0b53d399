"""A student's code costs its own answers and nothing else, whatever it does.

What a machine cannot prevent is not claimed: where a protection is missing, the process says so,
and the test holds it to that.
"""

import subprocess
import sys
import time

import pytest
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
         (1, 2.5, "a", None, True, [1], {"k": (1,)})),
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
        ("def f():\n    a = []\n    a.append(a)\n    return a", "TypeError"),
        ("def f():\n    with open('big', 'w') as file: file.write('x' * 10**8)", "OSError"),
        ("import os, sys\ndef f():\n    os.write(int(sys.argv[1]), b'nonsense\\n'); return 1",
         "Garbled"),
        ("import os, sys\ndef f():\n    os.write(int(sys.argv[1]), b'x' * 5_000_000); return 1",
         "Garbled"),
        ("get_ipython().ast_transformers.append(1)\ndef f(): return 1", "Missing"),
    ],
)  # fmt: skip
def test_a_call_that_fails_costs_that_call(source, problem):
    reply, after, _active = ask(source)
    assert reply.problem == problem
    assert after.value == 7 or "get_ipython" in source


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
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert (mark not in listed.stdout) or NETWORK not in active
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
