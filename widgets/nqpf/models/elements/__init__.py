"""The elements of production: labourers, tools, objects, and what each is paid."""

from nqpf.models.elements.elements import (
    element_shares,
    output_of_elements,
    perfect_substitutes_output,
    weakest_link_output,
)

__all__ = [
    "element_shares",
    "output_of_elements",
    "perfect_substitutes_output",
    "weakest_link_output",
]
