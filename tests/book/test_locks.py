"""The locks pin every package with its hash, name no registry, and leave nothing to look for."""

import functools
import itertools
import json
import os
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distribution
from pathlib import Path

import pytest
from nqpf.places import ROOT
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NPM_LOCKS = [ROOT / "package-lock.json", ROOT / "benchmarks" / "package-lock.json"]
PINNED = re.compile(r"^([\w.\-]+)==(\S+)((?:.*\\\n)(?:    --hash=sha256:[0-9a-f]{64}.*\n)+)?", re.M)
PYTHONS = ["3.11.0", "3.11.5", "3.12.0", "3.13.0", "3.14.0"]
PLATFORMS = {
    "x86_64-manylinux_2_28": ("linux", "posix", "Linux"),
    "aarch64-manylinux_2_28": ("linux", "posix", "Linux"),
    "aarch64-apple-darwin": ("darwin", "posix", "Darwin"),
    "x86_64-apple-darwin": ("darwin", "posix", "Darwin"),
    "x86_64-pc-windows-msvc": ("win32", "nt", "Windows"),
}
# The pip that the first release of each Python brought.
OLDEST_PIP = {11: "22.3", 12: "23.2.1", 13: "24.2", 14: "25.2"}


def test_python_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = PINNED.findall(lock)
    assert len(pins) > 100
    assert [name for name, _version, hashes in pins if not hashes] == []


def test_python_lock_covers_the_declared_dependencies() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {canonicalize_name(name): version for name, version, _ in PINNED.findall(lock)}
    missing = [str(wanted) for wanted in declared() if not satisfied(wanted, locked)]
    assert missing == []


def satisfied(wanted: Requirement, locked: dict[str, str]) -> bool:
    """Return whether the lock holds a version that a requirement accepts."""
    version = locked.get(canonicalize_name(wanted.name))
    return version is not None and wanted.specifier.contains(version, prereleases=True)


@functools.cache
def lock_lines() -> list[Requirement]:
    """Return the pins of the lock with their markers."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return [
        Requirement(line.rstrip("\\ ")) for line in lock.splitlines() if not line.startswith(" ")
    ]


def pinned_for(environment: dict[str, str]) -> dict[str, str]:
    """Return the versions that the lock gives an environment, by name."""
    pins = [
        (canonicalize_name(pin.name), str(pin.specifier).removeprefix("=="))
        for pin in lock_lines()
        if pin.marker is None or pin.marker.evaluate(environment)
    ]
    assert len(dict(pins)) == len(pins)
    return dict(pins)


def environment_of(python: str, platform: str) -> dict[str, str]:
    """Return the values that markers are compared with."""
    system, os_name, platform_system = PLATFORMS[platform]
    return {
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python,
        "implementation_version": python,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": system,
        "os_name": os_name,
        "platform_system": platform_system,
    }


def unmet(requirements: list[Requirement], environment: dict[str, str]) -> set[str]:
    """Return what is asked for, from these on, that the lock does not give an environment.

    An extra that somebody asks for asks in turn for what stands under its name.
    """
    pins = pinned_for(environment)
    found: set[str] = set()
    seen: set[tuple[str, str]] = set()
    waiting = list(requirements)
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if not satisfied(wanted, pins):
            found.add(str(wanted))
            continue
        for extra in {"", *wanted.extras} - {extra for of, extra in seen if of == name}:
            seen.add((name, extra))
            waiting += asked_by(name, pins[name], environment | {"extra": extra})
    return found


def asked_by(name: str, version: str, environment: dict[str, str]) -> list[Requirement]:
    """Return what an installed package asks for in an environment.

    What is locked for other systems and Pythons is not installed here: uv looks at it below.
    """
    if PINNED_HERE.get(name) != version:
        return []
    asked = [Requirement(text) for text in distribution(name).requires or []]
    return [one for one in asked if one.marker is None or one.marker.evaluate(environment)]


PINNED_HERE = pinned_for({name: str(value) for name, value in default_environment().items()})
PLACES = [
    pytest.param(python, platform, id=f"{python}-{platform}")
    for python, platform in itertools.product(PYTHONS, PLATFORMS)
]


def declared() -> list[Requirement]:
    """Return what the book itself asks for, with its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = itertools.chain.from_iterable(project["optional-dependencies"].values())
    asked = [Requirement(text) for text in [*project["dependencies"], *extras]]
    return [one for one in asked if one.name != project["name"]]


@pytest.mark.parametrize(("python", "platform"), PLACES)
def test_what_locked_packages_ask_for_is_locked(python: str, platform: str) -> None:
    assert unmet(declared(), environment_of(python, platform)) == set()


