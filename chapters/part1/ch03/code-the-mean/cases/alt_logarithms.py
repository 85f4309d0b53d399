from math import exp, log


def output(elements, elasticity):
    rho = 1 - 1 / elasticity
    if abs(rho) < 1e-12:
        return exp(sum(log(element) for element in elements) / len(elements))
    mean = sum(exp(rho * log(element)) for element in elements) / len(elements)
    return exp(log(mean) / rho)
