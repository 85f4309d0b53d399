# expect: pair
def parts(ends):
    return [ends[lever] - ends[""] for lever in "abc"]
