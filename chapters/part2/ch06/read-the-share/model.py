"""China's last basic share."""

from nqpf import data


def given():
    """Return the last share in the table."""
    return {"share": data.rows("rd_china_shares")[-1]["basic_share"]}
