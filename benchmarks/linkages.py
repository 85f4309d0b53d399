"""Print how long all linkages of a table of 20 sectors take; the aim is 5 ms at the most.

Run ``PYTHONPATH=widgets python benchmarks/linkages.py``. Both inverses, the multipliers, backward
and forward linkages, and the distance from final use are worked out from the flows.
"""

from __future__ import annotations

from statistics import median
from time import process_time

from nqpf import data
from nqpf.models.structure.input_output import (
    ghosh_inverse,
    leontief_inverse,
    technical_coefficients,
)
from nqpf.models.structure.linkages import backward_linkages, forward_linkages, multipliers

AIM = 5.0  # milliseconds
RUNS = 50


def china() -> tuple[list[list[float]], list[float]]:
    """Return domestic flows and output of 20 sectors."""
    listed = data.rows("input_output_2020_20")
    domestic = [row for row in listed if row["row_type"] == "domestic"]
    codes = [row["row_code"] for row in domestic]
    return [[row[code] for code in codes] for row in domestic], [listed[-1][c] for c in codes]


def all_linkages(flows: list[list[float]], output: list[float]) -> list[list[float]]:
    """Return every index that the two inverses give."""
    leontief = leontief_inverse(technical_coefficients(flows, output))
    ghosh = ghosh_inverse(flows, output)
    return [
        multipliers(leontief),
        backward_linkages(leontief),
        forward_linkages(leontief),
        forward_linkages(ghosh),
        [sum(row) for row in ghosh],
    ]


if __name__ == "__main__":
    table = china()
    times = []
    for _ in range(RUNS):
        start = process_time()
        all_linkages(*table)
        times.append(1000 * (process_time() - start))
    print(f"all linkages of 20 sectors: {median(times):.2f} ms (aim: at most {AIM:.0f} ms)")
