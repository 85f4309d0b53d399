"""Print the median time to load each dataset; the aim is 50 ms at the most.

Run ``python benchmarks/data_loading.py``. The first load also imports pandas and is left out.
"""

import sys
from statistics import median
from time import perf_counter

from nqpf import data

AIM = 50.0  # milliseconds
RUNS = 15


def milliseconds(name: str) -> float:
    """Return the median time of loading a dataset, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        data.load(name)
        times.append(1000 * (perf_counter() - start))
    return median(times)


if __name__ == "__main__":
    if "--smallest" in sys.argv[1:]:
        RUNS = 1
    data.load(data.names()[0])
    slowest = 0.0
    for name in data.names():
        slowest = max(slowest, took := milliseconds(name))
        print(f"{name:32s} {took:7.2f} ms")
    print(f"{'slowest':32s} {slowest:7.2f} ms (aim: at most {AIM:.0f} ms)")
