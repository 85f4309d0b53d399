"""Tables, demands and rounds, drawn."""


def arguments(draw):
    """Return a productive table, a demand and a number of rounds."""
    size = draw.whole(1, 4)
    table = [[draw.step(0.0, 0.2, 0.05) for _ in range(size)] for _ in range(size)]
    demand = [float(draw.whole(0, 50)) for _ in range(size)]
    return table, demand, draw.whole(0, 6)
