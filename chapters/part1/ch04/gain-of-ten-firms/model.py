"""What ten firms gain by sharing data, and four ways to miss it."""

from nqpf.models.data.data_factor import gain_from_more_data, gain_from_sharing_data


def given():
    """Return a small group of firms, at the elasticity of the chapter."""
    return {"firms": 10.0, "own_weight": 0.5, "elasticity": 0.06}


def answer(firms, own_weight, elasticity):
    """Return the gain in output from full sharing."""
    return (
        gain_from_sharing_data(
            number_of_firms=firms,
            own_data_weight=own_weight,
            own_data_use=1.0,
            data_sharing=1.0,
            elasticity_of_data=elasticity,
        )
        - 1
    )


def data_multiple(firms, own_weight):
    """Return data at hand after sharing, relative to before."""
    return (own_weight + (1 - own_weight) * firms) / own_weight


def wrong_one_round(firms, own_weight, elasticity):
    """Return the gain without the data that more output makes."""
    multiple = data_multiple(firms, own_weight)
    return gain_from_more_data(data_multiple=multiple, elasticity_of_data=elasticity) - 1


def wrong_proportional(firms, own_weight):
    """Return the gain if output rose as much as data."""
    return data_multiple(firms, own_weight) - 1


def wrong_others_alone(firms, own_weight, elasticity):
    """Return the gain if the data that come on top leave out a firm's own."""
    return answer(firms - 1, own_weight, elasticity)


def wrong_rival():
    """Return the gain from passing round what is used up."""
    return 0.0