def test_a_package_taken_out_of_the_lock_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = environment_of("3.11.0", "x86_64-manylinux_2_28")
    whole = lock_lines()
    monkeypatch.setattr(
        sys.modules[__name__], "lock_lines", lambda: [pin for pin in whole if pin.name != "jinja2"]
    )
    missed = {Requirement(text).name.lower() for text in unmet(declared(), environment)}
    assert missed == {"jinja2"}


def test_every_python_that_is_meant_finds_a_wheel_of_every_package(tmp_path: Path) -> None:
    """And what packages for other systems ask for is in the lock: uv adds what is missing."""
    places = list(itertools.product([PYTHONS[0], PYTHONS[-1]], PLATFORMS))
    with ThreadPoolExecutor() as together:
        for (python, platform), found in zip(
            places, together.map(lambda place: wheels_for(*place, tmp_path), places), strict=True
        ):
            assert found == pinned_for(environment_of(python, platform)), (python, platform)


def wheels_for(python: str, platform: str, folder: Path) -> dict[str, str]:
    """Return the versions that uv finds wheels of for a Python on a platform, by name."""
    made = folder / f"{python}-{platform}.txt"
    command = [sys.executable, "-m", "uv", "--quiet", "pip", "compile", "requirements.lock"]
    options = ["--only-binary=:all:", "--no-header", "--no-annotate"]
    place = [f"--python-version={python}", f"--python-platform={platform}"]
    outcome = subprocess.run(
        [*command, *options, *place, f"--output-file={made}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (outcome.returncode, outcome.stderr) == (0, ""), (python, platform)
    found = (Requirement(line) for line in made.read_text(encoding="utf-8").splitlines())
    return {canonicalize_name(one.name): str(one.specifier)[2:] for one in found}


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fetch what the lock pins for this machine with the oldest pip, as ``make book`` would."""
    folder = tmp_path_factory.mktemp("fetched")
    pip = pip_of(folder / "pip", f"pip=={OLDEST_PIP[sys.version_info.minor]}")
    run_pip(pip, "download", f"--dest={folder / 'files'}")
    return folder / "files"


def test_the_oldest_pip_takes_the_lock(fetched: Path) -> None:
    assert len(list(fetched.iterdir())) == len(PINNED_HERE)


def test_the_newest_pip_takes_the_lock(fetched: Path, tmp_path: Path) -> None:
    pip = pip_of(tmp_path, "pip")
    told = run_pip(pip, "install", "--dry-run", "--ignore-installed", f"--find-links={fetched}")
    (line,) = [line for line in told.splitlines() if line.startswith("Would install")]
    assert len(line.split()) == len(PINNED_HERE) + 2


def pip_of(folder: Path, wanted: str) -> dict[str, str]:
    """Return the environment variables with which this Python runs another pip."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), wanted]
    subprocess.run(command, check=True, capture_output=True)
    return os.environ | {"PYTHONPATH": str(folder)}


def run_pip(environment: dict[str, str], *arguments: str) -> str:
    """Run a pip on the lock with the options of ``book.py``."""
    options = ["--no-deps", "--require-hashes", "--no-build-isolation", "--use-pep517"]
    assert all(f'"{option}"' in (ROOT / "book.py").read_text("utf-8") for option in options)
    outcome = subprocess.run(
        [sys.executable, "-m", "pip", *arguments, *options, "-r", "requirements.lock"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_npm_lock_has_integrity_and_no_address(path: Path) -> None:
    packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
    others = {name: package for name, package in packages.items() if name}
    assert others
    assert [name for name, package in others.items() if "resolved" in package] == []
    assert [name for name, package in others.items() if "integrity" not in package] == []


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_npm_packages_are_pinned_exactly(path: Path) -> None:
    declared = json.loads(path.with_name("package.json").read_text(encoding="utf-8"))
    locked = json.loads(path.read_text(encoding="utf-8"))["packages"]
    wanted = declared.get("dependencies", {}) | declared["devDependencies"]
    found = {name: locked[f"node_modules/{name}"]["version"] for name in wanted}
    assert found == wanted


def test_no_file_names_a_registry() -> None:
    # Written in two halves, so that this file does not.
    registry = re.compile(
        "|".join(["py" r"pi\.(?:org|io)", "python" r"hosted\.org", "npm" r"js\.(?:org|com)"])
    )
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    named = [
        name
        for name in listed.stdout.decode().split("\0")
        if name and registry.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []
