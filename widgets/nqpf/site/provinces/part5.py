"""Maps of Part V."""

from nqpf.numbers import percent, plain
from nqpf.site.provinces.declared import Panel, ProvinceMaps, of_provinces
from nqpf.words import _

ENERGY = ProvinceMaps(
    name="mapped-energy",
    dataset="provinces_energy",
    title=_("Leaner and larger: growth in one year, the fullest where it was highest"),
    period="2018",
    panels=[
        Panel(
            _("Energy for a unit of output"),
            of_provinces("provinces_energy", "intensity_growth", year=2018),
            percent(1, signed=True),
        ),
        Panel(
            _("Energy use"),
            of_provinces("provinces_energy", "energy_growth", year=2018),
            percent(1, signed=True),
        ),
    ],
)

INDICATORS = ProvinceMaps(
    name="mapped-indicators",
    dataset="provinces_2021",
    title=_("Four indicators, four maps: no two have the same provinces in front"),
    period="2021",
    panels=[
        Panel(
            _("GDP a head, thousand yuan"),
            of_provinces("provinces_2021", "gdp_per_capita_cny", over=1000),
            plain(0),
        ),
        Panel(
            _("Research over output"),
            of_provinces("provinces_2021", "rd_intensity_percent", over=100),
            percent(1),
        ),
        Panel(
            _("Basic research in research"),
            of_provinces("provinces_2021", "basic_share_percent", over=100),
            percent(1),
        ),
        Panel(
            _("Profit over revenue, high-technology industry"),
            of_provinces("provinces_2021", "hightech_margin_percent", over=100),
            percent(1),
        ),
    ],
)

RESEARCH = ProvinceMaps(
    name="mapped-research",
    dataset="provinces_research",
    title=_("Research over output, in each year from the lowest fifth to the highest"),
    period="2011–23",
    panels=[
        Panel(
            str(year),
            of_provinces("provinces_research", "rd_intensity_percent", year=year, over=100),
            percent(1),
        )
        for year in (2011, 2017, 2023)
    ],
)

MAPS = [ENERGY, INDICATORS, RESEARCH]
