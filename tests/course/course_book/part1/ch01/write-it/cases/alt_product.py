def share(part, whole):
    return part * (1 / whole)
