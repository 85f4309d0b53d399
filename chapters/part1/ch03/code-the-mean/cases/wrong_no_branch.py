# expect: one
def output(elements, elasticity):
    rho = 1 - 1 / elasticity
    return (sum(element**rho for element in elements) / len(elements)) ** (1 / rho) if rho else 0.0
