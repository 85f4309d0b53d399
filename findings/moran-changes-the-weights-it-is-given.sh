#!/usr/bin/env bash
# esda: asking for Moran's I changes the weights, for everything that uses them afterwards.
#
# esda 2.9.0 with libpysal 4.14.1. Guess: a statistic reads its arguments. Seen: weights of neighbours
# that were 1 each are row standardised in place, so a count of neighbours, a spatial lag or a join
# count made from the same object before and after differ. Also: p_sim is of one tail, though
# p_norm beside it is of two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check esda==2.9.0 libpysal==4.14.1
cd "$folder"
environment/bin/python - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import numpy as np
from esda import Moran
from libpysal.weights import lag_spatial, lat2W

weights, ones = lat2W(3, 3), np.ones(9)
before = lag_spatial(weights, ones)
moran = Moran(np.arange(9.0), weights, permutations=999)
after = lag_spatial(weights, ones)
print("neighbours before", before, "after", after)
assert before.tolist() == [2, 3, 2, 3, 4, 3, 2, 3, 2]
assert np.allclose(after, 1)

np.random.seed(1)
noise = np.random.default_rng(1).normal(size=9)
weak = Moran(noise, weights, permutations=9999)
print(f"I {weak.I:.3f}, expected {weak.EI:.3f}, p_sim {weak.p_sim:.3f}, p_norm {weak.p_norm:.3f}")
extreme = abs(weak.sim - weak.sim.mean()) >= abs(weak.I - weak.sim.mean())
print(f"both tails of the same permutations: {extreme.mean():.3f}")
assert weak.p_sim < 0.75 * extreme.mean()
PYTHON
