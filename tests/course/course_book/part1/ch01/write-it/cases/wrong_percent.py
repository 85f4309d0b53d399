# expect: percent
def share(part, whole):
    return 100 * part / whole
