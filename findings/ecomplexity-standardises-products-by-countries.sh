#!/usr/bin/env bash
# ecomplexity: products' complexity has neither mean 0 nor deviation 1; countries' has.
#
# ecomplexity 0.5.3. Both indices are called standardised. Guess: each over its own. Seen: products
# are measured in the mean and deviation of *countries*, so the four products of a nested table
# with four countries run from -1.3 to 4.0 while the countries run from -1.3 to 1.3; an index
# that assumes z-scores (a threshold at 2, say) means something else for products.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check ecomplexity==0.5.3
cd "$folder"
environment/bin/python - <<'PYTHON'
import contextlib
import io
import warnings

warnings.simplefilter("ignore")
import pandas as pd
from ecomplexity import ecomplexity

makes = {"all": "abcd", "three": "abc", "two": "ab", "one": "a"}
rows = [(2000, country, product, 1.0) for country, made in makes.items() for product in made]
table = pd.DataFrame(rows, columns=["year", "country", "product", "value"])
columns = {"time": "year", "loc": "country", "prod": "product", "val": "value"}
with contextlib.redirect_stdout(io.StringIO()):
    result = ecomplexity(table, columns, presence_test="manual")
countries = result.groupby("country")["eci"].first()
products = result.groupby("product")["pci"].first()
for name, values in (("countries", countries), ("products", products)):
    print(name, values.round(3).to_dict(), f"mean {values.mean():.2f} deviation {values.std(ddof=0):.2f}")
assert abs(countries.mean()) < 1e-9 and abs(countries.std(ddof=0) - 1) < 1e-9
assert abs(products.mean() - 1.34) < 0.01 and abs(products.std(ddof=0) - 2) < 0.01
PYTHON
