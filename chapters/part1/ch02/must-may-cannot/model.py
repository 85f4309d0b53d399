"""What crediting induced capital does to productivity's part, by the model."""

from nqpf.models.growth.growth_conventions import growth_with_induced_capital

RESIDUALS = (0.001, 0.01, 0.03)
SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)


def credited():
    """Return the label: whether crediting ever lowers a residual that is above zero."""
    lowered = [
        growth_with_induced_capital(productivity_growth=growth, capital_share=share) < growth
        for growth in RESIDUALS
        for share in SHARES
    ]
    if all(lowered):
        return "must be true"
    return "may be true" if any(lowered) else "cannot be true"
