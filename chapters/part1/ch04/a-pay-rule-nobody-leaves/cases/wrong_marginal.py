# expect: whole
def pay(alone, others, whole):
    return [whole - pair for pair in others]
