# expect: half
def output(elements, elasticity):
    return sum(elements) / len(elements)
