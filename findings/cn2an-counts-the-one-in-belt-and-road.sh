#!/usr/bin/env bash
# cn2an: putting figures for numerals rewrites names, and leaves trillions in words.
#
# cn2an 0.5.24, the usual package for Chinese numerals. `transform` is for whole sentences. Guess: it
# turns amounts into figures and leaves names alone. Seen: 一带一路 (Belt and Road) becomes 1带1路, the
# 三高 of a slogan 3高, 第一产业 (the primary sector) 第1产业 and 统一大市场 (unified market) 统1大市场;
# while 1.35万亿, as GDP is written, stays as it is with a warning, though 一万亿 becomes
# 1000000000000. `cn2an("1.35万亿", "smart")` raises an error that says the form is wrong.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.24
cd "$folder"
environment/bin/python - <<'PYTHON'
import warnings

import cn2an

seen = {
    "一带一路": "1带1路",
    "三高": "3高",
    "第一产业": "第1产业",
    "统一大市场": "统1大市场",
    "一万亿": "1000000000000",
    "1.35万亿": "1.35万亿",
}
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for text, expected in seen.items():
        made = cn2an.transform(text)
        print(text, made)
        assert made == expected, "it transforms otherwise now"
try:
    cn2an.cn2an("1.35万亿", "smart")
except ValueError as error:
    print("ValueError:", error)
else:
    raise SystemExit("it reads trillions now")
PYTHON
