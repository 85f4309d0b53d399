"""The set-up of the Gradescope zip, run with the Pythons that its machines have."""

import importlib.metadata
import subprocess
import sys

import pytest
from nqpf.course.gradescope import PACKAGES, SETUP, pinned

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Gradescope's machines run Linux")
OLD = "#!/bin/sh\nexit 1\n"
RECENT = """#!/bin/sh
if [ "$1" = "-c" ]; then exit 0; fi
if [ "$1 $2" = "-m venv" ]; then
    [ -e "$STUBS/without-venv" ] && exit 1
    for last in "$@"; do :; done
    mkdir -p "$last/bin"
    printf '#!/bin/sh\\necho "$@" >> "$STUBS/installed"\\n' > "$last/bin/python"
    chmod +x "$last/bin/python"
fi
"""
APT = """#!/bin/sh
echo "$@" >> "$STUBS/apt"
rm -f "$STUBS/without-venv"
cp "$STUBS/recent" "$STUBS/python3.11"
chmod +x "$STUBS/python3.11"
"""


@pytest.fixture
def machine(tmp_path):
    """Return a function that runs the set-up with stand-ins for Python and apt-get."""
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    (stubs / "recent").write_text(RECENT)

    def run(**programs):
        for name, text in {"apt-get": APT, **programs}.items():
            path = stubs / name
            path.write_text(text)
            path.chmod(0o755)
        for name in ("mkdir", "chmod", "cp", "rm", "echo", "printf"):
            if not (stubs / name).exists():
                (stubs / name).symlink_to(f"/bin/{name}")
        script = tmp_path / "setup.sh"
        script.write_text(SETUP)
        environment = {"PATH": str(stubs), "STUBS": str(stubs), "AUTOGRADER": str(tmp_path)}
        subprocess.run(["/bin/bash", str(script)], check=True, env=environment)
        return {name: (stubs / name).read_text() for name in ("apt", "installed")
                if (stubs / name).exists()}  # fmt: skip

    run.stubs = stubs
    return run


def test_an_old_python_is_left_alone(machine, tmp_path):
    """Ubuntu 22.04 has Python 3.10."""
    said = machine(python3=OLD)
    assert "install -y python3.11 python3.11-venv" in said["apt"]
    assert said["installed"] == f"-m pip install -r {tmp_path}/source/requirements.txt\n"


def test_a_python_that_takes_no_packages_gets_an_environment(machine, tmp_path):
    """Debian 12 has Python 3.11, which refuses packages and comes without venv."""
    (machine.stubs / "without-venv").touch()
    said = machine(python3=RECENT)
    assert "install -y python3-venv" in said["apt"]
    assert (tmp_path / "environment" / "bin" / "python").exists()
    assert "pip install" in said["installed"]


def test_a_recent_python_needs_nothing_of_the_system(machine):
    assert "apt" not in machine(**{"python3.13": RECENT})


def test_versions_are_those_that_work_here():
    pins = dict(line.split("==") for line in pinned().splitlines())
    assert {name.lower() for name in PACKAGES} <= set(pins)
    assert {"attrs", "jsonschema", "numpy"} <= set(pins)
    for name, number in pins.items():
        assert importlib.metadata.version(name) == number
