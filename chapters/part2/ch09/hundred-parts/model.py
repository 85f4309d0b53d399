"""A product of many parts, each nearly perfect."""

from nqpf.models.structure.ecosystem import output_of_chain


def given(draw):
    """Return the number of parts and the quality of each."""
    return {"parts": draw.whole(30, 60), "quality": draw.step(0.985, 0.995, 0.001)}


def answer(parts, quality):
    """Return how often all parts work."""
    return output_of_chain(link_qualities=[quality] * parts)


def wrong_one_part(quality):
    """Return how often one part works."""
    return quality


def wrong_adding(parts, quality):
    """Return one less the failures added up."""
    return 1 - parts * (1 - quality)


def reject(parts, quality):
    """Return whether adding up failures comes too near to the right answer."""
    return abs(answer(parts, quality) - wrong_adding(parts, quality)) < 0.03
