# expect: duplicates
def pay(alone, others, whole):
    most = [whole - pair for pair in others]
    part = (whole - sum(alone)) / (sum(most) - sum(alone))
    return [low + part * (high - low) for low, high in zip(alone, most, strict=True)]
