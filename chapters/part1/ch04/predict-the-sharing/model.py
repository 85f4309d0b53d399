"""What a hundred firms gain when each may use the data of all."""

from nqpf.models.data.data_factor import gain_from_sharing_data


def gain(firms):
    """Return the gain in output when so many firms share all their data."""
    return (
        gain_from_sharing_data(
            number_of_firms=firms,
            own_data_weight=0.5,
            own_data_use=1.0,
            data_sharing=1.0,
            elasticity_of_data=0.06,
        )
        - 1
    )


def given():
    """Return the case, and the gain among all firms and among ten."""
    return {"firms": 100.0, "elasticity": 0.06, "full": gain(100.0), "ten": gain(10.0)}
