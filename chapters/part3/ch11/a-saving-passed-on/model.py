"""Tables, suppliers and gains, drawn."""


def arguments(draw):
    """Return coefficients that leave something over, a supplier, a gain and a number of rounds."""
    size = draw.whole(2, 4)
    table = [[draw.step(0.0, 0.9 / size, 0.05) for _ in range(size)] for _ in range(size)]
    return table, draw.whole(0, size - 1), draw.pick([0.05, 0.1, 0.2]), draw.whole(1, 8)
