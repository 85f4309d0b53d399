"""JupyterLite as a static site without any other server, to be timed beside the book's own pages.

It is installed into an environment of its own from what pip reaches. Its kernel wants Pyodide,
which is the book's, and some wheels; both are put beside it with a list of their hashes, because
otherwise it would ask a content network for them.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import venv
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from nqpf.places import ROOT
from nqpf.site.python import assets as python_assets

HERE = Path(__file__).parent
PLACE = ROOT / "_build" / "benchmarks" / "jupyterlite"
EXTENSION = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
AT_START = ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython"]
PYODIDE_FILES = (*python_assets.COPIED, "python_stdlib.zip")


def jupyterlite_site() -> Path:
    """Return the folder of the site, built the first time."""
    site = PLACE / "site"
    if not (site / "index.html").exists():
        shutil.rmtree(PLACE, ignore_errors=True)
        environment = installed()
        source = PLACE / "source"
        put_pyodide(environment, source / "static" / "pyodide")
        (source / "jupyter-lite.json").write_text(json.dumps(settings()), encoding="utf-8")
        # A build that remembers an earlier one may leave out what was changed by hand.
        command = [str(environment / "bin" / "jupyter"), "lite", "build", "--apps", "repl"]
        run(*command, "--lite-dir", str(source), "--output-dir", str(site))
    return site


def installed() -> Path:
    """Return an environment with JupyterLite in it, and leave the wheels of its kernel in PLACE."""
    environment = PLACE / "environment"
    venv.create(environment, with_pip=True)
    pip = str(environment / "bin" / "pip")
    run(pip, "install", "--quiet", "--requirement", str(HERE / "jupyterlite" / "packages.txt"))
    browser = ["--python-version", "3.14", "--implementation", "py", "--platform", "any"]
    wheels = [*browser, "--no-deps", "--only-binary", ":all:", "--dest", str(PLACE / "wheels")]
    run(
        pip,
        "download",
        "--quiet",
        *wheels,
        "--requirement",
        str(HERE / "jupyterlite" / "wheels.txt"),
    )
    return environment


def put_pyodide(environment: Path, folder: Path) -> None:
    """Put Pyodide, the kernel's wheels and the list of them into a folder."""
    (folder / "whl").mkdir(parents=True)
    for name in PYODIDE_FILES:
        shutil.copy(python_assets.PYODIDE / name, folder)
    found = [*(PLACE / "wheels").glob("*.whl"), *(environment / EXTENSION).glob("*.whl")]
    packages = {}
    for wheel in found:
        shutil.copy(wheel, folder / "whl")
        entry = package(wheel)
        packages[entry["name"]] = entry
    listed = python_assets.empty_lock() | {"packages": packages}
    (folder / "pyodide-lock.json").write_text(json.dumps(listed), encoding="utf-8")


def package(wheel: Path) -> dict[str, Any]:
    """Return what Pyodide's list says of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        about = HeaderParser().parsestr(archive.read(name).decode())
        modules = {one.split("/")[0].removesuffix(".py") for one in archive.namelist()}
    return {
        "name": canonical(about["Name"]),
        "version": about["Version"],
        "file_name": f"whl/{wheel.name}",
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(one for one in modules if one.isidentifier()),
        "depends": wanted(about.get_all("Requires-Dist") or []),
        "unvendored_tests": False,
    }


def wanted(requirements: list[str]) -> list[str]:
    """Return names that are needed in the browser, of those that are put beside the kernel."""
    listed = (HERE / "jupyterlite" / "wheels.txt").read_text(encoding="utf-8")
    beside = {line.partition("==")[0] for line in listed.splitlines()}
    always = [one for one in requirements if "extra ==" not in one]
    return sorted({canonical(re.split(r"[^\w.-]", one)[0]) for one in always} & beside)


def canonical(name: str) -> str:
    """Return a package's name as lists of packages write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def settings() -> dict[str, Any]:
    """Return JupyterLite's settings: its kernel loads what lies beside it and nothing else."""
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": AT_START},
    }
    plugins = {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {"litePluginSettings": plugins},
    }


def run(*command: str) -> None:
    """Run a command that must succeed, without its chatter."""
    subprocess.run(command, check=True, cwd=PLACE, stdout=subprocess.DEVNULL)
