"""The same data, counted as an object of labour or among the tools."""

from nqpf.models.elements import output_of_elements, perfect_substitutes_output

PLENTY = 4.0


def output(labourers, tools, objects):
    """Return gross output at an elasticity of one half."""
    return output_of_elements(
        qualities=[1.0, 1.0, 1.0],
        amounts=[labourers, tools, objects],
        weights=[1.0, 1.0, 1.0],
        elasticity_of_substitution=0.5,
    )


def given():
    """Return output by either way of counting."""
    tools = perfect_substitutes_output(
        qualities=[1.0, 1.0], amounts=[1.0, PLENTY], weights=[1.0, 1.0]
    )
    return {
        "plenty": PLENTY,
        "as_object": output(1.0, 1.0, PLENTY),
        "as_tool": output(1.0, tools, 1.0),
    }
