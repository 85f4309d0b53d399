"""Arguments of an account, drawn from a seed."""


def arguments(draw):
    """Return growth of output, capital and labour, and a capital share."""
    return (
        draw.step(0.0, 0.12, 0.001),
        draw.step(0.0, 0.15, 0.001),
        draw.step(-0.02, 0.03, 0.001),
        draw.step(0.25, 0.65, 0.01),
    )
