def pay(alone, others, whole):
    """Return three payments that nobody would leave, or None."""
    ### BEGIN SOLUTION
    most = [whole - pair for pair in others]
    if sum(alone) > whole or sum(most) < whole:
        return None
    payments = []
    left = whole - sum(alone)
    for least, top in zip(alone, most, strict=True):
        if least > top:
            return None
        more = min(left, top - least)
        payments.append(least + more)
        left -= more
    return payments
    ### END SOLUTION
