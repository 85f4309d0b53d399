"""Open the chapters as notebooks in JupyterLab."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from nqpf.building import environment
from nqpf.chromium import is_root
from nqpf.places import ROOT

# Chapters are Markdown files that jupytext opens as notebooks; a double click must do so.
# JupyterLab would otherwise ask its makers for news and for a newer version.
SETTINGS = {
    "@jupyterlab/docmanager-extension:plugin": {
        "defaultViewers": {"markdown": "Jupytext Notebook"}
    },
    "@jupyterlab/apputils-extension:notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
    },
}

# Below an exercise a reader answers with these, in any notebook, as in one that was taken along.
AT_HAND = "from nqpf.exercises import check, hint, solution"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the subcommand."""
    parser.add_argument("arguments", nargs="*", help="passed on to JupyterLab, after --")


def run(options: argparse.Namespace) -> int:
    """Run JupyterLab until it ends or is interrupted."""
    process = subprocess.Popen([*command(), *options.arguments], cwd=ROOT, env=lab_environment())
    try:
        return process.wait()
    except KeyboardInterrupt:
        stop(process)
        return 0


def stop(process: subprocess.Popen[bytes]) -> None:
    """End JupyterLab: it shuts the kernels down, but may then wait for a thread of its own."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def command() -> list[str]:
    """Return the command that starts JupyterLab at the home page of the book."""
    options = [
        f"--ServerApp.root_dir={ROOT}",
        "--ServerApp.contents_manager_class=nqpf.lab_files.Folding",
        "--LabApp.default_url=/lab/tree/chapters/index.md",
        "--LabApp.extension_manager=readonly",
        "--ServerApp.answer_yes=True",
    ]
    if is_root():
        options.append("--allow-root")
    return [sys.executable, "-m", "jupyterlab", *options]


def lab_environment() -> dict[str, str]:
    """Return the environment in which JupyterLab finds the book's settings before the user's."""
    folder = ROOT / "_build" / "lab"
    settings = json.dumps(SETTINGS, indent=2)
    write(folder / "labconfig" / "default_setting_overrides.json", settings)
    # IPython reads this beside the settings that a user has for the whole machine.
    lines = f"c.InteractiveShellApp.exec_lines = [{AT_HAND!r}]\n"
    write(folder / "ipython" / "profile_default" / "ipython_kernel_config.py", lines)
    paths = [str(folder), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    return {
        **environment(),
        # A kernel of the same name that the user once installed must not take the place of ours.
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_CONFIG_PATH": os.pathsep.join(path for path in paths if path),
    }


def write(path: Path, text: str) -> None:
    """Write what JupyterLab or IPython reads, with the folder in which it lies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
