"""Projects, horizons and rates, drawn."""


def arguments(draw):
    """Return some projects with a cost and yearly returns, a horizon and a rate."""
    projects = [
        {
            "name": f"project {number}",
            "cost": draw.step(40.0, 160.0, 10.0),
            "returns": [
                float(draw.whole(0, 60)) * draw.pick([0, 1, 1]) for _ in range(draw.whole(1, 12))
            ],
        }
        for number in range(draw.whole(1, 6))
    ]
    return projects, draw.whole(1, 12), draw.pick([0.0, 0.04, 0.08, 0.12])
