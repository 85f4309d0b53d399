"""The model that is changed."""

from nqpf.models.learning.learning import cost_after_experience

CHANGED = cost_after_experience
