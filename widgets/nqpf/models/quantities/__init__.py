"""The notation of the book: every quantity of the models, by topic, each declared once."""

from nqpf.models.quantities import (
    allocation,
    data,
    elements,
    growth,
    innovation,
    learning,
    measurement,
    scenario,
    security,
    structure,
)

QUANTITIES = (
    *growth.QUANTITIES,
    *elements.QUANTITIES,
    *data.QUANTITIES,
    *allocation.QUANTITIES,
    *innovation.QUANTITIES,
    *learning.QUANTITIES,
    *structure.QUANTITIES,
    *security.QUANTITIES,
    *measurement.QUANTITIES,
    *scenario.QUANTITIES,
)
