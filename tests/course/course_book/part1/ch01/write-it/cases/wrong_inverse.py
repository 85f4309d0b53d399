# expect: percent
def share(part, whole):
    return whole / part
