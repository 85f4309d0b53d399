def least_in_all(items, counts):
    """Return how many ``items`` must carry every label."""
    ### BEGIN SOLUTION
    lacks = sum(items - count for count in counts)
    return max(0, items - lacks)
    ### END SOLUTION
