"""What ten per cent better of each element adds when tools are far ahead."""

from nqpf.models.elements import output_of_elements

STRONG, SIGMA = 4.0, 0.5


def gain(place):
    """Return what ten per cent more quality of one element adds to output."""

    def output(quality):
        return output_of_elements(
            qualities=[quality if k == place else 1.0 for k in range(3)],
            amounts=[1.0, STRONG, 1.0],
            weights=[1.0, 1.0, 1.0],
            elasticity_of_substitution=SIGMA,
        )

    return output(1.1) / output(1.0) - 1


def given():
    """Return the case and the two gains."""
    return {"strong": STRONG, "sigma": SIGMA, "rest": gain(0), "tools": gain(1)}
