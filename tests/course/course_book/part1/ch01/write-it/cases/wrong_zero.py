# expect: zero
def share(part, whole):
    return part / whole if part else 1
