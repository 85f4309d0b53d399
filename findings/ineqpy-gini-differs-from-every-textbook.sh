#!/usr/bin/env bash
# ineqpy: the Gini coefficient is n/(n-1) times what two other libraries and the textbook say.
#
# ineqpy 0.4.1 beside quantecon 0.11.4 and inequality 1.1.2. For incomes 1, 2, 3, 4 the textbook's
# Gini coefficient is 0.25. Guess: a Gini coefficient is a Gini coefficient. Seen: one third, a correction
# for small samples that no argument turns off; it takes n from the number of rows even where
# weights say that rows stand for many households, so one distribution has several values.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check ineqpy==0.4.1 quantecon==0.11.4 inequality==1.1.2
cd "$folder"
environment/bin/python - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import numpy as np
import quantecon
from ineqpy.inequality import gini
from inequality.gini import Gini

income = np.array([1.0, 2.0, 3.0, 4.0])
print("quantecon", quantecon.gini_coefficient(income), "inequality", Gini(income).g)
print("ineqpy", gini(income=income))
assert abs(quantecon.gini_coefficient(income) - 0.25) < 1e-9 and abs(Gini(income).g - 0.25) < 1e-9
assert abs(gini(income=income) - 1 / 3) < 1e-9

few = gini(income=np.array([1.0, 9.0]), weights=np.array([75.0, 25.0]))
many = gini(income=np.array([1.0] * 75 + [9.0] * 25))
print("100 households as two weighted rows", few, "and as 100 rows", many)
assert abs(few - 2 / 3) < 1e-9 and abs(many - 0.5 * 100 / 99) < 1e-9
PYTHON
