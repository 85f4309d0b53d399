# expect: loss
from itertools import permutations


def parts(ends):
    found = {lever: 0.0 for lever in "abc"}
    for order in permutations("abc"):
        moved = ""
        for lever in order:
            joined = "".join(sorted(moved + lever))
            found[lever] += (ends[joined] - ends[moved]) / 6
            moved = joined
    return [abs(found[lever]) for lever in "abc"]
