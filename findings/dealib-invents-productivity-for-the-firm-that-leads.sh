#!/usr/bin/env bash
# dealib: the firm that passes every earlier one gets a number where there is no solution.
#
# dealib 1.0.0, data envelopment analysis with a Malmquist index of productivity. Three firms keep their
# inputs; the third doubles its output to 8, where the first year's best made 4. Under variable returns
# (its default) no mixture of the first year's firms makes 8 with any input: the programme has no
# solution, and the index is undefined. Guess: an error, infinity or nan. Seen: a finite "efficiency"
# that grows with the output, and an index made from it, without a word. Under constant returns, where
# the index is the same from either side, the firm's is 2 by inputs and 0.5 by outputs: in the second
# case a number below 1 is progress. New productive forces are about just such firms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check dealib==1.0.0 numpy==1.26.4
cd "$folder"
environment/bin/python - <<'PYTHON'
from importlib.metadata import version

import numpy as np
from dealib.dea import dea, malmq

print("dealib", version("dealib"))
inputs = [[2.0], [4.0], [6.0]]
before, after = [[1.0], [3.0], [4.0]], [[1.0], [3.0], [8.0]]

for output in (4.0, 8.0, 800.0):
    found = dea([[6.0]], [[output]], rts="vrs", orientation="input", xref=inputs, yref=before).eff
    print(f"output {output:g} judged by firms that make 4 at most:", found)
    if output > 4:
        assert np.isfinite(found).all(), "it says now that there is no solution"
        assert (found > 1).all()
leader = malmq(inputs, before, inputs, after, rts="vrs", orientation="input").m[2]
print("index of the leader, variable returns:", round(leader, 3))
assert np.isfinite(leader)

for orientation, expected in (("input", 2.0), ("output", 0.5)):
    index = malmq(inputs, before, inputs, after, rts="crs", orientation=orientation).m[2]
    print(f"index of the leader, constant returns, {orientation}:", round(index, 3))
    assert abs(index - expected) < 1e-9
PYTHON
