# expect: substitutes
def output(elements, elasticity):
    return min(elements)
