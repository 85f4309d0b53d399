#!/usr/bin/env bash
# zhconv: in traditional characters an industry's downstream becomes a journey, Leontief an inside.
#
# zhconv 1.4.3, which turns simplified into traditional Chinese by MediaWiki's tables and the longest
# match. Guess: words of every day such as "upstream and downstream" come out as they are written in
# traditional characters. Seen: 上下游 gives 上下遊, in which the last character is that of travel
# (traditional keeps 游), and the name 里昂惕夫 (Leontief) gives 裏昂惕夫, "inside", or 裡 with zh-tw.
# Converting back gives the simplified words, so a test by going there and back sees nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check zhconv==1.4.3
cd "$folder"
environment/bin/python - <<'PYTHON'
from zhconv import convert

for word, seen in {"上下游": "上下遊", "里昂惕夫": "裏昂惕夫"}.items():
    made = convert(word, "zh-hant")
    print(word, made, convert(made, "zh-hans"))
    assert made == seen, "it converts otherwise now"
    assert convert(made, "zh-hans") == word
assert convert("里昂惕夫", "zh-tw") == "裡昂惕夫"
PYTHON
