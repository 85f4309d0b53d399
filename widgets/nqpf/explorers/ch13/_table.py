"""China's table of twenty sectors, as explorers of this chapter read and name it."""

from nqpf import data
from nqpf.words import _

CHINA = data.input_output("input_output_2020_20")
SECTORS = [
    _("Farming"),
    _("Mining"),
    _("Food"),
    _("Light goods"),
    _("Fuel"),
    _("Chemicals"),
    _("Minerals"),
    _("Metals"),
    _("Machinery"),
    _("Vehicles"),
    _("Electrical"),
    _("Electronics"),
    _("Power, water"),
    _("Construction"),
    _("Trade, hotels"),
    _("Transport"),
    _("Software"),
    _("Finance, homes"),
    _("Business serv."),
    _("Public serv."),
]
LOWER = [name.lower() for name in SECTORS]
