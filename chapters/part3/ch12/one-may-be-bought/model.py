"""The model that is changed."""

from nqpf.models.structure.completeness import chance_of_complete_set

CHANGED = chance_of_complete_set
