def pay(alone, others, whole):
    most = [whole - pair for pair in others]
    if any(low > high for low, high in zip(alone, most, strict=True)):
        return None
    if not sum(alone) <= whole <= sum(most):
        return None
    room = sum(most) - sum(alone)
    part = (whole - sum(alone)) / room if room else 0
    return [low + part * (high - low) for low, high in zip(alone, most, strict=True)]
