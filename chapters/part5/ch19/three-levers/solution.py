"""What three levers add on average over all orders."""

from itertools import permutations


def parts(ends):
    ### BEGIN SOLUTION
    sums = dict.fromkeys("abc", 0.0)
    orders = list(permutations("abc"))
    for order in orders:
        moved = ""
        for lever in order:
            joined = "".join(sorted(moved + lever))
            sums[lever] += ends[joined] - ends[moved]
            moved = joined
    return [sums[lever] / len(orders) for lever in "abc"]
    ### END SOLUTION
