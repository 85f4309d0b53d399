"""Which of three elements has the largest share, in four cases."""

from nqpf.models.elements import element_shares


def best(amounts, elasticity):
    """Return what the budget should buy, by comparing the tools' share with that of the others."""
    rest, tools, _objects = element_shares(
        qualities=[1.0, 1.0, 1.0],
        amounts=amounts,
        weights=[1.0, 1.0, 1.0],
        elasticity_of_substitution=elasticity,
    )
    if abs(tools - rest) < 1e-6:
        return "no matter which"
    return "the strong element" if tools > rest else "a weak element"


def complements():
    """Return what to buy at an elasticity of one half."""
    return best([1.0, 4.0, 1.0], 0.5)


def substitutes():
    """Return what to buy at an elasticity of two."""
    return best([1.0, 4.0, 1.0], 2.0)


def cobb_douglas():
    """Return what to buy at an elasticity of one."""
    return best([1.0, 4.0, 1.0], 1.0)


def balance():
    """Return what to buy at balance, if it is the same at every elasticity."""
    found = {best([2.0, 2.0, 2.0], elasticity) for elasticity in (0.2, 0.5, 2.0, 5.0)}
    return found.pop() if len(found) == 1 else "it depends"
