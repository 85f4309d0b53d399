"""The model that is changed."""

from nqpf.models.security.security import chance_of_losing_all

CHANGED = chance_of_losing_all
