# expect: balance
def output(elements, elasticity):
    rho = 1 - 1 / elasticity
    if rho == 0:
        return 1.0
    return sum(element**rho for element in elements) ** (1 / rho)
