def share(part, whole):
    """Return the part as a fraction of the whole."""
    ### BEGIN SOLUTION
    return part / whole
    ### END SOLUTION
