"""The data travel with the wheel and are read from it offline."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
OFFLINE = """
import socket, sys
sys.path.insert(0, sys.argv[1])

def refuse(*args):
    raise OSError("the loader went online")

socket.socket.connect = socket.getaddrinfo = refuse
from nqpf import data
assert data.__file__.startswith(sys.argv[1]), data.__file__
"""
LIGHT = """
for name in data.names():
    assert data.rows(name) and data.describe(name)["sources"], name
assert "pandas" not in sys.modules
print(len(data.names()))
"""
HEAVY = """
sys.path.append(sys.argv[2])
print(data.load("labour_share").attrs["units"]["labour_share"])
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Return the folder into which the wheel, built by hatchling, has been unpacked."""
    place = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-c", BUILD, str(place)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    wheel = place / built.stdout.split()[-1]
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "unpacked")
    return place / "unpacked"


def run(script, *arguments):
    """Return what a Python without site packages prints."""
    command = [sys.executable, "-I", "-S", "-c", OFFLINE + script, *map(str, arguments)]
    result = subprocess.run(command, cwd="/", check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_the_light_reader_needs_the_standard_library_alone(unpacked):
    listed = (ROOT / "data").glob("*.csv")
    assert run(LIGHT, unpacked) == str(len(list(listed)))


def test_the_frame_is_loaded_from_the_wheel(unpacked):
    assert run(HEAVY, unpacked, sysconfig.get_path("purelib")) == "fraction of GDP"
