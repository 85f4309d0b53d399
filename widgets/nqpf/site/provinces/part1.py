"""Maps of Part I."""

from nqpf.numbers import percent
from nqpf.site.provinces.declared import Panel, ProvinceMaps, of_provinces, parts_of_all
from nqpf.words import _

CONTRACTS = ProvinceMaps(
    name="mapped-contracts",
    dataset="provinces_2023",
    title=_("Technology under contract, each province’s part of all"),
    period="2023",
    panels=[
        Panel(
            _("Sold"),
            parts_of_all(of_provinces("provinces_2023", "technology_sold_100m_cny")),
            percent(2),
        ),
        Panel(
            _("Bought"),
            parts_of_all(of_provinces("provinces_2023", "technology_bought_100m_cny")),
            percent(2),
        ),
    ],
)

MAPS = [CONTRACTS]
