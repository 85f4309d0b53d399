"""Units of protection, each where it saves most."""


def protect(units, losses, kept):
    ### BEGIN SOLUTION
    left = list(losses)
    given = [0] * len(left)
    for _ in range(units):
        best = max(range(len(left)), key=lambda i: left[i] * (1 - kept[i]))
        left[best] *= kept[best]
        given[best] += 1
    return given
    ### END SOLUTION
