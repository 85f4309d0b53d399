"""Two regions, two goods: what one gives up to make the other."""

MONTHS = {"coast_chips": 10.0, "coast_solar": 20.0, "inland_chips": 40.0, "inland_solar": 30.0}
REGIONS = ("the coast", "the interior")


def price_of_chips(region):
    """Return how many solar parks a region gives up for a batch of chips."""
    return MONTHS[f"{region}_chips"] / MONTHS[f"{region}_solar"]


def given():
    """Return the months of work, and what each region gives up."""
    return MONTHS | {
        "coast_price": price_of_chips("coast"),
        "inland_price": price_of_chips("inland"),
    }


def maker_of_chips():
    """Return the region that gives up less for chips."""
    return REGIONS[price_of_chips("coast") > price_of_chips("inland")]


def maker_of_solar():
    """Return the region that gives up less for a solar park."""
    return REGIONS[price_of_chips("coast") < price_of_chips("inland")]
