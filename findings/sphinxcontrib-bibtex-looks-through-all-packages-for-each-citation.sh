#!/usr/bin/env bash
# sphinxcontrib-bibtex: each citation of a page looks through all installed packages again.
#
# sphinxcontrib-bibtex 2.7.0, pybtex 0.26.1, Sphinx 7.4.7. Guess: what writes citations is looked up
# once, since every citation of a book is written alike. Seen: pybtex finds it among the entry points
# of all packages, and is asked anew for each citation, twice with its style: thirty citations of one
# work make over thirty searches. In an environment as for a book (300 packages) that was a twentieth
# of a whole build.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check \
  sphinx==7.4.7 sphinxcontrib-bibtex==2.7.0 pybtex==0.26.1 'docutils<0.22'
mkdir "$folder/book"
cat > "$folder/book/conf.py" <<'CONF'
extensions = ["sphinxcontrib.bibtex"]
bibtex_bibfiles = ["works.bib"]
CONF
cat > "$folder/book/works.bib" <<'BIB'
@article{one, author = {Ada One}, title = {On citing}, journal = {Journal of Examples}, year = {2020}}
BIB
{
  printf 'A page\n======\n\n'
  for _ in $(seq 30); do printf 'As :cite:t:`one` says.\n\n'; done
  printf '.. bibliography::\n'
} > "$folder/book/index.rst"
cd "$folder/book"
"$folder/environment/bin/python" - <<'PYTHON'
import pybtex.plugin
from sphinx.cmd.build import main

real, asked = pybtex.plugin.entry_points, []


def counted(**named):
    asked.append((named["group"], named["name"]))
    return real(**named)


pybtex.plugin.entry_points = counted
assert main(["-q", "-b", "html", ".", "built"]) == 0
print(f"30 citations of one work: {len(asked)} searches for {len(set(asked))} things")
assert len(asked) > 30, "it remembers now"
assert len(set(asked)) < 10
PYTHON
