"""People left after each of six links, of which one is broken."""

import itertools

from nqpf.models.structure.ecosystem import output_of_chain

NAMES = ["data", "platform", "terminals", "scenarios", "life", "supply"]
BROKEN, MOST = 3, 0


def given(draw):
    """Return who could be helped, who is left after each link, and what the link should pass."""
    shares = [
        draw.step(0.55, 0.65, 0.05),
        draw.step(0.75, 0.9, 0.05),
        draw.step(0.8, 0.95, 0.05),
        draw.step(0.3, 0.45, 0.05),
        draw.step(0.75, 0.9, 0.05),
        draw.step(0.75, 0.9, 0.05),
    ]
    start = draw.whole(20, 60) * 100
    left = [round(start * output_of_chain(link_qualities=shares[: n + 1])) for n in range(6)]
    return {"start": start, "target": 0.8} | dict(zip(NAMES, left, strict=True))


def passed(start, counts):
    """Return the share that each link passes on."""
    before = [start, *counts[:-1]]
    return [after / there for there, after in zip(before, counts, strict=True)]


def mended(start, target, counts, place):
    """Return who is served if one link passes on the target."""
    shares = passed(start, counts)
    shares[place] = target
    return start * output_of_chain(link_qualities=shares)


def answer(start, target, **counts):
    """Return who is served if the link that passes on least is mended."""
    numbers = [counts[name] for name in NAMES]
    shares = passed(start, numbers)
    return mended(start, target, numbers, shares.index(min(shares)))


def wrong_most_lost(start, target, **counts):
    """Return who is served if the link is mended at which most people are lost."""
    numbers = [counts[name] for name in NAMES]
    lost = [there - after for there, after in zip([start, *numbers[:-1]], numbers, strict=True)]
    return mended(start, target, numbers, lost.index(max(lost)))


def wrong_of_start(start, target):
    """Return the target as a share of all who could have been helped."""
    return start * target


def wrong_last(start, target, **counts):
    """Return who is served if the last link is mended."""
    return mended(start, target, [counts[name] for name in NAMES], 5)


def reject(start, target, **counts):
    """Return whether a named mistake comes too near, or hits upon the broken link."""
    right = answer(start, target, **counts)
    wrong = [
        wrong_most_lost(start, target, **counts),
        wrong_of_start(start, target),
        wrong_last(start, target, **counts),
    ]
    apart = sorted([right, *wrong])
    return min(b - a for a, b in itertools.pairwise(apart)) < 15
