"""Print how long an index of 31 provinces and 12 indicators takes under 1,000 sets of weights.

Run ``PYTHONPATH=widgets python benchmarks/index_ranks.py``; the aim is one second at the most.
"""

from __future__ import annotations

from statistics import median
from time import process_time

from nqpf import data
from nqpf.models.measurement.indicators import min_max
from nqpf.models.measurement.rank_uncertainty import rank_bands

AIM = 1.0  # seconds
DRAWS, RUNS = 1000, 5


def provinces() -> list[list[float]]:
    """Return the twelve indicators of the thirty-one provinces."""
    return [
        [value for value in row.values() if isinstance(value, (int, float))]
        for row in data.rows("provinces_2021")
    ]


def seconds(table: list[list[float]]) -> float:
    """Return the median processor time of scaling the table and drawing the weights."""
    times = []
    for _ in range(RUNS):
        start = process_time()
        rank_bands(min_max(table), draws=DRAWS)
        times.append(process_time() - start)
    return median(times)


if __name__ == "__main__":
    table = provinces()
    shape = f"{len(table)} provinces, {len(table[0])} indicators, {DRAWS} draws"
    print(f"{shape}: {seconds(table):.3f} s (aim: at most {AIM:.0f} s)")
