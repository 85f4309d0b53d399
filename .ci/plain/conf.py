"""The book for Sphinx alone, without Jupyter Book, from the same ``_config.yml`` and ``_toc.yml``.

``sphinx-build -W --keep-going -c .ci/plain . _build/plain``, from the book's folder. A job tries it
once a week with the newest releases; it is what the book falls back on when Jupyter Book 1 ends.
"""

from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parents[2]
book = yaml.safe_load((HERE / "_config.yml").read_text(encoding="utf-8"))

project = html_title = book["title"]
author = book["author"]
copyright = book["copyright"]
extensions = [
    "myst_nb",
    "sphinx_external_toc",
    "sphinx_book_theme",
    *book["sphinx"]["extra_extensions"],
]
exclude_patterns = ["_build", *book["exclude_patterns"]]
external_toc_path = str(HERE / "_toc.yml")
external_toc_exclude_missing = book["only_build_toc_files"]
numfig = True
html_theme = "sphinx_book_theme"
html_favicon = str(HERE / book["html"]["favicon"])
myst_enable_extensions = book["parse"]["myst_enable_extensions"]
nb_execution_mode = book["execute"]["execute_notebooks"]
nb_execution_timeout = book["execute"]["timeout"]
nb_execution_allow_errors = book["execute"]["allow_errors"]
nb_output_stderr = book["execute"]["stderr_output"]
globals().update(book["sphinx"]["config"])
# Sphinx looks for it beside this file.
bibtex_bibfiles = [str(HERE / name) for name in book["sphinx"]["config"]["bibtex_bibfiles"]]
