#!/usr/bin/env bash
# myst-nb with Sphinx's translations: a number glued into a sentence is gone in the other language.
#
# myst-nb 1.4.0 with Sphinx 8.1.3. A paragraph holds {glue:text}`share`, a number that a cell of the
# same page computed; the catalogue has the paragraph in German with the role as it was. Guess: the
# number stands in both languages, as roles for citations, terms and formulas do. Seen: Sphinx parses
# each translated message as a document of its own, which has no cells; the page says "Es sind
#  Branchen." with a blank where the number was, and the build succeeds with a warning that the key
# is not to be found "in glue data for this document", which has it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check myst-nb==1.4.0 sphinx==8.1.3 ipykernel==7.3.0
cd "$folder"
export PATH="$folder/environment/bin:$PATH"
mkdir -p source/locale/de/LC_MESSAGES
cat > source/index.md <<'PAGE'
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---
# Title

```{code-cell} ipython3
from myst_nb import glue
glue("share", 26, display=False)
```

There are {glue:text}`share` industries.
PAGE
cat > source/locale/de/LC_MESSAGES/index.po <<'CATALOGUE'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

msgid "There are {glue:text}`share` industries."
msgstr "Es sind {glue:text}`share` Branchen."
CATALOGUE
for language in en de; do
  cat > source/conf.py <<SETTINGS
extensions = ["myst_nb"]
language = "$language"
locale_dirs = ["locale"]
nb_execution_mode = "force"
SETTINGS
  rm -rf source/jupyter_execute
  python -m sphinx -q -E -b html source "$language" 2> "$language.log" || { cat "$language.log"; exit 1; }
done
sentence() { python - "$1" <<'PYTHON'
import re, sys
page = open(f"{sys.argv[1]}/index.html", encoding="utf-8").read()
print(re.sub(r"<[^>]+>", "", re.search(r"<p>((?:There are|Es sind).*?)</p>", page, re.S)[1]))
PYTHON
}
echo "en: $(sentence en)"
echo "de: $(sentence de)"
grep -o "No key 'share' found in glue data for this document" de.log | head -1
[ "$(sentence en)" = "There are 26 industries." ] || { echo "the page has no number now"; exit 1; }
[ "$(sentence de)" = "Es sind  Branchen." ] || { echo "the translation has its number now"; exit 1; }
