"""Print how long one run of the scenario from 2024 to 2049 takes; the aim is 2 ms at the most.

Run ``PYTHONPATH=widgets python benchmarks/scenario.py``.
"""

from __future__ import annotations

from statistics import median
from time import process_time

from nqpf.models.scenario import scenario_years

AIM = 2.0  # milliseconds
RUNS = 200

if __name__ == "__main__":
    times = []
    for _ in range(RUNS):
        start = process_time()
        scenario_years({"openness": 0.8, "foreign_price_multiple": 2.0})
        times.append(1000 * (process_time() - start))
    print(f"one run of the scenario: {median(times):.2f} ms (aim: at most {AIM:.0f} ms)")
