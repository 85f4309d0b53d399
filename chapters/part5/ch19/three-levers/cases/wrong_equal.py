# expect: sum
def parts(ends):
    if ends["abc"] == ends["ab"]:
        half = (ends["ab"] - ends["b"] + ends["a"] - ends[""]) / 2
        return [half, ends["ab"] - ends[""] - half, 0.0]
    return [(ends["abc"] - ends[""]) / 4] * 3
