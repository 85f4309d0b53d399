"""What large places export more of than the world does; two explorers here begin with it."""

from nqpf.explorers.ch12._exports import TABLE
from nqpf.models.structure.complexity import advantage

LARGE = [place for place, values in TABLE.items() if sum(values) >= 3000]
"""Places that exported three billion dollars or more in the three years."""

EVERY = dict(zip(TABLE, advantage(list(TABLE.values())), strict=True))
ADVANTAGES = [EVERY[place] for place in LARGE]
"""The revealed comparative advantage of each large place, section by section."""
