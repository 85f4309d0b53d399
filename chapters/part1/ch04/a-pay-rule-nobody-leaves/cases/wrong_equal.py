# expect: alone
def pay(alone, others, whole):
    return [whole / 3, whole / 3, whole / 3]
