"""The locks pin every package with its hash, and name no registry."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from nqpf.places import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NPM_LOCKS = [ROOT / "package-lock.json", ROOT / "benchmarks" / "package-lock.json"]
PINNED = re.compile(r"^([\w.\-]+)==(\S+)((?:.*\\\n)(?:    --hash=sha256:[0-9a-f]{64}.*\n)+)?", re.M)


def test_python_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = PINNED.findall(lock)
    assert len(pins) > 100
    assert [name for name, _version, hashes in pins if not hashes] == []


def test_python_lock_covers_the_declared_dependencies() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {canonicalize_name(name): version for name, version, _ in PINNED.findall(lock)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for extra in project["optional-dependencies"].values() for name in extra]
    missing = [
        text
        for text in [*project["dependencies"], *extras]
        if not satisfied(Requirement(text), locked)
    ]
    assert missing == []


def satisfied(wanted: Requirement, locked: dict[str, str]) -> bool:
    """Return whether the lock holds a version that a requirement accepts."""
    version = locked.get(canonicalize_name(wanted.name))
    return version is not None and wanted.specifier.contains(version, prereleases=True)


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
